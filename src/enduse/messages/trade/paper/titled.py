"""Number and date of a document, from its title and the labels of the page."""

import re

from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.kind import MAIN, number_of, title_of
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.model import Text

_DATED = re.compile(
    r"[\W_]*(?:(?:от|of|dated?|dtd|vom|du|del|of the|tarih\w*|日期)[\W_]*){0,3}",
    re.IGNORECASE,
)


def note_title(leaf: Leaf, sheet: Sheet) -> None:
    """Notes what the title says: the kind of paper, its number and its day."""
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


def note_lone_date(leaf: Leaf, sheet: Sheet) -> None:
    """Notes a date that stands alone at the head of a paper, where none is labelled."""
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


def own_number(leaf: Leaf, kind: str) -> str:
    """The number that a page gives a document of this kind, beside its label."""
    wanted = MAIN.get(kind, ())[:1]
    for segment in leaf.segments:
        for hit in hits_in(segment):
            if hit.fields[0] in wanted and hit.value.strip():
                return hit.value.split()[0].strip(" .,;:#")
    return ""


def first_number(sheet: Sheet, kind: str) -> str:
    """The document's own number, or another that it carries."""
    own = MAIN.get(kind, ())
    others = ("invoice_number", "bl_number", "awb_number", "order_number")
    for role in (*own, *others, "contract_number", "certificate_number", "reference"):
        for fact in sheet.notes.facts:
            if fact.role == role and isinstance(fact.value, Text):
                return fact.value.text
    return ""
