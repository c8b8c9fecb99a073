"""What is said in English counts beside what is said in the tongue itself."""

from collections.abc import Sequence

import numpy as np
import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.neighbours import Neighbours
from enduse.goods.classify.with_english import WEIGHT, Weighed, with_english

TAUGHT = "कपास"  # a text in a tongue that the table has: cotton


def weighed(
    classes: list[list[int]], p: list[list[float]], *, named: bool = False
) -> Weighed:
    """Candidates of some texts, each with one line near by: that of its number."""
    rows = len(classes)
    near = Neighbours(
        np.arange(rows)[:, None] + 10 * rows,
        np.ones((rows, 1), np.float32),
        np.ones(rows, np.float32),
    )
    return Weighed(np.array(classes), np.array(p), near, np.full(rows, named))


def english(texts: Sequence[str]) -> Weighed:
    """Every text is class 7, likely, or 3, by one line."""
    many = len(texts)
    return weighed([[7, 3, -1]] * many, [[0.9, 0.05, 0.0]] * many)


def test_both_count_and_other_rows_stay() -> None:
    own = weighed([[3, 2], [5, 2]], [[0.4, 0.1], [0.4, 0.1]])
    told = with_english([TAUGHT, "12"], own, english)
    first = dict(zip(told.classes[0].tolist(), told.p[0].tolist(), strict=True))
    left = 1 - WEIGHT
    assert first[7] == pytest.approx(0.9 * WEIGHT)
    assert first[3] == pytest.approx(0.4 * left + 0.05 * WEIGHT)
    assert first[2] == pytest.approx(0.1 * left)
    assert told.p[1].sum() == pytest.approx(0.5)
    assert told.near.line[1, 0] == own.near.line[1, 0]
    assert told.near.line[0, 0] != own.near.line[0, 0]


@pytest.mark.parametrize(
    ("p", "named"), [([[0.95, 0.01]], False), ([[0.4, 0.1]], True)]
)
def test_sure_texts_and_known_nouns_are_not_asked(
    p: list[list[float]], *, named: bool
) -> None:
    own = weighed([[3, 2]], p, named=named)
    assert with_english([TAUGHT], own, english) is own


def test_goods_no_line_names_in_their_tongue(fresh: Classifier) -> None:
    texts = ["साइकिल का टायर", "шкарпетки бавовняні чоловічі", "ghế gỗ phòng ăn"]
    first = [one.candidates[0].hs6[:4] for one in fresh.classify(texts)]
    assert first == ["4011", "6115", "9401"]


def test_listed_goods_stay_what_they_are(fresh: Classifier) -> None:
    texts = ["モーター用ボールベアリング", "elektrik motoru için rulman"]
    found = fresh.classify(texts)
    assert [one.controlled[0].p >= 0.5 for one in found] == [True, True]


def test_what_is_asked_beside_it_changes_nothing(fresh: Classifier) -> None:
    texts = ["CNC lathe", "ghế gỗ phòng ăn", "फल", "ball bearing 6204"]
    together = fresh.classify(texts)
    alone = [fresh.classify([text])[0] for text in texts]
    assert [one.candidates[0] for one in together] == [
        one.candidates[0] for one in alone
    ]
