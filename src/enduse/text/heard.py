"""Whether a romanised word may be what a script without all vowels has written.

Stricter than the consonant skeletons of `phonetic`, which find candidates: vowels that
are written must be heard, and a Korean syllable is heard whole.

*Source*: the usual spellings of Korean in passports and on lists beside
McCune-Reischauer and the Revised Romanisation (2000); of Arabic letters by ISO 233 and
BGN/PCGN, and as French, German and English write them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

VOWELLESS = "_"  # ends a token read from a script that leaves sounds unwritten

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
# A letter of Arabic or Hebrew as it was romanised, and what may be written for it.
_LETTERS = {
    "th": "(?:t[aeiou]{0,2}h|t|s)",
    "kh": "(?:k[aeiou]{0,2}h|k|h|ch)",
    "dh": "(?:d[aeiou]{0,2}h|d|z|th)",
    "sh": "(?:s[aeiou]{0,2}h|ch|sch|s)",
    "gh": "(?:g[aeiou]{0,2}h|g|q|r)",
    "zh": "(?:zh|j|g)",
    "ch": "(?:ch|tch|tsh|c)",
    "ts": "(?:ts|tz|z|s|c)",
    "dz": "(?:dz|z)",
    "ng": "ng",
    "a": "(?:[aeoi'y]*)",
    "i": "(?:[aeo]*[iyej]+a?|ie)",
    "y": "(?:[aeo]*[iyej]+[aeou]*)",
    "u": "(?:[ae]*[ouw]+e?|v|ow|ev|av)",
    "w": "(?:[aeou]*[wouv]+[aeoi]*)",
    "v": "(?:[aeo]*[vwou]+[aeo]?)",
    "o": "[aeou]+",
    "e": "[aeiy]+",
    "b": "(?:b+|v|p)",
    "p": "(?:p+|b|f|ph)",
    "f": "(?:f+|v|ph)",
    "t": "(?:t+h?)",
    "j": "(?:dj|j+|g|zh|dzh)",
    "h": "(?:h*|ch|kh)",
    "d": "(?:d+h?|z)",
    "r": "r+",
    "z": "(?:z+|th|dh|s)",
    "s": "(?:s+|z|ss|c|sh)",
    "q": "(?:q+|k+|g|gh|c|kh)",
    "k": "(?:k+|c+k?|g|q|ch|kh)",
    "g": "(?:g+|gu|j|k)",
    "l": "l+",
    "m": "m+",
    "n": "n+",
}
_LETTER = re.compile("th|kh|dh|sh|gh|zh|ch|ts|dz|ng|[a-z]")
_SHORT = "[aeiouy]{0,2}"  # vowels that are not written
_LONGEST = 24  # letters; what is longer is not read


@lru_cache(maxsize=65536)
def heard_as(marked: str, plain: str) -> bool:
    """Whether a token that ends in `_` may be written as a plain one.

    *Unknown*: true for kana and for what is too long to be read.

    *Example*

    >>> heard_as("zmani_", "zamani"), heard_as("sfir_", "safari")
    (True, False)
    """
    letters = marked.rstrip(VOWELLESS)
    if marked.endswith(2 * VOWELLESS) or len(letters) > _LONGEST:
        return True
    return _spellings(letters).fullmatch(plain[:_LONGEST]) is not None


@lru_cache(maxsize=65536)
def _spellings(letters: str) -> re.Pattern[str]:
    parts = _LETTER.findall(letters)
    known = (_LETTERS.get(part, re.escape(part)) for part in parts)
    return re.compile(_SHORT + _SHORT.join(known) + "(?:[aeiouy]{0,2}h?)")


def is_korean(syllables: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a Korean name may be written as these words: the family name as a word
    of its own, first or last, and every syllable of the given name in order.

    *Example*

    >>> is_korean(("kim_", "jong_", "un_"), ("kim", "jong", "un"))
    True
    >>> is_korean(("kim_", "un_", "kyong_"), ("kim", "kwang", "yon"))
    False
    """
    spelt = [_korean(s.rstrip(VOWELLESS)) for s in syllables]
    if len(spelt) < 2 or len(plain) < 2 or not all(spelt):
        return False
    for family, given in ((spelt[0], spelt[1:]), (spelt[-1], spelt[:-1])):
        whole = "".join(given)
        for word, rest in ((plain[0], plain[1:]), (plain[-1], plain[:-1])):
            if re.fullmatch(family, word) and re.fullmatch(whole, "".join(rest)):
                return True
    return False


@lru_cache(maxsize=4096)
def _korean(syllable: str) -> str:
    found = _SYLLABLE.match(syllable)
    if not found:
        return ""
    first, vowel, last = found.groups()
    return _KOREAN_FIRST[first] + _KOREAN_VOWEL[vowel] + _KOREAN_LAST[last]
