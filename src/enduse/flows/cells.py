"""From a provider's columns to the one table: `Rows`, `Cells`, and the way between.

Everything here works on lazy frames and in a stream: a file of any size passes
through a fixed amount of memory. Texts that repeat (areas, periods) are understood
once each, by a Python function over the distinct values of a batch.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import polars as pl

from enduse.flows import areas, periods
from enduse.flows.frame import SCHEMA
from enduse.model import Origin, Problem

Said: TypeAlias = pl.Expr | str
SPLIT = "split:"  # a column that parts one cell into several rows
_MISSING = (
    ":", "-", "–", "—", "..", "...", "…", "n/a", "na", "nan", "null", "none", "n.a.",
    "#n/a", "x", "*", "inf", "-inf", "nd", "нет данных", "н/д",
)  # fmt: skip
_CONFIDENTIAL = ("c", ": c", ":c", "conf", "(c)", "confidential")
_FLAGS = r"\s*[\(\[]?[a-df-z]{1,3}[\)\]]?$"
_DIRECTIONS = {
    **dict.fromkeys(("x", "export", "exports", "2", "2-export", "exp", "e"), "X"),
    **dict.fromkeys(("dx", "domestic export", "xg", "出口", "экспорт", "эк"), "X"),
    **dict.fromkeys(("m", "import", "imports", "1", "1-import", "imp", "i"), "M"),
    **dict.fromkeys(("mg", "进口", "импорт", "им", "fm"), "M"),
    **dict.fromkeys(("rx", "re-export", "re-exports", "3", "реэкспорт"), "RX"),
    **dict.fromkeys(("rm", "re-import", "re-imports", "4", "реимпорт"), "RM"),
}
_EDITIONS = {
    **{f"H{n}": f"HS{year}" for n, year in enumerate(
        (1992, 1996, 2002, 2007, 2012, 2017, 2022)
    )},
    **{f"S{n}": f"SITC{n}" for n in range(1, 5)},
    "B4": "BEC4", "B5": "BEC5", "EB": "EBOPS2002",
}  # fmt: skip


@dataclass(frozen=True)
class Rows:
    """A file's rows as its publisher wrote them: text columns and the row number.

    `about` holds what the file says outside its rows (title, unit, extraction date).
    """

    frame: pl.LazyFrame
    origin: Origin
    about: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Cells:
    """A file's cells: `SCHEMA`, and a `split:` column for what parts one cell.

    `totals` maps a split column to the values that stand for all of it; `definition`
    says what the figures are, for people. `constants` are columns that hold one
    value in the whole file: they are not in the frame. `source` is who publishes the
    cells, where that is not the reader's own source.
    """

    frame: pl.LazyFrame
    definition: str
    totals: Mapping[str, frozenset[str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    constants: Mapping[str, object] = field(default_factory=dict)
    source: str = ""


def mapped(said: pl.Expr, meaning: Callable[[str], str]) -> pl.Expr:
    """Each text by its meaning, worked out once for each distinct text."""

    def over(series: pl.Series) -> pl.Series:
        texts = series.cast(pl.String).fill_null("")
        known = {text: meaning(text) for text in texts.unique()}
        return texts.replace_strict(known, return_dtype=pl.String)

    return said.map_batches(over, return_dtype=pl.String, is_elementwise=True)


def area(said: pl.Expr) -> pl.Expr:
    """The area of each text; a text that no area has stays, between question marks."""
    return mapped(said, lambda text: areas.area(text) or unknown(text))


def unknown(text: str) -> str:
    """How an area that nobody knows is kept: `?Atlantis?`."""
    return f"?{text.strip()}?" if text.strip() else ""


def period(said: pl.Expr) -> pl.Expr:
    """The period of each text, '' where it is none."""
    return mapped(said, periods.period)


def direction(said: pl.Expr) -> pl.Expr:
    """X, M, RX or RM of each text, '' where it is none."""
    return mapped(said, lambda text: _DIRECTIONS.get(text.strip().casefold(), ""))


def edition(said: pl.Expr) -> pl.Expr:
    """`HS2017` of `H5`; other texts as they are."""
    return mapped(said, lambda text: _EDITIONS.get(text.strip().upper(), text.strip()))


def product(said: pl.Expr, *, digits: int = 0) -> pl.Expr:
    """The code with all zeros, or `TOTAL`; '' where there is neither.

    A code of an odd number of digits lost its first zero on the way through a
    spreadsheet; `digits` is the number it must have, where the layout says so.
    """
    code = (
        said.cast(pl.String).fill_null("").str.strip_chars(" '\t\"").str.to_uppercase()
    )
    code = code.str.replace(r"^(TOTAL|T|[0-9]+)\s*[-:]\s*\D.*$", "${1}")
    code = code.str.replace(r"^(\d+)\.0$", "${1}").str.replace_all(r"[ .]", "")
    code = (
        pl.when(code.is_in(["T", "TOTALS", "_T", "ALL"]))
        .then(pl.lit("TOTAL"))
        .otherwise(code)
    )
    is_number = code.str.contains(r"^\d+$")
    even = (
        pl.when(code.str.len_bytes() % 2 == 1).then(pl.lit("0") + code).otherwise(code)
    )
    whole = code.str.zfill(digits) if digits else even
    return pl.when(is_number).then(whole).otherwise(code)


def level(code: pl.Expr) -> pl.Expr:
    """The number of digits of a code; 0 for TOTAL, 1 for a range of chapters."""
    length = code.str.len_bytes().cast(pl.UInt8)
    is_range = code.str.contains(r"^\d\d[-,]")
    coarse = pl.when(code == "TOTAL").then(pl.lit(0, pl.UInt8))
    return coarse.when(is_range).then(pl.lit(1, pl.UInt8)).otherwise(length)


def amount(said: pl.Expr, *, decimal: str = ".") -> pl.Expr:
    """The number each text is, whole or with decimals; null where it is none."""
    text = _plain(said).str.replace_all(r"[\s\u00a0\u202f']", "")
    if decimal == ",":
        text = text.str.replace_all(".", "", literal=True).str.replace(",", ".")
    else:
        text = text.str.replace_all(",", "", literal=True)
    number = text.str.replace(_FLAGS, "").cast(pl.Float64, strict=False)
    return finite(number)


def finite(number: pl.Expr) -> pl.Expr:
    """Each number; null for one without end (`1e400`) and for none (`nan`)."""
    return pl.when(number.is_finite()).then(number).otherwise(None)


def decimal_mark(texts: pl.Series) -> str:
    """`,` where numbers such as `1.234,50` or `12,5` are written so, else `.`."""
    marked = texts.filter(texts.str.contains(","))
    if marked.is_empty() or marked.str.contains(r"\.\d{1,2}$|,\d{3}(\D|$)").any():
        return "."
    return ","


def status(said: pl.Expr, number: pl.Expr) -> pl.Expr:
    """`reported`, `missing` (an empty cell, `:`), `confidential` or `unreadable`."""
    text = _plain(said).str.to_lowercase()
    return (
        pl.when(number.is_not_null())
        .then(pl.lit("reported"))
        .when(text.is_in(_CONFIDENTIAL))
        .then(pl.lit("confidential"))
        .when((text == "") | text.is_in(_MISSING) | text.str.starts_with(":"))
        .then(pl.lit("missing"))
        .otherwise(pl.lit("unreadable"))
    )


def _plain(said: pl.Expr) -> pl.Expr:
    return said.cast(pl.String).fill_null("").str.strip_chars()


def truth(said: pl.Expr) -> pl.Expr:
    """Whether each text says yes: `true`, `1`, `Y`."""
    return _plain(said).str.to_lowercase().is_in(["true", "1", "y", "yes", "t"])


def table(
    rows: Rows,
    said: Mapping[str, pl.Expr],
    *,
    source: str,
    scale: float = 1.0,
    splits: Mapping[str, pl.Expr] | None = None,
) -> pl.LazyFrame:
    """The frame of `SCHEMA` whose columns are given; the others get their default.

    `said` holds columns already understood, except `value`, which may be text;
    `scale` brings the value to whole units. Codes that a publisher hides behind
    letters (`48XXXXXX`) make the cell confidential, with its value kept.
    """
    told = {name: expr.alias(name) for name, expr in said.items()}
    parts = [expr.alias(SPLIT + name) for name, expr in (splits or {}).items()]
    frame = rows.frame.select(*told.values(), *parts, pl.col("row").cast(pl.UInt32))
    years = pl.col("period").str.slice(0, 4).cast(pl.Int16, strict=False).fill_null(0)
    months = pl.col("period").str.slice(5, 2).cast(pl.UInt8, strict=False).fill_null(0)
    made: dict[str, pl.Expr] = {
        "level": level(pl.col("product")),
        "year": years,
        "month": months,
        "source": pl.lit(source),
        "sha256": pl.lit(rows.origin.sha256),
    }
    if "status" not in told:
        number = amount(pl.col("value"))
        made["value"] = number
        made["status"] = status(pl.col("value"), number)
    frame = frame.with_columns(**made)
    if scale != 1.0:
        frame = frame.with_columns(finite(pl.col("value") * scale).alias("value"))
    hidden = pl.col("product").str.contains(r"^\d*[A-Z]{2,}$") & (
        pl.col("product") != "TOTAL"
    )
    shown = pl.col("status").replace({"reported": "confidential"})
    frame = frame.with_columns(
        status=pl.when(hidden).then(shown).otherwise(pl.col("status"))
    )
    return _complete(frame, [f"{SPLIT}{name}" for name in splits or {}])


_DEFAULTS: dict[str, object] = {
    "partner2": "", "edition": "", "valuation": "", "currency": "", "unit": "",
    "quantity": None, "net_kg": None, "value_estimated": False,
    "quantity_estimated": False,
}  # fmt: skip


def _complete(frame: pl.LazyFrame, parts: list[str]) -> pl.LazyFrame:
    have = set(frame.collect_schema().names())
    columns = [
        (pl.col(name) if name in have else pl.lit(_DEFAULTS[name]))
        .cast(kind)
        .alias(name)
        for name, kind in SCHEMA.items()
    ]
    return frame.select(*columns, *parts)
