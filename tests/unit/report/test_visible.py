"""Hidden and steering characters are spelt out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.report.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ivan", "Ivan"),
        ("Müller, Zoë — «АО» 中文 علي", "Müller, Zoë — «АО» 中文 علي"),
        ("a\x00b", "a␀b"),
        ("\x1b[31mred", "␛[31mred"),
        ("pay\u202efdp.exe", "pay⟨U+202E⟩fdp.exe"),
        ("zero\u200bwidth", "zero⟨U+200B⟩width"),
        ("soft\u00adhyphen", "soft⟨U+00AD⟩hyphen"),
        ("half \ud800", "half ⟨U+D800⟩"),
        ("two\nlines", "two␊lines"),
        ("filler\u3164", "filler⟨U+3164⟩"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("ab\u200ccd", "ab⟨U+200C⟩cd"),
        ("\u200cab", "⟨U+200C⟩ab"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    """What a reader would not see is spelt out; what spelling needs stays."""
    assert visible(text) == shown


def test_lines_are_kept_where_asked() -> None:
    """A narrative keeps its lines."""
    assert visible("one\r\ntwo", lines=True) == "one\ntwo"


def test_long_text_says_what_it_leaves_out() -> None:
    """Ten thousand letters become a beginning and a count."""
    assert visible("x" * 10_000, limit=100) == "x" * 100 + "… (9,900 more characters)"


def test_nothing_is_cut_to_save_less_than_saying_so() -> None:
    """A text of one letter too many is whole: a note in its place is longer."""
    assert visible("x" * 41, limit=40) == "x" * 41
    assert visible("x" * 70, limit=40) == "x" * 40 + "… (30 more characters)"


@given(st.text())
def test_nothing_steers(text: str) -> None:
    """No control, surrogate, private or line-separating character comes through."""
    bad = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert not bad & {unicodedata.category(c) for c in visible(text)}
