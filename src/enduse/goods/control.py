"""Which control lists bear on a code, on a day, and how that is known.

Those of `control_list.SHIPPED` come with the package; export bans by CN code, ECCN
texts and a user's own lists come from the library.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Protocol

from enduse.goods import editions, hs
from enduse.goods.cas import hs_codes
from enduse.goods.codes import read
from enduse.goods.control_list import SHIPPED, ControlList, hs_edition, shipped
from enduse.goods.correlated import Correlated, correlated
from enduse.goods.reach import Asked, under_eccn, under_tariff
from enduse.goods.store import GoodsStore
from enduse.model import Cite, Control, Via

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


def today() -> date:
    """The day it is, UTC."""
    return datetime.now(UTC).date()


class HasGoods(Protocol):
    """A library, as far as it concerns goods."""

    @property
    def goods(self) -> GoodsStore:
        """Its current goods sources."""


class ControlLists:
    """Every control list there is: those shipped, and those of the library."""

    def __init__(
        self, lists: Sequence[ControlList], imported: Correlated | None = None
    ) -> None:
        self.imported = imported
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
        return cls([*shipped_lists, *control_lists(store)], correlated(store))

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
                links = editions.targets(code, base, edition, imported=self.imported)
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
            way = Asked(reading, edition or "", day, via, self.imported)
            for control in self._of_reading(way):
                key = (control.list, control.code)
                if key not in found or found[key].p < control.p:
                    found[key] = control
        return found.values()

    def _of_reading(self, asked: Asked) -> Iterator[Control]:
        if asked.reading.scheme == "cas":
            yield from self._of_substance(asked.reading.code, asked.day)
            return
        if asked.reading.scheme == "eccn":
            yield from self._of_eccn(asked)
            return
        for one in self._lists.values():
            yield from under_tariff(one, asked)

    def _of_eccn(self, asked: Asked) -> Iterator[Control]:
        """Entries of an ECCN; of one whose text is not held, what its signs say.

        A document that states an ECCN other than EAR99 says itself that the Commerce
        Control List names the goods.
        """
        reading = asked.reading
        found = [c for one in self._lists.values() for c in under_eccn(one, asked)]
        yield from found
        if reading.code != "EAR99" and not any(c.list == CCL for c in found):
            yield Control(
                list=CCL,
                code=reading.code,
                hs6="",
                via=asked.via,
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
