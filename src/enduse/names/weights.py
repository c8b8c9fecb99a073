"""How much a token says about who is meant.

*Units*: 0..1; 1 is a word no listed name has, a particle is nearly nothing.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import log
from typing import Protocol

from enduse.names.similarity import similarity
from enduse.text.common_names import share
from enduse.text.concepts import (
    canonical,
    is_place,
    is_trade_word,
    legal_class,
    names_too,
)
from enduse.text.dictionary import is_ordinary
from enduse.text.fathers_names import is_fathers_name
from enduse.text.given_names import cluster
from enduse.text.heard import usual
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.phonetic import VOWELLESS

_PARTICLES = frozenset(
    [
        "al",
        "aal",
        "el",
        "ul",
        "ur",
        "bin",
        "ibn",
        "bint",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "le",
        "du",
        "da",
        "do",
        "dos",
        "di",
        "del",
        "of",
        "the",
        "and",
        "for",
        "i",
        "und",
        "et",
        "y",
        "e",
        "a",
        "in",
        "on",
        "und",
        "zu",
        "zur",
        "fur",
        "with",
        "ou",
        "oglu",
        "ogly",
        "kyzy",
    ]
)
_TITLES = frozenset(
    [
        "mv",
        "mt",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "lady",
        "lord",
        "hajji",
        "haji",
        "hadji",
        "al-hajj",
        "shaykh",
        "sheikh",
        "sheik",
        "mullah",
        "mulla",
        "mawlawi",
        "maulavi",
        "maulana",
        "qari",
        "imam",
        "ayatollah",
        "sayyid",
        "sayed",
        "syed",
        "colonel",
        "col",
        "brigadier",
        "major",
        "maj",
        "capt",
        "captain",
        "lt",
        "rev",
        "hon",
        "jr",
        "sr",
        "esq",
        "madam",
        "messrs",
        "mme",
        "herr",
        "frau",
        "senor",
        "senora",
        "sig",
        "signor",
        "signora",
        "gospodin",
        "gospozha",
        "monsieur",
        "madame",
        "hojjatoleslam",
        "sardar",
        "engineer",
        "minister",
    ]
)
PARTICLE, TITLE, INITIAL, NUMBER = 0.12, 0.15, 0.25, 0.5
PATRONYMIC = 0.4
TRADE_WORD, PLACE, LEGAL, ORDINARY = 0.4, 0.45, 0.15, 1.0
WORLD = 50_000  # names
MANY = 3  # parties, for a word that is known to be common
GIVEN_NAME_SHARE = 0.004  # of all names, at least, for a name known as a given one


class Weigher(Protocol):
    """Gives each token of a name its weight."""

    def weights(self, tokens: Sequence[str]) -> list[float]:
        """One weight a token, in order."""

    def likeness(self, left: str, right: str) -> float:
        """How alike two tokens are, 0..1."""

    def glued_likeness(self, glued: str, word: str) -> float:
        """How alike two neighbours, written as one, are to a word, 0..1."""

    def known_as(self, token: str) -> int:
        """How many parties are known to bear a word: many, for a common one."""


@lru_cache(maxsize=262144)
def class_weight(token: str) -> float:
    """The weight a token has by its class alone, whatever the lists hold."""
    if token.isdigit():
        return NUMBER
    if token in _PARTICLES:
        return PARTICLE
    if is_title(token):
        return TITLE
    if len(token) == 1:
        return INITIAL
    if token in LEGAL_WORDS or (legal_class(token) and token not in names_too()):
        return LEGAL
    if is_fathers_name(token):
        return PATRONYMIC
    if token.endswith(VOWELLESS) and usual(token):
        return ORDINARY  # words of firms are translated before
    if is_place(token):
        return PLACE
    if canonical(token) != token:
        return ORDINARY  # in no firm's name as it is read: `Demir` the person
    return TRADE_WORD if is_trade_word(token) else ORDINARY


def is_common(token: str) -> bool:
    """Whether a word is known to be borne or said by many, whatever the lists hold."""
    return (
        share(token) > 0
        or class_weight(token) != ORDINARY
        or cluster(token) >= 0
        or is_ordinary(token)
    )


def is_title(token: str) -> bool:
    """Whether a word is a title or an office: `general`, `haji`."""
    return token in _TITLES and token not in _PARTICLES


def rarity(holders: int, names: int) -> float:
    """A token's rarity among `names` names of which `holders` have it, 0.2..1.

    A short list says little of how common a word is, so it counts as `WORLD` names.
    """
    if not holders:
        return 1.0
    names = max(names, WORLD)
    return max(0.2, log(1 + names / holders) / log(1 + names))


class ClassWeigher:
    """Weights by class alone, for a pair of names without an index."""

    def weights(self, tokens: Sequence[str]) -> list[float]:
        """One weight a token, in order."""
        return [class_weight(token) for token in tokens]

    def likeness(self, left: str, right: str) -> float:
        """How alike two tokens are, 0..1."""
        return similarity(left, right)

    def glued_likeness(self, glued: str, word: str) -> float:
        """How alike two neighbours, written as one, are to a word, 0..1."""
        return similarity(glued, word)

    def known_as(self, token: str) -> int:
        """Many for a common word, else none: there are no lists to go by."""
        return MANY if is_common(token) else 0


@lru_cache(maxsize=65536)
def borne(token: str) -> float:
    """The share of people who bear a name, as it is written.

    A word whose script leaves sounds unwritten may be any of its usual spellings, so
    it is as common as the commonest of them.

    *Units*: 0..1; 0 for a word not known as common.
    """
    if not token.endswith(VOWELLESS):
        return share(token)
    found = [
        max(share(name), GIVEN_NAME_SHARE if cluster(name) >= 0 else 0.0)
        for name in usual(token)
    ]
    return max(found, default=0.0)


def listed_weight(token: str, holders: int, names: int) -> float:
    """The weight of a token that `holders` of `names` listed names have.

    A trade word is common by nature, so its rarity counts only half.
    """
    if cluster(token) >= 0:
        holders = max(holders, int(GIVEN_NAME_SHARE * max(names, WORLD)))
    holders = max(holders, int(borne(token) * max(names, WORLD)))
    weight, rare = class_weight(token), rarity(holders, names)
    return weight * (rare if weight == ORDINARY else (1 + rare) / 2)
