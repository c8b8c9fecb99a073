"""Words one letter off: what the look-up finds is what trying each word finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from enduse.text.one_off import OneOff

_WORDS = st.text("abc", max_size=6)


@given(st.lists(_WORDS, unique=True, max_size=12), _WORDS)
def test_finds_what_trying_each_finds(words: list[str], asked: str) -> None:
    tried = tuple(word for word in words if OSA.distance(word, asked) == 1)
    assert OneOff(words).near(asked) == tried
