"""Eurostat Comext bulk files: every CN8 code by member state, partner and month.

Old files name their columns otherwise (`DECLARANT_ISO`, `VALUE_IN_EUROS`). Rows are
parted by statistical procedure, and there is no row of all of them; period
`202352` is the whole year. Imports are CIF and exports FOB, in euro.

*Source*: Eurostat, "Bulk download of international trade in goods data", and
Commission Implementing Regulation (EU) 2020/1197, Annex V.
"""

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import cells, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "Eurostat Comext bulk (full_v2_YYYYMM, old and new column names)"
SOURCE = "eurostat-comext"
DEFINITION = (
    "Eurostat Comext: value in euro, imports CIF and exports FOB, all statistical "
    "procedures together"
)
TOTALS = {"procedure": frozenset({"T", "TOTAL", "T-TOTAL", "0", "_T"})}
_NAMES = {
    "DECLARANT_ISO": "REPORTER",
    "REPORTER_ISO": "REPORTER",
    "DECLARANT": "REPORTER",
    "PARTNER_ISO": "PARTNER",
    "PRODUCT": "PRODUCT_NC",
    "VALUE_IN_EUROS": "VALUE_EUR",
    "VALUE_IN_EUR": "VALUE_EUR",
    "QUANTITY_IN_KG": "QUANTITY_KG",
    "SUP_QUANTITY": "QUANTITY_SUPPL_UNIT",
    "SUPPLEMENTARY_QUANTITY": "QUANTITY_SUPPL_UNIT",
    "SUP_UNIT": "SUPPL_UNIT",
    "STAT_REGIME": "STAT_PROCEDURE",
}
_NEEDED = {"REPORTER", "PARTNER", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_EUR"}
_BULK_ONLY = {
    "TRADE_TYPE",
    "SUPPL_UNIT",
    "QUANTITY_KG",
    "SITC",
    "CPA",
    "BEC",
    "STATREGIME",
}


def names_of(columns: list[str]) -> list[str]:
    """The new names of the columns; of two that name one thing the first is taken,
    letters of a country (`PARTNER_ISO`) before its number in Comext's own list."""
    upper = [name.strip().upper() for name in columns]
    for kind in ("REPORTER", "DECLARANT", "PARTNER"):
        if f"{kind}_ISO" in upper and kind in upper:
            upper[upper.index(kind)] = f"{kind}_NUMBER"
    done: list[str] = []
    for name in upper:
        new = _NAMES.get(name, name)
        done.append(name if new in done or (new != name and new in upper) else new)
    return done


def sniff(file: SourceFile) -> bool:
    """Whether the header is a bulk file's, in its new or old words."""
    have = set(names_of(text_file.headings(file)[0]))
    return have >= _NEEDED and bool(have & _BULK_ONLY)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text, under the new column names."""
    return text_file.rows(file, reading, named=names_of)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell a row, parted by statistical procedure."""
    have = set(rows.frame.collect_schema().names())

    def text(name: str) -> pl.Expr:
        return pl.col(name).str.strip_chars() if name in have else pl.lit("")

    head = rows.frame.head(2000).select(text("VALUE_EUR").alias("text")).collect()
    decimal = cells.decimal_mark(head["text"])

    def number(name: str) -> pl.Expr:
        return cells.amount(text(name), decimal=decimal)

    period = cells.period(text("PERIOD"))
    direction = cells.direction(text("FLOW"))
    product = cells.product(text("PRODUCT_NC"))
    unit = text("SUPPL_UNIT")
    said = {
        "reporter": cells.area(text("REPORTER")),
        "partner": cells.area(text("PARTNER")),
        "product": product,
        "edition": edition(product, period),
        "period": period,
        "direction": direction,
        "valuation": valuation(direction),
        "currency": pl.lit("EUR"),
        "value": number("VALUE_EUR"),
        "status": cells.status(text("VALUE_EUR"), number("VALUE_EUR")),
        "quantity": number("QUANTITY_SUPPL_UNIT"),
        "unit": pl.when(unit.is_in(["", "NO_SU", "-"]))
        .then(pl.lit(""))
        .otherwise(unit),
        "net_kg": number("QUANTITY_KG"),
    }
    splits = {"procedure": text("STAT_PROCEDURE").str.to_uppercase()}
    frame = cells.table(rows, said, source=SOURCE, splits=splits)
    return Cells(frame, DEFINITION, TOTALS, rows.problems)


def edition(product: pl.Expr, period: pl.Expr) -> pl.Expr:
    """The year's Combined Nomenclature, which every code of Comext is of."""
    year = pl.lit("CN") + period.str.slice(0, 4)
    return (
        pl.when((product == "TOTAL") | (period == "")).then(pl.lit("")).otherwise(year)
    )


def valuation(direction: pl.Expr) -> pl.Expr:
    """EU statistics value goods at the reporter's border: imports CIF, exports FOB."""
    return (
        pl.when(direction == "M")
        .then(pl.lit("CIF"))
        .when(direction == "X")
        .then(pl.lit("FOB"))
        .otherwise(pl.lit(""))
    )
