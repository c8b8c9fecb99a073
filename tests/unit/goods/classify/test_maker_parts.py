"""Parts that are named by the maker of their machine alone."""

import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.maker_parts import all_codes, codes_of_parts
from enduse.goods.codes import read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("spare parts for Haas VF-2", "846693"),
        ("Ersatzteile für DMG MORI", "846693"),
        ("запчасти КАМАЗ", "870899"),
        ("马扎克机床配件", "846693"),
        ("Boeing 737 spares", "880730"),
        ("قطع غيار تويوتا", "870899"),
    ],
)
def test_the_maker_says_of_what_the_parts_are(text: str, code: str) -> None:
    assert codes_of_parts(text).startswith(code)


@pytest.mark.parametrize(
    "text", ["spare parts", "spare parts for Toyota forklift", "parts for lamps", ""]
)
def test_no_maker_or_other_goods_say_nothing(text: str) -> None:
    assert codes_of_parts(text) == ""


def test_a_word_of_one_of_its_parts_leaves_more_codes_open() -> None:
    assert codes_of_parts("Ersatzteile DMG MORI") == "846693"
    assert codes_of_parts("Ersatzteile Spindel DMG MORI") == "846693|8466"


def test_codes_are_of_the_nomenclature() -> None:
    for codes in all_codes():
        for code in codes.split("|"):
            assert read(code).readings, code


def test_parts_of_a_makers_machines_come_first(fresh: Classifier) -> None:
    found = fresh.classify(["Ersatzteile für DMG MORI", "spare parts"])
    assert found[0].candidates[0].hs6 == "846693"
    assert not found[0].too_vague
    assert found[1].too_vague
