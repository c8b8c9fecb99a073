"""What may be written for a foreign name that kana spell syllable by syllable.

*Source*: `sounds.toml`; general knowledge.
"""

import re
from collections.abc import Mapping

DOUBLED = re.compile(r"([b-df-gj-np-tv-z])\1+")
_SHORT = 5  # letters, of a word without a last consonant that nobody says
_VOWELS = {
    "a": "(?:(?:[aeu]{1,3}|ia|ya|wa|[oa][aou])[hr]?|ir)",
    "e": "(?:(?:[ei]{1,3}|ay?|a[ei]|ey|ye)[hr]?)",
    "i": "(?:(?:[iyje]{1,3}|ai|ia)h?)",
    "o": "(?:(?:[ou]{1,3}|a[uw]?|ow|eau)[hr]?)",
    "u": "(?:(?:[ouw]{1,3}|eu|y?u)h?)",
}
_FIRST = {"a": "aeu", "e": "aei", "i": "ieyj", "o": "oua", "u": "uow"}
_ENGLISH = {"ai": "iy", "au": "o"}  # as English spells it: `マイク`, Mike
_PART = re.compile(r"([^aeiou]*)([aeiou]*)")


def kana_parts(
    letters: str, finder: re.Pattern[str], table: Mapping[str, str]
) -> tuple[str, ...]:
    """The sounds of a foreign name, each as what may be written for it.

    `finder` tells the letters of a consonant, `table` the ways to write it.
    """
    parts: list[str] = []
    for consonants, vowels in _PART.findall(letters):
        if consonants == "w" and parts:
            parts[-1] = f"{parts[-1]}?"  # `Khw` has a vowel in between
        single = DOUBLED.sub(r"\1", consonants).replace("tch", "ch")
        parts += [table.get(c, c) for c in finder.findall(single)]
        if vowels:
            parts.append(_vowel(vowels, after=consonants))
    silent = "[ehtdsxpz]?" if len(letters) > _SHORT else "[eh]?"
    return (*parts, silent)


def _vowel(vowels: str, *, after: str) -> str:
    """What may be written for a vowel of kana, or for several that make one.

    It may be there for want of a closed syllable: `Kahatani` is Qahtani.
    """
    if len(set(vowels)) == 1:
        written = _VOWELS[vowels[0]]
        silent = vowels in ("a" if after == "h" else "uoi")
        return f"{written}?" if after and silent else written
    first = _FIRST[vowels[0]] + _ENGLISH.get(vowels, "")
    return f"(?=.*[{first}])[aeiouywjh]{{1,5}}r?"
