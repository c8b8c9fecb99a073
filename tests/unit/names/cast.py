"""Invented listings that the tests of this folder screen against."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from enduse.model import (
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    Origin,
    Party,
    PartyKind,
    PartyName,
)
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher

ORIGIN = Origin("test", "", "")


def listing(
    at: int,
    kind: PartyKind,
    *names: str | ListedName,
    identifiers: tuple[Identifier, ...] = (),
    born: date | None = None,
    countries: tuple[str, ...] = (),
) -> Listing:
    """A listing with plain names."""
    listed = tuple(ListedName(n) if isinstance(n, str) else n for n in names)
    births = (DateSpan.of_day(born),) if born else ()
    return Listing(
        f"test:{at}",
        "test",
        kind,
        listed,
        ORIGIN,
        identifiers,
        births,
        countries=countries,
    )


def party(
    *names: str,
    kind: PartyKind = "unknown",
    identifiers: tuple[Identifier, ...] = (),
    births: tuple[DateSpan, ...] = (),
    countries: tuple[str, ...] = (),
) -> Party:
    """A party with plain names."""
    called = tuple(PartyName(name) for name in names)
    return Party(
        "debtor", ORIGIN, called, kind, identifiers, births, countries=countries
    )


LISTINGS: Sequence[Listing] = (
    listing(1, "person", "Sergey Ivanovich Kuznetsovsky", born=date(1965, 3, 7)),
    listing(2, "person", "Muhammad Karimi", "Abu Tarik", countries=("IR",)),
    listing(3, "entity", "Zavodstroymash JSC", "ZSM Machine Tool Plant"),
    listing(4, "entity", "Tanbor Trading LLC", countries=("AE",)),
    listing(5, "vessel", "OCEAN PETREL 5", identifiers=(Identifier("imo", "9319466"),)),
    listing(6, "entity", "Corp", "Trading"),
    listing(7, "entity", "Factory No. 5 Brelov"),
    listing(8, "person", "Bakhtiyar", ListedName("The Engineer", weak=True)),
    listing(
        9,
        "entity",
        "Velmora Bank",
        identifiers=(Identifier("bic", "VELMRUMM"), Identifier("inn", "7707083893")),
    ),
    listing(10, "person", "Li Weiming", "Abdul Rahman Hotakizai"),
)


def matcher(folder: Path, listings: Sequence[Listing] = LISTINGS) -> Matcher:
    """A matcher over listings, its index written to a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    build(listings, folder)
    return Matcher(NameIndex.open(folder))


def numbered_matcher(folder: Path, held: Mapping[int, tuple[str, ...]]) -> Matcher:
    """A matcher over listings with one number each: scheme, value, perhaps country."""
    return matcher(
        folder,
        [
            listing(
                at, "unknown", f"Obvel Quartim {at}", identifiers=(Identifier(*number),)
            )
            for at, number in held.items()
        ],
    )
