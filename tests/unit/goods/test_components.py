"""Parts of recovered weapons: the same number however it is written, and no other."""

import pytest

from enduse.goods.components import Components
from enduse.goods.entry import Component
from enduse.goods.parts.makers import makers
from enduse.goods.parts.numbers import bare, is_number, part_numbers
from enduse.model import Origin


def record(number: int, part: str, maker: str = "Analog Devices") -> Component:
    return Component(
        record=f"rec-{number}",
        name=part,
        maker=maker,
        country="US" if number % 2 else "CN",
        category="",
        origin=Origin("ua-gur", "0" * 64, f"t.csv#row={number}"),
        numbers=part_numbers(part),
        systems=("glider-1", f"boat-captured-in-202{number % 3}"),
    )


HELD = Components(
    [
        record(1, "AB9361BCZ"),
        record(2, "LX2208CUP", "Linear Technology Corporation (Analog Devices)"),
        record(3, "QQ4F"),
        record(4, "FPGA"),
        record(5, "55012", "Sample Corp"),
        record(6, "ZN7A35T", "Xilinx Inc. (AMD)"),
        record(7, "KK32F"),
        record(8, "X1"),
    ]
)


@pytest.mark.parametrize(
    "written",
    [
        "AB9361BCZ",
        "ab9361bcz",
        "AB 9361 BCZ",
        "AB9361-BCZ",
        "AB9361BCZ-REEL7",
        "AB9361BCZ-REEL",
        "AB9361BCZ/NOPB",
        "AB9361BCZ#TRPBF",
        "AB9361BCZ T/R",
        "AB9361BCZ-RL7",
        "AB9361BCZ,115",
        "AB9361BCZ+T",
        "AB9361BCZ (RoHS)",
        "AB9361BCZ-ND",
        "ＡＢ９３６１ＢＣＺ",
    ],
)
def test_the_same_part_however_it_is_packed(written: str) -> None:
    (hit,) = HELD.find(written)
    assert hit.component.record == "rec-1"
    assert hit.how in ("exact", "packing")
    assert hit.origin.locator == "t.csv#row=1"


@pytest.mark.parametrize(
    "written", ["", "X1", "FPGA", "AB9", "9361", "AB9362BCZ", "AB93610BCZ", "A" * 500]
)
def test_another_part_is_not_found(written: str) -> None:
    assert HELD.find(written) == ()


def test_a_longer_number_of_the_series_is_told_as_such() -> None:
    (hit,) = HELD.find("ZN7A35T-1CPG236I", "AMD")
    assert hit.how == "series"
    assert HELD.find("KK32F407VGT6") == ()  # a family of hundreds


def test_a_maker_that_disagrees_rules_it_out() -> None:
    assert HELD.find("AB9361BCZ", "Texas Instruments") == ()
    assert HELD.find("AB9361BCZ", "ADI")
    assert HELD.find("LX2208CUP", "Maxim Integrated")  # one house by now


def test_short_numbers_and_bare_digits_need_their_maker() -> None:
    assert HELD.find("QQ4F") == ()
    assert HELD.find("QQ4F", "Analog Devices, Inc.")
    assert HELD.find("55012") == ()
    assert HELD.find("55012", "SAMPLE CORPORATION")


def test_numbers_are_found_in_running_text() -> None:
    said = "Payment for 200 pcs AB9361BCZ-REEL7 and cables, inv 55012"
    hits = [hit for number in part_numbers("", said) for hit in HELD.find(number)]
    assert [hit.component.record for hit in hits] == ["rec-1"]


@pytest.mark.parametrize(
    "word", ["MOSFET", "RS-232", "RS-422/RS-485", "FGG456", "12V", "2024", "100MHz"]
)
def test_words_of_the_trade_are_no_part_numbers(word: str) -> None:
    assert not is_number(word)


def test_what_a_suffix_is_not() -> None:
    assert bare("STM32F407VGT6") == "STM32F407VGT6"
    assert bare("LM317T") == "LM317T"
    assert bare("GRM188R71C104KA01") == "GRM188R71C104KA01"
    assert bare("ADG419BRZ (RHT)") != bare("ADG419BRZ")


@pytest.mark.parametrize(
    ("packed", "part"),
    [
        ("STM32F407VGT6TR", "STM32F407VGT6"), ("IRLML6402TRPBF", "IRLML6402"),
        ("NCP1117ST33T3G", "NCP1117ST33"), ("MC33063ADR2G", "MC33063AD"),
        ("24LC256T-I/SN", "24LC256-I/SN"), ("OPA2134UA/2K5", "OPA2134UA"),
        ("LT3080EDD#WPBF", "LT3080EDD"), ("TPS54331DR 2500/reel", "TPS54331DR"),
        ("PIC16F877A-I/P bulk", "PIC16F877A-I/P"), ("XC6SLX9 编带", "XC6SLX9"),
        ("STM32F405RGT6 (T&R)", "STM32F405RGT6"), ("W25Q128JV T & R", "W25Q128JV"),
        ("GRM188R71C104KA01D", "GRM188R71C104KA01"),
    ],
)  # fmt: skip
def test_makers_ways_of_packing(packed: str, part: str) -> None:
    assert bare(packed) == bare(part)


def test_makers_by_any_name() -> None:
    assert makers("STMicroelectronics N.V.") == makers("ST")
    assert makers("") == frozenset()
    assert makers("Altera Corporation (Intel)") & makers("Intel Corp.")


def test_systems_by_country_and_over_time() -> None:
    (glider,) = HELD.systems("GLIDER 1")
    assert glider.records == 8
    assert glider.countries == {"US": 4, "CN": 4}
    together = HELD.together("boat")
    assert together
    assert together.by_year[2021]["US"] == 2
    assert together.years == {}
    assert HELD.together("no such thing") is None


def test_nothing_imported_finds_nothing() -> None:
    assert Components.open(None).find("AB9361BCZ") == ()
