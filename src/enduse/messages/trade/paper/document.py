"""Page by page, what a laid-out document says: parties, goods, route, numbers, words.

Every letter ends in a fact: what no label, table or form explains is `unmapped` text.
"""

from collections.abc import Sequence

from enduse.messages.swift.free_lines import Line
from enduse.messages.trade.paper.airports import note_airport
from enduse.messages.trade.paper.beyond import cells_below, cells_right, gone_on
from enduse.messages.trade.paper.chambers import note_chamber
from enduse.messages.trade.paper.closing import note_vessel
from enduse.messages.trade.paper.currencies import currency_in
from enduse.messages.trade.paper.days import shows_month_first
from enduse.messages.trade.paper.figures import decimal_mark
from enduse.messages.trade.paper.goods import codes_in
from enduse.messages.trade.paper.goods_box import note_coded_lines, read_goods_boxes
from enduse.messages.trade.paper.hits import Hit, hits_in
from enduse.messages.trade.paper.journey import is_place, note_end, note_journeys
from enduse.messages.trade.paper.letterhead import unlabelled_parties
from enduse.messages.trade.paper.mentions import note_mentions
from enduse.messages.trade.paper.parties import is_same_as, parties_of
from enduse.messages.trade.paper.scalars import NOBODY, read_scalar
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.tables import read_tables
from enduse.messages.trade.paper.told import note_told
from enduse.messages.trade.paper.values import Around, Stretch
from enduse.messages.trade.paper.wrapped import join_wrapped
from enduse.model import Good

_OF_BANKS = frozenset(("iban", "bic", "account", "clearing"))
PARTY_SURE, PARTY_GUESS = 0.9, 0.6
GOODS_GUESS = 0.5


def read_leaf(leaf: Leaf, aside: Sequence[Segment], sheet: Sheet) -> None:
    """Notes all that a page says."""
    sheet.pages += 1
    _learn(leaf, sheet)
    tabled = read_tables(leaf, sheet)
    join_wrapped(leaf, tabled)
    free = [s for s in leaf.segments if id(s) not in tabled]
    note_journeys(leaf, free, sheet)
    hits = {id(s): found for s in free if (found := hits_in(s))}
    around = Around(leaf, hits, tabled)
    ordered = [hit for s in free for hit in hits.get(id(s), ())]
    for hit in ordered:
        if hit.section in ("parties", "ends") and not _is_taken(hit):
            _party(hit, around, sheet)
    if not tabled:
        read_goods_boxes(leaf, around, sheet)
        note_coded_lines(leaf, around, sheet)
    for hit in ordered:
        if hit.section not in ("parties", "ends", "contact") and not _is_taken(hit):
            _scalar(hit, around, sheet)
    for hit in ordered:
        if hit.section == "contact" and hit.fields[0] in _OF_BANKS:
            _account(hit, around, sheet)
    unlabelled_parties(leaf, around, sheet)
    note_chamber(leaf, free, sheet)
    note_mentions(leaf, free, sheet)
    note_told(leaf, free, sheet)
    _leave_nothing(leaf, [*leaf.segments, *aside], sheet)


def _learn(leaf: Leaf, sheet: Sheet) -> None:
    """How this document writes numbers, dates and money."""
    texts = [s.text for s in leaf.segments]
    sheet.mark = sheet.mark or decimal_mark(texts)
    sheet.month_first = sheet.month_first or shows_month_first(texts)
    if not sheet.currency:
        votes: dict[str, int] = {}
        for text in texts:
            code = currency_in(text)
            if code:
                votes[code] = votes.get(code, 0) + 1
        if len(votes) == 1 or (
            votes and max(votes.values()) > sum(votes.values()) * 0.6
        ):
            sheet.currency = max(votes, key=lambda c: votes[c])


def _is_taken(hit: Hit) -> bool:
    """Whether a party or table has read this label's line already."""
    places = (hit.start, hit.value_at)
    return any(a <= at < b for a, b in hit.segment.said for at in places)


def _party(hit: Hit, around: Around, sheet: Sheet) -> None:
    leaf = around.leaf
    stretches = [s for s in around.block(hit) if s.text and not _is_read(s)]
    lines = _lines(leaf, stretches)
    if len(stretches) == 1:
        lines += cells_right(stretches, around)
    lines += cells_below(hit, around)
    if not lines or not any(c.isalpha() for line in lines for c in line.text):
        return
    if len(lines) == 1 and NOBODY.fullmatch(lines[0].text.strip()):
        return
    hit.segment.label(hit.start, hit.value_at)
    where = lines[0].locator
    if hit.section == "ends" and note_airport(
        hit.fields[0], lines[0].text, where, sheet
    ):
        stretches[0].take()
        return
    if hit.section == "ends" and is_place(lines[0].text):
        stretches[0].take()
        note_end(hit.fields[0], lines[0], sheet)
        return
    where = leaf.where([s.segment for s in stretches])
    for stretch in stretches:
        stretch.take()
    first = hit.fields[0]
    confidence = PARTY_SURE if hit.sure else PARTY_GUESS
    if is_same_as(lines):
        _repeat(hit, where, sheet)
        return
    for field in hit.fields:
        role = _end_role(field, sheet) if hit.section == "ends" else field
        found = parties_of(lines, _role(role, sheet), sheet.notes.origin.at(where))
        for party in found:
            if sheet.new(f"party {party.role}", party.name):
                sheet.notes.party(party, confidence)
        if field == first:
            sheet.parties.setdefault(role, []).extend(found)


def _lines(leaf: Leaf, stretches: Sequence[Stretch]) -> list[Line]:
    """The lines of a block; a label and the value right of it are one line."""
    lines: list[Line] = []
    last: Segment | None = None
    for stretch in stretches:
        segment = stretch.segment
        level = last is not None and abs(last.middle - segment.middle) < 0.45 * (
            max(segment.size, 4)
        )
        if lines and level and not segment.place:
            lines[-1] = Line(f"{lines[-1].text}: {stretch.text}", lines[-1].locator)
        else:
            where = leaf.where_in(segment, stretch.start, stretch.end)
            lines.append(Line(stretch.text, where))
        last = segment
    return lines


_ROLES = {"carrier_agent": "freight_forwarder"}


_SENT = {"seller": "shipper", "buyer": "consignee"}
_DRAWN = {"seller": "drawer", "buyer": "drawee"}


def _end_role(field: str, sheet: Sheet) -> str:
    """Who stands behind `From` and `To`: on a waybill, who sends and who receives; on
    a bill of exchange, who draws and who is to pay."""
    if sheet.kind == "bill-of-exchange":
        return _DRAWN.get(field, field)
    sent = sheet.kind.endswith(("waybill", "airway-bill", "bill-of-lading"))
    return _SENT.get(field, field) if sent else field


def _role(field: str, sheet: Sheet) -> str:
    """A party's role; who issues a bill of lading or an air waybill carries."""
    carried = sheet.kind in ("airway-bill", "bill-of-lading", "sea-waybill")
    if field == "issuer" and carried:
        return "carrier"
    return _ROLES.get(field, field)


def _is_read(stretch: Stretch) -> bool:
    return any(a <= stretch.start and stretch.end <= b for a, b in stretch.segment.said)


def _repeat(hit: Hit, where: str, sheet: Sheet) -> None:
    """`Same as consignee`: that party again, in this role."""
    from dataclasses import replace

    text = hit.segment.text.casefold()
    order = ("consignee", "buyer", "shipper", "importer")
    named = [role for role in order if role in text and role not in hit.fields]
    for role in (*named, *order):
        for party in sheet.parties.get(role, ())[:1]:
            again = replace(party, role=hit.fields[0])
            sheet.notes.fact(hit.fields[0], again, where, PARTY_GUESS)
            return


def _scalar(hit: Hit, around: Around, sheet: Sheet) -> None:
    of_vessel = hit.section == "vessel" or hit.fields[0] in ("voyage", "flight")
    if of_vessel and note_vessel(hit, around, sheet):
        return
    stretch = around.scalar(hit)
    if stretch is None or not stretch.text or _is_read(stretch):
        if not hit.value.strip() and hit.sure:
            hit.segment.label(hit.start, hit.value_at)
        return
    where = around.leaf.where_in(stretch.segment, stretch.start, stretch.end)
    stretch = gone_on(stretch, hit, around)
    read = note_airport(hit.fields[0], stretch.text, where, sheet)
    if read:
        stretch.take()
    for field in () if read else hit.fields:
        read |= read_scalar(field, hit.section, stretch, where, sheet, sure=hit.sure)
    if read or hit.sure:
        hit.segment.label(hit.start, hit.value_at)


def _account(hit: Hit, around: Around, sheet: Sheet) -> None:
    """A bank's or an account's number that stands outside a party's lines."""
    if _is_taken(hit):
        return
    stretch = around.scalar(hit)
    if stretch is None or (
        not any(c.isdigit() for c in stretch.text) and (hit.fields[0] != "bic")
    ):
        return
    where = around.leaf.where_in(stretch.segment, stretch.start, stretch.end)
    label = hit.segment.text[hit.start : hit.value_at]
    line = Line(f"{label.strip(' :.')}: {stretch.text}", where)
    role = "beneficiary_bank" if hit.fields[0] in ("bic", "clearing") else "payee"
    for party in parties_of([line], role, sheet.notes.origin.at(where)):
        if party.identifiers and sheet.new(role, party.identifiers[0].value):
            sheet.notes.party(party, PARTY_SURE)
            hit.segment.label(hit.start, hit.value_at)
            stretch.take()


def _leave_nothing(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """Words that nothing has read, each run of lines as one text."""
    notes = sheet.notes
    run: list[str] = []
    held: list[Segment] = []
    for segment in segments:
        notes.leaves += 1
        rest = [
            (a, b)
            for a, b in segment.left_over()
            if any(c.isalpha() for c in segment.text[a:b])
        ]
        if not rest:
            read = bool(segment.said)
            notes.screened += read
            notes.exempt += not read
            continue
        notes.screened += 1
        text = " ".join(segment.text[a:b].strip() for a, b in rest)
        if held and not _goes_on(held[-1], segment):
            _note_words(" ".join(run), leaf.where(held), sheet)
            run, held = [], []
        run.append(text)
        held.append(segment)
    if held:
        _note_words(" ".join(run), leaf.where(held), sheet)


def _note_words(text: str, where: str, sheet: Sheet) -> None:
    """Notes unexplained words; they are goods too where they state a goods code."""
    notes = sheet.notes
    notes.text("unmapped", text, where)
    codes = tuple(codes_in(text))
    told = any(code.scheme in ("hs", "eccn") for code in codes)
    if told and not any(isinstance(fact.value, Good) for fact in notes.facts):
        good = Good(text, notes.origin.at(where), codes=codes)
        notes.fact("goods", good, where, GOODS_GUESS)


def _goes_on(last: Segment, new: Segment) -> bool:
    if last.place or new.place:
        return last.place == new.place and abs(last.x0 - new.x0) < 3
    below = 0 <= new.y0 - last.y1 < 0.7 * max(last.size, 4) or (
        abs(new.y0 - last.y1) < 0.3 * max(last.size, 4)
    )
    return below and abs(new.x0 - last.x0) < 4
