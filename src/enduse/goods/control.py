"""Which control lists bear on a code, on a day, and how that is known.

The lists that ship with the package lie in `goods/lists`, one file each; export bans
by CN code, ECCN texts and a user's own lists come from the library. An entry controls
a code that begins with its own, or that its own begins with.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from enduse.goods import editions, hs
from enduse.goods.cas import hs_codes
from enduse.goods.codes import Reading, read
from enduse.goods.entry import ControlEntry
from enduse.goods.store import GoodsStore
from enduse.lists.card import Card, card_from_dict
from enduse.model import Cite, Control, Origin, Via

_REMEMBERED = 100_000
_LONGEST = 400  # characters of a code as written
CCL = "us-ccl"
_CCL_CITES = (
    Cite(
        "Export Administration Regulations",
        "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C",
        "15 CFR 738.2 and part 774, Supplement No. 1",
    ),
)
_CCL_ASK = (
    "Who classified it, and which subparagraph with which data-sheet values?",
    "Licence, licence exception or NLR for this destination and end user",
    "End-use and end-user statement",
)
NEWEST = hs.EDITIONS[0]
SHIPPED = ("chpl", "ofac_critical", "fincen_nine", "ru_metals", "dib_watch")


def today() -> date:
    """The day it is, UTC."""
    return datetime.now(UTC).date()


class HasGoods(Protocol):
    """A library, as far as it concerns goods."""

    @property
    def goods(self) -> GoodsStore:
        """Its current goods sources."""


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
        return tuple(dict.fromkeys(filter(None, map(_base, self.entries))))

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


class ControlLists:
    """Every control list there is: those shipped, and those of the library."""

    def __init__(self, lists: Sequence[ControlList]) -> None:
        self._lists = {one.id: one for one in lists}
        self._remembered: dict[
            tuple[str, str | None, date, Via], tuple[Control, ...]
        ] = {}

    @classmethod
    def open(cls, place: Path | HasGoods | None = None) -> "ControlLists":
        """The shipped lists and, for a home folder or a library, those imported.

        *Raises* LibraryCorrupt.
        """
        shipped_lists = [shipped(name) for name in SHIPPED]
        if place is None:
            return cls(shipped_lists)
        from enduse.goods.imported import control_lists

        store = GoodsStore.open(place) if isinstance(place, Path) else place.goods
        return cls([*shipped_lists, *control_lists(store)])

    def lists(self) -> tuple[ControlList, ...]:
        """Every list, those shipped first."""
        return tuple(self._lists.values())

    def list(self, list_id: str) -> ControlList:
        """The list of that short name. *Raises* KeyError, naming those there are."""
        found = self._lists.get(list_id.strip().lower())
        if not found:
            raise KeyError(
                f"no control list {list_id!r}; there are: {', '.join(self._lists)}"
            )
        return found

    def codes(
        self, list_id: str, at: date | None = None, edition: str = "HS2022"
    ) -> frozenset[str]:
        """The six-digit codes of `edition` under a list on a day (default: today).

        A chapter or heading stands for all its codes, a longer code for its six
        digits; a list of another edition is mapped, without catch-all links. *Unknown*:
        an empty set for a day the list says nothing of. *Raises* KeyError, ValueError.
        """
        if edition not in hs.EDITIONS:
            raise ValueError(f"no edition {edition!r}; there are: {hs.EDITIONS}")
        day = at or today()
        found: set[str] = set()
        for entry in self.list(list_id).at(day):
            base = hs_edition(entry.edition)
            for code in hs.under(entry.code[:6], base) if base else ():
                links = editions.targets(code, base, edition)
                found |= {link.code for link in links if not link.catch_all}
        return frozenset(found)

    def controls(
        self,
        code: str,
        *,
        edition: str | None = None,
        at: date | None = None,
        via: Via = "stated",
    ) -> tuple[Control, ...]:
        """How each list bears on a code as written, on a day (default: today).

        `edition` is that of the document; without one the code is taken in the newest
        edition that has it. Where the list's edition calls the goods otherwise, every
        possible code there is followed, and `via` becomes `mapped`; links that say
        nothing of one line are not. `p` is 1 where the code lies within the entry, and
        an even share where it may be one of several. *Unknown*: () for a code of no
        edition, and for a day before the first version a list holds: see
        `ControlList.silence`.
        """
        asked = (code[:_LONGEST], edition, at or today(), via)
        if asked not in self._remembered:
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[asked] = tuple(self._controls(*asked))
        return self._remembered[asked]

    def _controls(
        self, code: str, edition: str | None, day: date, via: Via
    ) -> Iterable[Control]:
        found: dict[tuple[str, str], Control] = {}
        for reading in read(code).readings:
            for control in self._of_reading(reading, edition or "", day, via):
                key = (control.list, control.code)
                if key not in found or found[key].p < control.p:
                    found[key] = control
        return found.values()

    def _of_reading(
        self, reading: Reading, edition: str, day: date, via: Via
    ) -> Iterator[Control]:
        if reading.scheme == "cas":
            yield from self._of_substance(reading.code, day)
            return
        if reading.scheme == "eccn":
            yield from self._of_eccn(reading, day, via)
            return
        for one in self._lists.values():
            yield from _under_tariff(one, reading, edition, day, via)

    def _of_eccn(self, reading: Reading, day: date, via: Via) -> Iterator[Control]:
        """Entries of an ECCN; of one whose text is not held, what its signs say.

        A document that states an ECCN other than EAR99 says itself that the Commerce
        Control List names the goods.
        """
        found = [
            control
            for one in self._lists.values()
            for control in _under_eccn(one, reading, day, via)
        ]
        yield from found
        if reading.code != "EAR99" and not any(c.list == CCL for c in found):
            yield Control(
                list=CCL,
                code=reading.code,
                hs6="",
                via=via,
                title=f"{reading.note} (the entry's text is not held)",
                grade="own_mapping",
                cites=_CCL_CITES,
                ask=_CCL_ASK,
            )

    def _of_substance(self, number: str, day: date) -> Iterator[Control]:
        """Controls of the codes a substance is traded under, an even share each."""
        codes = hs_codes(number)
        for code in codes:
            for control in self._controls(code, NEWEST, day, "mapped"):
                yield replace(control, p=control.p / len(codes))


def _under_tariff(
    one: ControlList, reading: Reading, edition: str, day: date, via: Via
) -> Iterator[Control]:
    for base in one.bases:
        found: dict[str, Control] = {}
        for code, p, how in _in_edition(reading, edition, base, via):
            for entry in one.bearing_on(code, day):
                if _base(entry) == base:
                    before = found[entry.code].p if entry.code in found else 0.0
                    share = min(1.0, before + p * _share(entry.code, code, base))
                    found[entry.code] = _control(one, entry, reading, how, share)
        yield from found.values()


def _in_edition(
    reading: Reading, edition: str, base: str, via: Via
) -> Iterator[tuple[str, float, Via]]:
    """What the code is in the list's edition: (code, probability, how)."""
    said = edition if edition in reading.editions else reading.editions[0]
    if not edition and base in reading.editions:
        said = base
    if said == base:
        yield reading.code, 1.0, via
        return
    wider = hs.under(reading.prefix, said)
    links = {
        link.code: None
        for code in wider
        for link in editions.targets(code, said, base)
        if not link.catch_all
    }
    for target in links:
        same = target == reading.prefix and len(links) == 1
        yield target, 1 / len(links), via if same else "mapped"


def _share(entry: str, code: str, base: str) -> float:
    """1 where the code lies within the entry; else the entry's even share of it."""
    if code.startswith(entry):
        return 1.0
    wider, narrower = hs.under(code[:6], base), hs.under(entry[:6], base)
    share = len(narrower) / len(wider) if wider and len(code) < 6 else 1.0
    return share if len(entry) <= 6 else share / 2  # a national code within: unknown


def _under_eccn(
    one: ControlList, reading: Reading, day: date, via: Via
) -> Iterator[Control]:
    held = [e for e in one.entries if not e.edition and e.at(day)]
    best = [e for e in held if _covers(e.code, reading.code)]
    for entry in sorted(best, key=lambda e: -len(e.code))[:1]:
        yield _control(one, entry, reading, via, 1.0)


def _covers(entry: str, code: str) -> bool:
    return code == entry or code.startswith(f"{entry}.")


def _control(
    one: ControlList, entry: ControlEntry, reading: Reading, via: Via, p: float
) -> Control:
    return Control(
        list=one.id,
        code=entry.code,
        hs6=reading.hs6 or reading.prefix,
        via=via,
        p=p,
        tier=entry.tier,
        title=entry.title,
        edition=entry.edition,
        since=entry.since,
        until=entry.until,
        grade=entry.grade,
        cites=one.card.law,
        ask=entry.ask,
        ordinary_uses=entry.ordinary_uses,
    )


def _base(entry: ControlEntry) -> str:
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
    codes = plain.get("codes") or [plain["code"]]
    entry = ControlEntry(
        code="",
        edition=data["edition"],
        title=plain["title"],
        origin=origin,
        tier=plain.get("tier", ""),
        since=plain.get("since", data["since"]),
        until=plain.get("until"),
        grade=plain.get("grade", data["grade"]),
        ask=tuple(data["ask"][plain["ask"]]),
        ordinary_uses=tuple(plain["ordinary_uses"]),
    )
    yield from (replace(entry, code=code) for code in codes)
