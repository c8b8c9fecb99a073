"""What a description says beside the name of the goods."""

import pytest

from enduse.goods.classify.attributes import attributes_of, part_numbers
from enduse.goods.classify.normal import folded, language_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "XC7A35T-1CPG236I Xilinx 500 pcs",
            {"maker": ["Xilinx"], "part_numbers": ["XC7A35T-1CPG236I"],
             "quantity": ["500"], "unit": ["H87"]},
        ),
        ("5轴加工中心", {"axes": ["5"]}),
        ("五轴加工中心", {"axes": ["5"]}),
        ("centro de mecanizado de 5 ejes", {"axes": ["5"]}),
        ("رولمان بلي 250 قطعة", {"quantity": ["250"], "unit": ["H87"]}),
        ("芯片 3000片", {"quantity": ["3000"], "unit": ["H87"]}),
        ("同轴电缆 20米", {"quantity": ["20"], "unit": ["MTR"]}),
        ("алюминий 5 тонн", {"quantity": ["5"], "unit": ["TNE"]}),
        ("диоды 1 000 шт", {"quantity": ["1 000"], "unit": ["H87"]}),
        ("15x bearings", {"quantity": ["15"]}),
        ("кол-во 15 подшипник", {"quantity": ["15"]}),
        ("开关电源 24伏", {"voltage": ["24伏"]}),
        ("变频器 7.5千瓦", {"power": ["7.5千瓦"]}),
        ("示波器 100兆赫", {"frequency": ["100兆赫"]}),
        ("конденсатор 100 нФ", {"capacitance": ["100 нФ"]}),
        ("TI LM5017MRX/NOPB regulator",
         {"maker": ["Texas Instruments"], "part_numbers": ["LM5017MRX/NOPB"]}),
        ("op amps, Texas Instrument Inc", {"maker": ["Texas Instruments"]}),
        ("Bosch-Rexroth Hydraulikpumpe", {"maker": ["Bosch", "Bosch Rexroth"]}),
        ("screws for 3 tables", {}),
        ("servo motor 220V 750W, 2 sets",
         {"quantity": ["2"], "unit": ["SET"], "voltage": ["220V"], "power": ["750W"]}),
        ("bearing 90x160x40 mm SKF", {"maker": ["SKF"], "bore_mm": ["90x160x40"]}),
        ("cotton shirts", {}),
    ],
)  # fmt: skip
def test_what_is_read(text: str, expected: dict[str, list[str]]) -> None:
    assert attributes_of(text) == expected


@pytest.mark.parametrize(
    "text", ["100mm", "220V", "2024", "model", "5轴加工中心", "12/24"]
)
def test_a_measure_is_no_part_number(text: str) -> None:
    assert part_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("CNC lathe", "en"), ("токарный станок", "ru"), ("верстат із ЧПК", "uk"),
        ("五轴加工中心", "zh"), ("ベアリング", "ja"), ("베어링", "ko"),
        ("işleme merkezi", "tr"),
        ("Fräsmaschine", "de"), ("12345", ""), ("", ""),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_folding() -> None:
    assert folded("Ünlü İŞLEME  (5-eksen)") == "unlu isleme 5 eksen"


def test_words_of_the_sale_are_no_parts_and_no_models() -> None:
    text = "Power module 47UF/16V, USD 6.20/PC, UN2556, MSKU1234567, M8x30"
    found = attributes_of(text)
    assert "part_numbers" not in found
    assert "model" not in found


def test_a_preposition_is_no_volt() -> None:
    assert "voltage" not in attributes_of("ПОДШИПНИКИ 6308 В АССОРТИМЕНТЕ")
    assert attributes_of("реле 24 В")["voltage"] == ["24 В"]
