"""Parties that no label names: the letterhead, and the address in the window."""

import re
from collections.abc import Sequence

from enduse.messages.swift.free_lines import Line, place_of
from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.parties import looks_like_address, parties_of
from enduse.messages.trade.paper.party_names import FORM_ENDS, one_line, parted
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Around
from enduse.messages.trade.paper.vocabulary import kinds, tokens_of

SELLERS = ("seller", "exporter", "shipper", "consignor")
BUYERS = ("buyer", "importer", "consignee", "applicant")
GUESS = 0.5
_WRITERS = {
    "purchase-order": "buyer",
    **dict.fromkeys(("bill-of-lading", "sea-waybill", "airway-bill"), "carrier"),
    "rail-or-road-waybill": "carrier",
    **dict.fromkeys(("certificate-of-origin", "certificate"), "issuer"),
}
_MESSRS = re.compile(r"\s*(?:M/s\.?|Messrs\.?|An\s+die\s+Firma)\s+\w", re.IGNORECASE)
_HAN_FORM = re.compile(r"(?:公司|集团|集團|工厂|工廠|株式会社)$")
_HEAD_01 = 0.25  # of the page: how far down a letterhead goes


def unlabelled_parties(leaf: Leaf, around: Around, sheet: Sheet) -> None:
    """Notes address blocks without a label, on the first page of a document."""
    if sheet.pages > 1:
        return
    has_seller = any(role in sheet.parties for role in SELLERS)
    has_buyer = any(role in sheet.parties for role in BUYERS)
    head = _letterhead(leaf, around)
    role = _WRITERS.get(sheet.kind, "seller")
    if head and not _is_known(role, sheet):
        _note(leaf, head, role, sheet)
        has_seller = has_seller or role == "seller"
        has_buyer = has_buyer or role == "buyer"
    if not has_buyer and (addressed := _addressed(leaf, around)):
        _note(leaf, addressed, "buyer", sheet)
        has_buyer = True
    blocks = list(_blocks(leaf, around))
    ours = _heads(leaf, blocks)
    for number, block in enumerate(blocks):
        mine = ours[number] if True in ours else number == 0
        mine = mine and (len(blocks) > 1 or has_buyer)
        if has_seller and has_buyer:
            break
        if mine and not has_seller:
            role, has_seller = "seller", True
        elif has_buyer:
            continue
        else:
            role, has_buyer = "buyer", True
        _note(leaf, block, role, sheet)


def _is_known(role: str, sheet: Sheet) -> bool:
    """Whether a label has named that side already."""
    for side in (SELLERS, BUYERS):
        if role in side:
            return any(other in sheet.parties for other in side)
    return role in sheet.parties


def _addressed(leaf: Leaf, around: Around) -> list[Segment]:
    """Who is addressed as `M/s.` or `Messrs.`, with the lines under the name."""
    for segment in leaf.segments:
        if _MESSRS.match(segment.text) and _is_free(segment, around):
            lines = leaf.run_below(segment, most=5)
            return _trimmed([line for line in lines if _is_free(line, around)])
    return []


def _letterhead(leaf: Leaf, around: Around) -> list[Segment]:
    """A firm's name over its address at the top of the page, or nothing."""
    first = _first_line(leaf, around)
    if first is None:
        return []
    block, last = [first], first
    for segment in leaf.between(first.middle + 1, leaf.height * (_HEAD_01 + 0.1)):
        if segment.y0 - last.y1 > 1.3 * max(last.size, 7) or len(block) > 6:
            break
        left, centred = abs(segment.x0 - first.x0), abs(segment.centre - first.centre)
        if min(left, centred) > 12:
            continue
        if not _is_free(segment, around) or _names_paper(segment):
            break
        if any(hit.section != "contact" for hit in hits_in(segment)):
            break
        block.append(segment)
        last = segment
    rest = " ".join(s.text for s in block[1:])
    told = any(c.isdigit() for c in rest) or bool(place_of(rest).country)
    told = told or any(_is_firm(s.text) for s in block[1:2])  # in another script
    told = told or (bool(first.place) and leaf.right_of(first) is None)
    return block if told else []


def _first_line(leaf: Leaf, around: Around) -> Segment | None:
    """The first line that ends in a legal form, and opens the page or stands out."""
    opening = leaf.segments[0] if leaf.segments else None
    for segment in leaf.between(0, leaf.height * _HEAD_01):
        text = segment.text.strip()
        if _names_paper(segment) or len(text) < 5 or not any(map(str.isalpha, text)):
            continue
        if not _is_free(segment, around) or any(hits_in(segment)):
            continue
        shown = segment is opening or _stands_out(leaf, segment)
        if _is_firm(text) and (shown or _is_centred(leaf, segment)):
            return segment
    return None


def _is_firm(text: str) -> bool:
    """Whether a line ends in a legal form."""
    form = FORM_ENDS.search(text.strip()) or _HAN_FORM.search(text.strip())
    return form is not None and form.end() >= len(text.strip()) - 2


def _is_centred(leaf: Leaf, segment: Segment) -> bool:
    """Whether a line stands in the middle of a page, as does the one under it."""
    under = leaf.below(segment, left=segment.x0 - 200, right=segment.x1 + 200)
    lines = [segment, under] if under else []
    middle = leaf.width / 2
    return bool(lines) and all(
        abs(line.centre - middle) < 12 and line.x0 > 0.15 * leaf.width for line in lines
    )


def _stands_out(leaf: Leaf, segment: Segment) -> bool:
    """Whether a line is larger than the next one under it, or bold where that isn't."""
    under = leaf.below(segment, left=segment.x0 - 200, right=segment.x1, reach=3)
    if under is None:
        return False
    larger = segment.size > 1.15 * under.size
    return larger or (segment.bold_at(0) and not under.bold_at(0))


def _names_paper(segment: Segment) -> bool:
    """Whether a line is a title such as `COMMERCIAL INVOICE`."""
    found = kinds().at(tokens_of(segment.text), 0)
    return found is not None and len(tokens_of(segment.text)) < found.last + 5


def _note(leaf: Leaf, block: Sequence[Segment], role: str, sheet: Sheet) -> None:
    lines = [Line(s.text, leaf.where([s])) for s in block]
    where = leaf.where(block)
    for party in parties_of(lines, role, sheet.notes.origin.at(where)):
        if not party.names:
            continue
        for segment in block:
            segment.take()
        if sheet.new(f"party {role}", party.name):
            sheet.notes.party(party, GUESS)
            sheet.parties.setdefault(role, []).append(party)


def _blocks(leaf: Leaf, around: Around) -> list[list[Segment]]:
    """Runs of lines that are a name and its address, and such on one line."""
    found: list[list[Segment]] = []
    used: set[int] = set()
    for segment in leaf.segments:
        if id(segment) in used or not _is_free(segment, around):
            continue
        run = []
        for line in leaf.run_below(segment, most=8):
            if id(line) in used or not _is_free(line, around):
                break
            run.append(line)
        run = _trimmed(run)
        texts = [line.text for line in run]
        if looks_like_address(texts):
            found.append(run)
            used |= {id(line) for line in run}
        elif _is_one_line(segment.text):
            above = _name_above(leaf, segment, around)
            found.append([*above, segment])
            used.add(id(segment))
    return found


def _name_above(leaf: Leaf, line: Segment, around: Around) -> list[Segment]:
    """The name that stands larger or bold over an address on one line."""
    if FORM_ENDS.search(parted(line.text)[0]):
        return []
    for segment in leaf.between(line.y0 - 2.5 * line.size, line.y0):
        near = line.y0 - segment.y1 < 1.2 * line.size
        level = min(abs(segment.x0 - line.x0), abs(segment.centre - line.centre)) < 12
        shown = segment.size > 1.15 * line.size or segment.bold_at(0)
        if near and level and shown and _is_free(segment, around):
            return [] if _names_paper(segment) else [segment]
    return []


def _trimmed(run: list[Segment]) -> list[Segment]:
    """Lines up to the first that speaks of something else."""
    kept = []
    for line in run:
        if dates_in(line.text) or len(line.text) > 70:
            break
        kept.append(line)
    return kept


def _is_free(segment: Segment, around: Around) -> bool:
    if segment.said or segment.taken or id(segment) in around.tabled:
        return False
    found = hits_in(segment)
    return not any(hit.sure and hit.section != "contact" for hit in found)


def _is_one_line(text: str) -> bool:
    """A whole letterhead on one line: name, street, town with its post code."""
    pieces = [
        p for mark in (" - ", " ● ", " • ", " · ", " | ") for p in [text.split(mark)]
    ]
    best = max(pieces, key=len)
    lines = one_line([Line(text, "")])
    parts = [line.text for line in lines] if len(best) < 3 else best
    return (
        len(best) >= 3
        and len(text) < 160
        and looks_like_address([p.strip() for p in parts][:8])
    )


def _heads(leaf: Leaf, blocks: Sequence[Sequence[Segment]]) -> list[bool]:
    """Which blocks are the writer's own: named again elsewhere, or on one line."""
    rest = " ".join(s.text for s in leaf.segments).casefold()
    found = []
    for block in blocks:
        name = parted(block[0].text)[0].strip().casefold()
        again = rest.count(name) > sum(
            name in other[0].text.casefold() for other in (block,)
        )
        large = len(block) > 1 and block[0].size > 1.3 * block[1].size
        found.append((again or large or len(block) == 1) and len(name) > 3)
    return found
