"""What a table says of its values beside them: a column each for exports and imports,
and a column that names the unit of money of every row (`thousand USD`)."""

import polars as pl

from enduse.flows import mapping
from enduse.flows.cells import Rows, amount, decimal_mark

_DIRECTION = "direction told"
_MONEY = "currency told"


def by_direction(rows: Rows, settled: dict[str, str]) -> tuple[Rows, dict[str, str]]:
    """The table with one row a direction, where exports and imports are columns."""
    names = [n for n in rows.frame.collect_schema().names() if n != "row"]
    ways = {n: mapping.direction_in(n) for n in names if _is_value(n)}
    columns = {way: name for name, way in reversed(ways.items()) if way}
    if "direction" in settled or set(columns) != {"X", "M"}:
        return rows, settled
    units = {mapping.money(name) for name in columns.values()}
    if len(units) > 1:
        raise ValueError("its columns of exports and of imports are in other units")
    first = columns["X"]
    parts = [
        rows.frame.with_columns(
            pl.col(name).alias(first), pl.lit(way).alias(_DIRECTION)
        )
        for way, name in columns.items()
    ]
    told = Rows(pl.concat(parts), rows.origin, rows.about, rows.problems)
    return told, {**settled, "direction": _DIRECTION, "value": first}


def _is_value(heading: str) -> bool:
    return mapping.field_of(heading)[0] == "value"


def by_row(rows: Rows, settled: dict[str, str]) -> tuple[Rows, dict[str, str]]:
    """The table in whole units of money, where a column names the unit of each row.

    A column of units of which one is no money is one of quantities, and stays.
    """
    unit, value = settled.get("unit", "="), settled.get("value", "=")
    given = any(name in settled for name in ("currency", "scale"))
    if given or unit.startswith("=") or value.startswith("="):
        return rows, settled
    if mapping.money(value).currency:
        return rows, settled
    text = pl.col(unit).str.strip_chars()
    found = rows.frame.select(text.unique()).collect()[unit].to_list()
    units = {name: mapping.money(name) for name in found}
    if not units or not all(money.currency for money in units.values()):
        return rows, settled
    number = _whole(rows, value, text, {n: m.scale for n, m in units.items()})
    money = text.replace_strict({n: m.currency for n, m in units.items()})
    frame = rows.frame.with_columns(number.alias(value), money.alias(_MONEY))
    rest = {name: column for name, column in settled.items() if name != "unit"}
    told = Rows(frame, rows.origin, rows.about, rows.problems)
    return told, {**rest, "currency": _MONEY}


def _whole(rows: Rows, value: str, text: pl.Expr, scales: dict[str, float]) -> pl.Expr:
    """The numbers in whole units as text; what is no number stays as it stands."""
    said = pl.col(value).cast(pl.String).fill_null("")
    head = rows.frame.head(2000).select(said).collect()[value]
    scale = text.replace_strict(scales, return_dtype=pl.Float64)
    number = amount(said, decimal=decimal_mark(head)) * scale
    return pl.when(number.is_not_null()).then(number.cast(pl.String)).otherwise(said)
