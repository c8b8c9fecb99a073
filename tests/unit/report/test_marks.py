"""The letters that differ between two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.report.marks import Span, clusters, mark


def shown(spans: tuple[Span, ...]) -> str:
    """Spans as text: `[x]` differs, `<x>` has another accent."""
    forms = {"same": "{}", "differs": "[{}]", "accent": "<{}>"}
    return "".join(forms[span.kind].format(span.text) for span in spans)


@pytest.mark.parametrize(
    ("left", "right", "marked_left", "marked_right"),
    [
        ("Ivanov", "Ivanow", "Ivano[v]", "Ivano[w]"),
        ("IVANOV", "ivanov", "IVANOV", "ivanov"),
        ("PETROFF, Ivan", "Ivan Petrov", "PETRO[FF], Ivan", "Ivan Petro[v]"),
        ("Al-Zawahiri", "Alzawahri", "Al-Zawah[i]ri", "Alzawahri"),
        ("Rosmash Export", "ROSMASHEXPORT", "Rosmash Export", "ROSMASHEXPORT"),
        ("José", "JOSE\u0301", "José", "JOSE\u0301"),
        ("Muñoz", "Munoz", "Mu<ñ>oz", "Mu<n>oz"),
        ("Straße", "STRASSE", "Stra[ß]e", "STRA[SS]E"),
        ("محمد علي", "محمود علي", "محمد علي", "محم[و]د علي"),
        ("Sb\u0435rbank", "Sberbank", "Sb[\u0435]rbank", "Sb[e]rbank"),
        ("Concern Kalina JSC", "Kalina Concern", "Concern Kalina [JSC]", None),
        ("", "Ivan", "", "[Ivan]"),
        ("", "", "", ""),
    ],
)
def test_marks(
    left: str, right: str, marked_left: str, marked_right: str | None
) -> None:
    """What differs is marked on its own side; order, case, punctuation are not."""
    marks = mark(left, right)
    assert shown(marks.left) == marked_left
    assert shown(marks.right) == (right if marked_right is None else marked_right)


def test_other_script_is_not_compared() -> None:
    """Names in different scripts have no letters to compare."""
    marks = mark("Вострелка", "Vostrelka")
    assert not marks.comparable
    assert {span.kind for span in (*marks.left, *marks.right)} == {"same"}


def test_digits_do_not_make_scripts_comparable() -> None:
    """`Завод 9` and `Zavod 9` share a digit, not a script."""
    assert not mark("Завод 9", "Zavod 9").comparable
    assert mark("17", "19").comparable


def test_counts_letters_on_both_sides() -> None:
    """One letter for one other counts on both sides."""
    marks = mark("Ivanov", "Ivanow")
    assert (marks.differing, marks.letters) == (2, 12)


def test_long_names_are_compared_at_their_beginning() -> None:
    """A name of 10,000 letters costs little, and the cut is told."""
    marks = mark("a" * 10_000, "b" * 10_000)
    assert marks.cut
    assert shown(marks.left).startswith("[" + "a" * 400 + "]")


def test_a_letter_keeps_its_accents() -> None:
    """A base and its combining marks are one letter; so is a joined sequence."""
    assert list(clusters("e\u0301x")) == ["e\u0301", "x"]
    assert list(clusters("क्\u200dष")) == ["क्\u200dष"]


@given(st.text(max_size=40), st.text(max_size=40))
def test_spans_give_back_both_names(left: str, right: str) -> None:
    """Nothing is lost or altered, whatever is marked."""
    marks = mark(left, right)
    assert "".join(span.text for span in marks.left) == left
    assert "".join(span.text for span in marks.right) == right
    assert 0 <= marks.differing <= marks.letters


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_single_words_are_treated_alike(left: str, right: str) -> None:
    """Swapping two words swaps the sides and changes no count."""
    assert mark(right, left).differing == mark(left, right).differing


@given(st.text(max_size=40))
def test_a_name_equals_itself(name: str) -> None:
    """A name held against itself has no mark."""
    assert mark(name, name).differing == 0
