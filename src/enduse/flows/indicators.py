"""Eurostat's dimension tables: a row for each indicator, made one cell.

The data browser and SDMX give value and quantity of one cell as separate rows, told
apart by `indicators`. Quantities are in 100 kg in DS-045409 (`QUANTITY_IN_100KG`).
"""

import re
from dataclasses import dataclass

import polars as pl

from enduse.flows import cells, comext
from enduse.flows.cells import SPLIT, Cells, Rows
from enduse.flows.frame import SCHEMA

_KEY = ("reporter", "partner", "product", "period", "direction", "split:procedure")
_INDICATOR = {
    r"VALUE.*1000.*EUR|VALUE.*THS.*EUR": ("value", 1000.0),
    r"VALUE.*EUR": ("value", 1.0),
    r"QUANTITY.*100.?KG": ("net_kg", 100.0),
    r"(QUANTITY|WEIGHT|MASS).*(KG|KILO)": ("net_kg", 1.0),
    r"(QUANTITY|WEIGHT|MASS).*(TON|_T$)": ("net_kg", 1000.0),
    r"SUP": ("quantity", 1.0),
}


@dataclass(frozen=True, slots=True)
class Dimensions:
    """The columns that hold each dimension; '' for one the file lacks."""

    reporter: str
    partner: str
    product: str
    flow: str
    indicator: str
    period: str
    value: str
    flag: str = ""
    procedure: str = ""


def flows(rows: Rows, names: Dimensions, *, source: str) -> Cells:
    """One cell for each reporter, partner, product, flow, period and procedure."""
    have = rows.frame.collect_schema().names()

    def text(name: str) -> pl.Expr:
        if name not in have:
            return pl.lit("")
        return pl.col(name).cast(pl.String).fill_null("").str.strip_chars()

    number = cells.amount(text(names.value))
    flag = text(names.flag).str.to_lowercase()
    state = cells.status(text(names.value), number)
    told = rows.frame.select(
        pl.col("row").cast(pl.UInt32),
        cells.area(text(names.reporter)).alias("reporter"),
        cells.area(text(names.partner)).alias("partner"),
        cells.product(text(names.product)).alias("product"),
        cells.period(text(names.period)).alias("period"),
        cells.direction(_code(text(names.flow))).alias("direction"),
        text(names.procedure).str.to_uppercase().alias("split:procedure"),
        cells.mapped(text(names.indicator), _kind).alias("kind"),
        cells.mapped(text(names.indicator), _factor).cast(pl.Float64).alias("factor"),
        number.alias("number"),
        pl.when(flag.str.contains("c") & number.is_null())
        .then(pl.lit("confidential"))
        .otherwise(state)
        .alias("status"),
        flag.str.contains("[es]").alias("estimated"),
    )
    return Cells(
        _cells(told, rows, source), comext.DEFINITION, comext.TOTALS, rows.problems
    )


def _cells(told: pl.LazyFrame, rows: Rows, source: str) -> pl.LazyFrame:
    amount = pl.col("number") * pl.col("factor")
    is_value = pl.col("kind") == "value"
    joined = told.group_by(_KEY, maintain_order=True).agg(
        amount.filter(is_value).first().alias("value"),
        amount.filter(pl.col("kind") == "net_kg").first().alias("net_kg"),
        amount.filter(pl.col("kind") == "quantity").first().alias("quantity"),
        pl.col("status").filter(is_value).first().fill_null("missing").alias("status"),
        pl.col("estimated").filter(is_value).any().alias("value_estimated"),
        pl.col("estimated").filter(~is_value).any().alias("quantity_estimated"),
        pl.col("row").min(),
    )
    said = {
        name: pl.col(name) for name in joined.collect_schema().names() if name in SCHEMA
    }
    said["edition"] = comext.edition(pl.col("product"), pl.col("period"))
    said["valuation"] = comext.valuation(pl.col("direction"))
    said["currency"] = pl.lit("EUR")
    said.pop("row")
    cells_of = Rows(joined, rows.origin)
    splits = {"procedure": pl.col(f"{SPLIT}procedure")}
    return cells.table(cells_of, said, source=source, splits=splits)


def _kind(indicator: str) -> str:
    """What an indicator measures; a file without indicators holds values."""
    return _meaning(indicator)[0]


def _factor(indicator: str) -> str:
    return str(_meaning(indicator)[1])


def _meaning(indicator: str) -> tuple[str, float]:
    said = re.sub(r"\W+", "_", indicator.upper())
    if not said:
        return ("value", 1.0)
    found = (m for pattern, m in _INDICATOR.items() if re.search(pattern, said))
    return next(found, ("", 1.0))


def _code(flow: pl.Expr) -> pl.Expr:
    """`2:EXPORT` and `2-EXPORT` by their word."""
    return flow.str.replace(r"^\d\s*[:\-]\s*", "")
