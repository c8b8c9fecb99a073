"""Parties that the sentences of a page name, where no label has named them."""

from collections.abc import Iterator, Sequence

from enduse.messages.swift.free_lines import place_of
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.prose import MENTIONED, parties_told
from enduse.messages.trade.signed import Told
from enduse.model import Address, Party, PartyName

SURE, GUESS = 0.6, 0.5
_SENTENCE = 60  # characters of a paragraph at least, in one line or more
_WORDS = 8
_LINE = 45  # characters of its lines, in the middle: a form's are shorter


def note_told(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """Notes the parties of every paragraph, with the lines that name them.

    The words stay what they were, text: a sentence says more than a name.
    """
    known = {
        _plain(name.text)
        for parties in sheet.parties.values()
        for party in parties
        for name in party.names
    }
    for lines in _paragraphs(segments):
        text = "\n".join(line.text for line in lines)
        if len(text) < _SENTENCE or len(text.split()) < _WORDS:
            continue
        lengths = sorted(len(line.text) for line in lines)
        prose = lengths[len(lengths) // 2] > _LINE
        for told in parties_told(text):
            name = _plain(told.name)
            again = any(other in name for other in known if len(other) > _WORDS)
            if told.role == MENTIONED and (again or not prose):
                continue
            if sheet.new(f"party {told.role}", name):
                known.add(name)
                _note(told, _of(lines, told), leaf, sheet)


def _note(told: Told, lines: Sequence[Segment], leaf: Leaf, sheet: Sheet) -> None:
    where = leaf.where(lines)
    places = (place_of(part) for part in reversed(told.address))
    country = next((place.country for place in places if place.country), "")[:2]
    address = Address(lines=told.address, country=country, locator=where)
    party = Party(
        told.role,
        sheet.notes.origin.at(where),
        (PartyName(told.name, where),),
        countries=(country,) if country else (),
        addresses=(address,) if told.address else (),
    )
    sheet.notes.party(party, GUESS if told.role == MENTIONED else SURE)


def _of(lines: Sequence[Segment], told: Told) -> list[Segment]:
    """The lines that a name stands on."""
    found, at = [], 0
    for line in lines:
        end = at + len(line.text)
        if at < told.end and told.start < end:
            found.append(line)
        at = end + 1
    return found or list(lines[:1])


def _paragraphs(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Lines under one another, flush left or not far from it."""
    run: list[Segment] = []
    for segment in segments:
        if run and not _goes_on(run[-1], segment):
            yield run
            run = []
        run.append(segment)
    if run:
        yield run


def _goes_on(last: Segment, new: Segment) -> bool:
    if last.place or new.place:
        return False
    close = 0 < new.middle - last.middle < 2.2 * max(last.size, 6)
    return close and abs(new.x0 - last.x0) < 40


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
