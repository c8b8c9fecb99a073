"""Names cut into tokens: lower-case ASCII words and numbers."""

import re
from functools import lru_cache

from enduse.text.letter_table import whole
from enduse.text.numbers import fold_numbers, fold_words
from enduse.text.romanise import romanise

MAX_CHARS = 600
MAX_TOKENS = 32
_JOINERS = re.compile(r"['\u00b7]+")
_WORD = re.compile(r"[a-z]+_{0,4}|[0-9]+")
_ODD = re.compile(r"[0-9A-Z_&+]")
_BLANKS = whole({code: ord(" ") for code in range(128) if not chr(code).isalpha()})
_BLANKS[ord("'")] = None
_MOST_FOLDED = 3  # words of a text that become one: `no. 5 th`
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
    return list(_read(text[:MAX_CHARS], person))


@lru_cache(maxsize=2048)  # a name is cut again to be read in another way
def _read(text: str, person: bool) -> tuple[str, ...]:
    plain = romanise(text, person=person)
    if not plain.isascii() or _ODD.search(plain):
        return tuple(_odd_words(plain))
    return tuple(fold_words(plain.translate(_BLANKS).split()[:MAX_TOKENS]))


def _odd_words(plain: str) -> list[str]:
    """The words of a text with digits, marks, or signs that stand for words."""
    if "'" in plain or "\u00b7" in plain:
        plain = _JOINERS.sub("", plain)
    if _DIGIT.search(plain):
        plain = _NUMERO.sub(" ", plain)
    if "&" in plain or "+" in plain:
        plain = _AMPERSAND.sub(" and ", plain)
    return fold_numbers(_WORD.findall(plain)[:MAX_TOKENS])


def cut(text: str, read: int) -> bool:
    """Whether `words` leaves some of the text unread, so that a reader is told.

    `read` is how many words it gave.
    """
    if len(text) > MAX_CHARS:
        return True
    if len(text) <= MAX_TOKENS:
        return False
    if text.isascii() and _MOST_FOLDED * read + text.count("'") <= MAX_TOKENS:
        return False
    return len(_WORD.findall(romanise(text))) > MAX_TOKENS
