"""CEPII BACI: one year of world trade by HS6, both sides' reports made one.

Columns t, i, j, k, v, q: year, exporter, importer, product, value in thousand US
dollars (FOB), quantity in tonnes. Codes of products lose their first zero in what
people pass on.

*Source*: Gaulier and Zignago, BACI (CEPII working paper 2010-23); release notes.
"""

import re

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import areas, cells, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading
from enduse.model import Origin, Problem

LAYOUT = "CEPII BACI, one year (t, i, j, k, v, q)"
SOURCE = "cepii-baci"
DEFINITION = (
    "CEPII BACI: exports in US dollars, FOB, that reconcile what both sides reported; "
    "thousand dollars and tonnes in the file, dollars and kilograms here"
)
_NAME = re.compile(r"BACI_(HS(?:\d\d)?)_Y(\d{4})_V(\w+)", re.IGNORECASE)
_CENTURY = {"92": "1992", "96": "1996"}


def sniff(file: SourceFile) -> bool:
    """Whether the header is t, i, j, k, v and q."""
    columns = [name.lower() for name in text_file.headings(file)[0]]
    return set(columns) >= {"t", "i", "j", "k", "v"} and len(columns) <= 7


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text; its name says which edition of the HS."""
    columns, mark = text_file.headings(file)
    path = text_file.plain(file, reading.scratch).path
    frame = text_file.scan(path, mark=mark, columns=[c.lower() for c in columns])
    origin = Origin(file.name, file.sha256, "")
    match = _NAME.search(file.name)
    two = match[1][2:] if match else ""
    edition = (
        f"HS{_CENTURY.get(two, '20' + two)}"
        if two
        else reading.mapping.get("edition", "")
    )
    problems: tuple[Problem, ...] = ()
    if not edition:
        message = (
            "the edition of the HS is not in the file's name (BACI_HS17_Y2022_V202401.csv); "
            "say it: --map edition=HS2017"
        )
        problems = (Problem("edition-unknown", message, origin),)
    about = {"edition": edition or "HS", "version": match[3] if match else ""}
    return Rows(frame, origin, about, problems)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell a row: what i sent to j."""
    numbers = areas.numbers()
    has_tonnes = "q" in rows.frame.collect_schema().names()
    tonnes = cells.amount(pl.col("q")) if has_tonnes else pl.lit(None, pl.Float64)
    said = {
        "reporter": _area(pl.col("i"), numbers),
        "partner": _area(pl.col("j"), numbers),
        "product": cells.product(pl.col("k"), digits=6),
        "edition": pl.lit(rows.about["edition"]),
        "period": pl.col("t").str.strip_chars(),
        "direction": pl.lit("X"),
        "valuation": pl.lit("FOB"),
        "currency": pl.lit("USD"),
        "value": pl.col("v"),
        "quantity": tonnes * 1000.0,
        "unit": pl.when(tonnes.is_null()).then(pl.lit("")).otherwise(pl.lit("KGM")),
        "net_kg": tonnes * 1000.0,
    }
    frame = cells.table(rows, said, source=SOURCE, scale=1000.0)
    return Cells(frame, DEFINITION, {}, rows.problems)


def _area(said: pl.Expr, numbers: dict[str, str]) -> pl.Expr:
    code = said.str.strip_chars().str.strip_chars_start("0")
    return code.replace_strict(
        numbers, default="?" + code + "?", return_dtype=pl.String
    )
