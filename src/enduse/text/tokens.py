"""Names cut into tokens: lower-case ASCII words and numbers."""

import re

from enduse.text.numbers import fold_numbers
from enduse.text.romanise import romanise

MAX_CHARS = 600
MAX_TOKENS = 32
_JOINERS = re.compile(r"['\u00b7]+")
_WORD = re.compile(r"[a-z]+_{0,4}|[0-9]+")
_DIGIT = re.compile(r"\d")
_AMPERSAND = re.compile(r"[&+]")
_NUMERO = re.compile(r"\b(?:no|nr|num|number)\s*[.:]?\s*(?=\d)|[№#]\s*(?=\d)")


def words(text: str, *, person: bool = False) -> list[str]:
    """Every word and number of the text, in order.

    Apostrophes join (`O'Neil` is `oneil`), an ampersand is `and`, a letter and a
    digit part (`N5` is `n`, `5`), number words become digits (`forty four` is `44`).
    A token from a script without vowels ends in its mark (see `romanise`).
    At most `MAX_TOKENS` of the first `MAX_CHARS` characters are read.

    *Example*

    >>> words("Factory No. 5 O'Neil & Sons")
    ['factory', '5', 'oneil', 'and', 'sons']
    """
    plain = romanise(text[:MAX_CHARS], person=person)
    if plain.isascii() and plain.islower() and plain.replace(" ", "").isalpha():
        return fold_numbers(plain.split()[:MAX_TOKENS])
    if "'" in plain or "\u00b7" in plain:
        plain = _JOINERS.sub("", plain)
    if _DIGIT.search(plain):
        plain = _NUMERO.sub(" ", plain)
    if "&" in plain or "+" in plain:
        plain = _AMPERSAND.sub(" and ", plain)
    return fold_numbers(_WORD.findall(plain)[:MAX_TOKENS])


def cut(text: str) -> bool:
    """Whether `words` leaves some of the text unread, so that a reader is told."""
    if len(text) > MAX_CHARS:
        return True
    return len(text) > MAX_TOKENS and len(_WORD.findall(romanise(text))) > MAX_TOKENS
