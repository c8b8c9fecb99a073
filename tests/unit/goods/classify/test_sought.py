"""Words, makers and part numbers of goods that lists name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.sought import speaks_of_sought
from enduse.goods.classify.surroundings import is_other_matter


@pytest.mark.parametrize(
    "text",
    [
        "used lathe",
        "MOSFETs",
        "подшипники 6205",
        "五轴机床",
        "ADS1256IDBR",
        "Hermle C42U",
    ],
)
def test_what_speaks_of_them(text: str) -> None:
    assert speaks_of_sought(text)


@pytest.mark.parametrize(
    "text", ["", "school trip", "12345", "зарплата", "FT24 thank", "旅行"]
)
def test_what_does_not(text: str) -> None:
    assert not speaks_of_sought(text)


@pytest.mark.parametrize("text", ["exchange rate 1.08", "Оплата услуг связи", "报销"])
def test_other_matters(text: str) -> None:
    assert is_other_matter(text)


@given(st.text(max_size=400))
def test_any_text_gets_an_answer(text: str) -> None:
    assert speaks_of_sought(text) in (True, False)
    assert is_other_matter(text) in (True, False)
