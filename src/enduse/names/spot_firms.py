"""Firms inside free text that are told by the legal form beside their name.

A listed name is spotted as it is listed; a firm written otherwise (a letter wrong,
another script, a word left out) is searched as a party is, where its legal form shows
from where to where its name goes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from enduse.text.dictionary import is_ordinary
from enduse.text.romanise import romanise
from enduse.text.tables import table

_MOST_WORDS, _MOST_FIRMS = 6, 8
_SAID = frozenset(("liability", "stock", "joint-stock"))  # before "company"
_WORD = re.compile(r"[\w'\u2019&+-]+")
_BREAK = re.compile(r"[,;:/()\n«»\"\u201c\u201d]|\.\s")
_QUOTED = re.compile(r"\s*[«'\"\u201c\u201e]([^«»'\"\u201c\u201d]{2,80})[»'\"\u201d]")
_NUMBERED = re.compile(r"\S*\d\S*\s+(?=\S)")  # of a paper, or a part of the name
_JOINED = re.compile(r"[\s.,]*")


class Firm(NamedTuple):
    """A firm that a text names from `start` to `end`."""

    start: int
    end: int
    name: str


def is_form(word: str) -> bool:
    """Whether a word is a legal form that tells where a firm's name stands."""
    plain = word.casefold()
    return plain in _words("first") or plain in _words("last")


def firms(text: str) -> Iterator[Firm]:
    """The firms of a text that have their legal form beside them, at most eight.

    *Example*

    >>> [firm.name for firm in firms("pmt to Velmora Optik LLC for inv 7")]
    ['Velmora Optik LLC']
    >>> [firm.name for firm in firms("оплата ООО «Вельмора» за станки")]
    ['ООО «Вельмора»']
    """
    words = list(_WORD.finditer(text))
    found = 0
    for at, word in enumerate(words):
        if not is_form(word[0]):
            continue
        for firm in _at(text, words, at):
            yield firm
            found += 1
            if found == _MOST_FIRMS:
                return


def _at(text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[Firm]:
    form = words[at]
    plain = form[0].casefold()
    if plain == "company" and (not at or words[at - 1][0].casefold() not in _SAID):
        return
    if plain in _words("first"):
        end = _end(text, words, at)
        if end > form.end():
            yield Firm(form.start(), end, text[form.start() : end])
    if plain in _words("last"):
        start = _start(text, words, at)
        if start < form.start():
            yield Firm(start, form.end(), text[start : form.end()])
        if numbered := _NUMBERED.match(text, start, form.start()):
            start = numbered.end()
            yield Firm(start, form.end(), text[start : form.end()])


def _end(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """Where the name ends that begins behind a form: as quoted, or as capitals go."""
    quoted = _QUOTED.match(text, words[at].end())
    if quoted:
        return quoted.end()
    end = words[at].end()
    cased = not words[at][0].isupper() or any(c.islower() for c in text)
    for word in words[at + 1 : at + 1 + _MOST_WORDS]:
        if _is_no_name(word[0]) or _BREAK.search(text, end, word.start()):
            break
        if cased and not word[0][0].isupper() and not word[0][0].isdigit():
            break
        end = word.end()
    return end


def _start(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """Where the name begins that ends with a form.

    Ordinary words in small letters before it are those of the text.
    """
    start = words[at].start()
    first = start
    for word in reversed(words[max(0, at - _MOST_WORDS) : at]):
        gap = text[word.end() : start]
        joined = word[0].casefold() == "co" or start == words[at].start()
        if _is_no_name(word[0]) or (
            _BREAK.search(gap) and not (joined and _is_joined(gap))
        ):
            break
        start = word.start()
        if word[0] != word[0].lower() or not is_ordinary(romanise(word[0])):
            first = start
    return first


def _is_joined(gap: str) -> bool:
    return bool(_JOINED.fullmatch(gap))


def _is_no_name(word: str) -> bool:
    """Whether a word ends a name: of papers, or a long number."""
    digits = sum(c.isdigit() for c in word)
    return word.casefold() in _words("stops") or digits > 3


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(table("firms_in_text")[part].split())
