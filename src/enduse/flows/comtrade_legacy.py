"""UN Comtrade's legacy download: 35 columns, `Trade Value (US$)`.

*Source*: https://comtrade.un.org/data/ (until 2023), "CSV" and the legacy API.
"""

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows import comtrade_plus, text_file
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading

LAYOUT = "UN Comtrade, legacy CSV (35 columns)"
SOURCE = "un-comtrade"
_NEEDED = {"Trade Flow", "Reporter Code", "Partner Code", "Commodity Code"}
_NAMES = {  # legacy heading to the field of version 1
    "Classification": "classificationCode",
    "Period": "period",
    "Trade Flow": "flowCode",
    "Reporter Code": "reporterCode",
    "Reporter ISO": "reporterISO",
    "Partner Code": "partnerCode",
    "Partner ISO": "partnerISO",
    "2nd Partner Code": "partner2Code",
    "Customs Proc. Code": "customsCode",
    "Mode of Transport Code": "motCode",
    "Commodity Code": "cmdCode",
    "Qty Unit Code": "qtyUnitCode",
    "Qty": "qty",
    "Netweight (kg)": "netWgt",
    "Trade Value (US$)": "primaryValue",
    "CIF Trade Value (US$)": "cifvalue",
    "FOB Trade Value (US$)": "fobvalue",
    "Flag": "flag",
}


def sniff(file: SourceFile) -> bool:
    """Whether the header is the legacy one."""
    return set(text_file.headings(file)[0]) >= _NEEDED


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The file's rows as text."""
    return text_file.rows(file, reading)


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells, by way of version 1: the flag tells which quantities are estimated.

    *Source*: Comtrade legacy API, estimation flag: 2 quantity, 4 net weight, 6 both.
    """
    have = rows.frame.collect_schema().names()
    frame = rows.frame.rename({old: new for old, new in _NAMES.items() if old in have})
    if "flag" in frame.collect_schema().names():
        flag = pl.col("flag").cast(pl.String).str.strip_chars()
        frame = frame.with_columns(
            isQtyEstimated=flag.is_in(["2", "6"]).cast(pl.String),
            isNetWgtEstimated=flag.is_in(["4", "6"]).cast(pl.String),
        )
    told = Rows(frame, rows.origin, rows.about, rows.problems)
    return comtrade_plus.flows(told, reading)
