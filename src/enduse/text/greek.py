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
