"""EasyComext's downloads: seven columns, periods in four spellings.

`REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR`; a product is
`Total` or `TOTAL-Total`, a flow `EXPORT` or `2-EXPORT`, a period `Aug. 2024`,
`202408-Aug. 2024`, `202352-Jan.-Dec. 2023` or `Y2019`.

*Source*: Eurostat EasyComext (since 2024), "Relational view" as CSV.
"""

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import areas, comext, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "Eurostat EasyComext, CSV (relational view)"
SOURCE = "eurostat-comext"
_NEEDED = {"REPORTER", "PARTNER", "PRODUCT", "FLOW", "PERIOD"}
_BESIDE = frozenset(
    ["NO", "CH", "IS", "LI", "AL", "BA", "ME", "MK", "RS", "TR", "XK", "MD", "UA"]
)
_VALUES = ("VALUE_IN_EUR", "VALUE_IN_EUROS", "VALUE_EUR")


def sniff(file: SourceFile) -> bool:
    """Whether the header is EasyComext's, with a value in euro."""
    have = {name.upper() for name in text_file.headings(file)[0]}
    return have >= _NEEDED and any(name in have for name in _VALUES)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text."""
    return comext.rows(file, reading)


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells. Other countries' tables are passed on in this layout as well: they
    are not Eurostat's, nor of its nomenclature, nor valued as the EU does."""
    told = comext.flows(rows, reading)
    reporters = told.frame.select(pl.col("reporter").unique()).collect()["reporter"]
    if any(name in _eurostat() for name in reporters):
        return told
    has_code = pl.col("product") != "TOTAL"
    frame = told.frame.with_columns(
        edition=pl.when(has_code).then(pl.lit("HS")).otherwise(pl.lit("")),
        valuation=pl.lit(""),
    )
    definition = "national statistics in EasyComext's layout: value in euro"
    return Cells(frame, definition, told.totals, told.problems, source="national")


def _eurostat() -> frozenset[str]:
    """Who reports to Eurostat's database: members, their groups, EFTA, candidates."""
    groups = {name for name in areas.aggregates() if name.startswith(("EU", "EA"))}
    return frozenset({*areas.members("EU28"), *groups, *_BESIDE})
