"""Firms inside free text that are told by the legal form beside their name.

A listed name is spotted as it is listed; a firm written otherwise (a letter wrong,
another script, a word left out) is searched as a party is, where its legal form shows
from where to where its name goes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from enduse.text.concepts import legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.field_papers import is_of_papers
from enduse.text.romanise import romanise
from enduse.text.tables import table

_MOST_WORDS, _MOST_FIRMS = 6, 8
_ENDING = ("llc", "jsc", "corp", "state")
_SAID = frozenset(("liability", "stock", "joint-stock"))  # before "company"
_EAST = "\u2e80-\u9fff\uac00-\ud7af"  # Chinese, Japanese, Korean
_WORD = re.compile(rf"(?:[^\W{_EAST}]|['\u2019&+-])+|[{_EAST}]+")
_EASTERN = re.compile(rf"[{_EAST}]")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_GOES_ON = "\n//"
_FEWEST_LETTERS = 3  # of a form that ends a name
_BREAK = re.compile(r"[,;:/()\n«»\"\u201c\u201d]|\.\s")
_QUOTED = re.compile(r"\s*[«'\"\u201c\u201e]([^«»'\"\u201c\u201d]{2,80})[»'\"\u201d]")
_JOINED = re.compile(r"[\s.,]*")


class Firm(NamedTuple):
    """A firm that a text names from `start` to `end`."""

    start: int
    end: int
    name: str


def is_form(word: str) -> bool:
    """Whether a word is a legal form that tells where a firm's name stands."""
    plain = word.casefold()
    return is_first(plain) or is_last(plain)


def is_first(plain: str) -> bool:
    """Whether a form in small letters tells where a name begins that stands behind."""
    return plain in _words("first")


def is_last(plain: str) -> bool:
    """Whether one tells where a name ends that stands before it."""
    if plain in _words("last"):
        return True
    known = len(plain) >= _FEWEST_LETTERS and legal_class(plain) in _ENDING
    return known and plain not in _words("not_last")


def is_stop(plain: str) -> bool:
    """Whether a word in small letters ends a name, on either side of it."""
    return plain in _words("stops")


def firms(text: str) -> Iterator[Firm]:
    """The firms of a text that have their legal form beside them, at most eight.

    *Example*

    >>> [firm.name for firm in firms("pmt to Velmora Optik LLC for inv 7")]
    ['Velmora Optik LLC']
    >>> [firm.name for firm in firms("оплата ООО «Вельмора» за станки")]
    ['ООО «Вельмора»']
    """
    text = text.replace(_GOES_ON, "   ")  # a line of a message
    read = _HYPHEN.sub(" ", text) if _joined_by_stop(text) else text
    words = list(_WORD.finditer(read))
    found = 0
    for at, word in enumerate(words):
        if not is_form(word[0]):
            continue
        for firm in _at(text, words, at):
            yield firm
            found += 1
            if found == _MOST_FIRMS:
                return


def _joined_by_stop(text: str) -> bool:
    """Whether a hyphen joins a name to a word of papers: `SUPPLIER-LUCH LLC-INV 5`."""
    if "-" not in text:
        return False
    sides = (part.split() for part in _HYPHEN.split(text))
    ends = [(words[:1], words[-1:]) for words in sides]
    met = [*(last for _, last in ends[:-1]), *(first for first, _ in ends[1:])]
    return any(_is_no_name(word) for words in met for word in words)


def _at(text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[Firm]:
    form = words[at]
    plain = form[0].casefold()
    said = at and words[at - 1][0].casefold() in _SAID
    if plain == "company" and not said:
        return
    behind_comma = text[: form.start()].rstrip().endswith(",")  # `Velmora, LLC INV 7`
    if is_first(plain) and not behind_comma:
        end = _end(text, words, at)
        if end > form.end():
            yield Firm(form.start(), end, text[form.start() : end])
    if is_last(plain) or said:
        start = _start(text, words, at)
        if start < form.start():
            yield Firm(start, form.end(), text[start : form.end()])
        bare = _without_papers(words, start, at)
        if start < bare < form.start():
            yield Firm(bare, form.end(), text[bare : form.end()])


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
        if words[at][0].isascii() and _EASTERN.match(word[0]):
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
    first, ascii_name = start, True
    for word in reversed(words[max(0, at - _MOST_WORDS) : at]):
        gap = text[word.end() : start]
        if start != words[at].start() and word[0].isascii() is not ascii_name:
            break  # a name is in one alphabet: `оплата LUCH LLC`
        ascii_name = word[0].isascii()
        joined = word[0].casefold() == "co" or start == words[at].start()
        if _is_no_name(word[0]) or (
            _BREAK.search(gap) and not (joined and _is_joined(gap))
        ):
            break
        start = word.start()
        if word[0] != word[0].lower() or not is_ordinary(romanise(word[0])):
            first = start
    return first


def _without_papers(words: Sequence[re.Match[str]], start: int, at: int) -> int:
    """Where a name begins behind the numbers and words of papers that stand first."""
    for word in words[max(0, at - _MOST_WORDS) : at]:
        if word.start() >= start and not (
            any(map(str.isdigit, word[0])) or is_of_papers(word[0].lower())
        ):
            return word.start()
    return start


def _is_joined(gap: str) -> bool:
    return bool(_JOINED.fullmatch(gap))


def _is_no_name(word: str) -> bool:
    """Whether a word ends a name: of papers, or a long number."""
    digits = sum(c.isdigit() for c in word)
    return word.casefold() in _words("stops") or digits > 3


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(table("firms_in_text")[part].split())
