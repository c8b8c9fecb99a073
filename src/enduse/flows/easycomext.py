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
_VALUES = ("VALUE_IN_EUR", "VALUE_IN_EUROS", "VALUE_EUR")


def sniff(file: SourceFile) -> bool:
    """Whether the header is EasyComext's, with a value in euro."""
    have = {name.upper() for name in text_file.headings(file)[0]}
    return have >= _NEEDED and any(name in have for name in _VALUES)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text."""
    return comext.rows(file, reading)


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells; reporters outside the EU (made by others in this layout) keep no CN."""
    told = comext.flows(rows, reading)
    outside = ~pl.col("reporter").is_in(list(_eu()))
    frame = told.frame.with_columns(
        edition=pl.when(outside & (pl.col("product") != "TOTAL"))
        .then(pl.lit("HS"))
        .otherwise(pl.col("edition")),
        valuation=pl.when(outside).then(pl.lit("")).otherwise(pl.col("valuation")),
    )
    return Cells(frame, told.definition, told.totals, told.problems)


def _eu() -> frozenset[str]:
    groups = {name for name in areas.aggregates() if name.startswith(("EU", "EA"))}
    return frozenset({*areas.members("EU28"), *groups, "NO", "CH", "IS", "LI"})
