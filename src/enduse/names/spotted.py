"""What is found in a text, and the party that a part of a text is searched as."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from enduse.model import Identifier, Match, Origin, Party, PartyKind, PartyName


@dataclass(frozen=True, slots=True)
class Spotted:
    """A match inside a text; `text[start:end]` is what was recognised."""

    start: int
    end: int
    match: Match


class Span(NamedTuple):
    """A listed name inside a text: where it stands, its tokens, whose it is.

    A `formed` one counts because its legal form stands beside it, and is part of it.
    """

    start: int
    end: int
    tokens: tuple[str, ...]
    listings: list[int]
    formed: bool = False


def taken(text: str, known: Sequence[Span | Spotted]) -> bytearray:
    """Which letters of a text are of a name that is found."""
    found = bytearray(len(text))
    for one in known:
        found[one.start : one.end] = b"\x01" * (one.end - one.start)
    return found


def party_of(
    names: Iterable[str],
    identifiers: tuple[Identifier, ...] = (),
    kind: PartyKind = "unknown",
) -> Party:
    """The party that a part of a text is searched as."""
    said = tuple(map(PartyName, names))
    return Party("text", Origin("text", "", ""), said, kind, identifiers)
