"""Eurostat Comext datasets as SDMX-CSV: DS-045409 (CN8), DS-059341 (HS6).

Columns `freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE` with
`OBS_FLAG`; codes alone, or `EL:Greece` where labels were asked for.

*Source*: https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx (SDMX 2.1, 3.0).
"""

from enduse.files.source_file import SourceFile
from enduse.flows import indicators, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "Eurostat Comext, SDMX-CSV (DS-045409, DS-059341)"
SOURCE = "eurostat-comext"
_NEEDED = {"reporter", "partner", "product", "flow", "time_period", "obs_value"}


def _names(headings: list[str]) -> list[str]:
    return [name.partition(":")[0].strip().lower() for name in headings]


def sniff(file: SourceFile) -> bool:
    """Whether the header has SDMX's TIME_PERIOD and OBS_VALUE."""
    return set(_names(text_file.headings(file)[0])) >= _NEEDED


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text, columns in lower case."""
    return text_file.rows(file, reading, named=_names)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell for the rows of its indicators."""
    have = rows.frame.collect_schema().names()
    names = indicators.Dimensions(
        reporter="reporter",
        partner="partner",
        product="product",
        flow="flow",
        indicator="indicators" if "indicators" in have else "indicator",
        period="time_period",
        value="obs_value",
        flag="obs_flag",
        procedure="stat_procedure",
    )
    return indicators.flows(rows, names, source=SOURCE)
