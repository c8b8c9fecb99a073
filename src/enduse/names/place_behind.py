"""The place that stands behind a firm's name: `Alfa-Bank Moscow`, `Mikron PJSC Tula`.

A sister firm in another place is another firm, so that a name is read without its place
only for a listing that states that very place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from enduse.codes.country import alpha2, english_name
from enduse.model.quick import quick
from enduse.names.sites import Site, words_of
from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.firm_words import concepts
from enduse.text.left_out import joining
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.met import Met
from enduse.text.tokens import words

_LONGEST = 2  # words of a place
_LETTERS = 4  # of a place that no table has
_AROUND = " ,;-()"
_TOWN_IN_NAME = frozenset(("CN", "HK", "TW"))


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """What a listing must state: the words of a town, as they sound, or a country.

    `is_before` tells that it stands before the name.

    *Unknown*: no words for a country; no country for a town that is no capital.
    """

    words: tuple[str, ...] = ()
    country: str = ""
    is_before: bool = False


def is_stated(
    place: Place, sites: tuple[Site, ...], countries: tuple[str, ...]
) -> bool:
    """Whether addresses and countries say that place.

    A town stands for its country where no address is stated. The town before the name
    of a Chinese firm is part of it.
    """
    if place.is_before and place.words and _TOWN_IN_NAME.intersection(countries):
        return False
    if place.words and any(_is_at(place.words, site) for site in sites):
        return True
    return not (place.words and sites) and place.country in countries


def _is_at(said: tuple[str, ...], site: Site) -> bool:
    stated = {*site.towns, *site.others, *site.street}
    return all(word in stated for word in said)


def split(text: str, tokens: Sequence[str]) -> tuple[str, Place] | None:
    """A firm's name without the place behind it, and that place.

    `tokens` are the words of the name. A place that no table has is told by what it
    stands behind: a comma, a legal form.

    *Unknown*: None where the name ends otherwise, or the place is what it is called by
    (`Bank of Moscow`).

    *Example*

    >>> split("Mikron PJSC, Zelenograd", ("mikron", "zelenograd"))
    ('Mikron PJSC', Place(words=('zelenograd',), country='', is_before=False))
    >>> split("Bank of Moscow", ("bank", "moscow"))
    """
    said = text.split()
    if len(said) < 2 or not tokens or not _MAY_BE_LAST[said[-1]]:
        return None
    known = is_place(tokens[-1])
    if not known and not any(map(_IS_HINT.__getitem__, said[-_LONGEST - 1 : -1])):
        return None
    for count in range(min(_LONGEST, len(said) - 1), 0, -1):
        if not (known or _IS_HINT[said[-count - 1]]):
            continue
        tail = words(" ".join(said[-count:]))
        if not tail or not _may_end(said[-count - 1], tail):
            continue
        if found := _parted(" ".join(said[:-count]), " ".join(said[-count:])):
            return found
    return None


def _parted(head: str, tail: str) -> tuple[str, Place] | None:
    name, tail = head.rstrip(_AROUND), tail.strip(_AROUND)
    country = alpha2(tail) if len(tail) >= _LETTERS else ""
    is_country = set(words(tail)) <= set(words(english_name(country)))
    town = () if is_country else words_of(tail)
    if all(map(legal_class, words(name))) or not (town or country):
        return None
    return name, Place(tuple(word for word in town if word not in _saint()), country)


def _may_be_last(word: str) -> bool:
    bare = word.strip(_AROUND).rstrip(".").lower()
    return bool(bare) and not _is_of_form(bare) and not is_trade_word(bare)


_MAY_BE_LAST = Met(_may_be_last)


def _is_of_form(word: str) -> bool:
    return bool(legal_class(word)) or word in LEGAL_WORDS


def _is_hint(word: str) -> bool:
    """Whether what follows may be a place: behind a comma, or a legal form."""
    return word.endswith(",") or bool(legal_class(_plain(word)))


_IS_HINT = Met(_is_hint)


def _plain(word: str) -> str:
    return word.strip(_AROUND).replace(".", "").lower()


def _may_end(before: str, tail: Sequence[str]) -> bool:
    """Whether a name may end with such words, behind that one, as with a place."""
    joins = joining()
    if not _plain(before) or _plain(before) in joins or tail[0] in joins:
        return False
    if any(map(_is_of_form, tail)):
        return False
    read = concepts(list(tail))[0]
    if (read and all(map(is_place, read))) or (read[1:] and alpha2(" ".join(tail))):
        return True
    return _IS_HINT[before] and all(map(_may_be_town, tail))


@cache
def _saint() -> frozenset[str]:
    return frozenset((*words_of("saint"), *words_of("sankt")))


def _may_be_town(word: str) -> bool:
    return len(word) >= _LETTERS and word.isalpha() and not is_trade_word(word)
