"""One form of a word for its singular, plural and cases: English, German, Russian."""

import re
from functools import lru_cache

_RUSSIAN = re.compile(
    r"(?:ыми|ими|ами|ями|ого|его|ому|ему|ыи|ии|ои|еи|ых|их|ая|яя|ое|ее|ые|ие|ов|ев"
    r"|ам|ям|ах|ях|ом|ем|ою|ую|юю|ы|и|а|я|о|е|у|ю|ь)$"
)
_SHORTEST = 4


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a folded word: no grammar, the same cut for every form of it.

    *Example*:
    >>> [stem(w) for w in ("bearings", "boxes", "schrauben", "подшипники")]
    ['bearing', 'box', 'schraub', 'подшипник']
    """
    if len(word) <= _SHORTEST or not word.isalpha():
        return _short(word)
    if "а" <= word[0] <= "я":
        return _russian(word)
    return _latin(word) if word.isascii() else word


def _short(word: str) -> str:
    plural = len(word) == _SHORTEST and word[-1] == "s" and word.isascii()
    return word[:-1] if plural and word[-2] not in "sui" else word


def _latin(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    if word[-1] == "s" and word[-2] not in "sui":
        word = word[:-1]
    if word.endswith("en") and len(word) > 5:
        return word[:-2]
    return word[:-1] if word[-1] == "e" and len(word) > 4 else word


def _russian(word: str) -> str:
    if word.endswith(("нок", "рок", "лок", "ток")):
        return word[:-2] + "к"
    cut = _RUSSIAN.sub("", word)
    return cut if len(cut) >= 3 else word
