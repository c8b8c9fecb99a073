"""Gender as a list states it, against a party's given name."""

from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names import index
from enduse.names.features import gender
from enduse.names.matcher import Matcher

_ORIGIN = Origin("t", "", "1")


@pytest.mark.parametrize(
    ("genders", "names", "said"),
    [
        (("male",), ("PETROV, Ivan",), "m"),
        (("Female.",), ("PETROVA, Maria",), "f"),
        (("male", "female"), ("PETROV, Ivan",), ""),
        (("other",), ("PETROV, Ivan",), ""),
        ((), ("PETROV, Ivan",), ""),
        (("male",), ("PETROV, Ivan", "Maria Petrova"), ""),  # a listed name belies it
    ],
)
def test_what_a_list_states(
    genders: tuple[str, ...], names: tuple[str, ...], said: str
) -> None:
    assert gender.listed(genders, names) == said


def test_another_gender_counts_against() -> None:
    part = gender.part("f", "m")
    assert part
    assert part.log_odds < 0
    assert part.candidate == "listed as male"
    assert gender.part("f", "f") is None
    assert gender.part("", "m") is None
    assert gender.part("m", "") is None


def test_a_woman_is_not_the_listed_man(tmp_path: Path) -> None:
    man = Listing(
        "t:1",
        "t",
        "person",
        (ListedName("BRELOV, A. Zorantin"),),
        _ORIGIN,
        genders=("male",),
    )
    index.build([man], tmp_path)
    matcher = Matcher(index.NameIndex.open(tmp_path))

    def score(name: str) -> float:
        party = Party("x", _ORIGIN, (PartyName(name),), "person")
        found = matcher.match(party, threshold=0.01)
        return found[0].score if found else 0.0

    assert score("Anastasia Zorantin Brelov") < score("Anatoly Zorantin Brelov")


@pytest.mark.parametrize(
    ("kind", "genders", "name", "said"),
    [
        ("person", ("Female",), "Ivan Petrov", "f"),  # what is stated, first
        ("person", ("?",), "Ivan Petrov", "m"),
        ("person", (), "I. Petrov", ""),
        ("unknown", ("male",), "Ivan Petrov", ""),
    ],
)
def test_what_a_party_tells(
    kind: PartyKind, genders: tuple[str, ...], name: str, said: str
) -> None:
    party = Party("x", _ORIGIN, (PartyName(name),), kind, genders=genders)
    assert gender.of_party(party, name.lower().split()) == said
