"""Who teaches the classifier one trade keeps what it knew of controlled goods."""

import shutil
from itertools import product
from pathlib import Path

import pytest

from enduse.goods.classify import Classifier, learned
from enduse.goods.classify.learned import Lesson

CLOTHES = {
    "cotton shirt": "620520",
    "knitted jumper": "611020",
    "denim trousers": "620342",
    "wool coat": "620111",
    "silk scarf": "621410",
    "leather gloves": "420329",
    "canvas shoes": "640419",
    "felt hat": "650500",
}
FOR = ("man", "woman", "boy", "girl", "child")
COLOURS = ("red", "blue", "green", "black", "white", "brown")
SIZES = ("small", "medium", "large", "XL", "XXL")
LISTED = [
    ("XC7A35T-1CPG236I", "854231"),
    ("STM32F407VGT6", "854231"),
    ("数控卧式车床 二手", "845811"),
    ("подшипник шариковый радиальный 6205", "848210"),
    ("linear power supply module 24V 5A for rack", "850440"),
]


@pytest.fixture(name="taught", scope="module")
def _taught(fresh: Classifier, tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    """A classifier that learned twelve hundred lines of clothes."""
    assert fresh.home
    home = tmp_path_factory.mktemp("taught")
    shutil.copytree(fresh.home / "goods-index", home / "goods-index")
    said = product(CLOTHES.items(), FOR, COLOURS, SIZES)
    lessons = [
        Lesson(f"{colour} {what} for {who}, {size}", hs6)
        for (what, hs6), who, colour, size in said
    ]
    learned.add(home, "clothes", lessons)
    return Classifier.open(home)


def test_its_own_weights_serve(taught: Classifier) -> None:
    assert taught.index.info["weights"]
    told = taught.classify(["silk scarf for grandmother, blue"])[0]
    assert told.candidates[0].hs6 == "621410"


@pytest.mark.parametrize(("text", "hs6"), LISTED)
def test_listed_goods_are_told_as_before(
    taught: Classifier, text: str, hs6: str
) -> None:
    told = taught.classify([text])[0]
    chpl = next(on for on in told.controlled if on.list == "chpl")
    assert chpl.p >= 0.5
    assert told.candidates[0].hs6[:4] == hs6[:4]


def test_one_lesson_against_all_that_is_known_does_not_decide(
    fresh: Classifier, tmp_path: Path
) -> None:
    assert fresh.home
    shutil.copytree(fresh.home / "goods-index", tmp_path / "goods-index")
    lessons = [
        Lesson("Integrated circuits", "851511"),
        Lesson("frobnicator mark two", "845961"),
    ]
    learned.add(tmp_path, "parcels", lessons)
    texts = ["integrated circuits", "frobnicator mark two"]
    chips, own = Classifier.open(tmp_path).classify(texts)
    assert {on.list: on.p for on in chips.controlled}["chpl"] > 0.65
    assert (own.candidates[0].hs6, own.candidates[0].p > 0.7) == ("845961", True)
