"""Words one letter off: what the look-up finds is what trying each word finds."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from enduse.text.concepts import alike_trade_words
from enduse.text.dictionary import all_words
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.misspelt import corrected
from enduse.text.one_off import LONGEST, OneOff, rests

_WORDS = st.text("abc", max_size=6)
_LONG = st.text("ab", min_size=5, max_size=9)


@given(st.lists(_WORDS, unique=True, max_size=12), _WORDS)
def test_finds_what_trying_each_finds(words: list[str], asked: str) -> None:
    tried = tuple(word for word in words if OSA.distance(word, asked) == 1)
    assert OneOff(words).near(asked) == tried


@given(_LONG, st.data())
def test_finds_a_long_word_by_any_slip(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    slips = {
        f"{word[:at]}{word[at + 1 :]}",
        f"{word[:at]}c{word[at + 1 :]}",
        f"{word[:at]}c{word[at:]}",
        f"{word[:at]}{word[at : at + 2][::-1]}{word[at + 2 :]}",
    }
    assert all(OneOff([word]).near(slip) == (word,) for slip in slips - {word})


def test_a_word_longer_than_any_is_compared_with_none() -> None:
    long = "x" * 200_000
    assert rests(long) == {long}
    assert corrected(long) == long
    known = {*all_words(), *alike_trade_words(), *LEGAL_WORDS}
    assert max(map(len, known)) < LONGEST
