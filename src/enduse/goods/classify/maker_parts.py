"""The codes of parts that are named by the maker of their machine alone.

"Ersatzteile für DMG MORI" says no machine; that its maker makes machine tools does.
Makers and codes are in `words/parts_of_makers.toml` and `words/makers.tsv`.
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from enduse.goods.classify.folded_lines import headings_of_words
from enduse.goods.classify.normal import folded
from enduse.goods.classify.vague import is_generic
from enduse.goods.words.lines import rows_of

_WIDE = re.compile("[\u3040-\ud7af]")
_SHORTEST = 3  # letters of a word in Latin letters


class _Kind(NamedTuple):
    """Codes of the parts, and beginnings of codes whose names may stand beside."""

    codes: str
    beside: tuple[str, ...]


@lru_cache(maxsize=20_000)
def codes_of_parts(text: str) -> str:
    """The codes of parts for the maker a text names, parted by |, the likeliest first.

    A word of one of its parts leaves more codes open. Whether parts are spoken of at
    all is for the caller to know.

    *Unknown*: '' without a known maker, and where a word names other goods than those
    it makes.

    *Example*:
    >>> codes_of_parts("spare parts for Haas VF-2"), codes_of_parts("spare parts")
    ('846693', '')
    """
    plain = folded(text)
    kind, rest = _maker(plain)
    if kind is None:
        return ""
    known = headings_of_words()
    named = [known[word] for word in rest if word in known and _tells(word)]
    if not all(_any_begins(codes, kind.beside) for codes in named):
        return ""
    headings = tuple(code[:4] for code in kind.codes.split("|"))
    wide = any(_any_begins(codes, headings) for codes in named)
    return kind.codes if wide else kind.codes.partition("|")[0]


def all_codes() -> tuple[str, ...]:
    """All that `codes_of_parts` can say."""
    codes = dict.fromkeys(kind.codes for kind in _kinds().values())
    return tuple(dict.fromkeys([*codes, *(one.partition("|")[0] for one in codes)]))


def _maker(plain: str) -> tuple[_Kind | None, list[str]]:
    """The kind of the first maker named, and the words beside its name."""
    words, names = plain.split(), _kinds()
    for at, word in enumerate(words):
        for size in _sizes().get(word, ()):
            kind = names.get(" ".join(words[at : at + size]))
            if kind:
                return kind, words[:at] + words[at + size :]
    if _WIDE.search(plain):
        found = next((name for name in _wide() if name in plain), "")
        if found:
            return names[found], plain.replace(found, " ").split()
    return None, words


def _tells(word: str) -> bool:
    """Whether a word can name goods: no number or mark, no word of any goods."""
    mark = word.isascii() and len(word) < _SHORTEST
    return not (mark or any(map(str.isdigit, word)) or is_generic(word))


def _any_begins(codes: str, with_: tuple[str, ...]) -> bool:
    return any(code.startswith(with_) for code in codes.split())


@cache
def _kinds() -> dict[str, _Kind]:
    """What each maker makes, by its names, folded."""
    place = files("enduse.goods.words")
    told = tomllib.loads((place / "parts_of_makers.toml").read_text(encoding="utf-8"))
    makers = list(rows_of(place / "makers.tsv"))
    found: dict[str, _Kind] = {}
    for own in told.values():
        kind = _Kind(own["codes"], tuple(own["beside"].split()))
        of_table = (words for _, words, _, what in makers if what in own["make"])
        for name in "|".join([own["names"], *of_table]).split("|"):
            found.setdefault(folded(name), kind)
    found.pop("", None)
    return found


@cache
def _sizes() -> dict[str, list[int]]:
    """How many words names have that begin with a word, the longest first."""
    found: dict[str, set[int]] = {}
    for name in _kinds():
        words = name.split()
        found.setdefault(words[0], set()).add(len(words))
    return {word: sorted(sizes, reverse=True) for word, sizes in found.items()}


@cache
def _wide() -> tuple[str, ...]:
    return tuple(name for name in _kinds() if _WIDE.search(name))
