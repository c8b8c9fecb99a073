"""Letters of alphabets as listed names spell them: the tables of `romanise.toml`."""

import re
from functools import cache

from enduse.text.tables import table


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    return table("romanise")


@cache
def letters() -> dict[int, str]:
    """The letters of every alphabet, for `str.translate`."""
    found: dict[str, str] = {}
    for letters in _tables()["letters"].values():
        found.update(letters)
    return str.maketrans(found)


@cache
def of_script(name: str) -> dict[int, str]:
    """The letters of one alphabet, for `str.translate`."""
    return str.maketrans(_tables()["letters"][name])


@cache
def pairs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Letters that are read together, of any script, and their spelling."""
    found: dict[str, str] = {}
    for pairs in _tables()["pairs"].values():
        found.update(pairs)
    return re.compile("|".join(map(re.escape, found))), found
