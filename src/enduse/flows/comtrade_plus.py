"""UN Comtrade v1 as CSV: the Comtrade+ download, and its bulk files (tab or comma).

Its header has 47 names and its rows 48 cells, the last one empty. One cell comes
several times: by mode of transport, customs procedure, mode of supply and second
partner; the rows of all of them are marked 0, C00, 0 and 0.

*Source*: https://uncomtrade.org/docs/ (data items of the API, version 1).
"""

from collections.abc import Mapping

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import cells, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "UN Comtrade v1, CSV (Comtrade+ download, bulk files)"
SOURCE = "un-comtrade"
DEFINITION = (
    "UN Comtrade, primary value in US dollars: imports CIF and exports FOB unless the "
    "cell says otherwise; one cell once, summed over modes only where no total is given"
)
_NEEDED = {"reporterCode", "partnerCode", "flowCode", "cmdCode", "period"}
TOTALS: Mapping[str, frozenset[str]] = {
    "mode_of_supply": frozenset({"0", ""}),
    "transport": frozenset({"0", ""}),
    "procedure": frozenset({"C00", ""}),
}


def sniff(file: SourceFile) -> bool:
    """Whether the header names Comtrade's fields."""
    return set(text_file.headings(file)[0]) >= _NEEDED


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text."""
    return text_file.rows(file, reading)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell for each row, parted by transport, procedure and mode of supply."""
    have = set(rows.frame.collect_schema().names())

    def text(name: str, default: str = "") -> pl.Expr:
        if name not in have:
            return pl.lit(default)
        return pl.col(name).cast(pl.String).fill_null("").str.strip_chars()

    value = first_filled(text("primaryValue"), text("fobvalue"), text("cifvalue"))
    code = cells.product(text("cmdCode"))
    quantity = cells.amount(text("qty"))
    unit = cells.mapped(text("qtyUnitCode"), lambda n: UNITS.get(n, n))
    said = {
        "reporter": cells.area(first_filled(text("reporterCode"), text("reporterISO"))),
        "partner": cells.area(first_filled(text("partnerCode"), text("partnerISO"))),
        "partner2": _second(text("partner2Code", "0")),
        "product": code,
        "edition": pl.when(code == "TOTAL")
        .then(pl.lit(""))
        .otherwise(cells.edition(text("classificationCode"))),
        "period": cells.period(text("period")),
        "direction": cells.direction(text("flowCode")),
        "valuation": _valuation(value, text("cifvalue"), text("fobvalue")),
        "currency": pl.lit("USD"),
        "value": value,
        "quantity": pl.when(unit != "").then(quantity).otherwise(None),
        "unit": unit,
        "net_kg": cells.amount(text("netWgt")),
        "value_estimated": _value_estimated(
            text("legacyEstimationFlag"), text("isReported")
        ),
        "quantity_estimated": cells.truth(text("isQtyEstimated"))
        | cells.truth(text("isNetWgtEstimated")),
    }
    splits = {
        "mode_of_supply": text("mosCode"),
        "transport": text("motCode"),
        "procedure": text("customsCode"),
    }
    frame = cells.table(rows, said, source=SOURCE, splits=splits)
    return Cells(frame, DEFINITION, TOTALS, rows.problems)


def first_filled(*said: pl.Expr) -> pl.Expr:
    """The first text of each row that is not empty."""
    found = said[-1]
    for expr in reversed(said[:-1]):
        found = pl.when(expr != "").then(expr).otherwise(found)
    return found


def _second(said: pl.Expr) -> pl.Expr:
    """The second partner, '' for all of them together."""
    return (
        pl.when(said.is_in(["0", "", "W00"]))
        .then(pl.lit(""))
        .otherwise(cells.area(said))
    )


def _valuation(value: pl.Expr, cif: pl.Expr, fob: pl.Expr) -> pl.Expr:
    same_cif = (cif != "") & (cells.amount(cif) == cells.amount(value))
    same_fob = (fob != "") & (cells.amount(fob) == cells.amount(value))
    return (
        pl.when(same_cif & ~same_fob)
        .then(pl.lit("CIF"))
        .when(same_fob & ~same_cif)
        .then(pl.lit("FOB"))
        .otherwise(pl.lit(""))
    )


def _value_estimated(flag: pl.Expr, is_reported: pl.Expr) -> pl.Expr:
    """Rows the UN made up from others' reports; flags 2, 4, 6 are of quantities."""
    return is_reported.str.to_lowercase().is_in(["false", "0"]) & flag.is_in(
        ["1", "3", "5", "7"]
    )


# Comtrade's quantity units, https://comtradeapi.un.org/files/v1/app/reference/QuantityUnits.json
UNITS = {
    "-1": "", "1": "", "0": "", "2": "MTK", "3": "MWH", "4": "MTR", "5": "H87",
    "6": "NPR", "7": "LTR", "8": "KGM", "9": "1000 H87", "10": "PK", "11": "DZN",
    "12": "MTQ", "13": "CTM",
}  # fmt: skip
