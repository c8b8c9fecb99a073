"""Burmese names in Chinese characters, one a syllable: `敏昂莱`, Min Aung Hlaing.

*Source*: the `[burmese]` part of `foreign_sounds.txt`: the usual characters of Chinese
newspapers; general knowledge.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from enduse.text.tables import sections

_SYLLABLES = (3, 5)
_MOST = 6


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for said, *runs in sections("foreign_sounds")["burmese"]:
        for char in "".join(runs):
            found[char] = (*found.get(char, ()), said)
    return found


def burmese_readings(name: str) -> Iterator[str]:
    """The ways to read a name of three characters or more as a Burmese one.

    *Example*

    >>> list(burmese_readings("敏昂莱"))[0], list(burmese_readings("张国立"))
    ('min aung hlaing', [])
    """
    low, high = _SYLLABLES
    if not low <= len(name) <= high:
        return iter(())
    ways = [_known().get(char, ()) for char in name]
    if not all(ways):
        return iter(())
    return (" ".join(way) for way in islice(product(*ways), _MOST))
