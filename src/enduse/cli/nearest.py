"""The listings nearest to a party that nothing listed is like: shown, and no match."""

from dataclasses import dataclass

from enduse.cli import indented
from enduse.library.store import Library
from enduse.model import Party

_SHOWN = 5
_ASKED = 40  # many listings are of one subject
_LEAST = 0.01  # below it what is alike is chance
_LEFT = 6  # as in `enduse name`


@dataclass(frozen=True, slots=True)
class Near:
    """A listing below what counts as a match."""

    listing_id: str
    source: str
    name: str
    score: float
    same_subject: tuple[str, ...]


def nearest(library: Library, party: Party) -> list[Near]:
    """The listings most like a party, whatever their scores: one of each subject and
    name, best first.
    """
    found: dict[str, Near] = {}
    seen: set[str] = set()
    for match in library.matcher.match(party, threshold=_LEAST, limit=_ASKED):
        others = tuple(library.subjects.same_as(match.listing_id))
        if match.listing_id in seen:
            continue
        seen.update((match.listing_id, *others))
        score = round(match.score, 4)
        near = Near(match.listing_id, match.source, match.name, score, others)
        found.setdefault(match.name.casefold(), near)
    return list(found.values())[:_SHOWN]


def tell_nearest(near: list[Near]) -> None:
    """Name them under a heading that says that none of them counts."""
    if not near:
        return
    indented.say("Nearest, all below what counts as a match:", rest=2, style="dim")
    for one in near:
        head = f"{one.score:.2f}  {one.name}  [{one.listing_id}]"
        indented.say(head, first=2, rest=_LEFT, style="dim")
