"""Korean names in Latin letters as the South or scholars spell them, as the North does.

`Roh Du-chol` is Ro Tu Chol on a list of North Koreans: the South drops or
changes the first sound of some family names, and spells vowels in its own way.
Scholars write `ch` for the j of both: `Chang Myong-chin`, Jang Myong Jin.

*Source*: the usual spellings of passports of both states, McCune and Reischauer
(1939), the Revised Romanisation (2000); general knowledge.
"""

import re
from collections.abc import Sequence
from functools import cache

from enduse.text.hangul import hangul_reading
from enduse.text.korean import common_given_names

_FAMILY = {
    "lee": "ri", "rhee": "ri", "yi": "ri", "lim": "rim", "im": "rim", "yim": "rim",
    "yoo": "ryu yu", "yu": "ryu", "yang": "ryang yang", "noh": "ro no", "roh": "ro no",
    "no": "ro", "ro": "ro",
    "na": "ra na", "yeo": "ryo", "choi": "choe", "park": "pak", "bak": "pak",
    "jung": "jong", "jeong": "jong", "chung": "jong", "cho": "jo cho", "moon": "mun",
    "woo": "u", "shin": "sin", "seo": "so", "suh": "so", "koo": "ku", "gu": "ku",
    "baek": "paek", "paik": "paek", "byun": "pyon", "byeon": "pyon", "bae": "pae",
    "ahn": "an", "jeon": "jon", "jun": "jon", "kwak": "kwak", "gim": "kim",
    "joo": "ju", "heo": "ho", "hur": "ho", "hyun": "hyon", "oh": "o", "yoon": "yun",
    "kim": "kim", "jang": "jang", "chang": "jang", "hwang": "hwang", "han": "han",
    "kang": "kang", "hong": "hong", "son": "son", "song": "song", "ri": "ri",
    "kil": "kil", "gil": "kil", "chon": "jon", "chong": "jong", "chi": "ji", "ji": "ji",
    "chu": "ju", "ku": "ku", "pak": "pak", "hyon": "hyon", "sim": "sim", "shim": "sim",
    "om": "om", "eom": "om", "do": "to", "to": "to", "bang": "pang", "pang": "pang",
    "choe": "choe", "paek": "paek", "mun": "mun", "min": "min", "ok": "ok", "o": "o",
    "yun": "yun", "rim": "rim", "ryu": "ryu", "jong": "jong", "jon": "jon", "jo": "jo",
    "cha": "cha", "ju": "ju", "nam": "nam", "ko": "ko", "koh": "ko", "go": "ko",
    "kwon": "kwon", "gwon": "kwon", "sin": "sin", "um": "om", "chae": "chae",
    "tae": "thae", "thae": "thae", "pyo": "pyo", "maeng": "maeng", "hyeon": "hyon",
    "ham": "ham", "ki": "ki", "seok": "sok", "sok": "sok", "so": "so",
}  # fmt: skip
_SYLLABLE = (
    "(?:[bdghjkmnprsty]|ch|kw|hw|ky|gy|hy|my|ny|ry|py|by|sh)?"
    "(?:yeo|you|yoo|yu|yo|ya|ye|eo|eu|ae|oo|ui|wo|wa|[aeiou])(?:ng|[kgnmlp])?"
)
_GIVEN = re.compile(f"(?:{_SYLLABLE}){{1,2}}")
_FEWEST, _MANY = 2, 3  # words
# Family names that most Koreans have.
_MOST = frozenset(
    ("kim", "ri", "pak", "choe", "jong", "kang", "jo", "yun", "jang", "rim")
)
_SOUNDS = {
    "young": "yong", "yeong": "yong", "yung": "yong", "hyun": "hyon", "hyeon": "hyon",
    "sung": "song", "seong": "song", "chul": "chol", "cheol": "chol", "jung": "jong",
    "jeong": "jong", "chung": "jong", "chong": "jong", "kyung": "kyong",
    "gyeong": "kyong",
    "kyeong": "kyong", "myung": "myong", "myeong": "myong", "byung": "pyong",
    "byeong": "pyong", "byong": "pyong", "hyuk": "hyok", "hyeok": "hyok", "suk": "sok",
    "seok": "sok", "sook": "suk", "joon": "jun", "hoon": "hun", "soo": "su",
    "joo": "ju", "woo": "u", "eun": "un", "geun": "kun", "seung": "sung",
    "hee": "hui", "moon": "mun", "bong": "pong", "beom": "pom", "bum": "pom",
    "gil": "kil", "geum": "kum", "guk": "kuk", "gwang": "kwang", "dong": "tong",
    "deok": "tok", "duk": "tok", "dae": "tae", "gi": "ki", "chun": "chun",
    "chin": "jin", "chae": "jae", "chu": "ju", "cha": "ja", "chan": "chan",
    "chang": "chang", "yeo": "yo", "yeon": "yon", "yeol": "yol", "seon": "son",
    "cheon": "chon", "eok": "ok", "gyu": "kyu", "gwon": "gwon", "weon": "won",
    "woong": "ung", "hwi": "hwi", "bok": "pok", "baek": "paek", "ryeol": "ryol",
    "ryeong": "ryong", "nyeo": "nyo", "gon": "kon", "du": "tu", "do": "to", "seo": "so",
    "heon": "hon", "jeon": "jon", "seop": "sop", "seol": "sol", "yeop": "yop",
}  # fmt: skip
_PARTS = re.compile("|".join(sorted(_SOUNDS, key=lambda part: (-len(part), part))))


def northern_readings(words: Sequence[str]) -> tuple[str, ...]:
    """The name as the North would spell it, in each way it may be.

    *Unknown*: none for one that is spelt so, that is not Korean, or whose given name
    many Koreans bear beside a family name that most have.

    *Example*

    >>> northern_readings(["lee", "sun", "gwon"]), northern_readings(["lee", "harper"])
    (('ri sun gwon',), ())
    """
    if not _FEWEST <= len(words) <= _MANY:
        return ()
    family, given = words[0], words[1:]
    if family not in _FAMILY:
        family, given = words[-1], words[:-1]
    if family not in _FAMILY or not all(map(_GIVEN.fullmatch, given)):
        return ()
    if len("".join(given)) < _FEWEST + _MANY:
        return ()  # one syllable: any name of the East
    read = [_PARTS.sub(lambda m: f" {_SOUNDS[m[0]]} ", word) for word in given]
    said = " ".join(read).split()
    many = "".join(said) in _borne_by_many()
    families = [one for one in _FAMILY[family].split() if not many or one not in _MOST]
    names = (" ".join([one, *said]) for one in families)
    return tuple(name for name in names if name != " ".join(words))


@cache
def _borne_by_many() -> frozenset[str]:
    """Given names that many Koreans bear, as the North spells them."""
    read = (hangul_reading(name) for name in common_given_names())
    return frozenset(re.sub("[_ ]", "", name) for name in read)
