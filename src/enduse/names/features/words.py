"""Every correction to a name's agreement, for persons and firms."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from enduse.model import Part, PartyKind
from enduse.names.features import (
    characters,
    commonness,
    fathers,
    in_translation,
    left_over,
    legal_forms,
    light_words,
    little_said,
    of_firms,
    of_persons,
    of_ships,
    same_words,
    sex,
    sounds,
)
from enduse.names.features.name import NameComparison
from enduse.names.kinds import CRAFT, KINDS

_PERSONS: tuple[PartyKind, ...] = ("person", "unknown")
_NO_PERSONS = tuple(kind for kind in KINDS if kind != "person")


class _Rule(NamedTuple):
    """A correction, and of which names alone it can say something.

    `kinds` are those of the listing, `over` is on how many sides words must stand that
    have no counterpart. Others are not asked: most names are held to half of the rules.
    """

    find: Callable[[NameComparison, PartyKind], Part | None]
    kinds: tuple[PartyKind, ...] = KINDS
    over: int = 0


RULES = (
    _Rule(of_firms.numbers, over=1),
    _Rule(of_persons.initials, over=2),
    _Rule(of_firms.places, _NO_PERSONS, over=1),
    _Rule(of_firms.business, _NO_PERSONS, over=2),
    _Rule(little_said.single_word),
    _Rule(little_said.distinctive),
    _Rule(of_firms.inexact, _NO_PERSONS),
    _Rule(commonness.part),
    _Rule(left_over.part, _PERSONS, over=1),
    _Rule(of_persons.family_name, _PERSONS, over=1),
    _Rule(of_persons.other_name, _PERSONS, over=2),
    _Rule(of_ships.rank, CRAFT, over=1),
    _Rule(legal_forms.part, _NO_PERSONS),
    _Rule(sounds.part, _PERSONS),
    _Rule(characters.part, _PERSONS),
    _Rule(sex.part, _PERSONS),
    _Rule(fathers.part, _PERSONS, over=2),
)


@cache
def _rules(
    kind: PartyKind, over: int
) -> tuple[Callable[[NameComparison, PartyKind], Part | None], ...]:
    """The rules for a kind, of names with words left over on so many sides."""
    return tuple(
        [rule.find for rule in RULES if kind in rule.kinds and rule.over <= over]
    )


def parts(names: NameComparison, kind: PartyKind) -> list[Part]:
    """Every correction that applies."""
    kept: list[Part] = []
    if names.agreement:
        over = bool(names.alignment.left_over) + bool(names.alignment.right_over)
        kept = [part for rule in _rules(kind, over) if (part := rule(names, kind))]
    taken = 0.0
    for part in kept:
        if part.feature == "characters":
            return kept  # read alike, and written otherwise
        if part.feature != "legal_form":
            taken += part.weight
    same = same_words.part(names, kind, taken)
    same = same or light_words.part(names, kind, taken)
    same = same or in_translation.part(names, kind, taken)
    return [*kept, same] if same else kept
