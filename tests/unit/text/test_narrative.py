"""Words of payment texts that are of no name."""

import pytest

from enduse.text.narrative import is_narrative


@pytest.mark.parametrize(
    "word", ["rendered", "insured", "deliveries", "ödemesi", "запчасти"]
)
def test_of_texts(word: str) -> None:
    assert is_narrative(word)


@pytest.mark.parametrize("word", ["rosneft", "kronshtadt", "manturov", "luch", "ing"])
def test_of_names(word: str) -> None:
    assert not is_narrative(word)
