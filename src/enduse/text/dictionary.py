"""Ordinary words: a single one is no name, however rare it is on the lists.

*Source*: English words common in payment texts and in names of firms and ships, put
together for enduse; grow `dictionary.txt` when a text raises a false alarm.
"""

from functools import cache
from importlib.resources import files


@cache
def _words(name: str = "dictionary") -> frozenset[str]:
    text = (files("enduse.text") / f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def all_words() -> frozenset[str]:
    """Every word of the dictionary."""
    return _words()


def is_ordinary(token: str) -> bool:
    """Whether the token is an ordinary word, singular or plural."""
    words = _words()
    return token in words or (token.endswith("s") and token[:-1] in words)


def is_spelt_right(token: str) -> bool:
    """Whether the token is an ordinary word or one that firms call themselves by."""
    return is_ordinary(token) or token in _words("brand_words")
