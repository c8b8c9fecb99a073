"""Words that only join, and words of legal forms, told with a letter wrong in them."""

from functools import cache

from enduse.text.common_names import share
from enduse.text.concepts import is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_concept import concept, is_unknown
from enduse.text.left_out import joining_letters, of_form, of_stock
from enduse.text.one_off import OneOff

_FORM_LETTERS = 4
_LONGEST_JOINING = 5
_JOINT_STOCK = frozenset(("joint", "stock"))
_SHORT = 2  # letters: `i`, the `ye` of Persian
_JOIN = OneOff(("the", "and", "for", "from", "named", "after"))


def is_joining(word: str) -> bool:
    """Whether a word between two others only joins them.

    *Example*

    >>> is_joining("i"), is_joining("adn"), is_joining("luch")
    (True, True, False)
    """
    if len(word) <= _SHORT:
        return word in joining_letters()
    return len(word) <= _LONGEST_JOINING and word.isalpha() and _is_slip(word)


def _is_slip(word: str) -> bool:
    """Whether a word is none of its own, but one that joins with a letter wrong."""
    if not _JOIN.near(word) or concept(word) != word or legal_class(word):
        return False
    if is_trade_word(word) or share(word) or all(c not in "aeiouy" for c in word):
        return False
    return is_unknown(word)


def is_part_of_form(word: str) -> bool:
    """Whether a word is one that a legal form is made of, or misspells it by a letter.

    *Example*

    >>> is_part_of_form("liabilty"), is_part_of_form("luch")
    (True, False)
    """
    return _is_near(word, _parts())


@cache
def _parts() -> frozenset[str]:
    return of_form() | of_stock() | {"company"}


def is_near_stock(word: str) -> bool:
    """The same of `joint` and `stock` alone."""
    return _is_near(word, _JOINT_STOCK)


def _is_near(word: str, forms: frozenset[str]) -> bool:
    if word in forms:
        return True
    if len(word) < _FORM_LETTERS or not _near(forms).near(word):
        return False
    return not (is_ordinary(word) or is_trade_word(word))


@cache
def _near(forms: frozenset[str]) -> OneOff:
    return OneOff(sorted(forms))
