"""Russian words in Latin letters, by whatever table of letters."""

import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.latinised import as_written
from enduse.goods.classify.sought import speaks_of_sought
from enduse.goods.classify.spans import find_goods

RUSSIAN = [
    ("podshipniki sharikovye radialnye", "подшипники шариковые радиальные"),
    ("PODSHIPNIKI SHARIKOVYYE", "подшипники шариковые"),
    ("mikroskhemy", "микросхемы"),
    ("mikroshemy", "микросхемы"),
    ("stanok frezernyj s ChPU", "станок фрезерный s чпу"),
    ("kondensatory keramicheskiye", "конденсаторы керамические"),
    ("oplata za tovar", "оплата за товар"),
]
OTHERS = [
    "ball bearings",
    "lathe machine",
    "polymers",
    "professional monolithic transistor",
    "Transformator 400 kVA",
    "kondansatör",
    "XC7A35T-1CPG236I Xilinx",
    "",
    "''",
]


@pytest.mark.parametrize(("text", "written"), RUSSIAN)
def test_russian_words_are_put_back(text: str, written: str) -> None:
    assert as_written(text) == written


@pytest.mark.parametrize("text", OTHERS)
def test_other_texts_stay(text: str) -> None:
    assert as_written(text) == text


def test_one_such_word_among_english_ones_is_no_russian_text() -> None:
    text = "mikroshemy brand kitchen mixer"
    assert as_written(text) == text


@pytest.mark.parametrize(
    ("text", "hs6"),
    [
        ("podshipniki sharikovye radialnye", "848210"),
        ("tokarnyy stanok s ChPU", "845811"),
        ("mikroskhemy dlya telekommunikatsiy", "854239"),
    ],
)
def test_they_are_classified(fresh: Classifier, text: str, hs6: str) -> None:
    assert fresh.classify([text])[0].candidates[0].hs6[:4] == hs6[:4]


def test_goods_without_a_name_are_too_vague(fresh: Classifier) -> None:
    assert fresh.classify(["oplata za tovar po dogovoru"])[0].too_vague


def test_they_are_found_in_texts_of_payments() -> None:
    text = "OPLATA PO SCHETU 12 ZA MIKROSKHEMY I PODSHIPNIKI"
    found = [span.text for span in find_goods(text)]
    assert found == ["MIKROSKHEMY", "PODSHIPNIKI"]
    assert speaks_of_sought(text)
