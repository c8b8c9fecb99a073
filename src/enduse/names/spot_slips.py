"""Listed names in a text that are not spelt as they are listed."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from enduse.model import Match
from enduse.names import spot_heard, spot_keys, spot_near, spot_ships
from enduse.names.spotted import Spotted, party_of
from enduse.names.spotted import taken as found_in

if TYPE_CHECKING:
    from enduse.names.matcher import Matcher

_LEAST = 0.4  # score of a name so found


def near(
    text: str, words: Sequence[str], known: Sequence[Spotted], matcher: "Matcher"
) -> Iterator[Spotted]:
    """The names with a slip, or spelt another way, where no other is found."""
    taken = found_in(text, known)
    compared: dict[tuple[str, bool], list[Match]] = {}
    for start, end, part in spot_near.windows(text, words):
        if any(taken[start:end]):
            continue
        said = text[start:end], part.open
        if said not in compared:
            parts = [spot_near.KNOWN[word] for word in words[part.start : part.end]]
            held = spot_keys.holds_any(matcher.spot_bits, spot_near.asked(parts))
            compared[said] = _like(*said, matcher) if held else []
        for match in compared[said]:
            taken[start:end] = b"1" * (end - start)
            yield Spotted(start, end, match)


def _like(name: str, person: bool, matcher: "Matcher") -> list[Match]:
    """Who a part of a text may be, but for a slip: no firm if it may go on."""
    names = dict.fromkeys((name, spot_near.nominative(name)))
    party = party_of(names, kind="person" if person else "unknown")
    found = matcher.match(party, threshold=_LEAST)
    return [match for match in found if spot_near.is_spotted(match.name)]


def ships(
    said: spot_ships.Cut, known: Sequence[Spotted], matcher: "Matcher"
) -> Iterator[Spotted]:
    """The ships behind a mark, where no other is found."""
    marked = list(spot_ships.marked(said))
    taken = found_in(said.text, known) if marked else bytearray()
    compared: dict[str, list[Match]] = {}
    for ship in marked:
        start, end = said.places[ship.start][0], said.places[ship.end - 1][1]
        if any(taken[start:end]):
            continue
        if ship.key not in compared:
            keys = spot_heard.asked(spot_heard.heard(ship.key.split()[1:]))
            ours = map(spot_keys.of_ship, keys)
            held = spot_keys.holds_any(matcher.spot_bits, ours)
            party = party_of((said.text[start:end],), kind="vessel")
            found = matcher.match(party, threshold=_LEAST) if held else []
            compared[ship.key] = found
        for match in compared[ship.key]:
            taken[start:end] = b"1" * (end - start)
            yield Spotted(start, end, match)
