"""Signs that a scanner took for others are put right in words, not in part numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.misread import as_meant


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("PRlNTED ClRCUlT BOARD", "PRINTED CIRCUIT BOARD"),
        ("NAVIGATI0N", "NAVIGATION"),
        ("TRANSI5TOR", "TRANSISTOR"),
    ],
)
def test_a_word_of_capitals_is_put_right(read: str, meant: str) -> None:
    assert as_meant(read) == meant


@pytest.mark.parametrize(
    "text", ["BTA41 MAX1005", "LM1CXX", "Ball valve", "TPS5430DDAR", "VMC850", "IL-AG5"]
)
def test_numbers_and_common_writing_stay(text: str) -> None:
    assert as_meant(text) == text


@given(st.text(max_size=300))
def test_a_text_keeps_its_length(text: str) -> None:
    assert len(as_meant(text)) == len(text)
