"""The tables of words of this folder, and what is made of them once.

What takes time to make is kept by whoever has a place for it (`all_made`), and given
back at the next start (`give`), as long as code and tables are the same.
"""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache, wraps
from importlib.resources import files
from typing import Any, TypeVar, cast

T = TypeVar("T")
_made: dict[str, Callable[[], Any]] = {}
_given: dict[str, Any] = {}


@cache
def table(name: str) -> dict[str, Any]:
    """A table of this folder, by the name of its file without the ending.

    It is read once; a caller must not change it.
    """
    return tomllib.loads((files("enduse.text") / f"{name}.toml").read_text("utf-8"))


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
    """Every derived table of the modules of a package that are loaded, by name."""
    own = (name for name in sorted(_made) if name.startswith(f"{package}."))
    return {name: _made[name]() for name in own}


def give(tables: Mapping[str, Any]) -> None:
    """Take tables that `all_made` gave, for those that are not made yet."""
    _given.update(tables)
