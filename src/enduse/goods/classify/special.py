"""Codes of special kinds, which only words that speak of them lead to.

The tariff has a code for cameras that are fast, hardened or see at night, and one for
all others. Words of a camera speak for each of them alike, so that the share of all
others is split where nothing special was said.

*Source*: HS 2022, subheading note 3 to chapter 85. Codes and words:
`words/special.toml`.
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import place_of

SHARE = 0.9  # of what speaks for a kind that nothing is said of
LEAST = 0.3  # of the code of all others: such goods are surely spoken of
_READ = 300  # characters
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class _Kind(NamedTuple):
    """The classes of a special kind, that of all others, and words of the kind."""

    special: tuple[int, ...]
    others: int
    words: tuple[str, ...]

    def is_said(self, lower: str) -> bool:
        """Whether a text, in lower case, speaks of it."""
        return any(word in lower for word in self.words)


def with_special(texts: Sequence[str], classes_: Ints, p: Floats) -> Floats:
    """The probabilities, those of kinds nothing is said of given to all others.

    Only where both codes are candidates.
    """
    found = p
    for kind in _kinds():
        for row in _rows(kind, classes_, p):
            if kind.is_said(texts[row][:_READ].lower()):
                continue
            found = p.copy() if found is p else found
            special = np.isin(classes_[row], kind.special)
            others = classes_[row] == kind.others
            found[row, others] += SHARE * found[row, special].sum()
            found[row, special] *= 1 - SHARE
    return found


def _rows(kind: _Kind, classes_: Ints, p: Floats) -> list[int]:
    """The texts of which both codes of a kind are candidates."""
    others = (np.where(classes_ == kind.others, p, 0).sum(1) >= LEAST).nonzero()[0]
    there = np.isin(classes_[others], kind.special).any(1)
    rows: list[int] = others[there].tolist()
    return rows


@cache
def _kinds() -> tuple[_Kind, ...]:
    place = files("enduse.goods.words") / "special.toml"
    places = place_of()
    return tuple(
        _Kind(
            tuple(places[code] for code in one["codes"]),
            places[one["others"]],
            tuple(one["words"]),
        )
        for one in tomllib.loads(place.read_text(encoding="utf-8"))["kind"]
    )
