"""Chinese characters read as pinyin."""

import gc

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
