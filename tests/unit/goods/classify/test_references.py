"""What is said of papers is cut; what is said of goods stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.references import references, without_references

CUT = [
    ("INTEGRATED CIRCUITS AS PER PROFORMA CK-2211", "INTEGRATED CIRCUITS"),
    ("Lathe, contract 14/B", "Lathe"),
    ("CNC LATHE PO 4471", "CNC LATHE"),
    ("bearings under contract no. 7 dated 12.03.2024", "bearings"),
    ("Payment acc. to invoice Nr 88 for pumps", "Payment for pumps"),
    ("Kugellager laut Rechnung Nr. 2024-17 vom 3.4.2024", "Kugellager"),
    ("станок по договору № 14/Б от 12.03.2024", "станок"),
    ("轴承 合同号 HT-2024", "轴承"),
    ("as per contract 22/24", ""),
    ("GOODS ACC. TO SPEC 4 TO AGREEMENT 0912-KZ", "GOODS TO"),
    ("bolts as per packing list no. 12", "bolts"),
    ("steel as per spec. 12X18H10T", "steel 12X18H10T"),
    ("balance 70% for machinery against B/L copy", "machinery"),
    ("30% deposit for CNC lathe", "CNC lathe"),
    ("70% balance", ""),
]
KEPT = [
    "order picker forklift",
    "XC7A35T-1CPG236I 500 pcs",
    "ball bearing 6205-2RS",
    "LED lamp 12V from 2 to 5 W",
    "spare parts for KUKA KR 210 robot",
    "offer price label printer",
    "bearing po",
    "100% cotton shirt",
    "power balance 100% tester",
    "laboratory balance 220 g",
]


@pytest.mark.parametrize(("text", "left"), CUT)
def test_references_are_cut(text: str, left: str) -> None:
    assert without_references(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_goods_stay(text: str) -> None:
    assert without_references(text) == text


@given(st.text(max_size=300))
def test_any_text_gives_slices_in_order(text: str) -> None:
    end = 0
    for start, stop in references(text):
        assert end <= start < stop <= len(text)
        end = stop
    assert len(without_references(text)) <= len(text)


def test_a_long_line_is_no_trap() -> None:
    assert without_references("per " * 20_000 + "invoice 1")
