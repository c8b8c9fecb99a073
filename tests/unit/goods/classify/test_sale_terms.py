"""Tests of what a line says of the sale, not of the goods."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.sale_terms import without_terms


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2 SETS VERTICAL MACHINING CENTER FOB DALIAN", "VERTICAL MACHINING CENTER"),
        ("500 PCS MCU AT USD 6.20/PC CIP DUBAI", "MCU"),
        (":45A: 500 PCS MCU ST", "MCU ST"),
        ("ball bearings 6204 ZZ 1 000 pcs", "ball bearings 6204 ZZ"),
        (
            "RULMAN 6204 ZZ 1000 ADET, RULMAN 30206 500 ADET",
            "RULMAN 6204 ZZ, RULMAN 30206",
        ),
        ("станок токарный 2 шт, в т.ч. НДС 20%", "станок токарный"),
        ("示波器 5台 CIF 圣彼得堡", "示波器"),
        ("钽电容 3000只 含税", "钽电容"),
        ("DJI Mavic 3 Thermal x 3, DAP Almaty", "DJI Mavic 3 Thermal"),
        ("antenne GPS, 50 pièces", "antenne GPS"),
    ],
)
def test_terms_of_the_sale_are_left_out(text: str, left: str) -> None:
    assert without_terms(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "",
        "500 pcs",
        "CAR KEY",
        "FOB watch",
        "DAP fertiliser 18-46",
        "CNY174SM optocoupler",
        "MAX6100EUR+T MAXIM INTEGRATED",
        "bolt M8 x 40 mm, 5 kg",
        "mat 47CM X 34 CM",
        "1st edition",
        "cotton 18 MT",
        "sizes 16/20/22/24",
        "Samsung INR18650-26J",
    ],
)
def test_what_tells_of_the_goods_stays(text: str) -> None:
    assert without_terms(text) == text


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert len(without_terms(text)) <= len(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("TLP521-4 DIP16 tube", "TLP521-4 DIP16"),
        ("LM358DR SOIC8 tape & reel", "LM358DR SOIC8"),
        ("TPS54331DR TI 2500pcs/reel", "TPS54331DR TI"),
        ("连接器货款", "连接器"),
        ("fishing reel", "fishing reel"),
        ("6P14P vacuum tube", "6P14P vacuum tube"),
        ("货款", "货款"),
    ],
)
def test_how_parts_are_packed_and_that_goods_are_paid(text: str, left: str) -> None:
    assert without_terms(text) == left
