"""A description that a known line says too has that line's code."""

import pytest

from enduse.goods.classify import Classifier


@pytest.mark.parametrize(
    ("text", "hs6"),
    [
        ("remote control toy car", "950300"),
        ("5轴加工中心", "845710"),
        ("USED CNC LATHE", "845811"),
    ],
)
def test_the_same_words_have_the_same_code(
    fresh: Classifier, text: str, hs6: str
) -> None:
    first = fresh.classify([text])[0].candidates[0]
    assert (first.hs6, first.p > 0.7) == (hs6, True)


def test_a_toy_is_on_no_list(fresh: Classifier) -> None:
    found = fresh.classify(["remote control toy car"])[0]
    assert all(one.p < 0.3 for one in found.controlled)


def test_probabilities_stay_within_one(fresh: Classifier) -> None:
    found = fresh.classify(["CNC lathe", "notebook", "flip flops"])
    assert all(sum(c.p for c in one.candidates) <= 1.0001 for one in found)


@pytest.mark.parametrize(
    ("text", "hs6"),
    [("sonar equipment", "901480"), ("oscilloscope instrument", "903020")],
)
def test_a_word_for_any_apparatus_leaves_a_name_what_it_is(
    fresh: Classifier, text: str, hs6: str
) -> None:
    first = fresh.classify([text])[0].candidates[0]
    assert (first.hs6, first.p > 0.5) == (hs6, True)


def test_equipment_for_coffee_is_no_coffee(fresh: Classifier) -> None:
    first = fresh.classify(["coffee equipment"])[0].candidates[0]
    assert not first.hs6.startswith("0901") or first.p < 0.3
