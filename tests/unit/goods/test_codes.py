"""Codes as people write them."""

import pytest

from enduse.goods import hs
from enduse.goods.codes import looks_like_code, read
from enduse.goods.control_list import shipped

CHPL = sorted(entry.code for entry in shipped("chpl").entries)
SPELLINGS = (
    "{h}{s}",
    "{h}.{s}",
    "{h},{s}",
    "{h}.{s}",
    "{h},{s}",
    "{h}.{s}",
    "{h},{s}",
    "{h}.{s}.",
    "HS {h}.{s}",
    "HS Code: {h}.{s}",
    "hs code {h}{s}",
    "H.S. {h}.{s}",
    "HSN {h}{s}00",
    "CN {h} {s} 00",
    "{h}{s}90",
    "HTSUS {h}.{s}.0001",
    "TN VED {h} {s} 100 1",
    "ТН ВЭД ЕАЭС {h}{s}1001",
    "GTİP {h}.{s}.00.00.00",
    "HS编码：{h}{s}1000",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_high_priority_code_in_every_spelling(spelling: str) -> None:
    for code in CHPL:
        text = spelling.format(h=code[:4], s=code[4:])
        assert looks_like_code(text)
        found = read(text)
        assert found.readings[0].hs6 == code, text
        assert "HS2022" in found.readings[0].editions
        assert not found.problems


@pytest.mark.parametrize(
    ("text", "code", "note"),
    [
        ("90111", "090111", "goods-code-repaired"),
        ("901.11", "090111", "goods-code-repaired"),
        ("1012100", "01012100", "goods-code-repaired"),
        ("8457.1", "845710", "goods-code-repaired"),  # a spreadsheet's number
        ("901", "0901", "goods-code-repaired"),
    ],
)
def test_a_lost_zero_is_put_back_and_told(text: str, code: str, note: str) -> None:
    found = read(text)
    assert found.readings[0].code == code
    assert [p.code for p in found.problems] == [note]
    assert found.valid


@pytest.mark.parametrize(
    "text", ["999999", "123456", "8541.99", "77", "9999.99.9999", "0845.71"]
)
def test_a_code_of_no_edition_is_a_problem(text: str) -> None:
    found = read(text)
    assert not found.valid
    assert [p.code for p in found.problems] == ["goods-code-unknown"]


def test_the_problem_says_what_there_is() -> None:
    (problem,) = read("8541.99").problems
    assert "854110" in problem.message


def test_a_code_of_another_edition_than_stated_is_a_problem() -> None:
    found = read("8541.40", edition="HS2022")
    assert [p.code for p in found.problems] == ["goods-code-edition"]
    assert found.readings[0].editions == ("HS2017", "HS2012")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("3A001", "3A001"),
        ("3a001.A.2", "3A001.a.2"),
        ("ECCN 5A992c", "5A992.c"),
        ("EAR99", "EAR99"),
        ("ECCN: EAR99", "EAR99"),
    ],
)
def test_export_control_numbers(text: str, code: str) -> None:
    (reading,) = read(text).readings
    assert (reading.scheme, reading.code) == ("eccn", code)


def test_a_cas_number_needs_its_check_digit() -> None:
    assert read("7440-22-4").readings[0].scheme == "cas"
    assert read("CAS No. 9004-70-0").readings[0].code == "9004-70-0"
    assert not read("7440-22-5").valid


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "5轴加工中心", "STM32F407VGT6", "10 bearings", "8" * 50),
        *("x" * 10_000, "HS", "ECCN", "1N4148", "spare parts", "\x00", "８" * 200),
    ],
)
def test_what_is_no_code_is_said_to_be_none(text: str) -> None:
    assert not looks_like_code(text)
    assert [p.code for p in read(text).problems] == ["goods-code-unreadable"]


def test_nine_digits_can_be_japanese_or_a_lost_zero() -> None:
    assert {r.hs6 for r in read("901110000").readings} == {"090111", "901110"}


def test_the_editions_have_the_numbers_of_codes_that_are_published() -> None:
    assert [len(hs.codes(e)) for e in hs.EDITIONS] == [5612, 5387, 5205]
