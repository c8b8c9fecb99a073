"""Trade papers kept as plain text: bills of lading, invoices, lists typed or printed.

A line of text is read like a line of a page: what wide gaps or upright strokes part
are runs of words of their own, as in columns. A locator is `line 12`.
"""

import re
from collections.abc import Iterator

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.message import Message, Options
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.closing import close
from enduse.messages.trade.paper.document import read_leaf
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.kind import (
    MAIN,
    heads_alone,
    kind_by_labels,
    number_of,
    title_of,
)
from enduse.messages.trade.paper.segment import Leaf
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.titled import first_number, note_lone_date, note_title
from enduse.messages.trade.sheet_sniff import is_trade
from enduse.messages.trade.text_lines import leaves_of
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import decoded

FORMATS = {"text-" + kind: f"plain text: {kind.replace('-', ' ')}" for kind in MAIN} | {
    "text-document": "plain text with a paper's labels, of a kind it does not say"
}
MAX_BYTES = 16 * 1024 * 1024
_OTHER = (b"<", b"{", b"[", b"PK", b"\xd0\xcf\x11\xe0")
_SHOWN = 200  # lines that tell whether it is a paper
_DELIMITER = re.compile(r"[;\t](?=\S)|[^\d\s],(?=\S)|,,|;;|\d,(?=\D\S)|\S\|\S")
_ROWS_01 = 0.3  # of the lines: with more that are parted by delimiters it is a table


def sniff(head: bytes) -> bool:
    """Whether it is text with the title or the labels of a trade paper."""
    bare = head.lstrip(b"\xef\xbb\xbf\t\r\n ")
    if not bare or bare.startswith(_OTHER) or b"%PDF-" in head[:1024]:
        return False
    text = decoded(head)
    if sum(not c.isprintable() and not c.isspace() for c in text[:4096]) > 4:
        return False
    lines = text.splitlines()[:_SHOWN]
    if _delimited(lines):
        return False
    leaves = list(leaves_of("\n".join(lines)))
    return any(map(is_trade, leaves)) or any(map(heads_alone, leaves[:1]))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a paper; one that begins on a page of its own is another."""
    return of_whole(file, MAX_BYTES, _read)


def _read(data: bytes, origin: Origin) -> Iterator[Message | Problem]:
    yield from papers_of(decoded(data), origin, "text")


def papers_of(text: str, origin: Origin, family: str) -> Iterator[Message]:
    """The papers that lines of text say, one after the other."""
    held: Sheet | None = None
    for leaf in leaves_of(text):
        if held is None or _begins(leaf, held):
            if held is not None:
                yield drawn(held, family)
            title = title_of(leaf)
            held = Sheet(Notes(origin), title.kind if title else "")
            held.route_at = ""
        read_page(leaf, held)
    if held is not None:
        yield drawn(held, family)


def facts(message: Message) -> list[Fact]:
    """Everything the lines say, found while they were read."""
    return list(message.content)


def read_page(leaf: Leaf, sheet: Sheet) -> None:
    """Notes all that a page of lines says."""
    if not sheet.pages:
        note_title(leaf, sheet)
    read_leaf(leaf, (), sheet)
    note_lone_date(leaf, sheet)
    if not sheet.kind:
        hits = [hit for s in leaf.segments[:400] for hit in hits_in(s)]
        sheet.kind = kind_by_labels(hits)


def drawn(sheet: Sheet, family: str) -> Message:
    """The message of a paper whose lines have all been read."""
    close(sheet)
    notes = sheet.notes
    first = notes.facts[0].origin if notes.facts else notes.origin.at("line 1")
    return Message(
        f"{family}-{sheet.kind or 'document'}",
        "document",
        first_number(sheet, sheet.kind) or first.locator,
        first,
        tuple(notes.facts),
        tuple(notes.problems),
        notes.coverage,
    )


def _begins(leaf: Leaf, sheet: Sheet) -> bool:
    """Whether a page begins another paper: of another kind, or another number."""
    title = title_of(leaf)
    if title is None:
        return False
    number, known = number_of(title, leaf), first_number(sheet, sheet.kind)
    return title.kind != sheet.kind or bool(number and known and number != known)


def _delimited(lines: list[str]) -> bool:
    """Whether the lines are rows of a table: parted by signs, not by blanks."""
    said = [line for line in lines if line.strip()]
    rows = sum(bool(_DELIMITER.search(line)) for line in said)
    return rows > len(said) * _ROWS_01
