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
    ],
)
def test_put_right(text: str, wanted: str) -> None:
    assert meant(text) == wanted


@pytest.mark.parametrize(
    "text", ["Parkstroy OOD", "Gas Trading", "Paolo", "", "Tula Works", "Парк БОД"]
)
def test_a_name_of_its_own_stays(text: str) -> None:
    assert meant(text) == ""


def test_it_is_a_form_beside_the_first() -> None:
    first, other = forms("Parkstroy Paio", "entity")
    assert first.tokens == ("parkstroy", "paio")
    assert (other.tokens, other.legal) == (("parkstroy",), ("jsc",))


def test_a_name_with_a_form_keeps_its_first_word() -> None:
    assert len(forms("Llb Portfolio GmbH", "entity")) == 1
