"""Names as other languages spell them, read as English does: Choïgou is Shoigu.

A Russian name is Chouvalov in French, Schuwalow in German and Šuvalov in the spelling
of scholars, which share hardly a consonant with Shuvalov. A name that bears the signs
of such a language is read as that language would say it.

*Source*: `spelt_abroad.toml`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from enduse.text.common_names import is_spelt_one_way, share
from enduse.text.firm_abroad import readings as of_firms
from enduse.text.given_names import is_given
from enduse.text.met import Met
from enduse.text.russian_names import russian_name
from enduse.text.spelling_rules import Rules, rules
from enduse.text.tables import table
from enduse.text.tokens import words

_LONGEST = 120  # letters of a name that is read
_MOST_WORDS = 6
_NEVER = "(?!)"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Language:
    """The signs of a language, and what English writes for its letters."""

    when: re.Pattern[str]
    needs: re.Pattern[str]
    unless: re.Pattern[str]
    rules: Rules
    common: bool
    russian: bool
    firms: bool

    def has_spelt(self, name: str) -> bool:
        """Whether the name, in small letters, has the signs of this language."""
        found = self.when.search(name) and self.needs.search(name)
        return bool(found) and not self.unless.search(name)

    def read(self, name: str) -> Iterator[str]:
        """The name with the letters that English writes, in each way it may."""
        if not self.russian:
            yield from self.rules.ways(name)
            return
        for way in range(self.rules.number):
            yield self._with_russian(name, way)

    def _with_russian(self, name: str, way: int) -> str:
        return _WORD.sub(lambda word: self._russian(word[0], way), name)

    def _russian(self, word: str, way: int) -> str:
        if known := russian_name(word) or (is_given(word) and word):
            return known
        read = self.rules.read(word, way)
        return russian_name(read) or read


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(_language(told) for told in table("spelt_abroad").values())


def _language(told: dict[str, object]) -> _Language:
    when, needs = str(told["when"]), str(told.get("needs", ""))
    return _Language(
        re.compile(when),
        re.compile(needs),
        re.compile(str(told.get("unless", _NEVER))),
        rules(told["rules"]),
        bool(told.get("common")),
        bool(told.get("russian")),
        bool(told.get("firms")),
    )


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    """For each language what one word of a name has where one thinks of it."""
    told = table("spelt_abroad").values()
    return tuple(re.compile(str(one.get("sign", one["when"]))) for one in told)


@cache
def _any_sign() -> re.Pattern[str]:
    return re.compile("|".join(sign.pattern for sign in _signs()))


@cache
def _of_firms() -> re.Pattern[str]:
    """What a firm's name has that some language writes otherwise."""
    return re.compile("|".join(x.when.pattern for x in _languages() if x.firms))


def _thought_of(word: str) -> int:
    """The languages that a word makes one think of, a bit each in their order."""
    plain = (word if word.isascii() else normalize("NFC", word)).lower()
    if not _any_sign().search(plain):
        return 0
    return sum(1 << at for at, sign in enumerate(_signs()) if sign.search(plain))


_THOUGHT_OF = Met(_thought_of)
_OF_FIRMS = Met(lambda word: _of_firms().search(word.lower()) is not None)


def readings(text: str, *, asked: bool = True, firm: bool = False) -> tuple[str, ...]:
    """The ways that English would write a name another language has spelt.

    None for a name without the signs of one, that would be spelt as it was, or whose
    every word many people bear as it stands: Andrew Johnson is no `Yohnson`. Fewer
    where it is not `asked` for but listed: none of the French themselves. Of a `firm`
    Russian words, or what its language writes in two ways.

    *Example*

    >>> readings("Sergueï Choïgou"), readings("Sergei Shoigu")
    (('sergei shoigu',), ())
    """
    if len(text) > _LONGEST:
        return ()
    if firm:
        russian = of_firms(text)
        if russian or not any(map(_OF_FIRMS.__getitem__, text.split())):
            return russian
    bits = 0
    for one in map(_THOUGHT_OF.__getitem__, text.split()):
        bits |= one
    if not bits:
        return ()
    name = (text if text.isascii() else normalize("NFC", text)).lower()
    thought = (one for at, one in enumerate(_languages()) if bits >> at & 1)
    spelt = [x for x in thought if (x.firms or not firm) and x.has_spelt(name)]
    if spelt and not asked and any(map(is_spelt_one_way, words(name, person=True))):
        return ()
    return tuple(dict.fromkeys(_readings(name, spelt))) if spelt else ()


def _readings(name: str, spelt: Sequence[_Language]) -> Iterator[str]:
    written = words(name, person=True)
    common = all(share(word) for word in written)
    stood = " ".join(written[:_MOST_WORDS])
    for language in spelt:
        if common and not language.common:
            continue
        for way in language.read(name):
            read = " ".join(words(way, person=True))
            if read != stood and len(read.split()) <= _MOST_WORDS:
                yield read
