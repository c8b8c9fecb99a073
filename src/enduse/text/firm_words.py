"""The words of a firm's name as concepts: one token for whatever says the same thing.

`Научно-производственное объединение «Луч»`, `Research and Production Association Luch`
and `NPO Luch` become the same tokens; words that only join others, or that every firm
may have (`company`), are left out.

*Source*: `firm_phrases.toml` and `short_bodies.toml` beside this file; what single
words stand for is in `concepts`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from enduse.text.common_names import share
from enduse.text.concepts import (
    canonical,
    is_english,
    is_place,
    is_trade_word,
    legal_class,
    translated,
)
from enduse.text.dictionary import is_ordinary, is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.one_off import OneOff
from enduse.text.phonetic import VOWELLESS
from enduse.text.scripts import scripts
from enduse.text.tables import table

_FORM_LETTERS = 4
_MANY = 5  # words, from which initials are left out
_JOINT_STOCK = frozenset(("joint", "stock"))
_JOIN = OneOff(("the", "and", "for", "from", "named", "after"))
_NAMED, _NAMED_WORDS, _CITY = "named", 6, "city"
_AIR, _AVIATION = "air", "aviation"  # as the last word: `Iran Air`
_UNITARY = "unitary"
_OF_STATE = frozenset((_UNITARY, "fed", "state", "enterprise"))
_COMPOUNDED = ("nauchno", "proizvodstvenno", "opytno", "voenno", "naukovo")
_COMPOUND = re.compile(rf"^({'|'.join(_COMPOUNDED)})([a-z]{{6,}})$")
_SHORTEST_FOLDED = 6
_ADJECTIVE = re.compile(
    r"^([a-z]{4,}?)(?:ch[ei]?|ye|e)?sk(?:iy|ii|ij|y|aya|aia|aja|oe|oye|oy|ogo|omu|ikh|im|ie|iye|i)$"
)
_RUSSIAN_FORM = re.compile(
    r"(?i)^\W*LLC\b|\b(?:OAO|OOO|ZAO|PAO|AO|[OPC]?JSC|FSUE|FGUP)\b"
)
_RUSSIAN_LETTERS = ("LLC", "JSC", "OOO", "AO", "FSUE", "FGUP")  # one in each such form
_GENITIVE = re.compile(r"^([a-z]{2,}(?:ov|ev|in|yn|[knrtlms]))a$")
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
        ("qu", r"qu", "kv"),
        ("ck", r"ck", "k"),
        ("tch", r"tch", "ch"),
        ("th", r"th", "t"),
        ("dge", r"dge$", "j"),
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
_PREFIXED = re.compile(r"^(?:w?al|wal|ll|[hblw])([a-z]{3,}_+)$")
_SUFFIXED = re.compile(r"^([a-z]{3,}?)(?:haii|hai|ha|at|in|an|ai|i)_+$")


@cache
def _bodies() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Short words for bodies and what they stand for: in any script, in Cyrillic."""
    tables = table("short_bodies")
    known: dict[str, str] = tables["bodies"]
    cyrillic: dict[str, str] = known | tables["cyrillic"]
    return (
        {short: long.split() for short, long in known.items()},
        {short: long.split() for short, long in cyrillic.items()},
    )


def spelt_out(tokens: list[str], text: str) -> list[str]:
    """Short words for bodies as what they stand for, beside a name of their own.

    *Example*

    >>> spelt_out(["npo", "luch"], "")
    ['scientific', 'manufacturing', 'assoc', 'luch']
    """
    if len(tokens) < 2:
        return tokens
    russian = _says_russian(text)
    bodies = _bodies()[1 if russian else 0]
    if "kb" in tokens and any(map(_is_of_banks, tokens)):
        bodies = bodies | {"kb": ["commerce", "bank"]}
    spelt: list[str] = []
    for token in tokens:
        found = _COMPOUND.match(token) if token.startswith(_COMPOUNDED) else None
        spelt += bodies.get(token) or (list(found.groups()) if found else [token])
    return spelt


def _is_of_banks(token: str) -> bool:
    return token.endswith("bank") or token.startswith(("kredit", "credit"))


def _says_russian(text: str) -> bool:
    """Whether a firm's name is in Cyrillic, or bears a legal form of Russia."""
    if text.isascii():
        upper = text.upper()
        if not any(map(upper.__contains__, _RUSSIAN_LETTERS)):
            return False
        return _RUSSIAN_FORM.search(text) is not None
    return _RUSSIAN_FORM.search(text) is not None or "Cyrl" in scripts(text)


@cache
def _left_out() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that join, words for any firm, and what is left of a legal form."""
    joining = table("firm_phrases")["joining"]
    plain, firm, form = (joining[name].split() for name in ("words", "firm", "form"))
    return frozenset(plain), frozenset(firm), frozenset(form)


@cache
def _letters() -> frozenset[str]:
    return frozenset(table("firm_phrases")["joining"]["letters"].split())


@cache
def _of_form() -> frozenset[str]:
    return frozenset(table("firm_phrases")["joining"]["of_form"].split())


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    named: dict[str, str] = table("firm_phrases")["phrases"]
    return {tuple(said.split()): tuple(put.split()) for said, put in named.items()}


@cache
def _heads() -> dict[str, int]:
    """First words of phrases, and the most words a phrase of each has."""
    longest: dict[str, int] = {}
    for said in _phrases():
        longest[said[0]] = max(longest.get(said[0], 0), len(said))
    return longest


@cache
def _synonyms() -> dict[str, str]:
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
    elif found == token and _is_unknown(token):
        found = _singular(token)
        if found == token and len(token) >= _SHORTEST_FOLDED:
            found = _folded(token)
    return _synonyms().get(found, found)


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


def _is_unknown(token: str) -> bool:
    if token in _synonyms() or is_trade_word(token) or is_place(token):
        return False
    if is_english(token):
        return False
    if token in _dropped(is_stock=True, is_unitary=True) or legal_class(token):
        return False
    return not is_spelt_right(token) and cluster(token) < 0


def _folded(token: str) -> str:
    """A name of no table as Latin letters have it: `rusgidro` is `rushydro`.

    A Russian adjective of a place loses its ending: `syzranskiy`, `Syzran`.
    """
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
    for bare in (*_PREFIXED.findall(token), *_SUFFIXED.findall(token)):
        found = canonical(bare if bare.endswith(VOWELLESS) else bare + VOWELLESS)
        if not found.endswith(VOWELLESS):
            yield found


def concepts(
    tokens: Sequence[str], legal: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens as concepts, and beside each as it was spelt.

    `legal` has the classes of the legal forms taken off, of which words may be left.

    *Example*

    >>> concepts(["company", "for", "machine", "building", "luch"])
    (('machine', 'luch'), ('machinebuilding', 'luch'))
    """
    pairs = [(concept(token), token) for token in tokens]
    if len(pairs) >= _MANY:
        pairs = _without_initials(pairs)
    said = [found for found, _ in pairs]
    if len(pairs) > 1 and said[-1] == _AIR:
        pairs[-1] = (_AVIATION, _AIR)
    if not _heads().keys().isdisjoint(said):
        pairs = list(_joined(pairs))
        said = [found for found, _ in pairs]
    if _NAMED in said:
        pairs = _without_namesake(pairs)
    pairs = _kept(_without_city(pairs), is_stock="jsc" in legal)
    return tuple([found for found, _ in pairs]), tuple([spelt for _, spelt in pairs])


def _without_namesake(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without whom a firm is named after, where it has a name of its own.

    Else that name as it is when nothing is said to be its own: `Kozlova`, `Kozlov`.
    """
    at = next(at for at, pair in enumerate(pairs) if pair[0] == _NAMED)
    tail = pairs[at + 1 :][:_NAMED_WORDS]
    length = next((i for i, (word, _) in enumerate(tail) if _is_said(word)), len(tail))
    own = any(
        not _is_said(word) and len(word) > _FORM_LETTERS for word, _ in pairs[:at]
    )
    rest = pairs[at + 1 + length :]
    if own:
        return [*pairs[:at], *rest]
    namesake = [(_nominative(word), spelt) for word, spelt in tail[:length]]
    return [*pairs[:at], *namesake, *rest]


def _is_said(word: str) -> bool:
    """Whether a word says what a firm is or where, and not its name."""
    return word.isdigit() or is_trade_word(word) or is_place(word) or is_ordinary(word)


def _nominative(word: str) -> str:
    """A Russian man's family name in the genitive as it is in the nominative."""
    found = _GENITIVE.match(word)
    return found[1] if found else word


def _without_city(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without `city` beside the name of one."""
    if _CITY not in [word for word, _ in pairs]:
        return pairs
    beside = zip([("", ""), *pairs], pairs, [*pairs[1:], ("", "")], strict=False)
    return [
        pair
        for before, pair, after in beside
        if pair[0] != _CITY or not (is_place(before[0]) or is_place(after[0]))
    ]


def _kept(pairs: list[tuple[str, str]], *, is_stock: bool) -> list[tuple[str, str]]:
    """Without words that say nothing, unless nothing else is left."""
    all_words = {found for found, _ in pairs}
    form = _left_out()[2]
    if not form.isdisjoint(all_words):
        is_stock = True
        pairs = [pair for pair in pairs if not _is_part_of_form(pair[1])]
    elif sum([_is_near_stock(spelt) for _, spelt in pairs]) > 1:
        pairs = [pair for pair in pairs if not _is_near_stock(pair[1])]
    dropped = _dropped(is_stock=is_stock, is_unitary=_UNITARY in all_words)
    last = len(pairs) - 1
    kept = [
        pair
        for at, pair in enumerate(pairs)
        if pair[0] not in dropped and not (0 < at < last and _is_joining(pair[1]))
    ]
    if len(all_words) < len(pairs):
        kept = list(_once(kept))
    for found, _ in kept:
        if len(found) > 1 and not legal_class(found):
            return kept
    plain = _left_out()[0]
    return [pair for pair in pairs if pair[0] not in plain] or pairs


@cache
def _dropped(*, is_stock: bool, is_unitary: bool) -> frozenset[str]:
    """Words that say nothing, beside words of a stock company or a state enterprise."""
    words = frozenset[str]().union(*_left_out())
    if is_stock:
        words |= _of_form()
    return words | _OF_STATE if is_unitary else words


def _without_initials(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without two letters that follow each other, as of whom a plant is named after."""
    letters = [len(found) == 1 and found.isalpha() for found, _ in pairs]
    if sum(letters) < 2:  # two that are neighbours are wanted
        return pairs
    beside = zip([False, *letters], [*letters[1:], False], strict=False)
    return [
        pair
        for pair, letter, near in zip(pairs, letters, beside, strict=True)
        if not (letter and any(near))
    ]


def _once(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each word once; a number stands for itself, and a brand may say a word twice."""
    seen: set[str] = set()
    before = ("", "")
    for pair in pairs:
        word = pair[0]
        if word not in seen or pair == before or word.isdigit() or len(word) == 1:
            yield pair
        seen.add(word)
        before = pair


def _is_joining(word: str) -> bool:
    """Whether a word between two others only joins them."""
    if len(word) == 1:
        return word in _letters()
    return 2 < len(word) < _FORM_LETTERS + 2 and word.isalpha() and _is_slip(word)


@lru_cache(maxsize=65536)
def _is_slip(word: str) -> bool:
    """Whether a word is none of its own, but one that joins with a letter wrong."""
    if concept(word) != word or legal_class(word) or not _is_unknown(word):
        return False
    if is_trade_word(word) or share(word) or all(c not in "aeiouy" for c in word):
        return False
    return bool(_JOIN.near(word))


@lru_cache(maxsize=65536)
def _is_part_of_form(word: str) -> bool:
    """Whether a word misspells one that a legal form is made of by one letter."""
    return _is_near(word, _left_out()[2] | _of_form() | {"company"})


@lru_cache(maxsize=65536)
def _is_near_stock(word: str) -> bool:
    return _is_near(word, _JOINT_STOCK)


def _is_near(word: str, forms: frozenset[str]) -> bool:
    if len(word) < _FORM_LETTERS or is_ordinary(word) or is_trade_word(word):
        return word in forms
    return word in forms or bool(_near(forms).near(word))


@cache
def _near(forms: frozenset[str]) -> OneOff:
    return OneOff(sorted(forms))


def _joined(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Phrases as their concepts; a phrase's spelling is that of all its words."""
    plain = _left_out()[0]
    read = [pair for pair in pairs if pair[0] not in plain] or pairs
    heads, phrases = _heads(), _phrases()
    at = 0
    while at < len(read):
        longest = min(heads.get(read[at][0], 0), len(read) - at)
        for length in range(longest, 1, -1):
            put = phrases.get(tuple(found for found, _ in read[at : at + length]))
            if put is not None:
                spelt = [word for _, word in read[at : at + length]]
                first, last = spelt[: len(put) - 1], spelt[len(put) - 1 :]
                yield from zip(put, [*first, "".join(last)], strict=True)
                at += length
                break
        else:
            yield read[at]
            at += 1
