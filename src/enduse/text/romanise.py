"""Names of any script in the letters a to z, the way sanctions lists spell them.

*Source*: BGN/PCGN 1947 for Russian and the national systems beside it (Ukraine
2010, Belarus 2000) as US, UK and EU lists use them; ISO 233 without its marks for
Arabic; McCune-Reischauer without its marks for Korean, which North Korean names
follow; ELOT 743 for Greek, BGN/PCGN 1981 for Armenian, the Georgian system of 2002;
anyascii, letter by letter, for what has no table here.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from anyascii import anyascii

from enduse.text import cyrillic, greek, han_person, kana_korean
from enduse.text.arabic import arabic_reading, joined_readings
from enduse.text.arabic import bare as bare_arabic
from enduse.text.burmese import burmese_reading
from enduse.text.burmese_han import burmese_readings
from enduse.text.foreign_sounds import foreign_otherwise, han_foreign, in_latin
from enduse.text.given_names import is_given
from enduse.text.han import han_reading, person_reading, syllables
from enduse.text.han_firms import simplified
from enduse.text.hangul import hangul_reading
from enduse.text.hebrew import hebrew_reading
from enduse.text.indic import SCRIPTS as INDIC
from enduse.text.indic import arabic_in_indic, indic_reading
from enduse.text.indic_names import usually_spelt
from enduse.text.kana import kana_person, kana_reading
from enduse.text.letters import letters, pairs
from enduse.text.met import Met
from enduse.text.scripts import script, scripts
from enduse.text.tamil import foreign_reading as tamil_foreign
from enduse.text.tamil import voiced_first
from enduse.text.thai import as_written as thai_as_written
from enduse.text.thai import thai_reading
from enduse.text.thai_foreign import foreign_reading as thai_foreign
from enduse.text.vietnamese_han import vietnamese_readings

_TWO_LETTERS, _CH = "تش", "چ"
_LONGEST_NAME = 5
_DOTS = str.maketrans("・·•‧･", "     ")
_ENDING = re.compile(r"ه?\u200c(?=ا[یي]\b)")  # of Persian: no word of its own
_JOINER = re.compile(r"(?<=[\u0600-\u06ff])\u200c")  # of Persian: a blank
_YER = re.compile(r"(?<![аеёиоуыэюяіїў])ъ(?=[бвгджзйклмнпрстфхцчшщ])")  # of Bulgarian
_GEORGIAN_END = re.compile(r"(?<=ov|ev|in)i\b")  # of Russians
_ALPHABETS = ("", "Latn", "Grek", "Cyrl", "Armn", "Geor")  # a mark there is no vowel


class _Without(dict[int, int | None]):
    """For `str.translate`: characters of a category go, all others stay."""

    def __init__(self, category: str) -> None:
        super().__init__()
        self._category = category

    def __missing__(self, code: int) -> int | None:
        goes = unicodedata.category(chr(code)) == self._category
        found = self[code] = None if goes else code
        return found


_UNSEEN, _MARKS = _Without("Cf"), _Without("Mn")


def romanise(text: str, *, person: bool = False) -> str:
    """The text in lower-case ASCII, general words in English unless it is a person's.

    A word that leaves sounds unwritten which romanised names have ends in the mark of
    its script: `_` from Arabic, `__` from kana, `___` from Hangul, `____` from Hebrew.

    *Example*

    >>> romanise("Хрущёв"), romanise("Müller"), romanise("محمد")
    ('khrushchev', 'muller', 'mhmd_')
    """
    if text.isascii():
        return text.lower()
    return _romanise(text, person)


@lru_cache(maxsize=16384)
def other_readings(text: str) -> tuple[str, ...]:
    """The ways to read a person's name in Chinese characters beside pinyin.

    For one whose characters stand for the sounds of a foreign name, those. One in an
    Indic script may be Arabic, whose `f` and `z` it writes as `ph` and `j`.

    *Example*

    >>> other_readings("田中健一")[-1], other_readings("Петров")
    ('tanaka kenichi', ())
    """
    if foreign := han_foreign(text.translate(_DOTS)):
        return (foreign,)
    found = scripts(text)
    if not found.isdisjoint(INDIC):
        return _other_indic(text)
    for one, ways in _OTHER_WAYS.items():
        if one in found:
            return tuple(ways(text))
    name = "".join(text.split())
    if not name or len(name) > _LONGEST_NAME or any(map(_is_no_han, name)):
        return ()
    of_asia = han_person.other_readings(name, syllables(name))
    plain = simplified(name)
    return (*of_asia, *burmese_readings(plain), *vietnamese_readings(plain))


def _other_arabic(text: str) -> Iterator[str]:
    """As Pakistan joins the article, with `ch`, or as foreigners' names in Latin."""
    yield from joined_readings(text)
    yield from _with_one_sound(text)
    yield from filter(None, [in_latin(bare_arabic(text), "arabic")])


def _other_hebrew(text: str) -> Iterator[str]:
    yield from filter(None, [in_latin(text, "hebrew")])


def _other_greek(text: str) -> tuple[str, ...]:
    """As it is spelt abroad, or as that of a foreigner."""
    read = romanise(text, person=True)
    foreign = tuple(_of_foreigner(text.lower()))
    known = [x for way in (read, *foreign) for x in cyrillic.known_abroad(way)]
    ways = (*map(_spelt, greek.abroad(text.lower())), *foreign, *known)
    return tuple(way for way in dict.fromkeys(ways) if way != read)


def _other_georgian(text: str) -> tuple[str, ...]:
    """Without the ending of a nominative, or as that of a foreigner."""
    read = romanise(text, person=True)
    ways = (_GEORGIAN_END.sub("", read), *cyrillic.known_abroad(read))
    return tuple(way for way in ways if way != read)


def _other_armenian(text: str) -> Iterator[str]:
    return cyrillic.known_abroad(romanise(text, person=True))


def _other_cyrillic(name: str) -> tuple[str, ...]:
    """As its country spells it in Latin letters, or as that of a foreigner."""
    read = romanise(name, person=True)
    ways = [_spelt(way) for way in cyrillic.as_spelt_there(name)]
    ways += cyrillic.as_foreign(name, read)
    return tuple(way for way in dict.fromkeys(ways) if way != read)


def _with_one_sound(text: str) -> Iterator[str]:
    """A name in Arabic with `ch` for what Arabs write as `t` and `sh`: Sechin."""
    if _TWO_LETTERS in text:
        yield romanise(text.replace(_TWO_LETTERS, _CH), person=True)


def _of_foreigner(name: str) -> Iterator[str]:
    """A name in Greek as a foreigner's; given names as they are known."""
    nasals = greek.nasals(name)
    ways = [
        [
            _spelt(greek.of_foreigner(word, hushed=hushed, nasal=nasal))
            for hushed in (True, False)
            for nasal in nasals
        ]
        for word in name.split()
    ]
    given = [next(filter(is_given, way), "") for way in ways]
    for some in zip(*ways, strict=True):
        both = zip(given, some, strict=True)
        yield " ".join(known or said for known, said in both)


def _other_thai(text: str) -> tuple[str, ...]:
    """In the other usual spelling, its family name by its letters, as a foreigner's."""
    read = _plain(thai_reading(text, way=1))
    family = _plain(thai_as_written(text)).split()[-1:]
    ways = (read, " ".join([*read.split()[:-1], *family]), thai_foreign(text))
    return tuple(filter(None, ways))


def _other_indic(text: str) -> tuple[str, ...]:
    """As usually spelt, as an Arab name, or by the other sounds of a first letter."""
    read = romanise(text, person=True)
    if "Taml" in scripts(text):
        ways = (read, *voiced_first(read), *filter(None, [tamil_foreign(text)]))
    else:
        ways = (read, arabic_in_indic(text, read))
    spelt = [spelt for way in ways for spelt in usually_spelt(way)]
    return tuple(way for way in dict.fromkeys((*ways, *spelt)) if way != read)


_OTHER_WAYS: dict[str, Callable[[str], Iterable[str]]] = {
    "Cyrl": lambda text: _other_cyrillic(text.lower()),
    "Kana": kana_korean.koreans,
    "Arab": _other_arabic,
    "Hebr": _other_hebrew,
    "Grek": _other_greek,
    "Hang": lambda text: foreign_otherwise(romanise(text)),
    "Geor": _other_georgian,
    "Armn": _other_armenian,
    "Thai": _other_thai,
}


def _is_no_han(char: str) -> bool:
    return script(char) != "Hani" and char != "々"


@lru_cache(maxsize=16384)
def _romanise(text: str, person: bool) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = folded.translate(_DOTS)
    folded = _JOINER.sub(" ", _ENDING.sub("", folded))
    folded = folded.translate(_UNSEEN)
    runs = [_run(name, run, person=person) for name, run in _runs(folded)]
    return " ".join("".join(runs).split())


def _script(char: str) -> str:
    kind = script(char)
    return "Kana" if kind == "Hira" else kind


_SCRIPT = Met(_script)


def _runs(text: str) -> list[tuple[str, str]]:
    """The text cut where the script changes; other characters stay with what was."""
    runs: list[tuple[str, str]] = []
    start, last = 0, ""
    for at, char in enumerate(text):
        kind = _SCRIPT[char] or last
        if kind != last:
            if at > start:
                runs.append((last, text[start:at]))
            start, last = at, kind
    return [*runs, (last, text[start:])] if text else runs


def _run(kind: str, run: str, *, person: bool) -> str:
    if kind == "Hani":
        return f" {person_reading(run) if person else han_reading(run)} "
    if kind == "Hang":
        return f" {hangul_reading(run)} "
    if kind == "Kana":
        read = kana_person(run) if person else kana_reading(run)
        return _plain(f" {read} ")
    if kind in INDIC:
        return _plain(f" {indic_reading(run)} ")
    if kind == "Arab":
        return f" {arabic_reading(run)} "
    if kind == "Hebr":
        return f" {hebrew_reading(run)} "
    if kind == "Mymr":
        return _plain(f" {burmese_reading(run)} ")
    if kind == "Thai":
        return _plain(f" {thai_reading(run)} ")
    if kind == "Cyrl":
        return _spelt(cyrillic.by_language(run))
    if kind == "Grek":
        return _spelt(greek.greek(run))
    return _spelt(run) if kind in _ALPHABETS else _plain(run)


def _spelt(run: str) -> str:
    """By the tables, with marks and without; a letter of no table by anyascii."""
    if run.isascii():
        return run
    if "ъ" in run:
        run = _YER.sub("а", run)
    spelled = run.translate(letters())
    if spelled.isascii() and not pairs()[0].search(run):
        return spelled
    bare = _together(_bare(_kept_letters(run)))
    return _plain(bare.translate(letters()))


def _kept_letters(run: str) -> str:
    """The run with letters that have a mark and a line of their own spelt (`й`)."""
    known = letters()
    return "".join(
        [known.get(ord(c), c) if unicodedata.decomposition(c) else c for c in run]
    )


def _bare(text: str) -> str:
    return unicodedata.normalize("NFD", text).translate(_MARKS)


def _together(text: str) -> str:
    pattern, known = pairs()
    return pattern.sub(lambda found: known[found[0]], text)


def _plain(text: str) -> str:
    """What no table has, by anyascii; signs it has no letters for go."""
    if text.isascii():
        return text
    return anyascii(text).lower()
