"""Every reader of statistics there is, in one dict; others may add theirs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from enduse.files.adapters import Adapters
from enduse.files.source_file import SourceFile
from enduse.flows.cells import Cells, Rows


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader is told beside the file.

    `scratch` is a folder for what must be written out to be read; `mapping` says
    which column holds which field (see `enduse.flows.mapping`), and gives fields
    that no column holds.
    """

    scratch: Path
    mapping: Mapping[str, str] = field(default_factory=dict)


class StatisticsReader(Protocol):
    """The shape of every module that reads a layout of trade statistics.

    `LAYOUT` says which, for people; `SOURCE` is the source its cells are of, unless
    whoever imports says another.
    """

    LAYOUT: str
    SOURCE: str

    def sniff(self, file: SourceFile) -> bool:
        """Whether the file is of this layout, by its head or its sheets."""

    def rows(self, file: SourceFile, reading: Reading) -> Rows:
        """The file's rows as text, lossless. *Raises* OSError, ValueError."""

    def flows(self, rows: Rows, reading: Reading) -> Cells:
        """What the rows mean, as cells of the one table. Pure, lazy."""


# In the order they are asked to sniff: the particular before the general.
READERS: dict[str, str] = {
    "comtrade-json": "enduse.flows.comtrade_json",
    "comtrade-plus": "enduse.flows.comtrade_plus",
    "comtrade-legacy": "enduse.flows.comtrade_legacy",
    "baci": "enduse.flows.baci",
    "comext-bulk": "enduse.flows.comext",
    "easycomext": "enduse.flows.easycomext",
    "eurostat-sdmx": "enduse.flows.eurostat_sdmx",
    "eurostat-workbook": "enduse.flows.eurostat_workbook",
    "imf-imts": "enduse.flows.imf_imts",
    "national-workbook": "enduse.flows.national",
    "table": "enduse.flows.tidy",
}
_LAYOUTS: Adapters[StatisticsReader] = Adapters("enduse.flows", READERS)
reader, names = _LAYOUTS.reader, _LAYOUTS.names


def sniff(file: SourceFile, said: Mapping[str, str] | None = None) -> str | None:
    """The name of the reader that knows this file, or None.

    A table whose headings say too little is known with what is `said` of it.
    """
    found = next((name for name in names() if reader(name).sniff(file)), None)
    if not found and said and {"value", "partner", "reporter"} & said.keys():
        is_book = file.stem.endswith((".xlsx", ".xlsm", ".xls", ".ods"))
        return "national-workbook" if is_book else "table"
    return found
