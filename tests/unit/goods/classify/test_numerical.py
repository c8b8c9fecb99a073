"""Machine tools with and without numerical control."""

import numpy as np
import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.index import classes, place_of
from enduse.goods.classify.numerical import (
    LEAST,
    _told,
    says_numerical,
    with_numerical,
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("CNC lathe", True),
        ("bed type milling machine with numerical control", True),
        ("токарный станок с ЧПУ", True),
        ("数控车床", True),
        ("CNC torna tezgahı", True),
        ("lathe", False),
        ("токарный станок без ЧПУ", False),
        ("lathe, not numerically controlled", False),
        ("普通车床 非数控", False),
        ("agencncy", False),
    ],
)
def test_what_says_that_a_machine_is_numerically_controlled(
    text: str, said: bool
) -> None:
    assert says_numerical(text) is said


def test_what_speaks_for_the_code_without_it_goes_to_its_sister() -> None:
    place = place_of()
    known = np.array([[place["845819"], place["845811"], place["846693"]]])
    p = np.array([[0.6, 0.2, 0.1]])
    found = with_numerical(["lathe CNC"], known, p)
    assert found[0].round(3).tolist() == [0.06, 0.74, 0.1]
    assert (with_numerical(["lathe"], known, p) == p).all()
    manual = with_numerical(["lathe, conventional"], known, p)
    assert manual[0].round(3).tolist() == [0.78, 0.02, 0.1]
    little = p * LEAST / 2
    assert (with_numerical(["CNC work"], known, little) == little).all()


def test_the_codes_of_the_table_are_sisters_under_one_heading() -> None:
    for without, with_ in _told()["codes"].items():
        assert {code[:4] for code in with_} == {without[:4]}
        assert {without, *with_} <= set(classes())


def test_a_line_of_a_customs_paper_is_told_by_it(fresh: Classifier) -> None:
    text = "bed type milling machine with numerical control"
    first = fresh.classify([text])[0].candidates[0]
    assert (first.hs6, first.p > 0.5) == ("845961", True)
