"""One control list: its card, its entries, and those that ship with the package.

The lists that ship lie in `goods/lists`, one TOML file each. An entry controls a code
that begins with its own, or that its own begins with.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from enduse.goods import hs
from enduse.goods.entry import ControlEntry
from enduse.lists.card import Card, card_from_dict
from enduse.model import Origin

SHIPPED = (
    "chpl",
    "ofac_critical",
    "fincen_nine",
    "ru_metals",
    "dib_watch",
    "dual_use_vague",
)
"""The files of `goods/lists` that are lists; each has its card in it."""


@dataclass(frozen=True)
class ControlList:
    """One control list: its card and its entries, every version that is held."""

    card: Card
    entries: tuple[ControlEntry, ...]
    version: str = ""
    unknown_before: str = ""

    @property
    def id(self) -> str:
        """The list's short name."""
        return self.card.id

    def at(self, day: date) -> tuple[ControlEntry, ...]:
        """The entries in force on that day."""
        return tuple(entry for entry in self.entries if entry.at(day))

    def silence(self, day: date) -> str:
        """Why nothing can be said of that day; '' where something can."""
        starts = [entry.since for entry in self.entries if entry.since]
        return self.unknown_before if starts and day < min(starts) else ""

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The HS editions under the classifications of its entries; () for ECCNs."""
        return tuple(dict.fromkeys(filter(None, map(base_of, self.entries))))

    @cached_property
    def _by_start(self) -> Mapping[str, tuple[ControlEntry, ...]]:
        found: dict[str, list[ControlEntry]] = {}
        for entry in self.entries:
            for end in range(2, len(entry.code) + 1):
                found.setdefault(entry.code[:end], []).append(entry)
        return {start: tuple(entries) for start, entries in found.items()}

    def bearing_on(self, code: str, day: date) -> list[ControlEntry]:
        """The entries in force that the code falls under, or that fall under it."""
        wider = [code[:end] for end in range(2, len(code))]
        found = [e for w in wider for e in self._by_start.get(w, ()) if e.code == w]
        found += self._by_start.get(code, ())
        return [entry for entry in found if entry.at(day)]


def base_of(entry: ControlEntry) -> str:
    """The HS edition under an entry's classification; '' for an ECCN or a term."""
    return hs_edition(entry.edition)


@cache
def hs_edition(edition: str) -> str:
    """The HS edition under a classification: HS2022 for CN2022 to CN2026.

    *Unknown*: '' for an ECCN, which has none.
    """
    if edition in hs.EDITIONS or not edition:
        return edition
    year = "".join(c for c in edition if c.isdigit())[:4]
    return hs.edition_in_force(int(year)) if len(year) == 4 else hs.EDITIONS[0]


@cache
def shipped(name: str) -> ControlList:
    """A list that ships with the package, by the name of its file."""
    place = files("enduse.goods.lists").joinpath(f"{name}.toml")
    return control_list(
        tomllib.loads(place.read_text(encoding="utf-8")), f"{name}.toml"
    )


def control_list(data: dict[str, Any], place: str) -> ControlList:
    """The list that a TOML file in the form of `goods/lists` holds."""
    card = card_from_dict(data["card"])
    origin = Origin(card.id, "", place)
    entries = [
        entry
        for number, plain in enumerate(data["entry"], start=1)
        for entry in _shipped_entries(data, plain, origin.at(f"{place}#entry={number}"))
    ]
    return ControlList(
        card, tuple(entries), data.get("version", ""), data.get("unknown_before", "")
    )


def _shipped_entries(
    data: dict[str, Any], plain: dict[str, Any], origin: Origin
) -> Iterator[ControlEntry]:
    """One entry a code; or one a term, its words in the place of the title."""
    entry = ControlEntry(
        code="",
        edition=data["edition"],
        title=plain.get("title", ""),
        origin=origin,
        tier=plain.get("tier", ""),
        since=plain.get("since", data["since"]),
        until=plain.get("until"),
        grade=plain.get("grade", data["grade"]),
        ask=tuple(data["ask"][plain["ask"]]),
        ordinary_uses=tuple(plain["ordinary_uses"]),
    )
    if "terms" in plain:
        words = (word for of in plain["terms"].values() for word in of)
        yield from (replace(entry, title=word) for word in words)
        return
    codes = plain.get("codes") or [plain["code"]]
    yield from (replace(entry, code=code) for code in codes)
