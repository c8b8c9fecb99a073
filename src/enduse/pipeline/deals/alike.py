"""Whether two papers mean the same party, place or number. All pure."""

import re
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from enduse.codes import port
from enduse.codes.country import alpha2
from enduse.messages.trade.paper.vocabulary import tokens_of
from enduse.model import Place
from enduse.names.score import compare

SAME_NAME = 0.74
_FOR = re.compile(
    r"\b(?:on behalf of|o/b/o|obo|c/o|for account of|f/a/o|as agents? for)\b", re.I
)
_ORDER = re.compile(r"^\s*(?:to\s+(?:the\s+)?)?order\b(?:\s+of\b)?", re.I)
_BANK = re.compile(
    r"\w*bank(?:as[iı])?\b|\bbanque\b|\bbanco\b|банк|银行", re.IGNORECASE
)
_LITTLE = frozenset(("and", "ve", "und", "et", "y", "e", "i", "the", "of", "de", "и"))
_LONG_FORMS = {
    "sirketi": "sti",
    "limited": "ltd",
    "company": "co",
    "corporation": "corp",
}
_ANY = re.compile(r"\b(any|all)\b", re.I)
_PORT_WORDS = re.compile(
    r"\b(?:sea|air)?port\b|\bintl?\b|\binternational\b|\bairport\b|\bport of\b", re.I
)
_WORD = re.compile(r"[^\W_]+")


def to_order(name: str) -> bool:
    """Whether a consignee is 'to order' of somebody, which names no receiver."""
    return bool(_ORDER.match(name))


def is_bank(name: str) -> bool:
    """Whether a firm calls itself a bank: as consignee it only holds the papers."""
    return bool(_BANK.search(name))


@lru_cache(maxsize=20_000)
def same_name(one: str, other: str) -> bool:
    """Whether two papers' names are one firm's, each in its own spelling and length.

    `X on behalf of Y` is both X and Y.
    """
    ours = [part.strip() for part in (one, *_FOR.split(one)) if part.strip()]
    theirs = [part.strip() for part in (other, *_FOR.split(other)) if part.strip()]
    return any(_alike(a, b) for a in ours for b in theirs)


def _alike(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    short, long = sorted((left, right), key=len)
    if len(short) >= 2 and short <= long:
        return True
    if _abbreviated(one, other):
        return True
    return compare(one, other, kind="entity")[0] >= SAME_NAME


def _abbreviated(one: str, other: str) -> bool:
    """Whether names agree word by word, some cut short: `San. ve Tic.`, `Ltd. Sti.`."""
    ours, theirs = _plain_words(one), _plain_words(other)
    if len(ours) != len(theirs) or len(ours) < 3 or ours[0] != theirs[0]:
        return False
    pairs = list(zip(ours, theirs, strict=True))
    whole = sum(a == b for a, b in pairs)
    return whole >= 2 and all(
        a == b
        or (len(min(a, b, key=len)) >= 3 and (a.startswith(b) or b.startswith(a)))
        for a, b in pairs
    )


def _plain_words(text: str) -> list[str]:
    folded = (token.word for token in tokens_of(text))
    return [_LONG_FORMS.get(word, word) for word in folded if word not in _LITTLE]


def same_place(one: Place, other: Place) -> bool | None:
    """Whether two places are one, or None where that can't be told.

    `ANY PORT IN CHINA` agrees with every place in China.
    """
    known = _port(one), _port(other)
    if known[0] and known[1]:
        return port.is_same(known[0], known[1])
    if one.unlocode and other.unlocode:
        return one.unlocode == other.unlocode
    countries = country_of(one), country_of(other)
    if all(countries) and countries[0] != countries[1]:
        return False
    if _ANY.search(one.name) or _ANY.search(other.name):
        return True if all(countries) else None
    left, right = _place_words(one), _place_words(other)
    if not left or not right:
        return None
    short, long = sorted((left, right), key=len)
    if short <= long:
        return True
    near = fuzz.token_set_ratio(" ".join(sorted(left)), " ".join(sorted(right)))
    return bool(near >= 85)


def _port(place: Place) -> port.Port | None:
    """The place in the table of ports, by its name or else by its code."""
    named = port.find(place.name, place.country) if place.name else None
    coded = port.by_code(place.unlocode) if place.unlocode else None
    return named or coded or _airport(place)


def _airport(place: Place) -> port.Port | None:
    """The airport whose code of three letters is the name, or its last word."""
    code = place.name.rpartition(" ")[2].strip("()")
    return port.by_iata(code) if len(code) == 3 and code.isupper() else None


def country_of(place: Place) -> str:
    """ISO alpha-2 of a place as far as it is said: code, UN/LOCODE or last word."""
    if place.country or place.unlocode:
        return place.country or place.unlocode[:2]
    for piece in reversed(re.split(r"[,;/()]", place.name)):
        if found := alpha2(piece.strip()) if len(piece.strip()) > 3 else "":
            return found
    words = [word for word in place.name.split() if len(word) > 3]
    last = alpha2(words[-1]) if words else ""
    known = None if last else port.find(place.name)
    return known.country if known else last


def near(one: Decimal, other: Decimal, *, tolerance: Decimal) -> bool:
    """Whether two figures differ by at most `tolerance` of the greater (0.01: 1 %)."""
    return abs(one - other) <= tolerance * max(abs(one), abs(other))


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(text.casefold()) if len(w) > 1)


def _place_words(place: Place) -> frozenset[str]:
    name = _PORT_WORDS.sub(" ", place.name)
    country = country_of(place)
    said = _WORD.findall(name.casefold())
    return frozenset(w for w in said if not country or alpha2(w) != country)
