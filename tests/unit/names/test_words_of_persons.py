"""Words of persons' names that are words of trade or particles in some language."""

from pathlib import Path

import pytest

from enduse.model import PartyKind
from enduse.names.form import parse
from enduse.names.score import compare
from enduse.names.weights import ORDINARY, PARTICLE, class_weight
from enduse.text.concepts import canonical, spellings
from tests.unit.names.cast import listing, matcher, party


def test_a_persons_words_stand_for_themselves() -> None:
    assert parse("Kim Jong Un", "person").tokens == ("kim", "jong", "un")
    assert parse("Juan del Toro", "person").tokens[1] == "del"
    assert class_weight("del") == PARTICLE


@pytest.mark.parametrize("word", ["laden", "demir", "yang", "dronov"])
def test_a_word_no_firm_is_read_by_is_a_name_of_its_own(word: str) -> None:
    assert class_weight(word) == ORDINARY


def test_two_of_a_dynasty_are_not_one() -> None:
    assert compare("Kim Jong Un", "Kim Jong Il", kind="person")[0] < 0.5


def test_one_spelling_stands_for_every_form() -> None:
    assert {canonical(canonical(form)) for form in spellings()} == {
        canonical(form) for form in spellings()
    }


@pytest.mark.parametrize("listed", ["person", "unknown"])
@pytest.mark.parametrize("asked", ["person", "unknown"])
def test_it_is_found_whatever_kind_is_said(
    tmp_path: Path, listed: PartyKind, asked: PartyKind
) -> None:
    held = matcher(tmp_path, [listing(1, listed, "Petr Dronov")])
    found = held.match(party("DRONOV Petr", kind=asked))
    assert [match.listing_id for match in found] == ["test:1"]
    assert found[0].score > 0.9


RESPELT = [
    ("Tariq Selmani Azeezov", "Tarek Selmani Azizov"),
    ("Naeem Khordadi", "Naim Khurdadi"),
    ("Uladzimir Brelau", "Vladimir Brelov"),
    ("Hady el Amirzadi", "Hadi al-Amirzadeh"),
]


@pytest.mark.parametrize(("one", "other"), RESPELT)
def test_a_name_is_found_in_another_writers_spelling(
    tmp_path: Path, one: str, other: str
) -> None:
    for at, (listed, asked) in enumerate(((one, other), (other, one))):
        held = matcher(tmp_path / str(at), [listing(1, "person", listed)])
        assert held.match(party(asked, kind="person")), (listed, asked)


def test_a_silent_letter_before_a_persian_ending_is_none() -> None:
    assert compare("علی خامنه‌ای", "Ali Khamenei", kind="person")[0] > 0.5


def test_a_firms_name_has_the_letter_of_persian_in_both_its_spellings(
    tmp_path: Path,
) -> None:
    held = matcher(tmp_path, [listing(1, "entity", "Qeshm Brelan Air")])
    assert held.match(party("Gheshm Brelan Air", kind="entity"))[0].score > 0.9
