"""Russian words of firms' names that another language spells: `Ischmasch` is Izhmash.

German, Polish or French letters for what is Russian share few with English ones. A word
is read so where it holds the sign of such a language and comes out with a part that
Russian words of firms' names have; a word that any table knows is not.

*Source*: `firm_abroad.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from enduse.text.common_names import share
from enduse.text.concepts import canonical, translated
from enduse.text.dictionary import is_spelt_right
from enduse.text.german_words import parts
from enduse.text.given_names import cluster
from enduse.text.met import Met
from enduse.text.spelling_rules import Rules, at, rules
from enduse.text.tables import table
from enduse.text.tokens import words

_SHORTEST = 5  # letters of a word that is read
_MOST_WAYS = 4
_WORDS = ("russian", "known")  # parts of the table that are no language
_WORD = re.compile(r"[^\W\d_]+")
_DOT = "\u0307"  # what is left of a Turkish capital when it becomes small


class _Language(NamedTuple):
    """The sign of a language in a word, and what English writes for its letters."""

    sign: re.Pattern[str]
    rules: Rules


@cache
def _languages() -> tuple[_Language, ...]:
    told = table("firm_abroad")
    return tuple(_language(one) for name, one in told.items() if name not in _WORDS)


def _language(told: dict[str, object]) -> _Language:
    return _Language(re.compile(str(told["sign"])), rules(told["rules"]))


@cache
def _any_sign() -> re.Pattern[str]:
    return re.compile("|".join(one.sign.pattern for one in _languages()))


@cache
def _russian() -> re.Pattern[str]:
    """What a word that is Russian holds, as English spells it."""
    told = table("firm_abroad")["russian"]
    held, ends = ("|".join(told[name].split()) for name in ("parts", "ends"))
    return re.compile(
        f"[a-z](?:{held})[a-z]|^(?:{held})[a-z]{{3}}|[a-z](?:{held}|{ends})$"
    )


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Words that many firms have for a name, by how they are spelt abroad."""
    told = table("firm_abroad")["known"].items()
    return {form: (name,) for name, forms in told for form in forms.split()}


def _of_token(token: str) -> tuple[str, ...]:
    """What English would write for a token of another language's spelling, if any."""
    plain = _small(token)
    if plain not in _known() and not _may_be(plain):
        return ()
    said = {word: _known().get(word) or _ways(word) for word in _WORD.findall(plain)}
    most = max(map(len, said.values()), default=0)
    return tuple(_put(plain, said, way) for way in range(most))


def _put(token: str, said: Mapping[str, Sequence[str]], way: int) -> str:
    """A token with its words as English would write them."""
    return _WORD.sub(lambda word: at(said[word[0]], way) or word[0], token)


_OF_TOKEN = Met(_of_token)


def _may_be(token: str) -> bool:
    """Whether a token holds a sign of a language, or several words of which one may."""
    if len(token) < _SHORTEST:
        return False
    return not token.isalpha() or _any_sign().search(token) is not None


def _small(token: str) -> str:
    plain = token if token.isascii() else normalize("NFC", token)
    return plain.lower().replace(_DOT, "")


def _ways(word: str) -> tuple[str, ...]:
    """What English would write for a word, most likely Russian; none for one known."""
    if len(word) < _SHORTEST or _is_known(stood := " ".join(words(word))):
        return ()
    spelt = (one for one in _languages() if one.sign.search(word))
    read = (" ".join(words(way)) for one in spelt for way in one.rules.ways(word))
    russian = (way for way in read if way != stood and _russian().search(way))
    return tuple(dict.fromkeys(russian))[:_MOST_WAYS]


def _is_known(word: str) -> bool:
    if canonical(translated(word)) != word or parts(word):
        return True
    return share(word) > 0 or cluster(word) >= 0 or is_spelt_right(word)


def readings(name: str) -> tuple[str, ...]:
    """The ways that English would write a firm's name, if its words show another.

    *Example*

    >>> readings("Konzern Kalaschnikow"), readings("Maschinenfabrik Schwarz")
    (('Konzern kalashnikov', 'Konzern kalazhnikov'), ())
    """
    tokens = name.split()
    said = [_OF_TOKEN[token] for token in tokens]
    if not any(said):
        return ()
    most = max(map(len, said))
    both = list(zip(tokens, said, strict=True))
    return tuple(
        " ".join([at(ways, way) or token for token, ways in both])
        for way in range(most)
    )
