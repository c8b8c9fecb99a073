"""Tables somebody made: one row a cell, or periods as columns; CSV or Parquet.

Columns are told from their headings, or from a mapping given (`enduse.flows.mapping`).
What neither the table nor the mapping says is looked for in the file's name, and said
in a Problem; a currency that nothing says stays unknown.
"""

import re
from collections.abc import Sequence

import polars as pl
from polars.exceptions import PolarsError

from enduse.files.source_file import SourceFile
from enduse.flows import areas, cells, comext, mapping, text_file, units_told
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading
from enduse.model import Origin, Problem

LAYOUT = "a table with one row a cell, or with periods as columns (CSV, Parquet)"
SOURCE = "own"
_SPLITS = ("transport", "procedure", "place")
_ALL = frozenset(
    ("", "0", "TOTAL", "T", "ALL", "T-TOTAL", "TOTAL MOT", "C00", "NORMAL")
)
_MONEY_OF = {"EUR": "euro", "USD": "US dollars"}


def sniff(file: SourceFile) -> bool:
    """Whether the headings are those of a table of trade."""
    return mapping.is_table(headings(file))


def headings(file: SourceFile) -> list[str]:
    """The column names of a delimited or Parquet file; [] of a workbook."""
    if file.stem.endswith((".xlsx", ".xls", ".ods", ".xlsm")):
        return []
    if is_parquet(file):
        try:
            return pl.scan_parquet(file.path, glob=False).collect_schema().names()
        except (PolarsError, OSError):
            return []
    return text_file.headings(file)[0]


def is_parquet(file: SourceFile) -> bool:
    """Whether the file starts as Parquet does."""
    return file.head.startswith(b"PAR1")


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text. *Raises* ValueError for a mapping it does not bear."""
    origin = Origin(file.name, file.sha256, "")
    if is_parquet(file):
        frame = pl.scan_parquet(file.path, glob=False).with_row_index("row", offset=1)
        frame = frame.with_columns(pl.exclude("row").cast(pl.String).fill_null(""))
    else:
        columns, mark = text_file.headings(file)
        path = text_file.plain(file, reading.scratch).path
        frame = text_file.scan(path, mark=mark)
        read = frame.collect_schema().names()[1:]
        plain = dict(zip(read, columns, strict=False))
        if len(set(plain.values())) == len(plain):
            frame = frame.rename({a: b for a, b in plain.items() if a != b})
    return Rows(frame, origin)


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells. *Raises* ValueError where the mapping or the table lacks a field."""
    headings = [n for n in rows.frame.collect_schema().names() if n != "row"]
    settled = mapping.settle(headings, reading.mapping)
    return from_table(rows, settled, source=SOURCE)


def from_table(rows: Rows, settled: dict[str, str], *, source: str) -> Cells:
    """The cells of a table whose columns are settled."""
    told, settled = units_told.by_direction(*_long(rows, settled))
    told, settled = units_told.by_row(told, settled)
    problems = list(rows.problems)
    settled = dict(settled)
    _fill_from_name(settled, rows, problems)
    unit = _unit(settled, rows, problems)
    said = _said(settled)
    said["currency"] = (
        _text(settled, "currency") if "currency" in settled else pl.lit(unit.currency)
    )
    scale = _given(settled, "scale")
    factor = float(scale) if scale else unit.scale
    decimal = _given(settled, "decimal") or _decimal(told.frame, settled)
    for name in ("quantity", "net_kg"):
        if name in settled:
            factor_kg = _kilograms(settled) if name == "net_kg" else 1.0
            said[name] = cells.amount(_text(settled, name), decimal=decimal) * factor_kg
    number = cells.amount(_text(settled, "value"), decimal=decimal)
    said["status"] = cells.status(_text(settled, "value"), number)
    said["value"] = number
    splits = {n: _text(settled, n).str.to_uppercase() for n in _SPLITS if n in settled}
    frame = cells.table(told, said, source=source, scale=factor, splits=splits)
    money = unit.currency or "a currency that is not stated"
    definition = f"own table: value in {_MONEY_OF.get(money, money)}"
    if factor != 1.0:
        definition += f", stated in units of {factor:,.0f}"
    return Cells(frame, definition, dict.fromkeys(splits, _ALL), tuple(problems))


def _long(rows: Rows, settled: dict[str, str]) -> tuple[Rows, dict[str, str]]:
    """The table with one row a period, where its periods are columns."""
    times = mapping.dated(rows.frame.collect_schema().names())
    if {"period", "year"} & settled.keys() or len(times) < 2:
        return rows, settled
    others = [n for n in rows.frame.collect_schema().names() if n not in times]
    long = rows.frame.unpivot(
        on=list(times), index=others, variable_name="column", value_name="told"
    )
    return (
        Rows(long, rows.origin, rows.about, rows.problems),
        {**settled, "period": "column", "value": "told"},
    )


def _text(settled: dict[str, str], name: str) -> pl.Expr:
    """The text of a field: its column, what was given, or ''."""
    said = settled.get(name, mapping.CONSTANT)
    if said.startswith(mapping.CONSTANT):
        return pl.lit(said.removeprefix(mapping.CONSTANT))
    return pl.col(said).cast(pl.String).fill_null("").str.strip_chars()


def _given(settled: dict[str, str], name: str) -> str:
    said = settled.get(name, "")
    return said[1:] if said.startswith(mapping.CONSTANT) else ""


def _said(settled: dict[str, str]) -> dict[str, pl.Expr]:
    code = cells.product(_text(settled, "product"), digits=_digits(settled))
    product = pl.when(code == "").then(pl.lit("TOTAL")).otherwise(code)
    period = cells.period(_time(settled))
    reporter, partner = _sides(settled)
    said = {
        "reporter": reporter,
        "partner": partner,
        "product": product,
        "period": period,
        "direction": cells.direction(_text(settled, "direction")),
        "edition": _edition(settled, product, period),
    }
    if "valuation" in settled:
        said["valuation"] = _text(settled, "valuation").str.to_uppercase()
    if "quantity" in settled:
        said["unit"] = _text(settled, "unit")
    if "partner2" in settled:
        said["partner2"] = cells.area(_text(settled, "partner2"))
    if "estimated" in settled:
        said["value_estimated"] = cells.truth(_text(settled, "estimated"))
    return said


def _sides(settled: dict[str, str]) -> tuple[pl.Expr, pl.Expr]:
    """Reporter and partner; of a table of exporters and importers the exporter."""
    names = ("reporter", "partner")
    if "exporter" in settled and "importer" in settled and "reporter" not in settled:
        is_import = _given(settled, "direction").upper().startswith(("M", "I"))
        names = ("importer", "exporter") if is_import else ("exporter", "importer")
        settled.setdefault("direction", "=X")
    first, second = (cells.area(_text(settled, name)) for name in names)
    return first, second


def _time(settled: dict[str, str]) -> pl.Expr:
    if "period" in settled:
        return _text(settled, "period")
    year, month = _text(settled, "year"), _text(settled, "month")
    if "month" not in settled:
        return year
    number = pl.when(month.str.contains(r"^\d{1,2}$")).then(month.str.zfill(2))
    return (
        pl.when(month == "").then(year).otherwise(year + "-" + number.otherwise(month))
    )


def _digits(settled: dict[str, str]) -> int:
    """How many digits codes must have, where the heading says so: `cn8`, `hs6`."""
    match = re.fullmatch(
        r"(?:cn|hs|hts)[ _]?(2|4|6|8|10)", settled.get("product", "").lower()
    )
    return int(match[1]) if match else 0


def _edition(settled: dict[str, str], product: pl.Expr, period: pl.Expr) -> pl.Expr:
    """What is said; else the year's CN for a CN code, or `HS` of unknown edition."""
    if "edition" in settled:
        said = cells.edition(_text(settled, "edition"))
    elif settled.get("product", "").lower().startswith("cn") or _is_euro(settled):
        said = comext.edition(product, period)
    else:
        said = pl.lit("HS")
    return pl.when(product == "TOTAL").then(pl.lit("")).otherwise(said)


def _is_euro(settled: dict[str, str]) -> bool:
    return mapping.money(settled.get("value", "")).currency == "EUR"


def _unit(
    settled: dict[str, str], rows: Rows, problems: list[Problem]
) -> mapping.Money:
    """Currency and scale from the mapping, the value's heading, or the title."""
    given = _given(settled, "currency").upper()
    if "currency" in settled and not given:
        return mapping.Money("", mapping.money(settled.get("value", "")).scale)
    texts = (
        settled.get("value", ""),
        rows.about.get("unit", ""),
        rows.about.get("title", ""),
    )
    found = next(
        (m for t in texts if (m := mapping.money(t)).currency), mapping.Money("", 1.0)
    )
    if given:
        return mapping.Money(given, found.scale)
    if not found.currency:
        message = "does not say its currency; say it: --map currency=USD"
        problems.append(Problem("currency-unknown", message, rows.origin))
    return found


def _decimal(frame: pl.LazyFrame, settled: dict[str, str]) -> str:
    """Whether values have a decimal comma: by those of the first rows that have one."""
    seen = frame.head(2000).select(_text(settled, "value").alias("text")).collect()
    return cells.decimal_mark(seen["text"])


def _kilograms(settled: dict[str, str]) -> float:
    """What the unit of weight in the heading multiplies by: 1000 of `вес, тонн`."""
    return mapping.mass(settled["net_kg"]) or 1.0


def _fill_from_name(
    settled: dict[str, str], rows: Rows, problems: list[Problem]
) -> None:
    """Reporter, partner and direction from title or file name, each with a note."""
    text = f"{rows.about.get('title', '')} {re.sub(r'[_.-]', ' ', rows.origin.source)}"
    said = mapping.words(text)
    has_sides = "exporter" in settled and "importer" in settled
    if "reporter" not in settled and not has_sides:
        _fill(settled, "reporter", _area_in(said), rows, problems)
    if "partner" not in settled and not has_sides:
        _fill(settled, "partner", "WORLD" if "world" in said else "", rows, problems)
    if "direction" not in settled and not has_sides:
        if way := mapping.direction_in(settled.get("value", "")):
            settled["direction"] = mapping.CONSTANT + way
            return
        _fill(settled, "direction", mapping.direction_in(text), rows, problems)


def _fill(
    settled: dict[str, str], name: str, found: str, rows: Rows, problems: list[Problem]
) -> None:
    if not found:
        raise ValueError(
            f"no column says the {name}, nor does the file's name; say it: "
            f"--map {name}={_EXAMPLE[name]}"
        )
    settled[name] = mapping.CONSTANT + found
    message = (
        f"the {name} is taken from the title or the file's name: {found}; if it is "
        f"another, say it: --map {name}=..."
    )
    problems.append(Problem("field-guessed", message, rows.origin, "note"))


_EXAMPLE = {"reporter": "KG", "partner": "WORLD", "direction": "M"}


def _area_in(said: Sequence[str]) -> str:
    """The one country or group that the words name, longest names first."""
    for size in (4, 3, 2, 1):
        grams = (" ".join(said[i : i + size]) for i in range(len(said) - size + 1))
        found = (areas.area(g) for g in grams if len(g) > 3 or g in ("eu27",))
        known = [a for a in found if a and areas.kind_of(a) in ("country", "aggregate")]
        if known:
            return known[0]
    return ""
