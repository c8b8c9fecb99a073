"""Goods, codes and part numbers in free text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import find_goods
from enduse.goods.classify.stated_codes import without_codes

CASES = [
    ("PAYMENT FOR CNC LATHE", [("CNC LATHE", "goods")]),
    ("HS CODE 845811, INV 12", [("845811", "hs")]),
    ("за товар 8457.10.1009", [("8457.10.1009", "hs")]),
    ("ECCN 3A001.a.7 ITEMS", [("3A001.a.7", "eccn")]),
    ("XC7A35T-1CPG236I x 500", [("XC7A35T-1CPG236I", "part")]),
    ("购买五轴加工中心", [("五轴加工中心", "goods")]),
    ("支払 ボールベアリング代金", [("ボールベアリング", "goods")]),
    ("購入FPGA芯片500片", [("FPGA芯片", "goods")]),
    ("IGBTモジュール代金", [("IGBTモジュール", "goods")]),
    ("ファンクションジェネレータ", [("ファンクションジェネレータ", "goods")]),
    ("XFPGA芯片", [("芯片", "goods")]),
    ("デジタルオシロスコープ 1台", [("デジタルオシロスコープ", "goods")]),
    ("SALARY MARCH 2024", []),
    ("INVOICE 2024-113 DD 12.03.2024 USD 8457.10", []),
    ("EUR 8482.10 for invoice", []),
    ("HS CODE 84 82 10 90", [("84 82 10 90", "hs")]),
    ("ТН ВЭД 8542 31 901 0", [("8542 31 901 0", "hs")]),
    ("kod TN VED 8482109008", [("8482109008", "hs")]),
    ("код товара 8542399010", [("8542399010", "hs")]),
    ("HS编码：8471504001", [("8471504001", "hs")]),
    ("Zolltarifnummer 8482 10 10", [("8482 10 10", "hs")]),
    ("commodity code 8542 3190 00", [("8542 3190 00", "hs")]),
    ("HS KODU 848210", [("848210", "hs")]),
    ("کد تعرفه 84821000", [("84821000", "hs")]),
    ("8482 10 900 8 x 20", [("8482 10 900 8", "hs")]),
    ("HS 8542.31, 8542.32", [("8542.31", "hs"), ("8542.32", "hs")]),
    ("HS CODE 4069090", [("4069090", "hs")]),
    ("HS 8482.1", [("8482.1", "hs")]),
    ("customs 8482.5 EUR", []),
    ("tel 8482 10 9008123", []),
    ("account 8482 1090 0812 3344", []),
    ("CN 20240511", []),
    ("total 3926.90", []),
    ("machine 8457.10", [("8457.10", "hs")]),
    ("Room 3A001", []),
    ("item 3A001", [("3A001", "eccn")]),
    ("Mr Bell", []),
    ("FAO: Mr Hammer", []),
    ("Apple Inc", []),
    ("Bearing Point GmbH consulting", []),
    ("Mobile phone bill 07700900123", []),
    ("Books club subscription", []),
    ("ООО РОМАШКА ИНН 7707083893 КПП 770701001", []),
    ("Mehmet Şeker hesabına havale", []),
    ("INV DATE 26.08.2025", []),
    ("HS 9999.88", []),
    ("payment for goods as per contract 77/2024", []),
    ("Integrated circuits, proforma SE-2207", [("Integrated circuits", "goods")]),
    ("BEARINGS 6205", [("BEARINGS", "goods")]),
    ("ELECTRONIC COMPONENTS", [("ELECTRONIC COMPONENTS", "goods")]),
    ("spindle repair kits", [("spindle repair kits", "goods")]),
    ("оплата за подшипники роликовые", [("подшипники роликовые", "goods")]),
    ("consulting services october", []),
    ("rent for office", []),
    ("Reisekosten", []),
    ("зарплата за октябрь", []),
    ("annual membership fee", []),
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


def test_plurals_and_order_of_words_are_folded() -> None:
    """ "tapered roller bearings" is found in the plural, with or without a number."""
    found = find_goods("tapered roller bearings 32218 120 pcs")
    assert found[0].text.startswith("tapered roller bearings")
    assert [s.kind for s in find_goods("lathe CNC")] == ["goods"]


def test_the_number_of_a_paper_is_no_part() -> None:
    assert not [s for s in find_goods("invoice XC7A35T-1CPG236I") if s.kind == "part"]
    assert [s.kind for s in find_goods("XC7A35T-1CPG236I")] == ["part"]


def test_text_without_goods_is_passed_fast() -> None:
    """Well below a thousandth of a second for a line of a statement."""
    line = "MONTHLY FEE AND CONSULTING SERVICES OCTOBER REF 2231"
    find_goods(line)
    begun = time.perf_counter()
    for _ in range(200):
        find_goods(line)
    assert (time.perf_counter() - begun) / 200 < 0.001


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("8458.11.00 - horizontal lathe", "horizontal lathe"),
        ("ТН ВЭД 8457101000 станок", "станок"),
        ("CN 84821010 bearings", "bearings"),
        ("8482.10 EUR for bearings", "8482.10 EUR for bearings"),
        ("9999.99.00 lathe", "9999.99.00 lathe"),
        ("8482.10", "8482.10"),
        ("resistor 1206.50", "resistor 1206.50"),
    ],
)
def test_a_code_is_left_out_of_the_words(text: str, left: str) -> None:
    assert without_codes(text) == left
