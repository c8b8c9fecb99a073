"""Cells that say that nothing is known: `NULL`, `N/A`, `нет данных`, `-`."""

import re
import tomllib
from functools import cache
from importlib.resources import files

_SIGNS = re.compile(r"[\W_]+")
_LONGEST = 24


def is_no_value(cell: str) -> bool:
    """Whether a cell holds nothing, or only what is written where nothing is known.

    *Example*

    >>> is_no_value("#N/A"), is_no_value(" - "), is_no_value("keine Angabe")
    (True, True, True)
    >>> is_no_value("Jane Null"), is_no_value("0")
    (False, False)
    """
    if len(cell) > _LONGEST:
        return False
    said = _SIGNS.sub(" ", cell).strip().casefold()
    return not said or said in _words()


@cache
def _words() -> frozenset[str]:
    data = (files("enduse.messages.tabular") / "no_value.toml").read_text("utf-8")
    return frozenset(word.casefold() for word in tomllib.loads(data)["words"])
