"""Whether the words around a known word or number say that no goods are meant.

"Mr Bell", "Apple Inc", "mobile phone bill", "EUR 8482.10", "room 3A001". The words are
in `words/not_goods.toml`.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from enduse.goods.classify.normal import folded

_WORD = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?|[€$£¥₽₺]")
_NEAR = 40  # characters before and after that are looked at


def is_money(text: str, start: int, end: int) -> bool:
    """Whether a number of two decimals is an amount by the word before or after it.

    *Example*:
    >>> is_money("EUR 8482.10 for invoice", 4, 11), is_money("lathe 8458.11", 6, 13)
    (True, False)
    """
    before, after = _before(text, start), _after(text, end)
    return not _words("money").isdisjoint([*before[-2:], *after[:1]])


def is_place(text: str, start: int) -> bool:
    """Whether a sign like an ECCN is a room, a seat or a flight by the word before it.

    *Example*:
    >>> is_place("Room 3A001", 5)
    True
    """
    return not _words("places").isdisjoint(_before(text, start)[-1:])


def is_other(text: str, start: int, end: int) -> bool:
    """Whether a known phrase is a name or what a service is for, not goods.

    *Example*:
    >>> is_other("FAO: Mr Hammer", 8, 14), is_other("mobile phone bill", 0, 12)
    (True, True)
    >>> is_other("payment for bearings", 12, 20)
    False
    """
    after = _after(text, end)
    if not _words("used_for").isdisjoint(after[:1]):
        return True
    if " " in text[start:end].strip():
        return False
    before = _before(text, start)
    return (
        folded(text[start:end]) in _words("alone")
        or not _words("titles").isdisjoint(before[-2:])
        or not _words("firms").isdisjoint(after[:2])
        or is_service(text)
    )


def is_service(text: str) -> bool:
    """Whether a text speaks of wages, rent, tickets and the like, not of goods.

    *Example*:
    >>> is_service("Salary payment November"), is_service("bearings, May")
    (True, False)
    """
    return bool(_words("services") & _all(text))


def is_other_matter(text: str) -> bool:
    """Whether a text without a known phrase is about something that is no goods.

    *Example*:
    >>> is_other_matter("exchange rate 1.0845"), is_other_matter("2GHz scope")
    (True, False)
    """
    return is_service(text) or bool(_words("matters") & _all(text))


def _before(text: str, start: int) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text[max(0, start - _NEAR) : start])]


def _after(text: str, end: int) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text[end : end + _NEAR])]


def _plain(word: str) -> str:
    return folded(word) or word


@lru_cache(maxsize=1024)  # a text is asked of by several
def _all(text: str) -> frozenset[str]:
    cut = text[:400]
    if not cut.isascii():
        return frozenset(map(_plain, _WORD.findall(cut)))
    words = _WORD.findall(cut.lower())
    return frozenset([w if w.isalnum() else _plain(w) for w in words])


@cache
def _words(kind: str) -> frozenset[str]:
    place = files("enduse.goods.words").joinpath("not_goods.toml")
    said = tomllib.loads(place.read_text(encoding="utf-8"))[kind]
    return frozenset(_plain(word) for word in str(said).split())
