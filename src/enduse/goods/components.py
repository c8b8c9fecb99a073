"""Parts found in recovered weapons: by maker and number, and what each system holds.

Read from the user's own import, never shipped. A hit is a fact about a record: this
very number, or one of its series, was found in that equipment.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from enduse.goods.entry import Component
from enduse.goods.parts.makers import makers
from enduse.goods.parts.numbers import bare, is_number, normal
from enduse.goods.store import GoodsStore
from enduse.model import Origin

How = Literal["exact", "packing", "series"]
_SERIES_FROM = 6
_SERIES_REST = 12
_SERIES_DIGITS = 3  # STM32F is a family of hundreds, ADM3222 one part
_WAVES = 4
_FEWEST = 40  # records, below which their order shows nothing
_SHORT = 4
_YEAR = re.compile(r"(?<!\d)(19[89]\d|20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that bears on a part number.

    `how`: `exact`, the same number; `packing`, the same but for how it is packed;
    `series`, one number is the beginning of the other (a temperature grade or a
    package is missing in one of them).
    """

    component: Component
    number: str
    how: How

    @property
    def part(self) -> str:
        """The part number as the record has it."""
        return self.number

    @property
    def maker(self) -> str:
        """The maker as the record has it."""
        return self.component.maker

    @property
    def system(self) -> str:
        """The equipment it was found in."""
        return ", ".join(self.component.systems)

    @property
    def origin(self) -> Origin:
        """Where the record stands."""
        return self.component.origin


@dataclass(frozen=True, slots=True)
class SystemParts:
    """What is known of the parts of one weapon system, or of several together.

    `countries` and `makers` map a name to its number of records, '' where the record
    doesn't say. `years` maps a year to the countries of the parts made then;
    `by_year` the same by the year in the systems' own names, when they were made or
    captured. `waves` splits the records into quarters by their number, the oldest
    first: the order in which they were published, which is no date. `verified` are
    the first and last day a record was looked at.
    """

    system: str
    records: int
    countries: dict[str, int]
    makers: dict[str, int]
    years: dict[int, dict[str, int]]
    by_year: dict[int, dict[str, int]]
    waves: tuple[dict[str, int], ...]
    verified: tuple[str, str]


class Components:
    """The parts of the user's import; empty where nothing was imported."""

    def __init__(self, components: Sequence[Component]) -> None:
        self._all = tuple(components)

    @classmethod
    def open(cls, place: Path | GoodsStore | None) -> "Components":
        """The components of a home folder or a store. *Raises* LibraryCorrupt."""
        store = place if isinstance(place, GoodsStore) else GoodsStore.open(place)
        return cls(list(store.entries(Component)))

    def find_all(self) -> tuple[Component, ...]:
        """Every record."""
        return self._all

    def __len__(self) -> int:
        return len(self._all)

    @cached_property
    def _by_number(self) -> dict[str, list[tuple[str, Component]]]:
        found: dict[str, list[tuple[str, Component]]] = {}
        for component in self._all:
            for number in component.numbers:
                for key in {normal(number), bare(number)}:
                    if len(key) >= _SHORT:
                        found.setdefault(key, []).append((number, component))
        return found

    @cached_property
    def _starts(self) -> dict[str, set[str]]:
        """Numbers by their first six signs, for finding a series."""
        found: dict[str, set[str]] = {}
        for key in self._by_number:
            if len(key) >= _SERIES_FROM:
                found.setdefault(key[:_SERIES_FROM], set()).add(key)
        return found

    def find(self, part: str, maker: str = "") -> tuple[Hit, ...]:
        """The records of that part, the surest first; one hit a record.

        A maker that is given and is another than the record's rules a hit out. Numbers
        of four signs, and of digits alone, need a maker that agrees; of three signs
        there is never a hit. *Unknown*: () for a text that is no part number.
        """
        if not is_number(part):
            return ()
        wanted = makers(maker)
        found: dict[str, Hit] = {}
        for hit in self._hits(part):
            theirs = makers(hit.component.maker)
            if wanted and theirs and not wanted & theirs:
                continue
            weak = len(normal(part)) <= _SHORT or normal(part).isdigit()
            if weak and not wanted & theirs:
                continue
            found.setdefault(hit.component.record, hit)
        return tuple(found.values())

    def _hits(self, part: str) -> Iterator[Hit]:
        whole, core = normal(part), bare(part)
        for key in dict.fromkeys((whole, core)):
            for number, component in self._by_number.get(key, ()):
                how: How = "exact" if normal(number) == whole else "packing"
                yield Hit(component, number, how)
        for key in sorted(self._starts.get(core[:_SERIES_FROM], ())):
            if key != core and _same_series(key, core):
                for number, component in self._by_number[key]:
                    yield Hit(component, number, "series")

    def systems(self, asked: str = "") -> list[SystemParts]:
        """What each system whose name holds `asked` is made of, most records first."""
        wanted = _plain(asked)
        inside: dict[str, list[Component]] = {}
        for component in self._all:
            for system in component.systems:
                if wanted in _plain(system):
                    inside.setdefault(system, []).append(component)
        told = [_system(name, parts) for name, parts in inside.items()]
        return sorted(told, key=lambda one: (-one.records, one.system))

    def together(self, asked: str = "") -> SystemParts | None:
        """The same of all those systems together, each record once; None for none."""
        wanted = _plain(asked)
        parts = [
            component
            for component in self._all
            if any(wanted in _plain(system) for system in component.systems)
        ]
        return _system(asked, parts, wanted) if parts else None


def _same_series(one: str, other: str) -> bool:
    """Whether the shorter begins the longer and says more than a family's letters."""
    short, long = sorted((one, other), key=len)
    digits = sum(c.isdigit() for c in short)
    return (
        long.startswith(short)
        and len(short) >= _SERIES_FROM
        and digits >= _SERIES_DIGITS
        and any(c.isalpha() for c in short)
        and len(long) - len(short) <= _SERIES_REST
        and not (short[-1].isdigit() and long[len(short)].isdigit())
    )


def _plain(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _system(name: str, parts: Sequence[Component], wanted: str = "") -> SystemParts:
    made: dict[int, Counter[str]] = {}
    named: dict[int, Counter[str]] = {}
    for part in parts:
        match = _YEAR.search(part.made)
        if match:
            made.setdefault(int(match[1]), Counter())[part.country] += 1
        systems = [name] if not wanted and name else part.systems
        for year in {_year_in(s) for s in systems if wanted in _plain(s)} - {0}:
            named.setdefault(year, Counter())[part.country] += 1
    days = sorted(part.verified for part in parts if part.verified)
    return SystemParts(
        system=name,
        records=len(parts),
        countries=dict(Counter(part.country for part in parts).most_common()),
        makers=dict(Counter(part.maker for part in parts).most_common()),
        years={year: dict(c.most_common()) for year, c in sorted(made.items())},
        by_year={year: dict(c.most_common()) for year, c in sorted(named.items())},
        waves=tuple(_waves(parts)),
        verified=(days[0], days[-1]) if days else ("", ""),
    )


def _year_in(system: str) -> int:
    """The year a system's name gives ("...-captured-in-april-2022"), or 0."""
    match = _YEAR.search(system)
    return int(match[1]) if match else 0


def _waves(parts: Sequence[Component]) -> Iterator[dict[str, int]]:
    if len(parts) < _FEWEST:
        return
    ordered = sorted(parts, key=lambda part: _number(part.record))
    for wave in range(_WAVES):
        begin, end = (len(ordered) * (wave + k) // _WAVES for k in (0, 1))
        counts = Counter(part.country for part in ordered[begin:end])
        yield dict(counts.most_common())


def _number(record: str) -> tuple[int, str]:
    """A record's own number, for putting records in order."""
    digits = "".join(c for c in record if c.isdigit())
    return (int(digits[:18]) if digits else 0, record)
