"""Tariff codes, ECCNs and CAS numbers in free text, in the shapes people give them."""

import pytest

from enduse.goods.classify import find_goods
from enduse.goods.classify.stated_codes import bare_codes, without_codes
from enduse.goods.codes import read

FOUND = [
    ("HS: 8542,31 chips", "8542,31", "hs"),
    ("HS code 90121 roasted coffee", "90121", "hs"),
    ("KN-Code 8482 10 90", "8482 10 90", "hs"),
    ("Code NC 8482 10 10 roulements", "8482 10 10", "hs"),
    ("posizione doganale 84821010", "84821010", "hs"),
    ("fracción arancelaria 84821002", "84821002", "hs"),
    ('"commodity_code":"8482109000"', "8482109000", "hs"),
    ("tnved=8482109008", "8482109008", "hs"),
    ("TIF TN kodi 8482109008", "8482109008", "hs"),
    ("СЭҚ ТН 8482 10 900 8", "8482 10 900 8", "hs"),
    ("统计 稅則號別 84821000", "84821000", "hs"),
    ("統計品目番号 8482.10-000", "8482.10", "hs"),
    ("세번부호 8482102000", "8482102000", "hs"),
    ("mã số HS 84821000", "84821000", "hs"),
    ("البند الجمركي ٨٤٨٢١٠", "٨٤٨٢١٠", "hs"),
    ("HSN/SAC: 8482 bearings", "8482", "hs"),
    ("HS2022:848210", "848210", "hs"),
    ("bearings;8482109008;400;pcs", "8482109008", "hs"),
    ("[845710] vertical machining centre", "845710", "hs"),
    ("tariff line 84821010", "84821010", "hs"),
    ("taryfa celna 8482 10 10", "8482 10 10", "hs"),
    ("vámtarifaszám 84821010", "84821010", "hs"),
    ("ԱՏԳ ԱԱ 8482109008", "8482109008", "hs"),
    ("TNVED EAEU 8482109008", "8482109008", "hs"),
    ("Ausfuhrliste 2B001b", "2B001b", "eccn"),
    ("ECCN 3A001a2c converters", "3A001a2c", "eccn"),
    ("oscilloscope ECCN3A992.a", "3A992.a", "eccn"),
    ("CAS-No. 9004-70-0", "9004-70-0", "cas"),
    ("isopropanol, CAS-Nr. 67-63-0", "67-63-0", "cas"),
    ("集成电路 商品编号：8542399000 3000个", "8542399000", "hs"),
    ("bilyalı rulman gümrük tarife no 8482.10.10.00.00", "8482.10.10.00.00", "hs"),
    ("chargers 850440, routers 851762, cameras 852589", "852589", "hs"),
    ("diphenylamine (122-39-4) 200 kg", "122-39-4", "cas"),
]
NOT_FOUND = [
    "bearings INV 848210",
    "bearings, USD 848210",
    "shoes 848210",
    "PO 9004-70-1 drums",
    "order 58-08-2 chairs",  # the check digit is right; nothing says that it is a CAS
    "CN 20240511",
    "HS 2024 season",
]


@pytest.mark.parametrize(("text", "code", "kind"), FOUND)
def test_codes_are_found_as_they_are_written(text: str, code: str, kind: str) -> None:
    assert (code, kind) in [(s.text, s.kind) for s in find_goods(text)]
    assert read(code).readings


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_numbers_are_no_codes(text: str) -> None:
    assert all(s.kind in ("goods", "part") for s in find_goods(text))


def test_a_bare_number_tells_its_heading() -> None:
    assert list(bare_codes("400 pcs 848210")) == [(8, 14, "8482")]
    assert not list(bare_codes("invoice 848210"))


def test_a_number_that_is_no_code_is_left_in_the_words() -> None:
    assert without_codes("lathe HS 845811") == "lathe"
    assert without_codes("NC 250 300 lathe") == "NC 250 300 lathe"
