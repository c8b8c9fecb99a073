"""Every correction to a name's agreement, for persons and firms."""

from collections.abc import Callable

from enduse.model import Part, PartyKind
from enduse.names.features import (
    characters,
    commonness,
    fathers,
    in_translation,
    left_over,
    legal_forms,
    little_said,
    of_firms,
    of_persons,
    of_ships,
    same_words,
    sex,
    sounds,
)
from enduse.names.features.name import NameComparison

Rule = Callable[[NameComparison, PartyKind], Part | None]
_RULES: tuple[Rule, ...] = (
    of_firms.numbers,
    of_persons.initials,
    of_firms.places,
    of_firms.business,
    little_said.single_word,
    little_said.distinctive,
    of_firms.inexact,
    commonness.part,
    left_over.part,
    of_persons.family_name,
    of_persons.other_name,
    of_ships.rank,
    legal_forms.part,
    sounds.part,
    characters.part,
    sex.part,
    fathers.part,
)


def parts(names: NameComparison, kind: PartyKind) -> list[Part]:
    """Every correction that applies."""
    found = [rule(names, kind) for rule in _RULES] if names.agreement else []
    kept = [part for part in found if part]
    if any(part.feature == "characters" for part in kept):
        return kept  # read alike, and written otherwise
    taken = sum(part.weight for part in kept if part.feature != "legal_form")
    same = same_words.part(names, kind, taken)
    same = same or in_translation.part(names, kind, taken)
    return [*kept, same] if same else kept
