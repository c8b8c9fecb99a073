"""Invoices, packing lists and customs invoices kept as sheets: workbooks and CSV.

*Source*: ECMA-376 (read by calamine) and RFC 4180. A sheet is read like a page: cells
are its words, their edges its ruled lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.tabular.office import is_workbook
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.closing import close
from enduse.messages.trade.paper.document import read_leaf
from enduse.messages.trade.paper.head import heads_in
from enduse.messages.trade.paper.hits import fits, hits_in
from enduse.messages.trade.paper.kind import (
    MAIN,
    kind_by_labels,
    number_in_title,
    title_of,
)
from enduse.messages.trade.paper.segment import Leaf
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.vocabulary import kinds
from enduse.messages.trade.sheet_cells import (
    Table,
    delimited,
    leaf_of,
    top_of,
    workbook,
)
from enduse.messages.trade.sheet_heads import with_one_heading
from enduse.messages.trade.sheet_sniff import is_trade
from enduse.model import Fact, Origin, Problem, Text

FORMATS = {
    "sheet-" + kind: f"workbook or CSV: {kind.replace('-', ' ')}" for kind in MAIN
} | {"sheet-document": "workbook or CSV with goods, of a kind it does not say"}
MAX_UNPACKED = 512 * 1024**2
MAX_CONFIRMED = 32 * 1024**2
MAX_ROWS = 200_000
_CHUNK = 1_000  # rows read together
_TOP = 60


def sniff(head: bytes) -> bool:
    """Whether it may be a workbook or delimited text; `confirm` looks inside."""
    if is_workbook(head):
        return True
    if head.startswith(b"PK\x03\x04"):
        return b"[Content_Types].xml" in head
    if not head.strip() or head[:1] in b"<{[" or b"%PDF-" in head[:1024]:
        return False
    lines = head[:8192].splitlines()[:40]
    return any(mark in line for line in lines for mark in (b",", b";", b"\t", b"|"))


def confirm(file: SourceFile) -> bool:
    """Whether a sheet of the file is a trade document: a goods table and labels.

    Of delimited text the first 64 KiB are looked at, of a workbook every sheet's top; a
    workbook of more than 32 MiB is taken for a customer table.
    """
    packed = is_workbook(file.head)
    try:
        if packed and file.path.stat().st_size > MAX_CONFIRMED:
            return False
        tables = _tables(file) if packed else iter((top_of(file.head),))
        tops = (_leaf(table, list(islice(table.rows, _TOP)), 1) for table in tables)
        return any(is_trade(leaf) for leaf in tops)
    except Exception:  # what calamine raises is its own affair; parse tells the user
        return False


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a sheet that has anything on it."""
    origin = Origin(file.name, file.sha256, "")
    try:
        for table in _tables(file):
            yield from _document(table, origin)
    except Exception as fault:
        message = f"cannot be read further: {fault}. Save it again as .xlsx or CSV"
        yield Problem("table-malformed", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """Everything the sheet says, found while it was read."""
    return list(message.content)


def _tables(file: SourceFile) -> Iterator[Table]:
    if is_workbook(file.head):
        yield from workbook(Path(file.path), MAX_UNPACKED)
    else:
        yield delimited(file)


def _document(table: Table, origin: Origin) -> Iterator[Message | Problem]:
    rows = iter(islice(table.rows, MAX_ROWS + 1))
    sheet, first = Sheet(Notes(origin), mark=table.mark), 1
    while chunk := list(islice(rows, _CHUNK)):
        leaf = _leaf(table, chunk, first)
        if leaf.segments:
            _learn_kind(leaf, table, sheet)
            read_leaf(leaf, (), sheet)
        first += len(chunk)
    if not sheet.pages:
        return
    if first > MAX_ROWS:
        sheet.notes.report(
            "table-too-long",
            f"rows below {MAX_ROWS:,} were not read: split the sheet",
            table.locator,
            "error",
        )
    close(sheet)
    notes = sheet.notes
    yield Message(
        f"sheet-{sheet.kind or 'document'}",
        "document",
        _ref(sheet) or table.name or "1",
        origin.at(table.locator),
        tuple(notes.facts),
        tuple(notes.problems),
        notes.coverage,
    )


def _leaf(table: Table, rows: Sequence[Sequence[str]], first: int) -> Leaf:
    """Some rows as a page; a heading of two rows in one, where it then says more."""
    leaf = leaf_of(table, rows, first)
    whole = with_one_heading(rows) if first == 1 else None
    if whole is None:
        return leaf
    other = leaf_of(table, whole, first)
    return other if _columns(other) > _columns(leaf) else leaf


def _columns(leaf: Leaf) -> int:
    return max((len(head.columns) for head in heads_in(leaf)), default=0)


def _learn_kind(leaf: Leaf, table: Table, sheet: Sheet) -> None:
    if sheet.kind:
        return
    title = title_of(leaf)
    hits = [hit for s in leaf.segments[:400] for hit in hits_in(s)]
    named = kinds().whole(table.name) or {"PL": "packing-list", "CI": _INVOICE}.get(
        table.name.upper(), ""
    )
    sheet.kind = (title.kind if title else "") or named or kind_by_labels(hits)
    if title:
        title.segment.take(0, title.last)
        where = leaf.where([title.segment])
        sheet.notes.text("document_type", title.segment.text, where)
        beside = leaf.right_of(title.segment)
        roles = MAIN.get(title.kind, ())
        if roles and (own := number_in_title(title)):
            sheet.notes.reference(roles[0], own, where, 0.9)
        if beside and roles and fits(roles[0], "references", beside.text):
            number = _BEHIND.sub("", _BEFORE.sub("", beside.text)).strip()
            sheet.notes.reference(roles[0], number, leaf.where([beside]), 0.8)
            beside.take()


_INVOICE = "commercial-invoice"
_BEFORE = re.compile(r"^\s*(?:№|#|No\.?\s|Nr\.?\s)\s*", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,]+(?:от|dated?|vom|du|del)\s+\d.*$", re.IGNORECASE)


def _ref(sheet: Sheet) -> str:
    wanted = (*MAIN.get(sheet.kind, ()), "invoice_number", "order_number", "reference")
    for role in wanted:
        for fact in sheet.notes.facts:
            if fact.role == role and isinstance(fact.value, Text):
                return fact.value.text
    return ""
