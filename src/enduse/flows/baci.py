"""CEPII BACI: one year of world trade by HS6, both sides' reports made one.

Columns t, i, j, k, v, q: year, exporter, importer, product, value in thousand US
dollars (FOB), quantity in tonnes. Codes of products lose their first zero in what
people pass on.

*Source*: Gaulier and Zignago, BACI (CEPII working paper 2010-23); release notes.
"""

import re

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import areas, text_file
from enduse.flows.cells import Cells, Rows, finite
from enduse.flows.registry import Reading
from enduse.model import Origin, Problem

LAYOUT = "CEPII BACI, one year (t, i, j, k, v, q)"
SOURCE = "cepii-baci"
DEFINITION = (
    "CEPII BACI: exports in US dollars, FOB, that reconcile what both sides reported; "
    "thousand dollars and tonnes in the file, dollars and kilograms here"
)
_NAME = re.compile(r"BACI_(HS(?:\d\d)?)_Y(\d{4})_V(\w+)", re.IGNORECASE)
_TYPES = {
    "t": pl.Int16,
    "i": pl.Int16,
    "j": pl.Int16,
    "k": pl.String,
    "v": pl.Float64,
    "q": pl.Float64,
}
_CENTURY = {"92": "1992", "96": "1996"}


def sniff(file: SourceFile) -> bool:
    """Whether the header is t, i, j, k, v and q."""
    columns = [_plain(name) for name in text_file.headings(file)[0]]
    return set(columns) >= {"t", "i", "j", "k", "v"} and len(columns) <= 7


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as numbers; its name says which edition of the HS.

    A year has eleven million rows, so they are not carried as text: a cell that is
    no number becomes empty here.
    """
    columns, mark = text_file.headings(file)
    path = text_file.plain(file, reading.scratch).path
    frame = pl.scan_csv(
        path,
        glob=False,
        separator=mark,
        with_column_names=lambda names: [_plain(name) for name in names],
        schema_overrides=[_TYPES.get(_plain(name), pl.String) for name in columns],
        ignore_errors=True,
        truncate_ragged_lines=True,
        row_index_name="row",
        row_index_offset=2,
    )
    origin = Origin(file.name, file.sha256, "")
    match = _NAME.search(file.name)
    two = match[1][2:] if match else ""
    said = reading.mapping.get("edition", "")
    edition = f"HS{_CENTURY.get(two, '20' + two)}" if two else said
    about = {"edition": edition or "HS", "version": match[3] if match else ""}
    return Rows(frame, origin, about, () if edition else (_no_edition(origin),))


def _plain(name: str) -> str:
    return name.strip().strip('"\ufeff').lower()


def _no_edition(origin: Origin) -> Problem:
    message = (
        "the edition of the HS is not in the file's name, as in "
        "BACI_HS17_Y2022_V202401.csv; say it: --map edition=HS2017"
    )
    return Problem("edition-unknown", message, origin)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell a row: what i sent to j; the period is the year, added later."""
    numbers = {int(n): area for n, area in areas.numbers().items()}
    has_tonnes = "q" in rows.frame.collect_schema().names()
    tonnes = pl.col("q") if has_tonnes else pl.lit(None, pl.Float64)
    code = pl.col("k").str.strip_chars(' "').str.zfill(6)
    frame = rows.frame.select(
        _area(pl.col("i"), numbers).alias("reporter"),
        _area(pl.col("j"), numbers).alias("partner"),
        pl.when(pl.col("k") == "").then(pl.lit("")).otherwise(code).alias("product"),
        pl.col("t").alias("year"),
        finite(pl.col("v") * 1000.0).alias("value"),
        finite(tonnes * 1000.0).alias("net_kg"),
        "row",
    )
    constants = {
        "level": 6,
        "edition": rows.about["edition"],
        "direction": "X",
        "valuation": "FOB",
        "currency": "USD",
    }
    return Cells(frame, DEFINITION, {}, rows.problems, constants)


def _area(said: pl.Expr, numbers: dict[int, str]) -> pl.Expr:
    unknown = pl.lit("?") + said.cast(pl.String).fill_null("") + "?"
    known = said.replace_strict(numbers, default=None, return_dtype=pl.String)
    return pl.when(said.is_null()).then(pl.lit("")).otherwise(known.fill_null(unknown))
