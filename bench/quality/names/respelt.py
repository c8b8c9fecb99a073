"""Names of persons that a list spells in two ways, one of them hidden and asked for."""

import random
from collections.abc import Sequence

from asked import Asked, party
from rapidfuzz.distance import OSA

from enduse.model import Listing
from enduse.text.scripts import scripts
from enduse.text.tokens import words

_SPELLING = 0.5  # likeness of words below which one is no spelling of the other

_Words = tuple[str, ...]


def hidden_spellings(
    listings: Sequence[Listing], rng: random.Random, sample: int
) -> tuple[dict[str, list[Asked]], dict[str, tuple[str, ...]]]:
    """Latin names of which the listing has another spelling, and no other order.

    The second value has the names to hide, by listing: those of the same words, and
    those in other scripts. `respelt` names have no word in common with any that is
    left, `respelt_partly` some.
    """
    found: dict[str, list[Asked]] = {"person/respelt": [], "person/respelt_partly": []}
    hide: dict[str, tuple[str, ...]] = {}
    people = [x for x in listings if x.kind == "person"]
    rng.shuffle(people)
    for listing in people:
        read = {
            name.text: tuple(words(name.text, person=True))
            for name in listing.names
            if scripts(name.text) == {"Latn"} and not name.weak
        }
        shown = next((text for text in reversed(read) if _is_respelt(text, read)), None)
        if shown is None:
            continue
        left = [said for said in read.values() if not _is_same(said, read[shown])]
        equal = any(set(read[shown]) & set(said) for said in left)
        of = found["person/respelt_partly" if equal else "person/respelt"]
        if len(of) < sample:
            of.append(Asked(party(shown, listing), listing.id))
            hide[listing.id] = tuple(
                name.text
                for name in listing.names
                if name.text not in read or _is_same(read[name.text], read[shown])
            )
    return found, hide


def _is_respelt(text: str, read: dict[str, _Words]) -> bool:
    ours = read[text]
    return len(ours) > 1 and any(
        not _is_same(ours, theirs) and _is_spelling(ours, theirs)
        for theirs in read.values()
    )


def _is_same(ours: _Words, theirs: _Words) -> bool:
    return sorted(ours) == sorted(theirs)


def _is_spelling(ours: _Words, theirs: _Words) -> bool:
    """Whether each word has one on the other side that may be its spelling."""
    if len(ours) != len(theirs):
        return False
    left = list(theirs)
    for word in ours:
        alike, other = max((OSA.normalized_similarity(word, one), one) for one in left)
        if alike < _SPELLING:
            return False
        left.remove(other)
    return True
