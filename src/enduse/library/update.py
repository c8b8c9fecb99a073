"""Bringing the library up to date: fetch or import, check, derive, switch."""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

import httpx

from enduse.errors import EnduseError, SnapshotRejected
from enduse.files.source_file import SourceFile
from enduse.library import atomic, derived, download, families, manifest
from enduse.library.acceptance import OLDER, better, check, is_partial
from enduse.library.ingest import Provenance, build
from enduse.library.publication import (
    Publication,
    files_in,
    snapshot_id,
    sorted_publications,
)
from enduse.library.snapshot import Snapshot, StoredFile
from enduse.lists.card import Card

Say = Callable[[str], None]


@dataclass
class Outcome:
    """What an update did: which sources were switched, and what was not and why.

    `same` names those switched whose snapshot was the current one before.
    """

    switched: list[Snapshot] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[EnduseError] = field(default_factory=list)
    older: list[Publication] = field(default_factory=list)
    unknown: list[Path] = field(default_factory=list)
    same: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether there was nothing to be done."""
        return not (
            self.switched
            or self.unchanged
            or self.refused
            or self.older
            or self.unknown
        )

    @property
    def failed(self) -> bool:
        """Whether a source was refused without another publication in its place.

        A table that only looks like a list, among files that are some, is told.
        """
        served = {snapshot.info.source for snapshot in self.switched}
        lost = [f for f in self.refused if getattr(f, "source", "") not in served]
        if self.switched:
            lost = [f for f in lost if getattr(f, "code", "") != "card-missing"]
        return bool(lost)


@dataclass
class Update:
    """One run of `enduse update` on the library in `folder`.

    `force` switches in what the checks refuse; `history` also keeps publications
    older than the newest one given. `say` hears each step in words.
    """

    folder: Path
    engine: str
    force: bool = False
    history: bool = False
    say: Say = lambda _: None
    progress: Callable[[int], None] = lambda _: None
    client: Callable[[str], httpx.Client] = download.client

    def from_paths(self, paths: Iterable[Path]) -> Outcome:
        """Import files and folders already on disk, sniffing which source each is."""
        outcome = Outcome()
        given = list(files_in(paths))
        found = sorted_publications(given, outcome.unknown)
        with atomic.only_one(self.folder):
            self._take(found, self._provenance("import"), outcome)
            self._switch(outcome)
        return outcome

    def from_publishers(self, sources: Sequence[str]) -> Outcome:
        """Fetch each source from its publisher; one that fails stops no other."""
        outcome = Outcome()
        with atomic.only_one(self.folder), self.client(self.engine) as client:
            for source in sources:
                self.say(f"asking the publisher of {source}")
                try:
                    self._fetch(families.card(source), client, outcome)
                except EnduseError as fault:
                    outcome.refused.append(fault)
            self._switch(outcome)
        return outcome

    def own(self, publication: Publication, mapping: bytes) -> Outcome:
        """Import a firm's own list, whose source and reader the user named.

        `mapping` (JSON) says which column is which, and is kept with the list.
        """
        outcome = Outcome()
        with (
            tempfile.TemporaryDirectory(prefix="enduse-") as scratch,
            atomic.only_one(self.folder),
        ):
            path = Path(scratch) / "mapping.json"
            path.write_bytes(mapping)
            files = (*publication.files, SourceFile.of(path))
            whole = replace(publication, files=files)
            self._take([whole], self._provenance("import"), outcome)
            self._switch(outcome)
        return outcome

    def _provenance(self, origin: str) -> Provenance:
        return Provenance(origin, datetime.now(UTC), self.engine, {})

    def _fetch(self, card: Card, client: httpx.Client, to: Outcome) -> None:
        current = self._current(card.id)
        known = {f.name: f for f in current.info.files} if current else {}
        with tempfile.TemporaryDirectory(prefix="enduse-") as scratch:
            loader = download.Downloader(Path(scratch), client, known)
            files = families.reader_of(card.id).fetch(loader, card)
            if not files:
                to.unchanged.append(card.id)
                return
            have = {file.name for file in files}
            if current:  # what the server called unchanged completes the publication
                kept = [known[n] for n in loader.unchanged if n not in have]
                folder = current.folder / "files"
                files += [SourceFile(folder / f.name, f.name) for f in kept]
                loader.headers.update({f.name: _headers(f) for f in kept})
            found = sorted_publications([f.path for f in files], to.unknown)
            if not found:
                reason = "what the publisher sent is not this list"
                raise SnapshotRejected(card.id, reason)
            told = replace(self._provenance("download"), headers=loader.headers)
            self._take(found, told, to)

    def _take(
        self, found: Sequence[Publication], told: Provenance, outcome: Outcome
    ) -> None:
        """Of each source read the newest publication that is good and whole."""
        for _, group in groupby(found, key=lambda publication: publication.source):
            publications = list(group)
            chosen = self._chosen(publications, told, outcome)
            if chosen:
                outcome.switched.append(chosen)

    def _chosen(
        self, publications: list[Publication], told: Provenance, outcome: Outcome
    ) -> Snapshot | None:
        """The snapshot to switch in; what was not needed goes to `outcome.older`."""
        partial: Snapshot | None = None
        chosen: Snapshot | None = None
        for publication in publications:
            if chosen and not self.history:
                outcome.older.append(publication)
                continue
            snapshot = self._read_one(publication, told, outcome)
            if chosen:
                outcome.older.append(publication)
            elif snapshot and not partial and is_partial(snapshot):
                partial = snapshot
            elif snapshot:
                chosen = better(partial, snapshot)
        return chosen or partial

    def _read_one(
        self, publication: Publication, told: Provenance, outcome: Outcome
    ) -> Snapshot | None:
        self.say(f"reading {publication.label}")
        try:
            snapshot = self._snapshot(publication, told)
            if not self.force:
                check(snapshot, self._current(snapshot.info.source))
        except SnapshotRejected as fault:
            if self.history and fault.code == OLDER:  # it is stored, and not current
                outcome.older.append(publication)
            else:
                outcome.refused.append(fault)
            return None
        return snapshot

    def _snapshot(self, publication: Publication, told: Provenance) -> Snapshot:
        place = self.folder / publication.source
        existing = place / snapshot_id(publication.files)
        if told.origin == "import" and (existing / "snapshot.json").is_file():
            snapshot = Snapshot.open(existing)
            if snapshot.info.engine == self.engine:
                return snapshot
        names = (publication.reader, publication.source)
        return build(place, publication.files, names, told, progress=self.progress)

    def _current(self, source: str) -> Snapshot | None:
        state = manifest.read(self.folder)
        sha256 = {**state.goods, **state.current}.get(source)
        return Snapshot.open(self.folder / source / sha256) if sha256 else None

    def _switch(self, outcome: Outcome) -> None:
        """Derive the index of the new state, then make it current in one rename."""
        before = manifest.read(self.folder)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        fresh = {s.info.source: s.info.sha256 for s in outcome.switched}
        known = {**before.goods, **before.current}
        outcome.same = [s for s, sha256 in fresh.items() if known.get(s) == sha256]
        asked = [s for s in outcome.switched if s.info.origin == "download"]
        checked = dict.fromkeys(
            [*outcome.unchanged, *(s.info.source for s in asked)], now
        )
        goods = {s.info.source for s in outcome.switched if _is_goods(s)}
        lists = {k: v for k, v in fresh.items() if k not in goods}
        current = {**before.current, **lists}
        held = {**before.goods, **{k: v for k, v in fresh.items() if k in goods}}
        if not (current or held):
            return
        if (current, held) == (before.current, before.goods) and not checked:
            return
        key = self._derive(current) if current else before.index
        marks = {**before.checked, **checked}
        state = manifest.Manifest(current, marks, key, goods=held)
        manifest.write(self.folder, state)
        derived.drop_old(self.folder / "index", key)

    def _derive(self, current: dict[str, str]) -> str:
        """The name of what is derived from these lists, built where it is missing."""
        key = derived.key_of(current)
        place = self.folder / "index" / key
        if not (place / "subjects.arrow").is_file():
            self.say("building the name index")
            pairs = sorted(current.items())
            snapshots = [Snapshot.open(self.folder / s / sha) for s, sha in pairs]
            derived.build(place, snapshots, progress=self.progress)
        return key


def _is_goods(snapshot: Snapshot) -> bool:
    return families.is_goods(snapshot.info.reader)


def _headers(file: StoredFile) -> dict[str, str]:
    said = (file.url, file.etag, file.last_modified)
    return dict(zip(("url", "etag", "last_modified"), said, strict=True))
