"""Names as other languages spell them, read as English does: Choïgou is Shoigu.

A Russian name is Chouvalov in French, Schuwalow in German and Šuvalov in the spelling
of scholars, which share hardly a consonant with Shuvalov. A name that bears the signs
of such a language is read as that language would say it.

*Source*: `spelt_abroad.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from enduse.text.common_names import share
from enduse.text.met import Met
from enduse.text.tables import table
from enduse.text.tokens import words

_LONGEST = 120  # letters of a name that is read
_MOST_WORDS = 6
_NEVER = "(?!)"
_EDGES = str.maketrans({"^": r"\b", "$": r"\b"})


@dataclass(frozen=True, slots=True)
class _Language:
    """The signs of a language, and what English writes for its letters."""

    when: re.Pattern[str]
    needs: re.Pattern[str]
    unless: re.Pattern[str]
    finder: re.Pattern[str]
    written: dict[str, str]

    def has_spelt(self, name: str) -> bool:
        """Whether the name, in small letters, has the signs of this language."""
        found = self.when.search(name) and self.needs.search(name)
        return bool(found) and not self.unless.search(name)

    def read(self, name: str) -> str:
        """The name with the letters that English writes."""
        return self.finder.sub(lambda m: self.written[m.lastgroup or ""], name)


@cache
def _languages() -> tuple[_Language, ...]:
    return tuple(_language(told) for told in table("spelt_abroad").values())


def _language(told: dict[str, object]) -> _Language:
    rules = told["rules"]
    assert isinstance(rules, dict)
    longest = sorted(rules, key=lambda part: -len(part))
    parts = (f"(?P<r{n}>{x.translate(_EDGES)})" for n, x in enumerate(longest))
    when, needs = str(told["when"]), str(told.get("needs", ""))
    return _Language(
        re.compile(when),
        re.compile(needs),
        re.compile(str(told.get("unless", _NEVER))),
        re.compile("|".join(parts)),
        {f"r{at}": rules[part] for at, part in enumerate(longest)},
    )


def _has_sign(word: str) -> bool:
    """Whether a word has what makes one think of a language."""
    plain = word if word.isascii() else normalize("NFC", word)
    return _any_sign().search(plain.lower()) is not None


_HAS_SIGN = Met(_has_sign)


@cache
def _any_sign() -> re.Pattern[str]:
    told = table("spelt_abroad").values()
    signs = (str(language.get("sign", language["when"])) for language in told)
    return re.compile("|".join(signs))


def readings(text: str) -> tuple[str, ...]:
    """The ways that English would write a name another language has spelt.

    None for a name without the signs of one, that would be spelt as it was, or whose
    every word many people bear as it stands: Andrew Johnson is no `Yohnson`.

    *Example*

    >>> readings("Sergueï Choïgou"), readings("Sergei Shoigu")
    (('sergei shoigu',), ())
    """
    if len(text) > _LONGEST or not any(map(_HAS_SIGN.__getitem__, text.split())):
        return ()
    name = (text if text.isascii() else normalize("NFC", text)).lower()
    return tuple(dict.fromkeys(_readings(name)))


def _readings(name: str) -> Iterator[str]:
    spelt = [language for language in _languages() if language.has_spelt(name)]
    written = words(name, person=True) if spelt else []
    if all(share(word) for word in written):
        return
    stood = " ".join(written[:_MOST_WORDS])
    for language in spelt:
        read = " ".join(words(language.read(name), person=True))
        if read != stood and len(read.split()) <= _MOST_WORDS:
            yield read
