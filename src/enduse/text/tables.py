"""The tables of words of this folder."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """A table of this folder, by the name of its file without the ending.

    It is read once; a caller must not change it.
    """
    return tomllib.loads((files("enduse.text") / f"{name}.toml").read_text("utf-8"))
