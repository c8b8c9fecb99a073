"""How a name sounds, vowels too, however it is put into Latin letters.

`Saeed` and `Said`, `Dayf` and `Deif`, `Saxena` and `Saksena` are one name each: Arabic,
Persian, Indian and Russian names are spelt as the writer hears them. What is heard
alike is the same here, what is not differs: `Salman` and `Sulayman`, `Jensen` and
`Jansen`.

*Source*: general knowledge of romanisation.
"""

import re
from functools import lru_cache

from enduse.text.skeleton import with_sounds

_LEAST = 3  # letters
_VOWELS = re.compile(r"[aeiouy]{2,}|[eoy]")
_LAST_E = re.compile(r"(?<=[iy])e$")  # Haniyeh, Haniya
# Two letters for one vowel, and those that Arabic has two for: Deif, Dayf.
_TWO = {"ei": "ai", "ey": "ai", "ee": "i", "oo": "u", "ou": "u", "oe": "u", "ue": "u"}
_PAIR = re.compile("|".join(_TWO))
_ONE = str.maketrans("eyo", "iiu")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=262144)
def spoken(token: str) -> str:
    """What one ASCII token sounds like; '' of one too short to tell, or a number.

    *Example*

    >>> spoken("saeed") == spoken("said"), spoken("salman") == spoken("suleiman")
    (True, False)
    """
    if len(token) < _LEAST or not token.isalpha() or not token.isascii():
        return ""
    sounds = _LAST_E.sub("a", with_sounds(token))
    return _VOWELS.sub(lambda run: _run(run[0]), sounds)


def _run(vowels: str) -> str:
    """A run of vowels as it is heard: e as i, o as u, two letters of one as one."""
    one = _PAIR.sub(lambda pair: _TWO[pair[0]], vowels).translate(_ONE)
    return _DOUBLE.sub(r"\1", one)


def sound_alike(left: str, right: str) -> bool:
    """Whether two tokens of the same skeleton sound the same."""
    return bool(said := spoken(left)) and said == spoken(right)
