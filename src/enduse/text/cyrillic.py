"""Cyrillic by the language it is written in, where the letters tell which that is.

Serbs write for `ш` what English writes for `с`, Azeris say `j` as English says `y`.
A person's name may also be read as another language's spelling of it in Latin letters:
Ukraine writes `h` for `г`, Uzbekistan `x` for `х`; and Russian writes Chinese, Western
and Arab names by its own rules (`Си Цзиньпин`, `Джонсон`).

*Source*: the alphabets of Serbia (Gaj's), Ukraine (2010), Belarus (passports),
Uzbekistan (1995), Azerbaijan (1991); `cyrillic_foreign.txt`, general knowledge.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from enduse.text.cyrillic_asian import chinese, koreans

_SERB = re.compile("[ђјљњћџѓќѕ]|цр[бвгдкмнпс]")
_AZERI = re.compile("[ҹҝ]|ә.*[јһ]|[јһ].*ә")
_UKRAINIAN = re.compile(
    "[іїєґ]|(?<!\\w)(?:олександр|володимир|дмитро|микола|петро|павло|михайло|кирило)(?!\\w)"
)
_BELARUSIAN = re.compile("^[^әңөұүқғһ]*[іў][^әңөұүқғһ]*$")
_NO_UKRAINIAN = re.compile("[ўыэәңөұүқғ]")
_UZBEK = re.compile("[қғҳ]|(?<![аеёіоуыэюя])ў")
_NO_UZBEK = re.compile("[әңөұүһіӣӯҷ]")
_BULGARIAN = re.compile("[бвгджзйклмнпрстфхцчшщ]ъ[бвгджзйклмнпрстфхцчшщ]")
_OF_SERBS = str.maketrans({"ш": "s", "ж": "z", "ч": "c", "ц": "c", "х": "h"})
_OF_AZERIS = str.maketrans({"ј": "й"})
_FOR_UKRAINE = str.maketrans({"г": "h", "ґ": "g", "и": "y", "й": "i"})
_FOR_BELARUS = str.maketrans({"г": "h", "й": "i"})
_FOR_UZBEKS = str.maketrans({"ў": "о", "х": "x", "ж": "j", "ц": "s", "ғ": "г"})
_FOR_AZERIS = str.maketrans(
    {"ҹ": "c", "ј": "y", "х": "x", "ш": "s", "ч": "c", "г": "q", "ҝ": "g"}
)
_SOFT = re.compile("(?<=[бвгдзклмнпрстфхцч])[яюё]")  # of Belarus
_LAST_U = re.compile(r"ў(?!\w)")
_SOFTENED = {"я": "ia", "ю": "iu", "ё": "io"}


def by_language(run: str) -> str:
    """The text with Latin letters for those that its language says otherwise.

    *Example*

    >>> by_language("милош шешељ"), by_language("иванов")
    ('милоs sеsељ', 'иванов')
    """
    if _AZERI.search(run):
        return run.translate(_OF_AZERIS)
    if _SERB.search(run):
        return run.translate(_OF_SERBS)
    if "щ" in run and _BULGARIAN.search(run):
        return run.replace("щ", "шт")
    return run


def as_spelt_there(name: str) -> Iterator[str]:
    """A person's name with the letters that its country spells it with in Latin.

    *Shape*: in small letters, Cyrillic ones left that are spelt as ever.

    *Example*

    >>> list(as_spelt_there("андрій гриценко"))
    ['андріi hрyценко']
    """
    if _AZERI.search(name):
        yield name.translate(_FOR_AZERIS)
    elif _SERB.search(name):
        yield name  # with `sh` and `ch`, as English says them
        if "ђ" in name:
            yield name.translate(_OF_SERBS).replace("ђ", "d")
        if "ѓ" in name:
            yield name.translate(_OF_SERBS).replace("ѓ", "gj")
            yield name.translate(_OF_SERBS).replace("ѓ", "dj")
    elif _UZBEK.search(name) and not _NO_UZBEK.search(name):
        yield name.translate(_FOR_UZBEKS)
    elif not _NO_UKRAINIAN.search(name) and _UKRAINIAN.search(name):
        yield name.translate(_FOR_UKRAINE)
    elif _BELARUSIAN.search(name):
        soft = _SOFT.sub(lambda found: _SOFTENED[found[0]], name)
        yield soft.translate(_FOR_BELARUS)
        if "ў" in name:
            yield _LAST_U.sub("в", name)  # as Russian has it


def as_foreign(name: str, read: str) -> Iterator[str]:
    """A person's name as that of a foreigner, whose language spells it otherwise.

    `read` is the name in Latin letters as ever.

    *Example*

    >>> list(as_foreign("си цзиньпин", "si tszinpin"))
    ['xi jinping']
    >>> list(as_foreign("майкл джонсон", "maykl dzhonson"))
    ['michael johnson']
    """
    words = re.sub("[іїi]", "и", name.replace("-", "")).split()
    if read_in_pinyin := chinese(words):
        yield read_in_pinyin
    yield from koreans(words)
    yield from known_abroad(read)


def known_abroad(read: str) -> Iterator[str]:
    """A romanised name with those of foreigners as their own language spells them.

    *Example*

    >>> list(known_abroad("nikolas maduro"))
    ['nicolas maduro']
    """
    known = _names()
    ways = [known.get(word, (word,)) for word in read.split()]
    first = " ".join(spelt[0] for spelt in ways)
    last = " ".join(spelt[-1] for spelt in ways)
    yield from (way for way in dict.fromkeys((first, last)) if way != read)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    text = (files("enduse.text") / "cyrillic_foreign.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    return {read: tuple(spelt) for read, *spelt in lines}
