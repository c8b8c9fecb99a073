"""Firms inside Chinese and Japanese texts, which have no blanks between their words.

`支付青岛合汇鑫国际贸易有限公司货款`: a firm's name ends with what it is, a company or
an institute; it begins where the text does, behind a word of papers or another firm.
"""

import re
from collections.abc import Iterator
from functools import cache

from enduse.names.spot_firms import Firm
from enduse.text.met import Met
from enduse.text.tables import table

_SIGN = "\u3005\u30a0-\u30ff\u3400-\u9fff"  # no kana that joins words: の, から
_RUN = re.compile(rf"[{_SIGN}]+(?:[(（][{_SIGN}]{{2,4}}[)）][{_SIGN}]+)*")
_FEWEST, _MOST, _MOST_FIRMS = 4, 30, 8  # signs, signs, firms


def may_name(word: str) -> bool:
    """Whether a word of a text has how a Chinese or a Japanese firm's name ends."""
    return _MAY_NAME[word]


def _may_name(word: str) -> bool:
    return not word.isascii() and _ends().search(word) is not None


_MAY_NAME = Met(_may_name)


def firms(text: str) -> Iterator[Firm]:
    """The firms that a text names, at most eight; with and without a doubtful sign.

    *Example*

    >>> [firm.name for firm in firms("支付青岛合汇鑫国际贸易有限公司钢材尾款")]
    ['青岛合汇鑫国际贸易有限公司']
    >>> [firm.name for firm in firms("端川商業銀行宛送金手数料")]
    ['端川商業銀行']
    """
    found = 0
    for run in _RUN.finditer(text):
        for start, end in _names(run[0]):
            yield Firm(run.start() + start, run.start() + end, run[0][start:end])
            found += 1
            if found == _MOST_FIRMS:
                return


def _names(run: str) -> Iterator[tuple[int, int]]:
    """Where each name of a run of signs begins and ends."""
    begin = 0
    for hit in _ends().finditer(run):
        start = begin
        for paper in _papers().finditer(run, begin, hit.start()):
            start = paper.end()
        ahead = hit[0] in _words("ahead") and hit.start() - start < _FEWEST // 2
        end = len(run) if ahead else hit.end()
        if ahead and end < hit.end() + _FEWEST // 2:
            continue  # a form that is all there is
        doubtful = not ahead and run[start : start + 1] in _words("first")
        for at in (start, start + 1) if doubtful else (start,):
            if _FEWEST <= end - at <= _MOST and (ahead or at < hit.start()):
                yield at, end
        if hit[0].endswith(("公司", "会社", "會社")):
            begin = hit.end()  # another firm's name begins behind it


@cache
def _ends() -> re.Pattern[str]:
    """What a name ends with, and no longer one goes on."""
    more = "|".join(_words("goes_on"))
    return re.compile(rf"(?:{_either('last')})(?!{more}|厂|廠)")


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(_either("before"))


def _either(part: str) -> str:
    """A pattern of the words of a part of the table, the longest first."""
    return "|".join(sorted(_words(part), key=lambda word: (-len(word), word)))


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(table("eastern_papers")[part].split())
