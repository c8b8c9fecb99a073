"""PDF trade documents with a text layer, and the invoices embedded in them.

*Source*: ISO 32000-2:2020; Factur-X 1.07 / ZUGFeRD 2.3 for embedded invoices. pdfium
reads the pages, in a process of its own: docs/adr/0004-pdf.md.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.message import Message, Options
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.closing import close
from enduse.messages.trade.paper.document import read_leaf
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.kind import (
    MAIN,
    kind_by_labels,
    number_of,
    page_number,
    title_of,
)
from enduse.messages.trade.paper.segment import Leaf
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.titled import (
    first_number,
    note_lone_date,
    note_title,
    own_number,
)
from enduse.messages.trade.pdf.embedded import embedded
from enduse.messages.trade.pdf.lines import leaf_of
from enduse.messages.trade.pdf.onfile import on_disk
from enduse.messages.trade.pdf.pdfium import NoAnswer, Pdfium, shared
from enduse.messages.trade.pdf.printout import Printout
from enduse.messages.trade.pdf.wire import Opened, RawPage
from enduse.messages.wrapped.moved import facts_of
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "pdf-" + kind: f"PDF with a text layer: {kind.replace('-', ' ')}" for kind in MAIN
} | {"pdf-document": "PDF with a text layer, of a kind its title does not tell"}
MAX_PAGES = 2_000
MAX_SECONDS = 900.0
MAX_CRASHES = 5
PART_FACTS = 50_000  # of one document; one that says more becomes several messages
_FAULTS = {
    "password": "asks for a password; ask the sender for a file without one",
    "damaged": "is damaged and cannot be opened; ask the sender for it again",
    "empty": "has no pages; ask the sender for it again",
}
_SCANNED_01 = 0.2  # of a page under pictures, with hardly a word on it
_NOTHING_01 = 0.001  # a picture of a few points: a mark that printers leave


def sniff(head: bytes) -> bool:
    """Whether `%PDF-` stands in the first 1,024 bytes, as readers in use accept."""
    return b"%PDF-" in head[:1024]


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document; a bundle of papers in one file gives several."""
    origin = Origin(file.name, file.sha256, "")
    try:
        with on_disk(file) as path:
            yield from _File(origin, path, shared()).results(file, options)
    except UNREADABLE as fault:
        yield unreadable(origin, fault)


def facts(message: Message) -> list[Fact]:
    """Everything the pages say, found while they were read."""
    return facts_of(message)


@dataclass(slots=True)
class _Open:
    """The document being read: what it says so far, and where it began."""

    sheet: Sheet
    first_page: int
    number: str = ""


@dataclass(slots=True)
class _File:
    origin: Origin
    path: Path
    pdfium: Pdfium
    crashes: int = 0
    open: _Open | None = None
    waiting: list[Problem] = field(default_factory=list)
    printout: Printout = field(default_factory=Printout)
    says_something: bool = False  # a word, or a Problem of a page without one

    def results(
        self, file: SourceFile, options: Options
    ) -> Iterator[Message | Problem]:
        opened = self._opened()
        if isinstance(opened, Problem):
            yield opened
            return
        looked = self._looked()
        yield from self._remarks(opened, looked)
        yield from embedded(looked.attachments, file, options)
        yield from self._pages(opened.pages)
        yield from self.printout.closed(self.origin, options)

    def _opened(self) -> Opened | Problem:
        try:
            opened = self.pdfium.open(self.path)
        except NoAnswer as fault:
            message = f"cannot be opened: {fault}. Ask the sender for it again"
            return Problem("pdf-unreadable", message, self.origin, "error")
        if opened.fault:
            code = f"pdf-{opened.fault}"
            return Problem(code, _FAULTS[opened.fault], self.origin, "error")
        return opened

    def _looked(self) -> Opened:
        try:
            return self.pdfium.look(self.path)
        except NoAnswer as fault:
            return Opened(fault=str(fault))

    def _remarks(self, opened: Opened, looked: Opened) -> Iterator[Problem]:
        actions = sorted({*opened.actions, *looked.actions})
        if actions:
            message = (
                f"would make a viewer act ({', '.join(actions)}); enduse runs nothing "
                "of it. A trade paper needs none: ask where the file comes from"
            )
            yield Problem("pdf-active-content", message, self.origin, "note")
        if looked.fault:
            message = (
                f"embedded files could not be looked for: {looked.fault}; the pages "
                "were read. Look in a viewer whether files are attached"
            )
            yield Problem("pdf-attachments-unread", message, self.origin, "error")

    def _pages(self, count: int) -> Iterator[Message | Problem]:
        ends = time.monotonic() + MAX_SECONDS
        for number in range(1, min(count, MAX_PAGES) + 1):
            late = time.monotonic() > ends
            if late or self.crashes >= MAX_CRASHES:
                why = "time" if late else "pages that cannot be read"
                yield from self._closed()
                yield self._stopped(number, count, f"it took too much {why}")
                return
            page = self._page(number)
            if isinstance(page, Problem):
                self.says_something = True
                yield page
            else:
                self.says_something |= bool(page.words)
                yield from self._read(page)
        yield from self._closed()
        if not self.says_something:
            message = "has no word on any page: nothing in it was screened"
            yield Problem("pdf-no-text", message, self.origin, "error")
        if count > MAX_PAGES:
            yield self._stopped(MAX_PAGES + 1, count, f"{MAX_PAGES:,} are read at most")

    def _stopped(self, number: int, count: int, why: str) -> Problem:
        message = f"pages {number:,} to {count:,} were not read: {why}. Split the file"
        where = self.origin.at(f"page={number}")
        return Problem("pdf-too-long", message, where, "error")

    def _page(self, number: int) -> RawPage | Problem:
        where = self.origin.at(f"page={number}")
        try:
            page = self.pdfium.page(self.path, number)
        except NoAnswer as fault:
            self.crashes += 1
            message = f"page {number} cannot be read: {fault}. Look at it by hand"
            return Problem("pdf-page-unreadable", message, where, "error")
        if page.fault:
            message = f"page {number} cannot be read: {page.fault}. Look at it by hand"
            return Problem("pdf-page-unreadable", message, where, "error")
        letters = sum(len(word.text) for word in page.words)
        if not letters or (letters < 40 and page.pictures_01 > _SCANNED_01):
            return self._without_text(page, where)
        if page.cut:
            self.waiting.append(self._cut(number, where))
        return page

    def _without_text(self, page: RawPage, where: Origin) -> RawPage | Problem:
        shows = page.words or page.rules or page.figures
        if not shows and page.pictures_01 <= _NOTHING_01:
            message = f"page {page.number} is blank"
            self.waiting.append(Problem("pdf-page-blank", message, where, "note"))
            return page
        message = (
            f"page {page.number} has no text that can be read, only a picture or "
            "letters that are drawn: a scan. "
            "Read it by eye, or ask for the original file"
        )
        problem = Problem("pdf-no-text", message, where, "error")
        if not page.words:
            return problem
        self.waiting.append(problem)
        return page

    def _cut(self, number: int, where: Origin) -> Problem:
        message = f"page {number} has more letters than are read; split the file"
        return Problem("pdf-page-cut", message, where, "error")

    def _read(self, page: RawPage) -> Iterator[Message | Problem]:
        leaf, aside = leaf_of(page)
        if self.printout.take(leaf):
            return
        begins = self._begins(leaf)
        if begins:
            yield from self._closed()
        if self.open is None:
            kind, number = begins or ("", "")
            notes = Notes(self.origin)
            self.open = _Open(Sheet(notes, kind), page.number, number)
            note_title(leaf, self.open.sheet)
        for problem in self.waiting:
            self.open.sheet.notes.problems.append(problem)
        self.waiting = []
        read_leaf(leaf, aside, self.open.sheet)
        note_lone_date(leaf, self.open.sheet)
        if not self.open.sheet.kind:
            hits = [hit for s in leaf.segments for hit in hits_in(s)]
            self.open.sheet.kind = kind_by_labels(hits)

    def _begins(self, leaf: Leaf) -> tuple[str, str] | None:
        """Kind and number of the document that begins on this page, if one does."""
        title = title_of(leaf)
        if self.open is None:
            return (title.kind, number_of(title, leaf)) if title else None
        sheet = self.open.sheet
        if len(sheet.notes.facts) >= PART_FACTS:
            self._part(leaf, sheet)
            return sheet.kind, self.open.number or first_number(sheet, sheet.kind)
        if title is None or page_number(leaf) > 1:
            return None
        number = number_of(title, leaf) or own_number(leaf, title.kind)
        known = self.open.number or first_number(sheet, sheet.kind)
        if title.kind != sheet.kind:
            return title.kind, number
        if number and known and number.upper() != known.upper():
            return title.kind, number
        return None

    def _part(self, leaf: Leaf, sheet: Sheet) -> None:
        message = (
            f"says more than {PART_FACTS:,} things before page {leaf.number}, where "
            "the rest begins a part of its own; read the parts together"
        )
        where = self.origin.at(f"page={leaf.number}")
        sheet.notes.problems.append(Problem("pdf-in-parts", message, where, "note"))

    def _closed(self) -> Iterator[Message | Problem]:
        held, self.open = self.open, None
        if held is None:
            yield from self.waiting
            self.waiting = []
            return
        sheet = held.sheet
        close(sheet)
        notes = sheet.notes
        notes.problems.extend(self.waiting)
        self.waiting = []
        kind = sheet.kind or "document"
        ref = (
            held.number or first_number(sheet, sheet.kind) or f"page {held.first_page}"
        )
        where = self.origin.at(f"page={held.first_page}")
        yield Message(
            f"pdf-{kind}",
            "document",
            ref,
            where,
            tuple(notes.facts),
            tuple(notes.problems),
            notes.coverage,
        )
