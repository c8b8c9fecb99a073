"""Which learned lines are set aside to fit the weights, and what sets hold usually."""

from collections import Counter

import numpy as np

from enduse.goods.classify import training
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.index import groups, place_of
from enduse.goods.classify.known_lines import KnownLines
from enduse.goods.classify.usual import Usual


def _lines(source: str, count: int, *, code: str = "848210") -> list[Line]:
    return [
        Line(f"{source} bearing {n:x}q", code, source, "learned") for n in range(count)
    ]


def test_more_of_a_small_set_is_set_aside() -> None:
    lines = [*_lines("few", 300), *_lines("many", 9000)]
    aside = training.set_aside(lines)
    asked = Counter(line.source for line, out in zip(lines, aside, strict=True) if out)
    assert 0.3 < asked["few"] / 300 < 0.5
    assert 0.1 < asked["many"] / 9000 < 0.2


def test_lines_that_were_not_learned_stay() -> None:
    lines = [
        Line(f"bearing {n:x}q", "848210", "hs-2022", "nomenclature") for n in range(99)
    ]
    assert not training.set_aside(lines).any()


def test_near_duplicates_are_set_aside_together() -> None:
    lines = [
        Line(f"XC7A{n}T-1CPG236I", "854231", "parts", "learned")
        for n in range(100, 160)
    ]
    assert len(set(training.set_aside(lines).tolist())) == 1


def test_a_set_tells_its_usual_codes() -> None:
    lines = [
        *_lines("mine", 3),
        *_lines("mine", 1, code="845811"),
        Line("roller bearings", "848220", "hs-2022", "nomenclature"),
    ]
    known = KnownLines.of(lines, place_of())
    usual = Usual(known, groups(4))
    share, heading = usual.of(known.sources.index("mine"))
    assert share[place_of()["848210"]] == 0.75
    assert heading[groups(4)[place_of()["848210"]]] == 0.75
    assert usual.of(known.sources.index("hs-2022"))[0].sum() == 0
    asked = known.learned_with(np.array([0, 4]))
    assert asked.tolist() == [known.sources.index("mine"), -1]


def test_there_may_be_a_lesson_for_every_day_of_a_century() -> None:
    lessons = 36_525
    first = [_lines(f"day {n}", 1)[0] for n in range(lessons)]
    known = KnownLines.of(first, place_of())
    more = KnownLines.of(_lines("one more", 2), place_of())
    both = known.followed_by(more)
    assert both.source_of(lessons - 1) == f"day {lessons - 1}"
    assert both.source_of(lessons + 1) == "one more"
    assert Usual(both, groups(4)).of(lessons)[0].sum() == 1
