"""Codes that a measure alone tells apart: "three phase motor 132 kW" is over 75 kW.

Words cannot tell 2.2 kW from 132 kW, and the tariff has a code for each. Where a line
states one measure and such goods are spoken of, the code that has it takes the share of
its sisters.

*Source*: HS 2022; the codes and their bounds are in `words/measures.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import place_of

SHARE = 0.9  # of what speaks for codes that have not the measure
LEAST = 0.2  # of all codes of a group: such goods are spoken of
_READ = 300  # characters
_HORSE = 735.5  # watts
_MEASURE = re.compile(
    r"(?<![\w.,/-])(\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?)\s?-?"
    r"(?:([kMкМ]?)(W|VA|Вт|ВА|瓦)|(千瓦|kw|KW|квт|КВТ)|(kva|KVA|KVa|ква|КВА)"
    r"|(hp|HP|л\.\s?с\.|PS)|(cc|CC|ccm|cm3|cm³|см3|см³|куб))(?![^\W_])"
)
_THOUSAND = {"k": 1e3, "к": 1e3, "M": 1e6, "М": 1e6, "": 1.0}
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class _Group(NamedTuple):
    """What each unit counts, and the classes with the most each goes up to."""

    units: dict[str, float]
    upto: tuple[tuple[int, float], ...]

    def holds(self, measures: Sequence[tuple[str, float]]) -> int | None:
        """The class that has all the measures; None where none is or they differ."""
        values = [
            size * self.units[unit] for unit, size in measures if unit in self.units
        ]
        found = {next(own for own, most in self.upto if v <= most) for v in values}
        return found.pop() if len(found) == 1 else None


def measures_of(text: str) -> list[tuple[str, float]]:
    """Unit (`W`, `VA`, `cc`) and size of each measure of a text.

    *Example*:
    >>> measures_of("three phase motor 7,5 kW"), measures_of("transformer 10/0.4 kV")
    ([('W', 7500.0)], [])
    """
    return list(_measures(text[:_READ])) if any(map(str.isdigit, text)) else []


def with_measures(texts: Sequence[str], classes_: Ints, p: Floats) -> Floats:
    """The probabilities, those of sisters given to the code that has the measure."""
    found = p
    for row, text in enumerate(texts):
        measures = measures_of(text)
        if not measures:
            continue
        places = {code: at for at, code in enumerate(classes_[row].tolist())}
        for group in _groups():
            right = group.holds(measures)
            at = [places[code] for code, _ in group.upto if code in places]
            if right not in places or p[row, at].sum() < LEAST:
                continue
            found = p.copy() if found is p else found
            others = [one for one in at if one != places[right]]
            found[row, places[right]] += SHARE * found[row, others].sum()
            found[row, others] *= 1 - SHARE
    return found


def _measures(text: str) -> Iterator[tuple[str, float]]:
    for match in _MEASURE.finditer(text):
        number, prefix, unit, kilowatt, kilova, horse, _ = match.groups()
        size = _size(number)
        if unit:
            watts = unit in ("W", "Вт", "瓦")
            yield ("W" if watts else "VA", size * _THOUSAND[prefix])
        elif kilowatt or horse:
            yield "W", size * (1e3 if kilowatt else _HORSE)
        else:
            yield ("VA", size * 1e3) if kilova else ("cc", size)


def _size(number: str) -> float:
    """A number with its decimals after a dot or a comma; 1,500 is a thousand more."""
    whole, comma, rest = number.replace(" ", "").partition(",")
    if comma and len(rest) == len("000") and whole != "0":
        return float(whole + rest)
    return float(f"{whole}.{rest}" if comma else whole)


@cache
def _groups() -> tuple[_Group, ...]:
    place = files("enduse.goods.words") / "measures.toml"
    told: dict[str, Any] = tomllib.loads(place.read_text(encoding="utf-8"))
    places = place_of()
    return tuple(
        _Group(
            one["units"],
            tuple((places[code], float(most)) for code, most in one["upto"].items()),
        )
        for one in told["group"]
    )
