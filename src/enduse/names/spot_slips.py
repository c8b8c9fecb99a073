"""Listed names in texts that are not spelt as they are listed."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from enduse.model import Match
from enduse.names import spot_field, spot_heard, spot_keys, spot_near, spot_ships
from enduse.names.spotted import Spotted, party_of
from enduse.names.spotted import taken as found_in

if TYPE_CHECKING:
    from enduse.names.matcher import Matcher

LEAST = 0.4  # score of a name so found
_AT_ONCE = 4096  # parts of texts that are held against the field together


class Said(NamedTuple):
    """What a part of a text says; no firm if it may go on, but maybe a `person`."""

    name: str
    person: bool


Part = tuple[int, int, Said]


def near(
    texts: Sequence[str], known: Sequence[Sequence[Spotted]], matcher: "Matcher"
) -> list[list[Spotted]]:
    """For each text the names with a slip, or spelt another way, where no other is.

    The parts of all texts that may be one are searched together.
    """
    taken = [found_in(*both) for both in zip(texts, known, strict=True)]
    parts = parts_of(texts, taken, matcher)
    found = _like({said for of_text in parts for _, _, said in of_text}, matcher)
    both = zip(parts, taken, strict=True)
    return [list(_untaken(of_text, held, found)) for of_text, held in both]


def parts_of(
    texts: Sequence[str], taken: Sequence[bytearray], matcher: "Matcher"
) -> list[list[Part]]:
    """For each text the parts that may be a listed name, by how they are heard."""
    found: list[list[Part]] = [[] for _ in texts]
    parts = (
        (at, part, names)
        for at, (text, held) in enumerate(zip(texts, taken, strict=True))
        for part, names in _asked(text, held)
    )
    while some := list(islice(parts, _AT_ONCE)):
        told = spot_field.heard(matcher.spot_bits, [names for _, _, names in some])
        for (at, part, _), is_heard in zip(some, told, strict=True):
            if is_heard:
                found[at].append(part)
    return found


def _asked(text: str, taken: bytearray) -> Iterator[tuple[Part, tuple[str, ...]]]:
    """The parts of a text that may be a name, and the names each may say."""
    words = spot_keys.word_pattern(text).findall(text)
    for start, end, part in spot_near.windows(text, words):
        if taken.find(1, start, end) >= 0:
            continue
        said = Said(text[start:end], part.open)
        known = [spot_near.KNOWN[word] for word in words[part.start : part.end]]
        yield (start, end, said), spot_near.asked(known)


def _like(parts: set[Said], matcher: "Matcher") -> Mapping[Said, list[Match]]:
    """Who each part of a text may be, but for a slip."""
    said = sorted(parts)
    parties = [
        party_of(
            dict.fromkeys((name, spot_near.nominative(name))),
            kind="person" if person else "unknown",
        )
        for name, person in said
    ]
    found = matcher.match_all(parties, threshold=LEAST) if said else []
    return {
        part: [match for match in matches if spot_near.is_spotted(match.name)]
        for part, matches in zip(said, found, strict=True)
    }


def _untaken(
    parts: Sequence[Part], taken: bytearray, found: Mapping[Said, list[Match]]
) -> Iterator[Spotted]:
    """What is found of the parts of a text, the first of those that overlap."""
    for start, end, said in parts:
        if found[said] and taken.find(1, start, end) < 0:
            taken[start:end] = b"\x01" * (end - start)
            for match in found[said]:
                yield Spotted(start, end, match)


def ships(
    said: spot_ships.Cut, known: Sequence[Spotted], matcher: "Matcher"
) -> Iterator[Spotted]:
    """The ships behind a mark, where no other is found."""
    marked = list(spot_ships.marked(said))
    taken = found_in(said.text, known) if marked else bytearray()
    compared: dict[str, list[Match]] = {}
    for ship in marked:
        start, end = said.places[ship.start][0], said.places[ship.end - 1][1]
        if taken.find(1, start, end) >= 0:
            continue
        if ship.key not in compared:
            keys = spot_heard.asked(spot_heard.heard(ship.key.split()[1:]))
            ours = map(spot_keys.of_ship, keys)
            held = spot_field.holds_any(matcher.spot_bits, ours)
            party = party_of((said.text[start:end],), kind="vessel")
            found = matcher.match(party, threshold=LEAST) if held else []
            compared[ship.key] = found
        for match in compared[ship.key]:
            taken[start:end] = b"\x01" * (end - start)
            yield Spotted(start, end, match)
