"""Lines as a trade desk meets them: what a person expects, and how often it is met.

The lines were written for this test, none is of a data set; the bars are floors below
what was measured with nothing imported.
"""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from enduse.goods.classify import Classifier, find_goods
from enduse.goods.classify.classification import Classification

HERE = Path(__file__).parent / "goods"
LISTS = {"chpl", "ofac-critical"}
LEAST = 25  # lines of a language that a rate of its own is asked of


@dataclass(frozen=True)
class Line:
    """One line, what kind of goods it names, and the codes a person would give."""

    kind: str
    codes: tuple[str, ...]
    lang: str
    text: str

    def met(self, said: Classification, among: int) -> bool:
        """Whether an expected code is among the first candidates."""
        first = [one.hs6 for one in said.candidates[:among]]
        return any(hs6.startswith(code) for hs6 in first for code in self.codes)


def lines() -> list[Line]:
    with (HERE / "lines.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader((x for x in file if x[0] != "#"), delimiter="\t", quoting=3)
        return [Line(k, tuple(filter(None, c.split("|"))), g, t) for k, c, g, t in rows]


Said = list[tuple[Line, Classification]]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """Every line with what a machine says on which nothing was imported."""
    known = lines()
    classifier = Classifier.open(tmp_path_factory.mktemp("home"))
    found = classifier.classify([line.text for line in known])
    return list(zip(known, found, strict=True))


def of(said: Said, *kinds: str) -> Said:
    return [pair for pair in said if pair[0].kind in kinds]


def test_sought_goods_are_among_the_first_five_in_every_language(said: Said) -> None:
    by_lang: dict[str, list[bool]] = defaultdict(list)
    for line, found in of(said, "controlled", "listed"):
        by_lang[line.lang].append(line.met(found, 5))
        by_lang["*"].append(line.met(found, 5))
    rates = {g: sum(m) / len(m) for g, m in by_lang.items() if len(m) >= LEAST}
    assert set(rates) >= {"en", "zh", "ru", "tr", "de"}
    assert {g: round(rate, 3) for g, rate in rates.items() if rate < 0.93} == {}
    assert rates["*"] >= 0.96


def test_everyday_goods_are_on_no_list(said: Said) -> None:
    flagged = [
        line.text
        for line, found in of(said, "everyday")
        if any(one.list in LISTS and one.p >= 0.5 for one in found.controlled)
    ]
    assert len(flagged) <= len(of(said, "everyday")) * 0.01, flagged


def test_everyday_goods_land_at_home(said: Said) -> None:
    met = [line.met(found, 5) for line, found in of(said, "everyday")]
    assert sum(met) / len(met) >= 0.93


def test_vague_words_are_called_vague_and_others_are_not(said: Said) -> None:
    vague = [found.too_vague for _, found in of(said, "vague")]
    assert sum(vague) / len(vague) >= 0.93
    others = of(said, "controlled", "listed", "everyday")
    wrong = [line.text for line, found in others if found.too_vague]
    assert len(wrong) <= len(others) * 0.01, wrong


def test_ordinary_payment_texts_name_no_goods() -> None:
    texts = (HERE / "ordinary_texts.txt").read_text(encoding="utf-8").splitlines()
    found = {text: find_goods(text) for text in texts}
    wrong = [text for text, spans in found.items() if spans]
    assert len(wrong) <= len(texts) * 0.02, wrong
