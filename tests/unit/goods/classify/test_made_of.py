"""What an article is made of decides between codes that differ by it alone."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import Classifier
from enduse.goods.classify.index import classes, place_of
from enduse.goods.classify.made_of import SHARE, materials_of, with_materials


@pytest.mark.parametrize(
    ("text", "materials"),
    [
        ("plastic mug with steel spoon", {"plastic"}),
        ("mug, printed, made from ABS plastic", {"plastic"}),
        ("Becher aus Kunststoff", {"plastic"}),
        ("vaso de plástico", {"plastic"}),
        ("кружка пластиковая детская", {"plastic"}),
        ("玻璃杯子", {"glass"}),
        ("steel and wooden bench", {"iron"}),
        ("turmeric powder in plastic bag", set()),
        ("CNC lathe", set()),
        ("", set()),
    ],
)
def test_the_material_of_the_goods_themselves(text: str, materials: set[str]) -> None:
    assert materials_of(text) == materials


def test_articles_of_other_materials_give_most_of_their_share() -> None:
    """Ceramic to plastic; a code of no article, and another text, stay as they are."""
    codes = ["691200", "392410", "850440", "701337"]
    row = np.array([[place_of()[code] for code in codes] + [-1]])
    p = np.array([[0.5, 0.1, 0.2, 0.1, 0.0]])
    found = with_materials(["plastic mug"], row, p)[0].tolist()
    left = 1 - SHARE
    assert found == pytest.approx([0.5 * left, 0.1 + 0.6 * SHARE, 0.2, 0.1 * left, 0])
    assert with_materials(["mug"], row, p) is p
    assert with_materials(["leather mug"], row, p) is p


def test_nothing_is_given_where_no_such_article_is_likely() -> None:
    row = np.array([[place_of()["691200"], place_of()["392410"]]])
    p = np.array([[0.5, 0.01]])
    assert with_materials(["plastic mug"], row, p) is p


def test_a_plastic_mug_is_of_plastics(fresh: Classifier) -> None:
    found = fresh.classify(["plastic mug", "ceramic mug"])
    assert [one.candidates[0].hs6[:2] for one in found] == ["39", "69"]


@given(st.text(max_size=80))
def test_shares_stay_shares(text: str) -> None:
    row = np.arange(len(classes()))[None, ::7]
    p = np.full(row.shape, 1 / row.shape[1])
    found = with_materials([f"wooden {text}"], row, p)
    assert found.min() >= 0
    assert found.sum() == pytest.approx(1)
