"""Labels and fields of use of declarations are no goods; parts stay parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import Classifier
from enduse.goods.classify.declared import without_labels

CUT = [
    ("Commodity: ball bearing / Usage: water pump / Qty: 40", "ball bearing / Qty: 40"),
    ("刹车片|用途:小轿车用|材质:陶瓷", "刹车片|材质:陶瓷"),
    ("품명: 전기밥솥, 용도: 가정용", "전기밥솥"),
    ("Mercancía: rodamientos; uso: bombas de agua", "rodamientos"),
]
KEPT = [
    "spare parts: CNC lathe",
    "parts; use: CNC lathe",
    "ratio 1:5 gear",
    "oscilloscope: 100 MHz",
    "usage: hospital",
    ":",
    "",
]


@pytest.mark.parametrize(("text", "left"), CUT)
def test_labels_and_uses_are_cut(text: str, left: str) -> None:
    assert without_labels(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_goods_and_their_parts_stay(text: str) -> None:
    assert without_labels(text) == text


@given(st.text(alphabet="ab:;, /|用途 use", max_size=60))
def test_no_text_grows_or_is_lost(text: str) -> None:
    left = without_labels(text)
    assert len(left) <= len(text)
    assert bool(left.strip()) == bool(text.strip())


def test_what_goods_are_used_for_is_not_what_they_are(fresh: Classifier) -> None:
    said = "Mercancía: rodamientos de bolas; marca: FAG; uso: bombas de agua"
    assert fresh.classify([said])[0].candidates[0].hs6 == "848210"
