"""Names made of a father's given name: `Ivanovich`, `Pavlovna`, `Maratovich`.

Many people share one, and lists and papers leave it out.

*Source*: `given_names.toml` and `fathers_names.toml` beside this file.
"""

import re
from functools import cache, lru_cache

from enduse.text.given_names import FATHERS_ENDS, is_fathers_number
from enduse.text.given_names import cluster as number_of
from enduse.text.tables import table

_FATHERS_NAME = re.compile(
    r"([a-z]{2,}?)(?:([ijy]{0,2}[aoe])(?:v(?:[iy]t?ch|na)|una)|[ijy]?[iy]vna)"
)
_SOFT = tuple("aeioul")  # letters of a stem
_FOLDED = (("kh", "h"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"))
_DOUBLED = re.compile(r"(.)\1")


@lru_cache(maxsize=262144)
def is_fathers_name(token: str) -> bool:
    """Whether a word is made of a known given name, as those of fathers are.

    A family name that is made alike is none: `Lukashevich`.

    *Example*

    >>> [is_fathers_name(x) for x in ("ivanovich", "pavlovna", "lukashevich")]
    [True, True, False]
    """
    if token in _whole():
        return True
    if not token.endswith(FATHERS_ENDS):
        return False
    if is_fathers_number(number_of(token)):
        return True
    cut = _FATHERS_NAME.fullmatch(token)
    if not cut:
        return False
    stem = _folded(cut[1])
    if stem not in _stems() and not stem.endswith(_named("ends")):
        return False
    return cut[2] != "e" or stem.endswith(_SOFT) or stem in _named("soft")


def _folded(stem: str) -> str:
    """A stem with one spelling for the letters that romanisations tell apart."""
    for written, read in _FOLDED:
        stem = stem.replace(written, read)
    return _DOUBLED.sub(r"\1", stem)


@cache
def _stems() -> frozenset[str]:
    peoples = table("fathers_names")["names"].values()
    return frozenset(_folded(stem) for line in peoples for stem in line.split())


@cache
def _named(part: str) -> tuple[str, ...]:
    return tuple(_folded(one) for one in table("fathers_names")["parts"][part].split())


@cache
def _whole() -> frozenset[str]:
    return frozenset(table("fathers_names")["parts"]["whole"].split())
