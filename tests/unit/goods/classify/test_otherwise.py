"""Whether words mean other goods than the code that is stated for them."""

import pytest

from enduse.goods.classify.classification import (
    Candidate,
    Classification,
    ControlledBy,
)
from enduse.goods.classify.otherwise import meant_otherwise


def said(listed: float = 0.0, /, **share: float) -> Classification:
    found = [Candidate(code.removeprefix("c"), p) for code, p in share.items()]
    on = ControlledBy("chpl", "4", found[0].hs6, listed)
    return Classification("words", tuple(found), controlled=(on,) if listed else ())


@pytest.mark.parametrize(
    ("told", "stated", "found"),
    [
        (said(c845710=0.8), "9403", 0.8),  # another chapter
        (
            said(c850152=0.4, c850131=0.25),
            "9701",
            0.65,
        ),  # no code is sure, a heading is
        (said(c845710=0.65, c846693=0.1), "8479", 0.0),  # the chapter is left open
        (said(c845710=0.85, c846693=0.1), "8479", 0.85),  # but its heading is not
        (said(c845710=0.85, c847989=0.1), "8479", 0.0),
        (said(c845710=0.8), "8457", 0.0),
        (said(c901420=0.4, c852691=0.2), "9503", 0.0),
        (said(0.6, c901420=0.4, c852691=0.2), "9503", 0.4),  # listed, whichever it is
    ],
)
def test_what_contradicts(told: Classification, stated: str, found: float) -> None:
    assert meant_otherwise(told, [stated], ["chpl"]) == pytest.approx(found)


def test_nothing_stated_or_told_contradicts_nothing() -> None:
    assert meant_otherwise(said(c845710=0.8), []) == 0
    assert meant_otherwise(Classification("words"), ["8457"]) == 0
