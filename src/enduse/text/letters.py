"""Letters of alphabets as listed names spell them: the tables of `romanise.toml`."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    text = (files("enduse.text") / "romanise.toml").read_text("utf-8")
    tables: dict[str, dict[str, dict[str, str]]] = tomllib.loads(text)
    return tables


@cache
def letters() -> dict[int, str]:
    """The letters of every alphabet, for `str.translate`."""
    found: dict[str, str] = {}
    for table in _tables()["letters"].values():
        found.update(table)
    return str.maketrans(found)


@cache
def of_script(name: str) -> dict[int, str]:
    """The letters of one alphabet, for `str.translate`."""
    return str.maketrans(_tables()["letters"][name])


@cache
def pairs() -> tuple[re.Pattern[str], dict[str, str]]:
    """Letters that are read together, of any script, and their spelling."""
    found: dict[str, str] = {}
    for table in _tables()["pairs"].values():
        found.update(table)
    return re.compile("|".join(map(re.escape, found))), found
