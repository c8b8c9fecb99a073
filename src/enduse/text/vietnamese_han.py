"""Vietnamese names in Chinese characters, as Vietnamese reads those: 阮文成.

Chinese newspapers write a Vietnamese by the characters of his name, which Vietnamese
has other sounds for. Of three characters at least, the first a family name of Vietnam:
two are read by chance as somebody else's.

*Source*: `vietnamese_characters.txt`.
"""

from functools import cache
from itertools import islice, product

from enduse.text.tables import sections

_FEWEST, _LONGEST = 3, 4
_MOST = 4


def vietnamese_readings(name: str) -> tuple[str, ...]:
    """The ways Vietnamese reads a name in simplified characters, none for most.

    *Example*

    >>> vietnamese_readings("阮文成"), vietnamese_readings("张国立")
    (('nguyen van thanh',), ())
    """
    if not _FEWEST <= len(name) <= _LONGEST or name[0] not in _sounds("family"):
        return ()
    read = [_sounds("family")[name[0]]]
    read += [_sounds("given").get(char, ()) for char in name[1:]]
    return tuple(map(" ".join, islice(product(*read), _MOST)))


@cache
def _sounds(part: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for sound, written in sections("vietnamese_characters")[part]:
        for char in written:
            found[char] = (*found.get(char, ()), sound)
    return found
