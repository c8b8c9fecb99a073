"""Chinese characters read as pinyin."""

import gc

import pytest

from enduse.names.form import parse
from enduse.text import han


def test_the_phrases_are_never_searched_for_garbage() -> None:
    han._pinyin.cache_clear()
    gc.unfreeze()
    assert gc.isenabled()
    assert han.syllables("\u4e2d\u56fd") == ["zhong", "guo"]
    assert gc.isenabled()
    assert gc.get_freeze_count() > 100_000
    gc.unfreeze()


def test_a_search_that_was_off_stays_off() -> None:
    han._pinyin.cache_clear()
    gc.disable()
    try:
        han.syllables("\u4e2d\u56fd")
        assert not gc.isenabled()
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("written", "listed"),
    [
        ("萨拉瓦特化工厂", "Joint Stock Company Salavat Chemical Plant"),
        ("乌拉尔光学机械厂", "Ural Optical and Mechanical Plant"),
        ("全俄实验物理科学研究所", "All-Russian Institute of Experimental Physics"),
        ("坦博化工厂", "Tanbo Chemical Plant"),
    ],
)
def test_a_plant_of_russia_is_read_in_words(written: str, listed: str) -> None:
    ours, theirs = parse(written, "entity").tokens, parse(listed, "entity").tokens
    assert set(theirs) <= set(ours)
