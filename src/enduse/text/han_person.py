"""Persons' names in Chinese characters, as the places where they are used spell them.

One name may be Chinese, in pinyin, as in Taiwan, Hong Kong or Singapore; Korean; or
Japanese. Each reading whose every character is known is one way to read the name.

*Source*: Wade and Giles (1892) without its marks; `han_names.txt` and
`japanese_names.txt`: general knowledge.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from enduse.text.hangul import hangul_reading

_LONGEST = 5
_MOST = 8
_KOREAN = 3  # characters of nearly every Korean's name, at least
# Initials and syllables of pinyin, each before what Wade and Giles write for it.
_INITIALS_OF = """zh ch  ch ch  sh sh  j ch  q ch  x hs  z ts  c ts  s s  b p  p p  d t
t t  g k  k k  r j"""
_SYLLABLES_OF = """zhi chih  chi chih  shi shih  ri jih  zi tzu  ci tzu  si szu  yi i
you yu  yan yen  ye yeh  yong yung  er erh  he ho  ke ko  ge ko  e o  guo kuo  yue yueh
yuan yuan  yu yu  gui kuei  kui kuei  xi hsi  xu hsu  ju chu  qu chu"""
_INITIAL = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|")


class _Character(NamedTuple):
    hong_kong: str
    korean: str
    family: tuple[str, ...]  # spellings elsewhere, of a family name


@cache
def _characters() -> dict[str, list[_Character]]:
    text = (files("enduse.text") / "han_names.txt").read_text("utf-8")
    found: dict[str, list[_Character]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            written, hong_kong, korean, *family = line.split()
            told = _Character(hong_kong, korean, tuple(f for f in family if f != "-"))
            for char in written:
                found.setdefault(char, []).append(told)
    return found


@cache
def _japanese() -> dict[str, dict[str, tuple[str, ...]]]:
    text = (files("enduse.text") / "japanese_names.txt").read_text("utf-8")
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in text.splitlines():
        if line.startswith("["):
            part = found.setdefault(line.strip("[]"), {})
        elif line and not line.startswith("#"):
            written, *read = line.split()
            part[written] = tuple(read)
    return found


def japanese_families() -> dict[str, tuple[str, ...]]:
    """Family names of Japan and how each is read."""
    return _japanese()["family"]


def other_readings(name: str, pinyin: list[str]) -> list[str]:
    """The ways to read a person's name beside pinyin, whose syllables are given.

    *Example*

    >>> other_readings("陈国强", ["chen", "guo", "qiang"])[:2]
    ['chen kuochiang', 'chan kwokkeung']
    >>> other_readings("田中健一", ["tian", "zhong", "jian", "yi"])[-1]
    'tanaka kenichi'
    """
    if not 2 <= len(name) <= _LONGEST or len(pinyin) != len(name):
        return []
    found = [_joined([wade_giles(one) for one in pinyin])]
    known = [_characters().get(char) for char in name]
    if len(name) <= 4 and all(known):
        found += _spelt([told for told in known if told])
    abroad = (known[0] or [])[:1]
    found += [_joined([f, *pinyin[1:]]) for told in abroad for f in told.family[:2]]
    found += _of_japan(name)
    return list(dict.fromkeys(found))[:_MOST]


def wade_giles(syllable: str) -> str:
    """A syllable of pinyin in the spelling of Wade and Giles, without marks.

    *Example*

    >>> [wade_giles(one) for one in ("xiong", "zhang", "guo", "jian", "cai")]
    ['hsiung', 'chang', 'kuo', 'chien', 'tsai']
    """
    if whole := _pairs(_SYLLABLES_OF).get(syllable):
        return whole
    found = _INITIAL.match(syllable)
    first = found[0] if found else ""
    rest = syllable[len(first) :]
    if rest == "ong":
        rest = "ung"
    elif rest == "iong":
        rest = "iung"
    elif rest == "ian":
        rest = "ien"
    elif rest in ("ie", "ue"):
        rest += "h"
    elif rest == "uo" and first not in ("g", "k", "h", "sh"):
        rest = "o"
    elif rest == "e" and first:
        rest = "e" if first in ("d", "t", "l", "zh", "ch", "sh", "z", "c", "s") else "o"
    return _pairs(_INITIALS_OF).get(first, first) + rest


@cache
def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _spelt(known: list[list[_Character]]) -> list[str]:
    first, last = [told[0] for told in known], [told[-1] for told in known]
    given = [told.hong_kong for told in last[1:]]
    read = [_joined([first[0].hong_kong, *given])]
    if len(known) < _KOREAN:
        return read
    korean = first[0].korean + "".join(told.korean for told in last[1:])
    return [*read, hangul_reading(korean)]


def _of_japan(name: str) -> Iterator[str]:
    table = _japanese()
    for at in range(1, len(name)):
        families = table["family"].get(name[:at], ())
        for family, given in product(families, table["given"].get(name[at:], ())):
            yield f"{family} {given}"


def _joined(syllables: list[str]) -> str:
    return f"{syllables[0]} {''.join(syllables[1:])}"
