"""PDF trade documents with a text layer, and the invoices embedded in them.

*Source*: ISO 32000-2:2020; Factur-X 1.07 / ZUGFeRD 2.3 for embedded invoices. pdfium
reads the pages, in a process of its own: docs/adr/0004-pdf.md.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.closing import close
from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.document import read_leaf
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.kind import (
    MAIN,
    kind_by_labels,
    number_of,
    page_number,
    title_of,
)
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.pdf.embedded import embedded
from enduse.messages.trade.pdf.lines import leaf_of
from enduse.messages.trade.pdf.onfile import on_disk
from enduse.messages.trade.pdf.pdfium import NoAnswer, Pdfium, shared
from enduse.messages.trade.pdf.wire import Opened, RawPage
from enduse.model import Fact, Origin, Problem, Text

FORMATS = {
    "pdf-" + kind: f"PDF with a text layer: {kind.replace('-', ' ')}" for kind in MAIN
} | {"pdf-document": "PDF with a text layer, of a kind its title does not tell"}
MAX_PAGES = 2_000
MAX_SECONDS = 900.0
MAX_CRASHES = 5
PART_PAGES = 250  # of one document; a longer one becomes several messages
_FAULTS = {
    "password": "asks for a password; ask the sender for a file without one",
    "damaged": "is damaged and cannot be opened; ask the sender for it again",
    "empty": "has no pages; ask the sender for it again",
}
_DATED = re.compile(
    r"[\W_]*(?:(?:от|of|dated?|dtd|vom|du|del|of the|tarih\w*|日期)[\W_]*){0,3}",
    re.IGNORECASE,
)
_SCANNED_01 = 0.2  # of a page under pictures, with hardly a word on it


def sniff(head: bytes) -> bool:
    """Whether `%PDF-` stands in the first 1,024 bytes, as readers in use accept."""
    return b"%PDF-" in head[:1024]


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document; a bundle of papers in one file gives several."""
    origin = Origin(file.name, file.sha256, "")
    try:
        with on_disk(file) as path:
            yield from _File(origin, path, shared()).results(file, options)
    except (OSError, EOFError, ValueError) as fault:
        message = f"cannot be read: {fault}. Ask for the file again"
        yield Problem("file-unreadable", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """Everything the pages say, found while they were read."""
    return list(message.content)


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
                yield page
            else:
                yield from self._read(page)
        yield from self._closed()
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
        if not page.words and page.pictures_01 <= 0.01 and not page.rules:
            message = f"page {page.number} is blank"
            self.waiting.append(Problem("pdf-page-blank", message, where, "note"))
            return page
        message = (
            f"page {page.number} has no text that can be read, only a picture: a scan. "
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
        begins = self._begins(leaf)
        if begins:
            yield from self._closed()
        if self.open is None:
            kind, number = begins or ("", "")
            notes = Notes(self.origin)
            self.open = _Open(Sheet(notes, kind), page.number, number)
            _note_title(leaf, self.open.sheet)
        for problem in self.waiting:
            self.open.sheet.notes.problems.append(problem)
        self.waiting = []
        read_leaf(leaf, aside, self.open.sheet)
        _date_alone(leaf, self.open.sheet)
        if not self.open.sheet.kind:
            hits = [hit for s in leaf.segments for hit in hits_in(s)]
            self.open.sheet.kind = kind_by_labels(hits)

    def _begins(self, leaf: Leaf) -> tuple[str, str] | None:
        """Kind and number of the document that begins on this page, if one does."""
        title = title_of(leaf)
        if self.open is None:
            return (title.kind, number_of(title, leaf)) if title else None
        sheet = self.open.sheet
        if leaf.number - self.open.first_page >= PART_PAGES:
            return sheet.kind, self.open.number or _first(sheet, sheet.kind)
        if title is None or page_number(leaf) > 1:
            return None
        number = number_of(title, leaf) or _own_number(leaf, title.kind)
        known = self.open.number or _first(sheet, sheet.kind)
        if title.kind != sheet.kind:
            return title.kind, number
        if number and known and number.upper() != known.upper():
            return title.kind, number
        return None

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
        ref = held.number or _first(sheet, sheet.kind) or f"page {held.first_page}"
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


def _note_title(leaf: Leaf, sheet: Sheet) -> None:
    title = title_of(leaf)
    if title:
        where = leaf.where([title.segment])
        sheet.notes.text("document_type", title.segment.text, where)
        title.segment.take(0, title.last)
        number, roles = number_of(title, leaf), MAIN.get(title.kind)
        if number and roles and sheet.new(roles[0], number):
            sheet.notes.reference(roles[0], number, where, 0.9)
            held = (title.segment, *leaf.segments)
            holder = next(s for s in held if number in s.text)
            at = holder.text.find(number)
            holder.take(at, at + len(number))
        for line in (title.segment, *_dated_below(leaf, title.segment)):
            for day, start, end in dates_in(line.text)[:1]:
                if sheet.new("issue_date", day.isoformat()):
                    dated = leaf.where_in(line, start, end)
                    sheet.notes.fact("issue_date", Text(day.isoformat()), dated, 0.8)
                    line.take(start, end)


def _date_alone(leaf: Leaf, sheet: Sheet) -> None:
    """A date that stands alone at the head of a paper, where none is labelled."""
    if sheet.pages > 1 or any(role == "issue_date" for role, _ in sheet.seen):
        return
    for segment in leaf.between(0, leaf.height * 0.35):
        for day, start, end in dates_in(segment.text)[:1]:
            alone = start < 2 and end > len(segment.text) - 3
            if alone and not segment.said and sheet.new("issue_date", day.isoformat()):
                where = leaf.where([segment])
                sheet.notes.fact("issue_date", Text(day.isoformat()), where, 0.6)
                return


def _dated_below(leaf: Leaf, title: Segment) -> list[Segment]:
    """The line under a title that holds hardly more than a date: `dated 3 May 2026`."""
    under = leaf.below(title, left=title.x0 - 60, right=title.x1 + 60)
    if under is None or len(under.text) > 40 or not dates_in(under.text):
        return []
    start = dates_in(under.text)[0][1]
    return [under] if _DATED.fullmatch(under.text[:start].strip()) else []


def _own_number(leaf: Leaf, kind: str) -> str:
    """The number that a page gives a document of this kind, beside its label."""
    wanted = MAIN.get(kind, ())[:1]
    for segment in leaf.segments:
        for hit in hits_in(segment):
            if hit.fields[0] in wanted and hit.value.strip():
                return hit.value.split()[0].strip(" .,;:#")
    return ""


def _first(sheet: Sheet, kind: str) -> str:
    """The document's own number, or another that it carries."""
    own = MAIN.get(kind, ())
    others = ("invoice_number", "bl_number", "awb_number", "order_number")
    for role in (*own, *others, "contract_number", "certificate_number", "reference"):
        for fact in sheet.notes.facts:
            if fact.role == role and isinstance(fact.value, Text):
                return fact.value.text
    return ""
