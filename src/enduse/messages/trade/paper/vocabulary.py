"""The words of trade papers: what a label, a column heading or a title stands for.

*Source*: the UN Layout Key (UN/ECE Recommendation 1) and its terms in use; the phrases
in seven languages are in `labels.toml`, `columns.toml` and `kinds.toml` beside this.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

_HAN = "\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_HAN}]|№|#|[^\W_{_HAN}]+")
_SAME = {
    **dict.fromkeys(("#", "nr", "num", "number", "numero", "numbers", "nos"), "no"),
    **dict.fromkeys(("number's",), "no"),
    "license": "licence",
    "addr": "address",
    "wt": "weight",
    "transshipment": "transhipment",
    "descripton": "description",
}


class Token(NamedTuple):
    """A word, or one Han character, of a text: folded, and where it stands."""

    word: str
    start: int
    end: int


class Found(NamedTuple):
    """A phrase of the vocabulary in a text: what it stands for, and its tokens."""

    field: str
    section: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases of several words, with what they stand for."""

    phrases: Mapping[tuple[str, ...], tuple[str, str]]
    longest: Mapping[str, int]  # how many words the phrases have that start with one

    def at(self, tokens: Sequence[Token], place: int) -> Found | None:
        """The longest phrase that starts at that token, or None."""
        longest = self.longest.get(tokens[place].word, 0) if place < len(tokens) else 0
        for width in range(min(longest, len(tokens) - place), 0, -1):
            words = tuple(token.word for token in tokens[place : place + width])
            known = self.phrases.get(words)
            if known:
                return Found(known[0], known[1], place, place + width - 1)
        return None

    def whole(self, text: str) -> str:
        """What a text stands for that is one phrase and nothing else, or ''."""
        words = tuple(token.word for token in tokens_of(text))
        return self.phrases.get(words, ("", ""))[0]


@lru_cache(maxsize=16384)
def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text, folded: lower case, no accents, `Nr.` and `#` as `no`.

    *Example*

    >>> [token.word for token in tokens_of("Rechnungs-Nr. № 5 发票号")]
    ['rechnungs', 'no', 'no', '5', '发', '票', '号']
    """
    return tuple(
        Token(fold(match[0]), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=32768)
def fold(word: str) -> str:
    """A word in lower case without accents, its usual short forms as one."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    bare = bare.casefold().replace("ı", "i").replace("ß", "ss")
    return _SAME.get(bare, bare)


@cache
def labels() -> Vocabulary:
    """What stands before a value."""
    return _read("labels.toml")


@cache
def contacts() -> Vocabulary:
    """What stands before a part of a party's own lines: telephone, tax number."""
    return _read("labels.toml", only="contact")


@cache
def columns() -> Vocabulary:
    """What stands above a column of goods."""
    return _read("columns.toml", skip=("units",))


@cache
def kinds() -> Vocabulary:
    """What a document calls itself."""
    return _read("kinds.toml")


@cache
def unit_words() -> frozenset[str]:
    """Words that may stand beside a column's name without changing it."""
    data = _toml("columns.toml")
    return frozenset(t.word for w in data["units"]["words"] for t in tokens_of(w))


def _read(name: str, *, skip: Sequence[str] = (), only: str = "") -> Vocabulary:
    phrases: dict[tuple[str, ...], tuple[str, str]] = {}
    for section, fields in _toml(name).items():
        if section in skip or (only and section != only):
            continue
        for field, said in fields.items():
            for phrase in said:
                key = tuple(token.word for token in tokens_of(phrase))
                short = tuple(word for word in key if word != "and")
                for words in (key, short):  # `No. & date` as `No. and date`
                    if words:
                        phrases.setdefault(words, (field, section))
    longest: dict[str, int] = {}
    for words in phrases:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Vocabulary(phrases, longest)


def _toml(name: str) -> dict[str, dict[str, list[str]]]:
    place = files("enduse.messages.trade.paper").joinpath(name)
    return tomllib.loads(place.read_text(encoding="utf-8"))
