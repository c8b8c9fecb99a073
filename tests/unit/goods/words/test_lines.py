"""The lines of trade language: their form, their codes, and what they cover."""

import csv
import re
from collections import defaultdict

import pytest

from enduse.goods.control import ControlLists
from enduse.goods.words.lines import (
    COMMON,
    WordLine,
    common_lines,
    families,
    lines_of,
    word_lines,
)
from tests.conftest import real_data

SPOKEN = "ar az de en es fa fr hy it ja ka kk ko ru sr tr uk uz zh pl vi cs pt hi"
LANGUAGES = frozenset(SPOKEN.split())
CHPL_AND_CRITICAL = [
    "854231",
    "854232",
    "854233",
    "854239",
    "851762",
    "852691",
    "853221",
    "853224",
    "854800",
    "847150",
    "850440",
    "851769",
    "852589",
    "852910",
    "852990",
    "853669",
    "853690",
    "854110",
    "854121",
    "854129",
    "854130",
    "854149",
    "854151",
    "854159",
    "854160",
    "848210",
    "848220",
    "848230",
    "848250",
    "880730",
    "901310",
    "901380",
    "901420",
    "901480",
    "847180",
    "848610",
    "848620",
    "848640",
    "853400",
    "854320",
    "902750",
    "903020",
    "903032",
    "903039",
    "903082",
    "845710",
    "845811",
    "845891",
    "845961",
    "846693",
    "140420",
    "470610",
    "391220",
    "840710",
    "841111",
    "841191",
    "850131",
    "850760",
    "880622",
    "901510",
    "901320",
    "903149",
    "903180",
    "852583",
    "853710",
    "848340",
    "681511",
    "810890",
    "870422",
    "870121",
]


def test_it_works() -> None:
    """A plain line is read with its code, language and family."""
    line = next(x for x in word_lines() if x.text == "токарный станок с ЧПУ")
    assert line == WordLine("845811", "ru", line.text, "machine_tools")


def test_there_are_thousands_of_lines_in_several_languages() -> None:
    """The vocabulary is large enough to be of use, in each main language."""
    counts: dict[str, int] = defaultdict(int)
    for line in word_lines():
        counts[line.lang] += 1
    assert len(word_lines()) > 5_000
    assert all(counts[lang] > 400 for lang in ("en", "zh", "ru", "tr", "de")), counts


@pytest.mark.parametrize("family", families())
def test_each_family_is_sorted_and_well_formed(family: str) -> None:
    """Six digits, a known language, a text that a person could have written."""
    _check_form(list(lines_of(family)))


@pytest.mark.parametrize("family", families(COMMON))
def test_each_table_of_common_goods_is_sorted_and_well_formed(family: str) -> None:
    """As the families, and of the chapters its name says, where it says some."""
    lines = list(lines_of(family, COMMON))
    _check_form(lines)
    if family.startswith("chapters_"):
        first, last = family.split("_")[1:]
        assert all(first <= line.hs6[:2] <= last for line in lines)


def test_every_code_of_the_priority_list_is_named_in_eight_languages() -> None:
    """Exporters write in many tongues; no listed code is without a name in one."""
    named: dict[str, set[str]] = defaultdict(set)
    for line in (*word_lines(), *common_lines()):
        named[line.hs6].add(line.lang)
    wanted = {"en", "zh", "ru", "tr", "de", "es", "fr", "ar"}
    listed = ControlLists.open(None).codes("chpl")
    assert {code: wanted - named[code] for code in listed if wanted - named[code]} == {}


def _check_form(lines: list[WordLine]) -> None:
    assert lines
    for line in lines:
        assert re.fullmatch(r"\d{6}", line.hs6), line
        assert line.lang in LANGUAGES, line
        assert line.text == " ".join(line.text.split()), line
        assert 2 <= len(line.text) <= 120, line
    keys = [(x.hs6, x.lang, x.text) for x in lines]
    assert keys == sorted(keys)


def test_no_text_stands_under_two_codes_unless_marked() -> None:
    """A text with two codes says so on both lines; a marked one has two."""
    codes: dict[str, set[str]] = defaultdict(set)
    for line in word_lines():
        codes[line.text.casefold()].add(line.hs6)
    for line in word_lines():
        assert line.shared == (len(codes[line.text.casefold()]) > 1), line


def test_no_line_is_there_twice() -> None:
    """One text, one code, one line."""
    keys = [(x.hs6, x.text.casefold()) for x in word_lines()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("hs6", CHPL_AND_CRITICAL)
def test_each_controlled_code_has_words_in_english_russian_and_chinese(
    hs6: str,
) -> None:
    """No controlled code is left without words in the languages it is met in."""
    langs = {line.lang for line in word_lines() if line.hs6 == hs6}
    assert {"en", "ru", "zh"} <= langs


def test_common_goods_stand_under_one_code_unless_marked() -> None:
    """A common text that a family or another chapter has too is marked."""
    codes: dict[str, set[str]] = defaultdict(set)
    for line in (*word_lines(), *common_lines()):
        codes[line.text.casefold()].add(line.hs6)
    seen = set()
    for line in common_lines():
        assert line.shared == (len(codes[line.text.casefold()]) > 1), line
        assert (line.hs6, line.text.casefold()) not in seen, line
        seen.add((line.hs6, line.text.casefold()))
    known = {(line.hs6, line.text.casefold()) for line in word_lines()}
    assert not seen & known


def test_common_goods_reach_codes_that_no_family_has() -> None:
    """They are there for the width of the tariff."""
    wide = {line.hs6 for line in common_lines()} - {line.hs6 for line in word_lines()}
    assert len(wide) > 800


def test_all_chapters_are_covered() -> None:
    """Everyday goods of the whole tariff are there, so that they land at home."""
    chapters = {line.hs6[:2] for line in word_lines()}
    assert {f"{n:02}" for n in range(1, 98)} - chapters == {"77"}


def test_every_code_is_in_the_nomenclature() -> None:
    """Codes exist in HS 2022, by the published table."""
    table = real_data("goods") / "hs" / "harmonized-system-2022.csv"
    with table.open(encoding="utf-8") as file:
        known = {row["hscode"] for row in csv.DictReader(file)}
    assert {line.hs6 for line in (*word_lines(), *common_lines())} <= known


def test_thermal_cameras_are_no_night_vision_cameras() -> None:
    """Note 3 to the subheadings of chapter 85: 8525.83 has a photocathode."""
    thermal = re.compile("thermal|тепловиз|热成像|Wärmebild|termal kamera|LWIR")
    codes = {x.hs6 for x in word_lines() if thermal.search(x.text)}
    assert "852589" in codes
    assert "852583" not in codes
