"""Words of payment texts that are of no name: `rendered`, `Lieferung`, `ödemesi`.

*Source*: put together for enduse from what such texts say in each tongue; grow
`narrative_words.txt` when one is taken for a listed name that is misspelt.
"""

import re
from functools import cache
from importlib.resources import files

from enduse.text.dictionary import is_ordinary

_INFLECTED = (
    (re.compile(r"(?<=\w{3})(?:ing|ed|es)$"), ("", "e")),
    (re.compile(r"(?<=\w{3})ie[sd]$"), ("y",)),
    (re.compile(r"(?<=\w\w)(\w)\1(?:ing|ed)$"), (r"\1",)),
)


def is_narrative(word: str) -> bool:
    """Whether a word in small letters is of texts and no name, as it stands.

    *Example*

    >>> [is_narrative(word) for word in ("rendered", "lieferung", "rosneft")]
    [True, True, False]
    """
    return is_said(word) or _is_inflected(word)


def is_said(word: str) -> bool:
    """Whether a word is one that payment texts say, and no form of another."""
    return word in _words()


def _is_inflected(word: str) -> bool:
    """Whether a word is another form of an ordinary one: `insured`, `shipping`."""
    return any(
        ending.search(word) and any(is_ordinary(ending.sub(to, word)) for to in plain)
        for ending, plain in _INFLECTED
    )


@cache
def _words() -> frozenset[str]:
    text = (files("enduse.text") / "narrative_words.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
