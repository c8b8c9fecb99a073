"""The table of makers: its form, and that descriptions are read with it."""

import re
from importlib.resources import files

from enduse.goods.classify.attributes import attributes_of
from enduse.goods.words.lines import rows_of

ROWS = list(rows_of(files("enduse.goods.words") / "makers.tsv"))


def test_each_row_is_well_formed() -> None:
    """A name, aliases in lower case, a country, what they make; sorted, once."""
    for name, words, country, what in ROWS:
        assert name
        assert what
        assert re.fullmatch("[A-Z]{2}", country)
        assert words == words.casefold()
        assert all(words.split("|"))
    names = [row[0] for row in ROWS]
    assert names == sorted(set(names))


def test_no_alias_means_two_makers() -> None:
    words = [word for row in ROWS for word in row[1].split("|")]
    assert len(words) == len(set(words))


def test_a_maker_is_read_in_a_description() -> None:
    assert attributes_of("ball screw, Mitutoyo and ZEISS")["maker"]
    assert attributes_of("普源 示波器")["maker"] == ["Rigol"]
