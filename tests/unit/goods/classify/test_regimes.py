"""Which words lead: those of another script beside a model, or a part number."""

import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.grammar import readings

MACHINES = [
    ("立式加工中心 VMC850 二手", "845710"),
    ("обрабатывающий центр VMC850", "845710"),
    ("示波器 DS1054 二手", "903020"),
]


def test_words_of_another_script_are_told() -> None:
    texts = ["XC7A35T Xilinx", "示波器 DS1054", "фотоаппарат", "Fräser 10µ", ""]
    assert readings(texts).told.tolist() == [False, True, True, False, False]


@pytest.mark.parametrize(("text", "hs6"), MACHINES)
def test_the_words_say_what_a_model_is_of(
    fresh: Classifier, text: str, hs6: str
) -> None:
    first = fresh.classify([text])[0].candidates[0]
    assert first.hs6 == hs6
    assert first.p >= 0.3
