"""Greek whose sounds go by their place, and how else names from it are spelt.

*Source*: ELOT 743 (1987) for `ευ` before a voiceless sound and for a first `μπ`;
general knowledge of how Greeks abroad spell their names (`Yannis`, `Hatzis`).
"""

import re
from collections.abc import Iterator

_MARKS = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")
_FIRST = (re.compile(r"(?<!\w)μπ"), "b"), (re.compile(r"(?<!\w)γκ"), "g")
_VOICELESS = re.compile("([αεη])[υύ](?=[θκξπσςτφχψ]|$)")
_AS_F = r"\1φ"
# As Greeks abroad rather have it: voiced stops everywhere, `h` for χ.
_STOPS = ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("χ", "h")
# As Greeks write the names of foreigners, who have sounds that Greek has no letter for.
_OF_OTHERS = ("ντσ", "dch"), ("τσ", "ch"), ("τζ", "j"), ("μπ", "b"), ("γκ", "g")
_NASAL = re.compile("(?<=[αεηιουω])ντ")  # `nd` as often as `d`
_ENDING = re.compile("(?<=[οε])φ$")  # -ov, -ev
_HUSHED = re.compile("σ(?=[αεηιουω])")
_SOFT = re.compile("(?<![γν])(?:γι(?=[αο])|γ(?=[ειη]))")  # said as `y`


def greek(run: str) -> str:
    """The text with the letters that go by their place in Latin ones, or as they sound.

    *Example*

    >>> greek("μπουζούκι ευτυχία")
    'bουζούκι εφτυχία'
    """
    for pattern, said in _FIRST:
        run = pattern.sub(said, run)
    return _VOICELESS.sub(_AS_F, run)


def abroad(name: str) -> Iterator[str]:
    """A person's name with Latin letters where Greeks abroad spell it otherwise.

    *Example*

    >>> list(abroad("γιώργος μπακογιάννης"))
    ['γιωργος bακογιαννης', 'yιωργος bακοyαννης']
    """
    read = greek(name.translate(_MARKS))
    for letters, said in _STOPS:
        read = read.replace(letters, said)
    yield read
    yield _SOFT.sub("y", read)


def of_foreigner(word: str, *, hushed: bool, nasal: str) -> str:
    """A word of a foreigner's name, for whose sounds Greek has no letters.

    `hushed` reads each `σ` before a vowel as in Shoigu, `nasal` is what `ντ` behind a
    vowel stands for: d, nd or nt.

    *Example*

    >>> of_foreigner("σοϊγκού", hushed=True, nasal="d")
    'shοιgu'
    >>> of_foreigner("αλεξάντερ", hushed=False, nasal="nd")
    'αλεξαndερ'
    """
    read = word.translate(_MARKS).replace("ου", "u")
    for letters, said in _OF_OTHERS:
        read = read.replace(letters, said)
    if hushed:
        read = _HUSHED.sub("sh", read)
    return _ENDING.sub("v", _NASAL.sub(nasal, read).replace("ντ", "d"))


def nasals(name: str) -> tuple[str, ...]:
    """What `ντ` may stand for in a name, likeliest first."""
    return ("d", "nd", "nt") if _NASAL.search(name.translate(_MARKS)) else ("d",)
