"""Whether words in Latin letters are a Korean name, syllable by syllable.

*Source*: the usual spellings of Korean in passports and on lists beside
McCune-Reischauer and the Revised Romanisation (2000); `korean_names.txt` for names that
many bear.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from enduse.text.tables import sections

_KOREAN_FIRST = {
    "": "(?:|y|w|r|rh|l)",
    "k": "(?:kh?|[gc])",
    "kk": "k?[kg]",
    "n": "(?:n|r|)",
    "t": "(?:th?|d)",
    "tt": "t?[td]",
    "r": "(?:r|rh|l|n|y|)",
    "m": "m",
    "p": "(?:ph?|b)",
    "pp": "p?[pb]",
    "s": "(?:s|sh)",
    "ss": "s?s",
    "j": "(?:dj|j|ch|z)",
    "jj": "j?j",
    "ch": "t?chh?",
    "h": "h",
}
_KOREAN_VOWEL = {
    "a": "ar?h?",
    "ae": "(?:ae|ai|ay|eh?)",
    "ya": "[yi]ah?",
    "yae": "(?:yae|ye)",
    "o": "(?:oh?|eo|eu|uh?|ou|oo|au)",
    "e": "(?:eh?|ae|ay)",
    "yo": "(?:yoo?|yeo|you|yuh?|yoh|io|eo)",
    "ye": "(?:ye|e|yeh|yae)",
    "wa": "[wou]ah?",
    "wae": "(?:wae|wai|ue)",
    "oe": "(?:oe|oi|oy|we|wi)",
    "u": "(?:u|oo|eu|ou|uh|w?oo|wu)",
    "wo": "(?:wo|weo|uo|woo|o)",
    "we": "we",
    "wi": "(?:w?i|ui|we|wee)",
    "yu": "(?:yu|yoo|you|iu|u|ew)",
    "ui": "(?:e?ui|i|ee|yi|wi|uy|y)",
    "i": "(?:i|ee|yi|y|ie)",
}
_KOREAN_LAST = {
    "": "h?",
    "k": "(?:k|g|ck)",
    "n": "n",
    "t": "(?:th?|d)",
    "l": "(?:l|r|ll|rl)",
    "m": "m",
    "p": "(?:ph?|b)",
    "ng": "ng",
}
# Family names that are written in ways of their own. The North writes `Ri` for what
# the South writes `Lee`, in Hangul too, so that the one syllable is not the other.
_WHOLE = {"i": "(?:[yl]?i|[yl]?ee|lie|yie|rhee|rhie)"}
_OTHERWISE = {
    "i": ("li", "ri"),
    "ri": ("li", "i"),
    "pak": ("park",),
    "no": ("ro",),
    "ro": ("no",),
    "na": ("ra", "la"),
    "ra": ("na", "la"),
    "im": ("lim", "rim"),
    "rim": ("im", "lim"),
    "yu": ("ryu", "lyu"),
    "ryu": ("yu", "lyu"),
    "yang": ("ryang", "lyang"),
    "ryang": ("yang", "lyang"),
    "yo": ("ryo",),
    "u": ("wu",),
}
# Family names of which the South writes no first consonant, or another.
_MOST = frozenset("김이박최정강조윤장임")
_NORTHERN = frozenset("리림량려렴로")
_VOWELS = re.compile("[aeiouyw]+")
_SYLLABLE = re.compile(
    "(kk|tt|pp|ss|jj|ch|[kntrmpsjh]?)"
    "(yae|wae|ae|ya|yo|ye|wa|oe|wo|we|wi|yu|ui|[aeoui])(ng|[kntlmp]?)$"
)


def is_korean(syllables: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a Korean name may be written as these words: the family name as a word
    of its own, first or last, and every syllable of the given name in order.

    *Example*

    >>> is_korean(("kim___", "jong___", "un___"), ("kim", "jong", "un"))
    True
    >>> is_korean(("kim___", "un___", "kyong___"), ("kim", "kwang", "yon"))
    False
    """
    spelt = [_korean(s.rstrip("_")) for s in syllables]
    if len(spelt) < 2 or len(plain) < 2 or not all(spelt):
        return False
    for family, given in ((spelt[0], spelt[1:]), (spelt[-1], spelt[:-1])):
        whole = "".join(given)
        for word, rest in ((plain[0], plain[1:]), (plain[-1], plain[:-1])):
            if _whole(family)(word) and _whole(whole)("".join(rest)):
                return True
    return False


@cache
def _names() -> dict[str, frozenset[str]]:
    return {
        part: frozenset(name for line in lines for name in line)
        for part, lines in sections("korean_names").items()
    }


@cache
def common_given_names() -> frozenset[str]:
    """Given names in Hangul that many Koreans bear, in either state."""
    return _names()["given"] | _names()["north"]


def is_common(hangul: str) -> bool:
    """Whether a name in Hangul has a family name and a given name that many bear.

    *Example*

    >>> is_common("김영수"), is_common("영수 김"), is_common("김정은")
    (True, True, False)
    """
    name = "".join(hangul.split())
    families, given = _names()["family"], common_given_names()
    return any(f in families and g in given for f, g in _cuts(name))


def _cuts(name: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Family and given name, whichever comes first."""
    return (name[:1], name[1:]), (name[-1:], name[:-1])


def is_of_most(hangul: str) -> bool:
    """Whether a name has one of the family names that most Koreans have."""
    return not _MOST.isdisjoint((hangul[:1], hangul[-1:]))


def is_northern(hangul: str) -> bool:
    """Whether a name is spelt, or chosen, as it is in the North above all.

    *Example*

    >>> is_northern("리영철"), is_northern("이영철"), is_northern("김혁철")
    (True, False, True)
    """
    cuts = _cuts("".join(hangul.split()))
    return any(f in _NORTHERN or g in _names()["north"] for f, g in cuts)


@lru_cache(maxsize=65536)
def is_syllable(marked: str, plain: str) -> bool:
    """Whether one syllable of Hangul may be written as a word.

    *Example*

    >>> is_syllable("jong___", "jung"), is_syllable("un___", "il")
    (True, False)
    """
    spelt = _korean(marked.rstrip("_"))
    return bool(spelt and _whole(spelt)(plain))


def are_syllables(marked: str, plain: str) -> bool:
    """Whether two syllables of Hangul, written as one word, may be written so.

    *Example*

    >>> are_syllables("hayun___", "hayoon"), are_syllables("jojong___", "jong")
    (True, False)
    """
    spelt = _both(marked.replace("_", ""))
    return bool(spelt and _whole(spelt)(plain))


@lru_cache(maxsize=16384)
def _both(whole: str) -> str:
    """How two syllables may be written, wherever the first ends; '' of no two."""
    cuts = ((whole[:at], whole[at:]) for at in range(1, len(whole)))
    spelt = ((_korean(first), _korean(second)) for first, second in cuts)
    return "|".join(first + second for first, second in spelt if first and second)


@lru_cache(maxsize=16384)  # more than `re` remembers
def _whole(spelt: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(spelt).fullmatch


def vowels(word: str) -> int:
    """How many times a word has vowels between consonants.

    *Example*

    >>> vowels("gwangho"), vowels("kwang___")
    (2, 1)
    """
    return len(_VOWELS.findall(word))


def otherwise(marked: str) -> tuple[str, ...]:
    """How else a family name may be written, where its first sounds differ.

    *Example*

    >>> otherwise("pak___"), otherwise("kim___")
    (('park',), ())
    """
    return _OTHERWISE.get(marked.rstrip("_"), ())


@lru_cache(maxsize=4096)
def _korean(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    found = _SYLLABLE.match(syllable)
    if not found:
        return ""
    first, vowel, last = found.groups()
    return _KOREAN_FIRST[first] + _KOREAN_VOWEL[vowel] + _KOREAN_LAST[last]
