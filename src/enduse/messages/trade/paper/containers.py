"""Containers and their seals in the cells of a goods table."""

import re

from enduse.codes import container
from enduse.messages.trade.paper.cell import TABLE_GUESS, TABLE_SURE
from enduse.messages.trade.paper.head import Head
from enduse.messages.trade.paper.mentions import speaks_of_containers
from enduse.messages.trade.paper.rows import Row, joined
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.vocabulary import labels, tokens_of

_SEAL = re.compile(
    r"(?:seals?|plombe|scellé|precinto|mühür|пломба|铅封)\s*(?:no\.?|nr\.?|#|№|nos\.?)?"
    r"\s*[:：]?\s*([A-Z0-9][A-Z0-9-]{3,19})",
    re.IGNORECASE,
)

_RANGE = re.compile(r"\d{1,3}-\d{1,4}")  # of cases


def note_containers(field: str, segment: Segment, where: str, sheet: Sheet) -> None:
    """Notes the container numbers and the seals that a cell names."""
    for number in container.mentioned(segment.text):
        told = field in ("container", "marks") or speaks_of_containers(segment.text)
        if told or container.is_valid(number):
            if sheet.new("container", number):
                sheet.notes.reference("container", number, where, TABLE_SURE)
            if field == "container":
                segment.take()
    for match in _SEAL.finditer(segment.text):
        if any(c.isdigit() for c in match[1]):
            segment.take(match.start(), match.end())
            if sheet.new("seal", match[1]):
                sheet.notes.reference("seal", match[1], where, TABLE_GUESS)


def note_sealed(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> None:
    """The seal that shares a cell with a container, or has a column of its own."""
    for number, column in enumerate(head.columns):
        if column.field not in ("container", "seal") or not row.text(number):
            continue
        sealed = column.field == "seal" or any(
            (found := labels().at((token,), 0)) and found.field == "seal"
            for token in tokens_of(column.heading)
        )
        segments = row.cells[number]
        text = joined([s.text for s in segments])
        for one in container.mentioned(text):
            if sheet.new("container", one):
                where = leaf.where(segments)
                sheet.notes.reference("container", one, where, TABLE_SURE)
            text = _without(text, one)
        if sealed:
            for word in re.findall(r"[A-Z0-9-]{4,20}", text.upper()):
                numbered = any(c.isdigit() for c in word) and not _RANGE.fullmatch(word)
                if numbered and sheet.new("seal", word):
                    where = leaf.where(segments)
                    sheet.notes.reference("seal", word, where, TABLE_SURE)
                    for segment in segments:
                        segment.take()


def _without(text: str, number: str) -> str:
    loose = r"[ ./-]{0,2}".join(number)
    return re.sub(loose, " ", text, flags=re.IGNORECASE)
