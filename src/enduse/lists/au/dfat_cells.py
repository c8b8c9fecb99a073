"""The cells of one party's rows in the DFAT list."""

import re

from enduse.lists.record import Record
from enduse.text.several import values

_SPACE = re.compile(r"\s+")
_BLANK = {"", "na", "n/a", "none", "-", "unknown", "not available"}


def texts_of(group: list[Record], name: str) -> tuple[str, ...]:
    """Every different text of a column in a party's rows, in their order."""
    return tuple(dict.fromkeys(text for row in group for text in row.texts(name)))


def values_of(group: list[Record], name: str) -> tuple[str, ...]:
    """Every different value of a column whose cells may hold several."""
    said = (clean(v) for text in texts_of(group, name) for v in values(text))
    return tuple(dict.fromkeys(v for v in said if not is_blank(v)))


def is_blank(text: str) -> bool:
    """Whether a cell says nothing, or that nothing is known."""
    return text.strip().lower() in _BLANK


def clean(text: str) -> str:
    """A cell's text on one line."""
    return _SPACE.sub(" ", text).strip()
