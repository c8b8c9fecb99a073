"""Persons' names in Chinese characters, as the places where they are used spell them.

One name may be Chinese, in pinyin, as in Taiwan, Hong Kong or Singapore; Korean; or
Japanese. Each reading whose every character is known is one way to read the name.

*Source*: Wade and Giles (1892) without its marks; `han_names.txt`,
`japanese_names.txt` and `japanese_characters.txt`: general knowledge.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from enduse.text.hangul import hangul_reading
from enduse.text.tables import sections

_LONGEST = 5
_MOST = 8
_TWO = 2  # characters of a family name that is put together
_MOST_PUT = 4
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
    found: dict[str, list[_Character]] = {}
    for written, hong_kong, korean, *family in sections("han_names")[""]:
        told = _Character(hong_kong, korean, tuple(f for f in family if f != "-"))
        for char in written:
            found.setdefault(char, []).append(told)
    return found


_Part = dict[str, tuple[str, ...]]


def _read_parts(name: str) -> dict[str, _Part]:
    """The parts of a table: what is written, and the ways to read it."""
    return {
        part: {written: tuple(read) for written, *read in lines}
        for part, lines in sections(name).items()
    }


@cache
def _japanese() -> dict[str, _Part]:
    return _read_parts("japanese_names")


def japanese_families() -> dict[str, tuple[str, ...]]:
    """Family names of Japan and how each is read."""
    return _japanese()["family"]


def other_readings(name: str, pinyin: list[str]) -> list[str]:
    """The ways to read a person's name beside pinyin, whose syllables are given.

    *Example*

    >>> other_readings("谢国强", ["xie", "guo", "qiang"])[:3]
    ['hsieh kuochiang', 'hsieh guoqiang', 'tse kwokkeung']
    >>> other_readings("田中健一", ["tian", "zhong", "jian", "yi"])[-1]
    'tanaka kenichi'
    """
    if not 2 <= len(name) <= _LONGEST or len(pinyin) != len(name):
        return []
    spelt = [wade_giles(one) for one in pinyin]
    found = [_joined(spelt), _joined([spelt[0], *pinyin[1:]])]  # the family's alone
    known = [_characters().get(char) for char in name]
    if len(name) <= 4 and all(known):
        found += _spelt([told for told in known if told])
    abroad = (known[0] or [])[:1]
    found += [_joined([f, *pinyin[1:]]) for told in abroad for f in told.family[:2]]
    found += _of_japan(name)
    return [way for way in dict.fromkeys(found) if way != _joined(pinyin)][:_MOST]


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
    """As a family name and a given name of Japan, each known or put together."""
    for at in range(1, len(name)):
        families = _family(name[:at])
        for given, family in product(_given(name[at:]) if families else (), families):
            yield f"{family} {given}"


def _family(name: str) -> tuple[str, ...]:
    if known := _japanese()["family"].get(name):
        return known
    if len(name) != _TWO:
        return ()
    return _put_together(name, "family first", "family last")


def _given(name: str) -> tuple[str, ...]:
    if known := _japanese()["given"].get(name):
        return known
    if len(name) == 1:
        return _parts()["given alone"].get(name, ())
    return _put_together(name, *["given"] * len(name)) if len(name) <= _KOREAN else ()


def _put_together(name: str, *places: str) -> tuple[str, ...]:
    """The first ways to read a name's characters, none where one is not known."""
    read = [_parts()[at].get(char, ()) for char, at in zip(name, places, strict=True)]
    return tuple(map("".join, islice(product(*read), _MOST_PUT)))


@cache
def _parts() -> dict[str, _Part]:
    """The characters of each part; those on one line are read alike."""
    return {
        name: {char: read for chars, read in part.items() for char in chars}
        for name, part in _read_parts("japanese_characters").items()
    }


def _joined(syllables: list[str]) -> str:
    return f"{syllables[0]} {''.join(syllables[1:])}"
