"""Words that hardly tell, with a letter wrong: another way to read a firm's name."""

import pytest

from enduse.names.meant_words import meant
from enduse.names.other_forms import forms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Parkstroy GOD", "Parkstroy ood"),
        ("PAIO Krasnogaz", "pao Krasnogaz"),
        ("Tung Energy Ptx Ltd", "Tung Energy pte Ltd"),
        ("Bank jnd Trust", "Bank and Trust"),
        ("Eigshth Ocean GmbH", "eighth Ocean GmbH"),
        ("Revolutionary Gaurd Corps", "Revolutionary guard Corps"),
        ("Brelov Gruop", "Brelov group"),
        ("Brelov Bnak", "Brelov bank"),
        ("Brelov Machne-Building Plnat", "Brelov machine-building plant"),
        ("Brelov Rossiya TV Channe", "Brelov Rossiya TV channel"),
        ("H and A Internatioal", "H and A international"),
    ],
)
def test_put_right(text: str, wanted: str) -> None:
    assert meant(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Parkstroy OOD",
        "Gas Trading",
        "Paolo",
        "",
        "Tula Works",
        "Парк БОД",
        "Brelov Plan",
        "Brelov Italiana",
        "Bank Bergen",
        "Tara Steels",
    ],
)
def test_a_name_of_its_own_stays(text: str) -> None:
    assert meant(text) == ""


def test_it_is_a_form_beside_the_first() -> None:
    first, other = forms("Parkstroy Paio", "entity")
    assert first.tokens == ("parkstroy", "paio")
    assert (other.tokens, other.legal) == (("parkstroy",), ("jsc",))


def test_a_phrase_with_a_letter_wrong_is_read_whole() -> None:
    wanted = forms("Brelov Machine Building Plant", "entity")[0].tokens
    assert wanted in [f.tokens for f in forms("Brelov Machne Building Plant", "entity")]


def test_common_words_alone_are_read_as_written() -> None:
    wanted = forms("H and A International", "entity")[0].raw
    assert wanted in [f.raw for f in forms("H and A Internatioal", "entity")]


def test_a_name_with_a_form_keeps_its_first_word() -> None:
    assert len(forms("Llb Portfolio GmbH", "entity")) == 1
