"""Legal forms of several words with a letter wrong in one of them, put right.

`Publac Joint Stock Company` is a public one; a word is only touched where the words
beside it are those of the same form.
"""

from collections.abc import Sequence
from functools import cache

from enduse.text.common_names import share
from enduse.text.concepts import is_place
from enduse.text.dictionary import is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.legal import sequences
from enduse.text.met import Met
from enduse.text.one_off import OneOff

_SHORTEST = 4  # letters of a word that may be misspelt
_SURE = 2  # words that must agree where the odd one is a word of its own


def mended(tokens: list[str]) -> list[str]:
    """The tokens, with words of legal forms as they are spelt.

    *Example*

    >>> mended(["publac", "joint", "stock", "company", "luch"])
    ['public', 'joint', 'stock', 'company', 'luch']
    """
    if not any(map(is_of_form, tokens)):
        return tokens
    slips = [at for at, token in enumerate(tokens) if _NEAR[token]]
    if not slips:
        return tokens
    right = list(tokens)
    for at in slips:
        right[at] = _meant(right, at)
    return right


def is_of_form(token: str) -> bool:
    """Whether a token is a longer word of a legal form of several words."""
    return token in _by_word()


def _meant(tokens: Sequence[str], at: int) -> str:
    token = tokens[at]
    for word in _NEAR[token]:
        for form, place in _by_word()[word]:
            start = at - place
            beside = tokens[max(0, start) : start + len(form)]
            if start < 0 or len(beside) < len(form):
                continue
            agree = sum(a == b for a, b in zip(form, beside, strict=True))
            if agree == len(form) - 1 and (agree >= _SURE or not _is_known(token)):
                return word
    return token


def _near(token: str) -> tuple[str, ...]:
    """Words of legal forms that a token may misspell by one letter."""
    if len(token) < _SHORTEST - 1 or is_of_form(token):
        return ()
    return _one_off().near(token)


_NEAR = Met(_near)


@cache
def _one_off() -> OneOff:
    return OneOff(_by_word())


def _is_known(token: str) -> bool:
    """Whether a token is a word or a name of its own."""
    named = cluster(token) >= 0 or share(token) > 0
    return named or is_spelt_right(token) or is_place(token)


@cache
def _by_word() -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """Longer words of forms of several words, and where in which form each stands."""
    found: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for form in sequences():
        for place, word in enumerate(form):
            if len(form) > 1 and len(word) >= _SHORTEST:
                found.setdefault(word, []).append((form, place))
    return found
