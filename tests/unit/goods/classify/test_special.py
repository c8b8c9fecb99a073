"""Codes of special kinds are for lines that speak of them."""

import numpy as np
import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.index import place_of
from enduse.goods.classify.special import LEAST, with_special

CODES = ("852589", "852581", "852583", "950300")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("IP camera with cables", [0.71, 0.03, 0.01, 0.2]),
        ("high-speed camera", [0.44, 0.3, 0.01, 0.2]),
        ("камера ночного видения", [0.62, 0.03, 0.1, 0.2]),
    ],
)
def test_what_nothing_is_said_of_goes_to_all_others(
    text: str, first: list[float]
) -> None:
    known = np.array([[place_of()[code] for code in CODES]])
    found = with_special([text], known, np.array([[0.35, 0.3, 0.1, 0.2]]))
    assert found[0].round(3).tolist() == first


def test_where_no_such_goods_are_spoken_of_nothing_changes() -> None:
    known = np.array([[place_of()[code] for code in CODES]])
    p = np.array([[LEAST / 2, 0.3, 0.1, 0.2]])
    assert (with_special(["toy"], known, p) == p).all()


def test_a_plain_camera_is_of_the_code_of_others(fresh: Classifier) -> None:
    first = fresh.classify(["видеокамера наружного наблюдения 4Мп"])[0].candidates[0]
    assert (first.hs6, first.p > 0.5) == ("852589", True)
