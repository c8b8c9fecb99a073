"""Every message reader there is, in one dict; others may add theirs by entry point."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from enduse.files.adapters import Adapters
from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.model import Fact, Problem


class MessageReader(Protocol):
    """The shape of every module that reads a message format.

    `FORMATS` maps the name of each message the module reads to what it is, for the
    documentation.
    """

    FORMATS: Mapping[str, str]

    def sniff(self, head: bytes) -> bool:
        """Whether a file that starts with `head` (64 KiB at most) is of this format."""

    def parse(self, file: SourceFile, options: Options) -> Iterator[Message | Problem]:
        """Every message of the file, as a stream; memory does not grow with the file.

        A fault in one message is a Problem of that message and the next ones follow;
        a file that cannot be read further ends with one `error` Problem.
        """

    def facts(self, message: Message) -> list[Fact]:
        """Every party, amount and text of the message, each with its place. Pure."""


# In the order they are asked to sniff: the particular before the general.
READERS: dict[str, str] = {
    "mail": "enduse.messages.mail",
    "cargo-xml": "enduse.messages.trade.cargo_xml",
    "ubl": "enduse.messages.trade.ubl",
    "cii": "enduse.messages.trade.cii",
    "dcsa": "enduse.messages.trade.dcsa",
    "edifact": "enduse.messages.trade.edifact.reader",
    "cargo-imp": "enduse.messages.trade.cargo_imp",
    "iso20022": "enduse.messages.iso20022.reader",
    "fedwire": "enduse.messages.fedwire.faim",
    "swift-mt": "enduse.messages.swift.mt",
    "wrapped": "enduse.messages.wrapped.reader",
    "payments-1c": "enduse.messages.tabular.client_bank",
    "trade-pdf": "enduse.messages.trade.pdf.reader",
    "trade-text": "enduse.messages.trade.text_paper",
    "trade-written": "enduse.messages.trade.written",
    "trade-sheet": "enduse.messages.trade.sheet",
    "customers-xlsx": "enduse.messages.tabular.workbook",
    "customers-parquet": "enduse.messages.tabular.parquet",
    "customers-jsonl": "enduse.messages.tabular.json_rows",
    "customers-xml": "enduse.messages.tabular.xml_rows",
    "customers-csv": "enduse.messages.tabular.delimited",
    "customers-list": "enduse.messages.tabular.name_list",
}
_FORMATS: Adapters[MessageReader] = Adapters("enduse.messages", READERS)
reader, names = _FORMATS.reader, _FORMATS.names


def sniff(file: SourceFile) -> str | None:
    """The name of the reader that knows this file, or None.

    A reader whose formats the first bytes cannot tell has a `confirm(file)` too, which
    may look at the whole of it.
    """
    return next((name for name in names() if _knows(reader(name), file)), None)


def _knows(found: MessageReader, file: SourceFile) -> bool:
    if not found.sniff(file.head):
        return False
    confirm = getattr(found, "confirm", None)
    return confirm is None or bool(confirm(file))
