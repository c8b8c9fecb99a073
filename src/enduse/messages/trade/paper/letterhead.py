"""Parties that no label names: the letterhead, and the address in the window."""

from collections.abc import Sequence

from enduse.messages.swift.free_lines import Line
from enduse.messages.trade.paper.figures import dates_in
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.parties import (
    _one_line,
    looks_like_address,
    parties_of,
)
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Around

SELLERS = ("seller", "exporter", "shipper", "consignor")
BUYERS = ("buyer", "importer", "consignee", "applicant")
GUESS = 0.5


def unlabelled_parties(leaf: Leaf, around: Around, sheet: Sheet) -> None:
    """Notes address blocks without a label, on the first page of a document."""
    if sheet.pages > 1:
        return
    has_seller = any(role in sheet.parties for role in SELLERS)
    has_buyer = any(role in sheet.parties for role in BUYERS)
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
            found.append([segment])
            used.add(id(segment))
    return found


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
    lines = _one_line([Line(text, "")])
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
        name = block[0].text.partition(" - ")[0].partition(" ● ")[0].strip().casefold()
        again = rest.count(name) > sum(
            name in other[0].text.casefold() for other in (block,)
        )
        found.append((again or len(block) == 1) and len(name) > 3)
    return found
