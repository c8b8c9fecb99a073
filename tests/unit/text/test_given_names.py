"""Forms of one given name, and names that are none of each other."""

import pytest

from enduse.text.given_names import cluster


@pytest.mark.parametrize(
    "forms",
    [
        "elizabeth liz betty",
        "margaret maggie peggy",
        "frederick fred fritz",
        "kenneth ken",
        "francisco paco",
        "giuseppe beppe",
        "nadezhda nadya",
        "daria dasha",
        "alexander oleksander olexandr",
        "alexey olexiy",
        "jamil cemil djemil",
        "hovhannes oganes",
        "chowdhury chaudhary",
        "ramadan ramazan ramzan",
        "rostislav rastsislau",
    ],
)
def test_a_name_and_what_its_bearers_are_called_are_one(forms: str) -> None:
    assert len({cluster(form) for form in forms.split()}) == 1
    assert cluster(forms.split()[0]) >= 0


@pytest.mark.parametrize(
    ("one", "other"), [("harry", "barry"), ("jenny", "benny"), ("meg", "peg")]
)
def test_names_a_letter_apart_are_two(one: str, other: str) -> None:
    assert cluster(one) != cluster(other) or cluster(one) < 0
