"""Several goods in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import Classifier
from enduse.goods.classify.several import apart, pieces_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("bearings 6205, capacitors and one oscilloscope", 3),
        ("轴承、电容器", 2),
        ("示波器和万用表", 2),
        ("осциллограф и мультиметр", 2),
        ("drones + lithium batteries + cameras", 3),
        ("ボールベアリング・オイルシール", 2),
        ("rowery i opony", 2),
        ("볼베어링 및 오일씰", 2),
        ("Kugellager, Pumpen und Dichtungen", 3),
        ("ball bearing 6205", 0),
        ("resistor 4,7 kOhm", 0),
        ("oscilloscope with probes and carrying case", 0),
        ("", 0),
    ],
)
def test_a_line_is_parted_where_goods_are_listed(text: str, pieces: int) -> None:
    assert len(pieces_of(text)) == pieces


def test_goods_of_codes_of_their_own_stand_apart(fresh: Classifier) -> None:
    told = fresh.classify(pieces_of("CNC lathe, oscilloscope and wooden tables"))
    codes = [one.candidates[0].hs6[:4] for one in apart(told)]
    assert codes == ["8458", "9030", "9403"]


def test_one_good_said_twice_is_one(fresh: Classifier) -> None:
    told = fresh.classify(pieces_of("oscilloscope, digital oscilloscope"))
    assert apart(told) == []


@given(st.text(max_size=600))
def test_any_text_is_parted_within_it(text: str) -> None:
    pieces = pieces_of(text)
    assert len(pieces) != 1
    assert all(len(piece) <= 60 for piece in pieces)
