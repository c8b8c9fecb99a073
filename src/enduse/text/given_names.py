"""Personal names that are forms of one another, and names known to be different.

*Source*: general knowledge of names and their forms, put together for enduse.
"""

import re
from functools import cache, lru_cache

from enduse.text.tables import table

FATHERS_ENDS = ("ich", "ych", "itch", "ytch", "vna", "una")
_FATHERS_NAME = re.compile(
    r"([a-z]{3,}?)(?:[ijy]{0,2}[aeo]?v[iy]t?ch|[ijy]{0,2}[aeo][uv]na|[ijy]{1,3}vna)"
)
_STEM_ENDS = ("", "y", "iy", "ey", "ei", "ay", "ai", "i", "ii", "o", "a")
_BEYOND = 100_000


@cache
def _clusters() -> dict[str, int]:
    lines = table("given_names")["forms"]
    return {name: n for n, line in enumerate(lines) for name in line.split()}


@cache
def _members() -> dict[int, tuple[str, ...]]:
    members: dict[int, tuple[str, ...]] = {}
    for name, at in _clusters().items():
        members[at] = (*members.get(at, ()), name)
    return members


def forms(token: str) -> tuple[str, ...]:
    """Every form of the name the token is a form of; none for one not known."""
    return _members().get(cluster(token), ())


def fathers_of(name: int, *, daughter: bool) -> int:
    """The number of a father's name, by that of his own name."""
    return _BEYOND + 2 * name + daughter


def is_fathers_number(name: int) -> bool:
    """Whether the number of a name is a father's, and not of one's own."""
    return name >= _BEYOND


def cluster(token: str) -> int:
    """The number of the name the token is a form of, or -1 for one not known.

    Slavic fathers' names of one name are forms of one: `mykolayovych`, `nikolaevich`.
    """
    found = _clusters().get(token, -1)
    return _fathers(token) if found < 0 and token.endswith(FATHERS_ENDS) else found


def is_given(token: str) -> bool:
    """Whether the token is a form of a known given name, no father's name."""
    return token in _clusters()


@lru_cache(maxsize=65536)
def _fathers(token: str) -> int:
    """The number of a father's name: beyond those of names, a daughter's odd."""
    cut = _FATHERS_NAME.fullmatch(token)
    if not cut:
        return -1
    known = _clusters()
    for end in _STEM_ENDS:
        at = known.get(cut[1] + end, -1)
        if at >= 0:
            return fathers_of(at, daughter=token.endswith("na"))
    return -1
