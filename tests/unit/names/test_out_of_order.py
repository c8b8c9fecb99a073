"""Firms' names in another order: what says one thing is put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.names.form import parse
from enduse.names.other_forms import forms
from enduse.names.out_of_order import in_order
from enduse.text.firm_phrases import phrases
from enduse.text.legal import sequences


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("JSC Building Plant Brelov Machine", "JSC Brelov Machine Building Plant"),
        ("Anonima Sociedad Brelov", "Brelov, Sociedad Anonima"),
        ("Corporation State Brelov", "State Corporation Brelov"),
        ("Studio Brelov Film", "Brelov Film Studio"),
        (
            "Enterprise Federal Brelov Unitary State",
            "Federal State Unitary Enterprise Brelov",
        ),
    ],
)
def test_the_words_are_read_as_in_order(text: str, listed: str) -> None:
    wanted = parse(listed, "entity")
    first, *more = [(form.key, form.legal) for form in forms(text, "entity")]
    assert first != (wanted.key, wanted.legal)
    assert (wanted.key, wanted.legal) in more


@pytest.mark.parametrize(
    "text",
    ["Brelov Machine Building Plant", "Brelov JSC", "Brelov", "", "Sociedad Brelov"],
)
def test_a_name_in_order_stays(text: str) -> None:
    assert in_order(text, parse(text, "entity")) == ()


_WORDS = sorted({word for some in (phrases(), sequences()) for x in some for word in x})


@given(st.lists(st.sampled_from([*_WORDS, "brelov"]), max_size=60))
def test_any_words_come_to_an_end(said: list[str]) -> None:
    text = " ".join(said)
    for form in in_order(text, parse(text, "entity")):
        assert form.tokens
        assert len(form.tokens) == len(form.spelt)
