"""The one token for whatever a word of a firm's name stands for.

`aviatsionnyy`, `aircraft` and `aviation` are one concept; a word of no table is put as
English spelling and Russian in Latin letters both have it (`rusgidro`, `rushydro`).

*Source*: what single words stand for is in `concepts`; words for one another are in
`firm_phrases.toml` beside this file.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from enduse.text.concepts import (
    canonical,
    is_english,
    is_place,
    is_trade_word,
    legal_words,
    tables_of_words,
    translated,
)
from enduse.text.dictionary import is_spelt_right
from enduse.text.firm_phrases import phrases
from enduse.text.given_names import cluster
from enduse.text.left_out import dropped
from enduse.text.phonetic import VOWELLESS
from enduse.text.tables import table

_SHORTEST_FOLDED = 5
_ADJECTIVE = re.compile(
    r"^([a-z]{4,}?)(?:ch[ei]?|ye|e)?sk(?:iy|ii|ij|y|aya|aia|aja|oe|oye|oy|ogo|omu|ikh|im|ie|iye|i)$"
)
# Adjectives of places in Polish, Czech and German: `kurganska`, `moskauer`.
_OF_PLACE = re.compile(r"^([a-z]{4,}?)(?:sk(?:a|e|ie|iej|iego|ego|ich)|er)$")
_PLACE_ENDS = ("er", "ska", "ske", "skie", "skiej", "skiego", "skego", "skich")
_SOUND = {
    "gidro": "hydro", "avto": "auto", "tekh": "tech", "khim": "chim", "ksk": "xk",
    "kh": "h", "ph": "f", "evro": "euro", "biznes": "business", "servis": "service",
    "treyd": "trade", "sots": "soc", "inzhiniring": "engineering", "kredit": "credit",
    "eksp": "exp", "eks": "ex", "aks": "ax", "oks": "ox", "iks": "ix", "uks": "ux",
    "dzh": "j", "teh": "tech", "tsi": "ci", "tse": "ce", "layf": "life", "tayd": "tide",
}  # fmt: skip
_SOUNDS = re.compile("|".join(sorted(_SOUND, key=lambda s: (-len(s), s))))
_OBLIQUE = re.compile(r"^([a-z]{3,})ogo$")
# Spellings of English and of Russian in Latin letters that are one in Cyrillic, each
# with letters of which a word must hold some.
_ENGLISH = tuple(
    (signs.split()[0], signs.split()[-1], re.compile(found), put)
    for signs, found, put in (
        ("que", r"ques?$", "k"),
        ("qu", r"qu", "kv"),
        ("ck", r"ck", "k"),
        ("tch", r"tch", "ch"),
        ("th", r"th", "t"),
        ("dge", r"dge(?=$|[^aeiou])", "j"),
        ("x", r"x", "ks"),
        ("c", r"c(?=[eiy])", "s"),
        ("c", r"c(?!h)", "k"),
        ("ay", r"ay(?=[bcdfgklmnprstvz]+$)", "i"),
        ("ey", r"ey(?=[bcdfgklmnprstvz]+$)", "a"),
        ("e", r"(?<=[aeiou][bcdfgklmnprstvz])e$", ""),
        ("oo ou", r"(?:oo|ou)(?=[^aeiou])", "u"),
        ("ee", r"ee(?=[^aeiou])", "i"),
        ("new", r"new", "nyu"),
        ("w", r"w", "v"),
        ("i", r"([aeo])i$", r"\1y"),
        ("ya", r"iy?ya$|(?<=[aeou])y?ya$", "ia"),
        ("y", r"(?<=[^aeiouy])y(?=[^aeiouy])", "i"),
        ("s", r"(?<=[aeiou])s(?=[aeiou])", "z"),
        ("i y", r"(?<=[^aeiou])(?:iy|yy|yi|ii|y)$", "i"),
    )
)  # fmt: skip
# What Arabic and Hebrew write with the word behind: the, and, to, in; `ha` in Hebrew.
_PREFIXED = re.compile(r"^(?:(?:w?al|ll|[blw])([a-z]{3,}_+)|h([a-z]{3,}_{4}))$")
_SUFFIXED = re.compile(r"^([a-z]{3,}?)(?:haii|hai|ha|at|in|an|ai|i)_+$")


@cache
def synonyms() -> dict[str, str]:
    """Words of firms' names, and the word that each is one with."""
    named: dict[str, str] = table("firm_phrases")["words"]
    return named


@lru_cache(maxsize=262144)
def concept(token: str) -> str:
    """The one token for what a word of a firm's name stands for, or itself.

    *Example*

    >>> concept("aircraft"), concept("stroitelnyy"), concept("luch")
    ('aviation', 'construction', 'luch')
    """
    found = canonical(translated(token))
    if found == token and token.endswith(VOWELLESS):
        found = next(_within(token), token)
    elif found == token and _is_plural(token):
        found = canonical(token[:-1])
    elif found == token and is_unknown(token):
        found = _singular(token)
        if found == token and len(token) >= _SHORTEST_FOLDED:
            found = _folded(token)
    return synonyms().get(found, found)


def _is_plural(token: str) -> bool:
    """Whether a word is one more of what words of other languages stand for."""
    return token.endswith("s") and is_english(token[:-1]) and not is_english(token)


def _singular(token: str) -> str:
    """The concept of a plural whose singular stands for one, or the word itself."""
    if not token.endswith("s") or len(token) < _SHORTEST_FOLDED:
        return token
    for bare in (token[:-1], token.removesuffix("es")):
        found = canonical(bare)
        if found != bare or is_trade_word(bare) or is_english(bare):
            return found
    return token


def is_unknown(token: str) -> bool:
    """Whether a word is in no table: of trade, places, legal forms, words, names."""
    if token in _known():
        return False
    return not is_spelt_right(token) and cluster(token) < 0


@cache
def _known() -> frozenset[str]:
    """Words of all tables but those of right spellings and of names."""
    nothing = dropped(is_stock=True, is_unitary=True)
    said = chain.from_iterable(chain.from_iterable(phrases().items()))
    spelt = table("trade_words")["spellings"]  # `rostec` would be folded to `rostek`
    tables = (*tables_of_words(), legal_words(), synonyms(), nothing, spelt)
    return frozenset(said).union(*tables)


def _folded(token: str) -> str:
    """A name of no table as Latin letters have it: `rusgidro` is `rushydro`.

    An adjective of a place loses its ending: `syzranskiy`, `Syzran`.
    """
    of_place = _OF_PLACE.match(token) if token.endswith(_PLACE_ENDS) else None
    if of_place and is_place(place := canonical(of_place[1])):
        return place
    bare = canonical(_ADJECTIVE.sub(r"\1", token) if "sk" in token else token)
    if is_place(bare):
        return bare
    if bare == token and token.endswith("ogo"):
        bare = _OBLIQUE.sub(r"\1oy", token)
    bare = _SOUNDS.sub(lambda found: _SOUND[found[0]], bare)
    return _heard_in_english(bare)


def _heard_in_english(word: str) -> str:
    """A word as it is put into Cyrillic and back: `mikrodrayv` is `microdrive`."""
    for sign, other, found, put in _ENGLISH:
        if sign in word or other in word:
            word = found.sub(put, word)
    return word


def _within(token: str) -> Iterator[str]:
    """What a word from Arabic or Hebrew stands for without what is written with it."""
    prefixed = _PREFIXED.match(token)
    before = [prefixed[1] or prefixed[2]] if prefixed else []
    for bare in (*before, *_SUFFIXED.findall(token)):
        found = canonical(bare if bare.endswith(VOWELLESS) else bare + VOWELLESS)
        if not found.endswith(VOWELLESS):
            yield found
