"""Forms of one word have one stem, words of different things do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.stems import stem

SAME = [
    ("bearing", "bearings"),
    ("battery", "batteries"),
    ("box", "boxes"),
    ("machine", "machines"),
    ("pump", "pumps"),
    ("schraube", "schrauben"),
    ("подшипник", "подшипники"),
    ("станок", "станков"),
    ("микросхема", "микросхемы"),
    ("роликовыи", "роликовые"),
]


@pytest.mark.parametrize(("one", "many"), SAME)
def test_forms_meet(one: str, many: str) -> None:
    assert stem(one) == stem(many)


@pytest.mark.parametrize("word", ["glass", "bus", "gas", "lens", "analysis", "cnc"])
def test_what_is_no_plural_stays(word: str) -> None:
    assert stem(word) in {word, word.removesuffix("s")}
    assert stem(word) != ""


@given(st.text(min_size=1, max_size=20))
def test_no_word_is_lost(word: str) -> None:
    assert stem(word)
