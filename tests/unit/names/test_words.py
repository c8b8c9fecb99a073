"""Corrections to a name: no rule is left unasked that has something to say."""

import random

from enduse.names.features.name import NameComparison
from enduse.names.features.words import RULES, parts
from enduse.names.form import parse
from enduse.names.kinds import KINDS
from enduse.names.score import compare_forms
from enduse.names.weights import ClassWeigher
from tests.unit.names import exhaustive

_SAID = {  # a pair of names for each rule that says something of words left over
    "numbers": ("Factory No. 5", "Factory No. 6"),
    "initials": ("John A. Rotin", "John B. Rotin"),
    "places": ("Zarin Steel Tehran", "Zarin Steel Kiev"),
    "business": ("Zarin Steel", "Zarin Bank"),
    "left_over": ("Omid Karimi Rotin", "Omid Rotin"),
    "family_name": ("Ivan Petrovich Rotin", "Ivan Petrovich"),
    "other_name": ("Pedro Cardona", "Mayela Cardona"),
    "rank": ("Professor Rotin", "Rotin"),
    "fathers": ("Ivan Petrovich Rotin", "Ivan Nikolaevich Rotin"),
}


def _compared() -> list[NameComparison]:
    rng = random.Random(12)
    texts = [name.text for one in exhaustive.listings(rng, 200) for name in one.names]
    pairs = [(text, exhaustive.changed(text, rng)[1]) for text in texts]
    pairs += [(rng.choice(texts), rng.choice(texts)) for _ in range(200)]
    pairs += [both for pair in _SAID.values() for both in (pair, pair[::-1])]
    forms = [(parse(a, k), parse(b, k)) for a, b in pairs for k in KINDS]
    found = [compare_forms(a, b, ClassWeigher(), "person") for a, b in forms]
    return [names for names in found if names and names.agreement]


def test_rules_that_are_not_asked_have_nothing_to_say() -> None:
    said = set()
    for names in _compared():
        for kind in KINDS:
            found = [part for rule in RULES if (part := rule.find(names, kind))]
            given = parts(names, kind)
            assert given[: len(found)] == found, (names, kind)
            assert len(given) <= len(found) + 1
            said |= {part.feature for part in given}
    assert said >= _SAID.keys()
