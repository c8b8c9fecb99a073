"""Every stored file hashed again: all that decisions rest on.

Snapshots that are current no more are among them, since an earlier result is derived
again from those.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from enduse.errors import LibraryCorrupt
from enduse.library.decisions import Decisions
from enduse.library.snapshot import UNSEALED, Snapshot, holds, seal_holds
from enduse.library.statistics import Imported
from enduse.model.encode import from_json


@dataclass(frozen=True, slots=True)
class Damage:
    """A file that is not what it was, and what of it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of it: how many snapshots were hashed, and what is damaged.

    `unnoted` are snapshots of an earlier version, which noted the hashes of the
    publisher's files alone: of what was read from them nothing can be told.
    """

    snapshots: int
    damaged: tuple[Damage, ...]
    unnoted: tuple[str, ...]


def verify(home: Path, *lists: Path) -> Verified:
    """Hash what lies under `home`: lists (in the folders `lists`), statistics and
    decisions.
    """
    damaged: list[Damage] = []
    unnoted: list[str] = []
    places = [place for folder in lists for place in _snapshots(folder)]
    for place in places:
        damaged += _of_list(place, unnoted)
    statistics = list(_snapshots(home / "flows"))
    for place in statistics:
        damaged += _of_statistics(place, unnoted)
    try:
        Decisions(home).verify()
    except LibraryCorrupt as fault:
        damaged.append(Damage(fault.path, fault.reason))
    count = len(places) + len(statistics)
    return Verified(count, tuple(damaged), tuple(unnoted))


def _snapshots(folder: Path) -> Iterator[Path]:
    return (path.parent for path in sorted(folder.glob("*/*/snapshot.json")))


def _of_list(place: Path, unnoted: list[str]) -> Iterator[Damage]:
    try:
        snapshot = Snapshot.open(place)
    except LibraryCorrupt as fault:
        yield Damage(fault.path, fault.reason)
        return
    if not snapshot.info.readings:
        unnoted.append(_named(place))
    for path, reason in snapshot.damage():
        yield Damage(str(path), reason)


def _of_statistics(place: Path, unnoted: list[str]) -> Iterator[Damage]:
    try:
        info = from_json(Imported, (place / "snapshot.json").read_bytes())
    except (OSError, ValueError) as fault:
        yield Damage(str(place), f"not a snapshot: {fault}")
        return
    if not seal_holds(info, noted=bool(info.stored)):
        yield Damage(str(place / "snapshot.json"), UNSEALED)
    if not info.stored:
        unnoted.append(_named(place))
    for name, sha256 in info.stored.items():
        if not holds(place / name, sha256):
            yield Damage(str(place / name), "is not what was read from the file")


def _named(place: Path) -> str:
    return f"{place.parent.name}/{place.name}"
