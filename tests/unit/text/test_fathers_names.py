"""Fathers' names, and the family names that look like them."""

import pytest

from enduse.text.fathers_names import is_fathers_name
from enduse.text.given_names import cluster
from enduse.text.tables import table


@pytest.mark.parametrize(
    "name",
    [
        "ivanovich",
        "pavlovich",
        "pavlovna",
        "yakovlevich",
        "lvovich",
        "lvovna",
        "ilyich",
        "kuzmich",
        "kuzminichna",
        "maratovich",
        "feliksovich",
        "filippovich",
        "efimovich",
        "germanovna",
        "sultanovich",
        "safarbekovich",
        "khadzhimuratovich",
        "kuzhugetovich",
        "abdulkhamidovich",
        "ashotovich",
        "irekovich",
        "nailevich",
        "igorevich",
        "hryhorovych",
        "mykhailovych",
        "uladzimiravich",
        "iraklievich",
    ],
)
def test_a_father_s_name_is_told(name: str) -> None:
    assert is_fathers_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "lukashevich",
        "yanukovych",
        "stankevich",
        "makarevich",
        "gurevich",
        "rabinovich",
        "popovich",
        "petkevich",
        "karpovich",
        "lukyanovich",
        "milosevic",
        "petrovic",
        "babich",
        "smotrich",
        "darwich",
        "pshenichna",
        "annuna",
        "ovich",
    ],
)
def test_a_family_name_that_looks_like_one_is_none(name: str) -> None:
    assert not is_fathers_name(name)


def test_no_name_of_the_table_stands_in_it_twice() -> None:
    for line in table("fathers_names")["names"].values():
        stems = line.split()
        assert sorted(stems) == sorted(set(stems))


def test_no_name_of_the_table_is_a_father_s_already() -> None:
    """A stem that the given names hold needs no line."""
    held = [
        stem
        for line in table("fathers_names")["names"].values()
        for stem in line.split()
        if cluster(f"{stem}ovich") >= 0
    ]
    assert held == []
