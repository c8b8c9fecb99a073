"""What part numbers say of codes, and how far words may outweigh it."""

import numpy as np
import pytest

from enduse.goods.classify import Classifier, grammar
from enduse.goods.classify.index import place_of

PART = "ADUM1401ARWZ-RL"


def test_a_part_number_is_believed_beside_words_that_say_little() -> None:
    read = grammar.readings([PART])
    own, other = int(read.code[0]), place_of()["950300"]
    classes = np.array([[own, other]])
    found = grammar.with_read([PART], read, classes_=classes, p=np.array([[0.1, 0.3]]))
    assert found[0, 0] == grammar.RIGHT
    assert found[0].sum() < 1


def test_surer_words_and_words_that_are_no_part_number_stay_as_they_are() -> None:
    read = grammar.readings([PART])
    classes = np.array([[int(read.code[0]), place_of()["853669"]]])
    sure = np.array([[0.1, 0.8]])
    assert (grammar.with_read([PART], read, classes_=classes, p=sure) == sure).all()
    little = np.array([[0.1, 0.3]])
    same = grammar.with_read(["porcelain set"], read, classes_=classes, p=little)
    assert (same == little).all()


def test_packaging_and_words_leave_a_part_number_what_it_is(
    fresh: Classifier,
) -> None:
    texts = [
        "STM32F407VGT6TR",
        "ADUM1401ARWZ-RL digital isolator quad channel 16 lead wide body reel",
        "XC7A35T-1CPG236I field programmable, tray, lead free, 100 pcs",
    ]
    for one in fresh.classify(texts):
        listed = {on.list: on.p for on in one.controlled}
        assert listed["chpl"] > 0.5, one.text


def test_a_short_reading_among_words_does_not_decide() -> None:
    text = "VTech RM5766-2HD camera baby monitor"
    read = grammar.readings([text])
    assert grammar.SURE <= read.strength.max() < grammar.SHORT
    own, other = int(read.code[read.strength.argmax()]), place_of()["852589"]
    classes, p = np.array([[own, other]]), np.array([[0.02, 0.2]])
    found = grammar.with_read([text], read, classes_=classes, p=p)
    assert found[0, 0] == grammar.RIGHT_AMONG < grammar.OTHER
    alone = grammar.with_read(["RM5766-2HD"], read, classes_=classes, p=p)
    assert alone[0, 0] == grammar.RIGHT


@pytest.mark.parametrize(
    ("text", "hs6"),
    [("32207 J2/Q", "848220"), ("6204 2RS", "848210"), ("22220 EK/C3", "848230")],
)
def test_a_bearing_is_read_with_its_design_after_a_blank(text: str, hs6: str) -> None:
    said = grammar.spoken(text)
    assert max(said, key=lambda code: said[code]) == place_of()[hs6]


def test_a_number_with_other_words_after_it_is_no_bearing() -> None:
    bearing = place_of()["848210"]
    assert bearing in grammar.spoken("6204 ZZ")
    assert bearing not in grammar.spoken("Mercedes 2012 E 350")
    assert not grammar.spoken("6204 pcs")
    assert not grammar.spoken("2024 EUR")
