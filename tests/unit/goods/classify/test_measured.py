"""Codes that a measure alone tells apart."""

import numpy as np
import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.index import place_of
from enduse.goods.classify.measured import _groups, measures_of, with_measures


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("motor 7,5 kW", [("W", 7500.0)]),
        ("электродвигатель 110 кВт", [("W", 110_000.0)]),
        ("transformer 1 000 kVA 10/0.4 kV", [("VA", 1e6)]),
        ("transformer 2,500 kVA", [("VA", 2.5e6)]),
        ("power transformer 25 MVA", [("VA", 25e6)]),
        ("transistor 0.350 W", [("W", 0.35)]),
        ("moped 49cc", [("cc", 49.0)]),
        ("engine 10 hp", [("W", 7355.0)]),
        ("part 5W30-X 12V", []),
        ("WD-40", []),
        ("motor", []),
    ],
)
def test_what_is_read_as_a_measure(
    text: str, measures: list[tuple[str, float]]
) -> None:
    assert measures_of(text) == measures


def test_sisters_give_what_they_have_to_the_code_with_the_measure() -> None:
    place = place_of()
    known = np.array([[place["850152"], place["850153"], place["850151"], -1]])
    p = np.array([[0.6, 0.1, 0.1, 0.0]])
    found = with_measures(["motor 132 kW"], known, p)
    assert found[0].round(3).tolist() == [0.06, 0.73, 0.01, 0.0]
    for text in ("motor", "motors 132 kW and 2 kW", "motor 132 kVA"):
        assert (with_measures([text], known, p) == p).all(), text
    little = p / 5
    assert (with_measures(["motor 132 kW"], known, little) == little).all()


def test_the_bounds_of_each_group_rise_to_the_last_that_has_none() -> None:
    for group in _groups():
        most = [bound for _, bound in group.upto]
        assert most == sorted(set(most))
        assert most[-1] == float("inf")


def test_a_motor_is_told_by_its_power(fresh: Classifier) -> None:
    small, large = fresh.classify(["three phase motor 2 kW", "three phase motor 90 kW"])
    assert small.candidates[0].hs6 == "850152"
    assert large.candidates[0].hs6 == "850153"
