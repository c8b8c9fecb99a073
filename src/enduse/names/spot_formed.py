"""Firms inside free text whose names are too common to be looked for without a form.

`PAYMENT TO GORGE LIMITED FOR GOODS`, `LLC YADRO HQ`: a listed name of one short or
ordinary word counts where a legal form stands beside it, and where no longer name does.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from enduse.names import sides, spot_keys
from enduse.names.spot_firms import is_first, is_last

_MOST = 4  # words of such a name without its form
_NEAR = 10  # words beside a form, of other forms too
_BREAK = re.compile(r"[,;:/|()<>\n\t]|\s[-–—]\s|\.\s")


class Formed(NamedTuple):
    """What may be a firm's name with its form, and the key it would be listed under."""

    start: int
    end: int
    key: str


def formed(text: str, heads: Callable[[str], bool]) -> Iterator[Formed]:
    """The names beside each legal form of a text, the longest first.

    `heads` tells of a token whether some such name begins with it.

    *Example*

    >>> [text.key for text in formed("PMT TO GORGE LIMITED INV 7", lambda token: True)]
    ['# gorge']
    """
    words = list(sides.WORD.finditer(text))
    for at, word in enumerate(words):
        plain = word[0].strip(".").casefold()
        before = _before(text, words, at) if is_last(plain) else ()
        first = is_first(plain) and plain != "company"  # which ends a name as often
        behind = _behind(text, words, at) if first else ()
        yield from (x for x in (*before, *behind) if heads(x.key.split(" ", 2)[1]))


def _before(text: str, words: list[re.Match[str]], at: int) -> Iterator[Formed]:
    end = sides.form_behind(text, words[at].end())
    begin = sides.form_before(text, words[at].start())
    near = words[max(0, at - _NEAR) : at]
    named = [word for word in near if word.end() <= begin][-_MOST:]
    for word in named:
        if sides.leads(word[0]):
            continue
        if _is_joined(text, word.start(), begin) and sides.begins(
            text[: word.start()], word[0][0], alone=True
        ):
            yield Formed(word.start(), end, key(text[word.start() : begin]))


def _behind(text: str, words: list[re.Match[str]], at: int) -> Iterator[Formed]:
    start = sides.form_before(text, words[at].start())
    begin = sides.form_behind(text, words[at].end())
    near = words[at : at + _NEAR]
    named = [word for word in near if word.start() >= begin][:_MOST]
    for count in range(len(named), 0, -1):
        word = named[count - 1]
        behind = text[word.end() :]
        if _is_joined(text, start, word.end()) and sides.ends(
            behind, word[0][-1], formed=False
        ):
            yield Formed(start, word.end(), key(text[begin : word.end()]))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether nothing parts the words of a name and its form."""
    return _BREAK.search(text, start, end) is None


def key(text: str) -> str:
    """The key of a firm's name that counts beside a legal form alone.

    *Example*

    >>> key("Gorge")
    '# gorge'
    """
    return " ".join((spot_keys.FORMED, *spot_keys.in_text(text)))
