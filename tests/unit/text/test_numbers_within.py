"""Numbers that stand among words in the field of a number."""

import time

import pytest

from enduse.text.numbers_within import numbers_within


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("A54062245 (Iran), expires 12.7.2026", ("A54062245",)),
        ("T04338017, expired 08 May 2013", ("T04338017",)),
        ("H0347417, IQ, 20 Feb 2003, 19 Feb 2011", ("H0347417",)),
        ("French passport number 05AT521433", ("05AT521433",)),
        ("Passport OR1961825, Passport TR024417", ("OR1961825", "TR024417")),
        ("MP3413113 and MP2387911", ("MP3413113", "MP2387911")),
        ("series 6102 No 632261, issued on 16.10.2002", ("6102632261",)),
        ("4510 123456 выдан ОВД 12.03.2001", ("4510123456",)),
        ("クウェート旅券 1420529 （2006年3月31日失効）", ("1420529",)),
        ("21-567083-02 (Medellin)", ("2156708302",)),
        ("SSN 156-92-9858 (USA)", ("156929858", "SSN156929858")),
        ("IMO 6013334", ("6013334", "IMO6013334")),
        ("VAT Tax Number - DE 258714047", ("258714047", "DE258714047")),
    ],
)
def test_words_and_dates_are_left_out(value: str, numbers: tuple[str, ...]) -> None:
    assert numbers_within(value) == numbers


@pytest.mark.parametrize(
    "value",
    [
        "",
        "MAGP960111HSLRNR03",
        "AB 1234567",
        "12 34 567890",
        "DMCC-852167",
        "no number",
    ],
)
def test_a_number_alone_holds_no_other(value: str) -> None:
    assert numbers_within(value) == ()


@pytest.mark.parametrize(
    "value",
    ["1 " * 50_000, "A" * 100_000 + "1", " " * 100_000, "1年" * 50_000, "é1" * 50_000],
)
def test_a_hostile_value_costs_little(value: str) -> None:
    start = time.process_time()
    numbers_within(value)
    assert time.process_time() - start < 1
