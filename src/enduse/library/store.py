"""The library: every source's snapshots, and which of them are current."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from enduse.errors import LibraryCorrupt
from enduse.goods.store import GoodsStore
from enduse.library import derived, manifest, sample
from enduse.library.home import home
from enduse.library.snapshot import Snapshot
from enduse.lists.card import Card
from enduse.model import Listing

if TYPE_CHECKING:  # the matcher loads numpy; listing sources need not
    from enduse.names.matcher import Matcher


@dataclass(frozen=True, slots=True)
class SourceState:
    """One current source: its card, its snapshot, and how old that is.

    `dated` is the day the snapshot stands for: when its publisher was last asked,
    for a download; when it was published, for an import; the day of import where
    that is unknown.
    """

    card: Card
    snapshot: Snapshot
    dated: date

    def age_days(self, as_of: date) -> int:
        """Days from `dated` to `as_of`; 0 where `as_of` is earlier."""
        return max((as_of - self.dated).days, 0)

    def is_stale(self, as_of: date) -> bool:
        """Whether the list is older than its card allows."""
        return self.age_days(as_of) > self.card.max_age_days


class Library:
    """The local store, opened at its current state or at named snapshots."""

    def __init__(
        self, folder: Path, state: manifest.Manifest, goods: GoodsStore | None = None
    ) -> None:
        self.folder = folder
        self.manifest = state
        self.goods = goods or GoodsStore(folder, state.goods)

    @classmethod
    def open(
        cls, place: Path | str | None = None, *, at: Mapping[str, str] | None = None
    ) -> "Library":
        """The library under `place` (default: ENDUSE_HOME), or the embedded sample.

        `at` maps sources to a snapshot's sha256 (or its beginning), to decide again
        as then; sources not named in it are left out. What is decided again must rest
        on what was read then: these snapshots are hashed. *Raises* LibraryCorrupt.
        """
        own = Path(place or home())
        folder = own / "library"
        state = manifest.read(folder)
        if at:
            from enduse.goods import registry as goods_registry

            chosen = {s: _whole(folder / s, start) for s, start in at.items()}
            for source, sha256 in chosen.items():
                Snapshot.open(folder / source / sha256).verify()
            goods = {s: sha for s, sha in chosen.items() if goods_registry.knows(s)}
            lists = {s: sha for s, sha in chosen.items() if s not in goods}
            key = derived.key_of(lists)
            state = manifest.Manifest(lists, state.checked, key, goods=goods)
        library = cls(folder, state)
        if state.current:
            return library
        small = sample.library(own)
        return cls(small.folder, small.manifest, library.goods)

    @classmethod
    def at_state(cls, folder: Path, current: Mapping[str, str]) -> "Library":
        """The library whose snapshots lie in `folder`, at exactly these of them."""
        state = manifest.read(folder)
        key = derived.key_of(current)
        return cls(
            folder,
            manifest.Manifest(dict(current), state.checked, key, goods=state.goods),
        )

    @property
    def is_sample(self) -> bool:
        """Whether this is the small library embedded in the package."""
        return set(self.manifest.current) == {sample.SOURCE}

    @cached_property
    def snapshots(self) -> dict[str, Snapshot]:
        """The current snapshot of every source, by source."""
        current = sorted(self.manifest.current.items())
        return {s: Snapshot.open(self.folder / s / sha) for s, sha in current}

    def states(self) -> Iterator[SourceState]:
        """Every current list with its card and age, in alphabetical order."""
        from enduse.lists import registry

        for source, snapshot in self.snapshots.items():
            yield self._state(registry.card(source), snapshot)

    def goods_states(self) -> Iterator[SourceState]:
        """Every current goods source with its card and age, in alphabetical order."""
        from enduse.goods import registry as goods_registry

        for source, sha256 in self.goods.current.items():
            snapshot = Snapshot.open(self.goods.folder / source / sha256)
            yield self._state(goods_registry.card_in(self.goods, source), snapshot)

    def _state(self, card: Card, snapshot: Snapshot) -> SourceState:
        info = snapshot.info
        fetched = datetime.fromisoformat(info.fetched).date()
        asked = self.manifest.checked.get(info.source)
        if info.origin == "download":
            dated = datetime.fromisoformat(asked).date() if asked else fetched
        else:
            dated = info.published or fetched
        return SourceState(card, snapshot, dated)

    def missing(self) -> list[Card]:
        """The cards of sources no firm should do without, and that are not here."""
        from enduse.lists import registry

        here = self.manifest.current
        return [c for c in registry.cards().values() if c.expected and c.id not in here]

    def listing(self, listing_id: str) -> Listing | None:
        """The listing of that id, or None where no current list has it."""
        snapshot = self.snapshots.get(listing_id.partition(":")[0])
        return snapshot.listing(listing_id) if snapshot else None

    @cached_property
    def subjects(self) -> derived.Subjects:
        """Which listings are of one subject."""
        return derived.Subjects(self._derived())

    @cached_property
    def matcher(self) -> "Matcher":
        """The matcher over all current listings.

        An index that is missing or damaged is built anew: it holds nothing that the
        snapshots do not.
        """
        from enduse.names.index import NameIndex
        from enduse.names.matcher import Matcher

        place = self._derived()
        derived.give_words(place)
        try:
            return Matcher(NameIndex.open(place / "names"))
        except LibraryCorrupt:
            return Matcher(NameIndex.open(self._derived(anew=True) / "names"))

    def give_goods_words(self) -> None:
        """Have the words that goods are looked for by at hand, where they are kept."""
        derived.give_goods_words(self._derived())

    def _derived(self, *, anew: bool = False) -> Path:
        key = derived.key_of(self.manifest.current)
        place = self.folder / "index" / key
        if anew or not (place / "subjects.arrow").is_file():
            derived.build(place, list(self.snapshots.values()))
            if manifest.read(self.folder).current == self.manifest.current:
                derived.drop_old(place.parent, key)  # another version's
        return place


def _whole(folder: Path, start: str) -> str:
    found = [
        p.name for p in folder.glob(f"{start}*") if (p / "snapshot.json").is_file()
    ]
    if len(found) != 1:
        what = "no snapshot" if not found else f"{len(found)} snapshots"
        raise LibraryCorrupt(str(folder), f"holds {what} beginning {start!r}")
    return found[0]
