"""Goods, codes and part numbers in free text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import find_goods

CASES = [
    ("PAYMENT FOR CNC LATHE", [("CNC LATHE", "goods")]),
    ("HS CODE 845811, INV 12", [("845811", "hs")]),
    ("за товар 8457.10.1009", [("8457.10.1009", "hs")]),
    ("ECCN 3A001.a.7 ITEMS", [("3A001.a.7", "eccn")]),
    ("XC7A35T-1CPG236I x 500", [("XC7A35T-1CPG236I", "part")]),
    ("购买五轴加工中心", [("五轴加工中心", "goods")]),
    ("SALARY MARCH 2024", []),
    ("INVOICE 2024-113 DD 12.03.2024 USD 8457.10", [("8457.10", "hs")]),
    ("HS 9999.88", []),
    ("payment for goods as per contract 77/2024", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.text, s.kind) for s in find_goods(text)] == expected


@given(st.text(max_size=300))
def test_spans_are_slices_in_order_without_overlap(text: str) -> None:
    end = 0
    for span in find_goods(text):
        assert span.start >= end
        assert text[span.start : span.end] == span.text
        assert span.text
        end = span.end


@given(st.sampled_from([c[0] for c in CASES]), st.text(max_size=30))
def test_words_around_it_hide_nothing(text: str, more: str) -> None:
    if any(c.isalnum() for c in more):
        return
    found = {(s.text, s.kind) for s in find_goods(f"{text} {more}")}
    assert {(s.text, s.kind) for s in find_goods(text)} <= found
