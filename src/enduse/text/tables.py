"""The tables of words of this folder, and what is made of them once.

What takes time to read or to make is kept by whoever has a place for it (`all_made`),
and given back at the next start (`give`), as long as code and tables are the same.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache, wraps
from importlib.resources import files
from typing import Any, TypeVar, cast

T = TypeVar("T")
_WRITTEN = "table "  # before the name of one as it is written
_made: dict[str, Callable[[], Any]] = {}
_given: dict[str, Any] = {}


@cache
def table(name: str) -> dict[str, Any]:
    """A table of this folder, by the name of its file without the ending.

    It is read once; a caller must not change it.
    """
    if f"{_WRITTEN}{name}" in _given:
        return cast(dict[str, Any], _given.pop(f"{_WRITTEN}{name}"))
    return tomllib.loads((files("enduse.text") / f"{name}.toml").read_text("utf-8"))


def sections(name: str) -> dict[str, list[list[str]]]:
    """The lines of a text table of this folder, each in words, by their section.

    A line `[section]` begins one; empty lines and those with `#` in front say nothing.
    Those before the first have the section ''.
    """
    text = (files("enduse.text") / f"{name}.txt").read_text("utf-8")
    found: dict[str, list[list[str]]] = {}
    at = ""
    for line in text.splitlines():
        if line.startswith("["):
            at = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(at, []).append(line.split())
    return found


def _names() -> list[str]:
    """The names of all tables of this folder."""
    named = (file.name for file in files("enduse.text").iterdir())
    return sorted(x.removesuffix(".toml") for x in named if x.endswith(".toml"))


def derived(make: Callable[[], T]) -> Callable[[], T]:
    """What `make` makes, made once or as it was given: a table JSON can hold."""
    name = f"{make.__module__}.{make.__name__}"

    @cache
    @wraps(make)
    def made() -> T:
        return cast(T, _given.pop(name)) if name in _given else make()

    _made[name] = made
    return made


def all_made(package: str = "enduse") -> dict[str, Any]:
    """Every derived table of the modules of a package that are loaded, by name.

    With those of this folder go its tables as they are written: quicker to read so.
    """
    own = (name for name in sorted(_made) if name.startswith(f"{package}."))
    found = {name: _made[name]() for name in own}
    if package == __package__:
        found |= {f"{_WRITTEN}{name}": table(name) for name in _names()}
    return found


def give(tables: Mapping[str, Any]) -> None:
    """Take tables that `all_made` gave, for those that are not made yet."""
    _given.update(tables)
