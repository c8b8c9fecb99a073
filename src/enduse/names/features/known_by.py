"""What a firm is called for short: the letters its words begin with, its brand, or as
much of its name as a line holds.

`KOMID` is the Korea Mining Development Trading Corporation, `Uralvagonzavod` the
Research and Production Corporation Uralvagonzavod named after F. E. Dzerzhinsky.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from enduse.model import Part, PartyKind
from enduse.names.brand import FEWEST_IN_PAIR, PLANT_LETTERS, brand, maker
from enduse.names.features.beginnings import beginnings, is_beginning
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm
from enduse.names.weights import is_common
from enduse.text.concepts import legal_class
from enduse.text.dictionary import is_spelt_right
from enduse.text.legal import bare, split_legal
from enduse.text.tokens import words

KNOWN_BY = 0.835  # points of a firm that is called so
CUT_OFF = KNOWN_BY  # of a firm whose name a line cuts so
MADE_BY = 0.82  # the same where its trade or place is left out, of which others may be
IN_PAIR = 0.6  # the same where two names are all there is, weighed by its own slope
_FEWEST, _MOST = 4, 8  # letters from which few others are called so
_NAMED = re.compile(
    r"(?i)\b(?:named after|imeni|im\.)\s*(?:the )?(?:(?:acad|geroy|gero)\w*\.?\s*)?"
    r"(?:[a-z]{1,2}\.[\s-]*)*([a-z]{6,})\b"
)
_GENITIVE = re.compile(r"(?<=[bdghklmnprstv])a$")  # of a Russian man's family name
_JOINING = frozenset(
    [
        "and",
        "of",
        "the",
        "for",
        "de",
        "la",
        "i",
        "in",
        "to",
        "by",
        "y",
        "e",
        "und",
        "et",
    ]
)


def short_names(form: NameForm) -> tuple[str, ...]:
    """The words by which alone a firm of that name may be called, in a search.

    *Example*

    >>> from enduse.names.form import parse
    >>> short_names(parse("Korea Mining Dev. Trading Co.", "entity"))
    ('kmdtc', 'kmdt')
    """
    return (*_short(form), *beginnings(form))


def _short(form: NameForm) -> tuple[str, ...]:
    return (*_sure(form), *maker(form.tokens, form.spelt), *_namesake(form.text))


@lru_cache(maxsize=65536)
def _namesake(text: str) -> tuple[str, ...]:
    """Whom alone a firm is named after: `Khrunichev`, of no family that many are of."""
    found = _NAMED.search(text) if text.isascii() else None
    if not found:
        return ()
    name = _GENITIVE.sub("", found[1].lower())
    return () if is_common(name) else (name,)


def _sure(form: NameForm) -> tuple[str, ...]:
    called = brand(form.tokens, form.spelt, letters=PLANT_LETTERS)
    return (*_letters(form.text, _FEWEST), *called)


@lru_cache(maxsize=65536)
def _letters(text: str, fewest: int) -> tuple[str, ...]:
    """The first letters of the words, with and without those of a legal form.

    None that are a word by themselves, by which any firm may be called: `CARS`.
    """
    said, named = bare(text)
    read = [word for word in said if word not in _JOINING]
    kept = named if len(read) == len(said) else split_legal(read)[0]
    own = [word for word in kept if not legal_class(word)]
    found = dict.fromkeys("".join([w[0] for w in some]) for some in (read, own))
    short = (x for x in found if fewest <= len(x) <= _MOST and x.isalpha())
    return tuple(x for x in short if not is_spelt_right(x))


def is_called(names: NameComparison, kind: PartyKind) -> bool:
    """Whether the name asked for is what a listed firm is called for short."""
    if kind != "entity":
        return False
    if is_beginning(names.left, names.right):
        return True
    if len(names.left.tokens) != 1:
        return False
    short = names.left.glued
    if short in _sure(names.right):
        return names.left.raw == short or _is_one_word(names.left)
    return short in _short(names.right) and _is_one_word(names.left)


def _is_one_word(form: NameForm) -> bool:
    """Whether nothing else is written but a legal form, or a place that is told apart.

    `van der Spek` is no short name, and `Arkadia Tools Group` is not Arkadia
    International.
    """
    said = [word for word in bare(form.text)[1] if word not in _JOINING]
    alone = "".join(said) == form.glued
    return alone or (form.place is not None and said[:1] == [form.glued])


def part(
    names: NameComparison, kind: PartyKind, so_far: float, *, pair: bool
) -> Part | None:
    """What makes up for words that a short name lacks; in a pair, on either side.

    *Units*: `so_far` is the points of all other parts.
    """
    said = names.left.text, names.right.text
    if pair:
        found = kind == "entity" and (
            _is_short(names.left, names.right) or _is_short(names.right, names.left)
        )
        return (
            Part("known_by", IN_PAIR, *said, "called so for short") if found else None
        )
    if so_far >= KNOWN_BY or not is_called(names, kind):
        return None
    if is_beginning(names.left, names.right):
        worth = CUT_OFF - so_far
        return Part("known_by", worth, *said, "its beginning, as a line cuts it")
    sure = names.left.glued in _sure(names.right)
    worth = (KNOWN_BY if sure else MADE_BY) - so_far
    return Part("known_by", worth, *said, "called so for short") if worth > 0 else None


def _is_short(one: NameForm, other: NameForm) -> bool:
    if len(one.tokens) != 1 or len(other.tokens) < 2:
        return False
    short = one.glued
    return _may_be_letters(short, other.text) or short in brand(
        other.tokens, other.spelt
    )


def _may_be_letters(short: str, text: str) -> bool:
    """Whether a word is made of the beginnings of a name's words: `tsrz`, `komid`.

    Each gives its first letter and perhaps one more, a legal form too or not; general
    words at the end may give none.
    """
    if not FEWEST_IN_PAIR <= len(short) <= _MOST or not short.isalpha():
        return False
    said = [word for word in words(text) if word not in _JOINING]
    return any(_are_letters(short, read) for read in (split_legal(said)[0], said))


def _are_letters(short: str, said: Sequence[str]) -> bool:
    read = [word.strip("_") for word in said[:_MOST]]
    if len(read) < 2 or not read[0].startswith(short[0]):
        return False
    parts = [f"{word[0]}[{word[1:] or word}]?" for word in read if word]
    ends = [
        f"(?:{p})?" if is_common(w) else p for p, w in zip(parts, read, strict=True)
    ]
    pattern = "".join([*parts[:2], *ends[2:]])
    return re.fullmatch(pattern, short) is not None
