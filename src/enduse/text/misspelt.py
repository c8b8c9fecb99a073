"""Trade words and legal forms with a letter wrong, put right.

`Liited Liabilty Compay` must lose its legal form as `Limited Liability Company` does,
and `tecnology` is `technology`. Only words of seven letters or more are touched, and
never one that is itself a word.
"""

from functools import cache, lru_cache

from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import all_words

_SHORTEST = 7
_MORE = (
    "limited liability company incorporated corporation joint obshchestvo "
    "ogranichennoy otvetstvennostyu aktsionernoe technologies technology "
    "electronics pharmaceutical "
    "manufacturing engineering scientific research production institute machinery "
    "construction organization plant shipyard aerospace administration innovation "
    "defensive microelectronics semiconductor instruments precision investment holding "
    "holdings trading services solutions enterprise enterprises products"
)


@cache
def _neighbours() -> dict[str, str]:
    """Every known word, and every known word less one letter, and its word."""
    known = sorted({*all_words(), *_MORE.split()})
    found: dict[str, str] = {}
    for word in known:
        if len(word) >= _SHORTEST:
            found[word] = word
            for near in _less_one(word):
                found.setdefault(near, word)
    return found


def _less_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


@lru_cache(maxsize=262144)
def corrected(token: str) -> str:
    """The word a token misspells by one letter, or the token itself.

    *Example*

    >>> corrected("liabilpty"), corrected("kalashnikov")
    ('liability', 'kalashnikov')
    """
    if len(token) < _SHORTEST or token in _MORE or not token.isalpha():
        return token
    if is_trade_word(token) or legal_class(token) or is_place(token):
        return token
    known = _neighbours()
    for near in (token, *_less_one(token)):
        word = known.get(near)
        if word and abs(len(word) - len(token)) <= 1:
            return word
    return token
