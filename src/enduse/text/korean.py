"""Whether words in Latin letters are a Korean name, syllable by syllable.

*Source*: the usual spellings of Korean in passports and on lists beside
McCune-Reischauer and the Revised Romanisation (2000).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

_KOREAN_FIRST = {
    "": "(?:|y|w|r|rh|l)",
    "k": "[kgc]",
    "kk": "k?[kg]",
    "n": "(?:n|r|)",
    "t": "[td]",
    "tt": "t?[td]",
    "r": "(?:r|rh|l|n|y|)",
    "m": "m",
    "p": "[pb]",
    "pp": "p?[pb]",
    "s": "(?:s|sh)",
    "ss": "s?s",
    "j": "(?:j|ch|z)",
    "jj": "j?j",
    "ch": "t?ch",
    "h": "h",
}
_KOREAN_VOWEL = {
    "a": "ar?h?",
    "ae": "(?:ae|ai|ay|eh?)",
    "ya": "[yi]ah?",
    "yae": "(?:yae|ye)",
    "o": "(?:oh?|eo|uh?|ou|oo|au)",
    "e": "(?:eh?|ae|ay)",
    "yo": "(?:yoo?|yeo|you|yuh?|yoh|io|eo)",
    "ye": "(?:ye|e|yeh|yae)",
    "wa": "[wou]ah?",
    "wae": "(?:wae|wai|ue)",
    "oe": "(?:oe|oi|oy|we|wi)",
    "u": "(?:u|oo|eu|ou|uh|w?oo|o|wu)",
    "wo": "(?:wo|weo|uo|woo|o)",
    "we": "we",
    "wi": "(?:w?i|ui|we|wee)",
    "yu": "(?:yu|yoo|you|iu|u|ew)",
    "ui": "(?:e?ui|i|ee|yi|wi|uy)",
    "i": "(?:i|ee|yi|y|ie)",
}
_KOREAN_LAST = {
    "": "h?",
    "k": "(?:k|g|ck)",
    "n": "n",
    "t": "[td]",
    "l": "(?:l|r|ll|rl)",
    "m": "m",
    "p": "[pb]",
    "ng": "ng",
}
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
            if re.fullmatch(family, word) and re.fullmatch(whole, "".join(rest)):
                return True
    return False


@lru_cache(maxsize=65536)
def is_syllable(marked: str, plain: str) -> bool:
    """Whether one syllable of Hangul may be written as a word.

    *Example*

    >>> is_syllable("jong___", "jung"), is_syllable("un___", "il")
    (True, False)
    """
    spelt = _korean(marked.rstrip("_"))
    return bool(spelt and re.fullmatch(spelt, plain))


@lru_cache(maxsize=4096)
def _korean(syllable: str) -> str:
    found = _SYLLABLE.match(syllable)
    if not found:
        return ""
    first, vowel, last = found.groups()
    return _KOREAN_FIRST[first] + _KOREAN_VOWEL[vowel] + _KOREAN_LAST[last]
