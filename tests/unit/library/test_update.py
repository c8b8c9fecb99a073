"""Importing and switching: whole or not at all, and never a truncated list."""

import gzip
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import httpx
import pytest

from enduse.errors import LibraryBusy, LibraryCorrupt, SnapshotRejected
from enduse.library import atomic, manifest
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.names import columns, reading, store
from tests.made import un_file, un_list

ENTRIES = 640


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def update(home: Path, *, force: bool = False) -> Update:
    return Update(home / "library", "enduse test", force=force)


def current_entries(home: Path) -> int:
    return Library.open(home).snapshots["un-sc"].info.entries


def test_it_works(home: Path, tmp_path: Path) -> None:
    outcome = update(home).from_paths([un_file(tmp_path, ENTRIES)])
    assert [s.info.source for s in outcome.switched] == ["un-sc"]
    library = Library.open(home)
    assert not library.is_sample
    (state,) = library.states()
    assert (state.snapshot.info.entries, state.dated) == (ENTRIES, date(2026, 11, 1))
    listing = library.listing("un-sc:9000007")
    assert listing
    assert listing.origin.sha256 == state.snapshot.info.sha256
    assert (state.snapshot.folder / "rows.parquet").is_file()
    state.snapshot.verify()


def test_without_any_list_the_sample_is_used_and_says_so(home: Path) -> None:
    library = Library.open(home)
    assert library.is_sample
    assert list(library.snapshots) == ["sample"]


def test_a_file_cut_off_is_refused_and_the_old_list_stays(
    home: Path, tmp_path: Path
) -> None:
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    whole = un_list(ENTRIES + 50, day=date(2026, 11, 2))
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: len(whole) * 9 // 10])
    outcome = update(home).from_paths([cut])
    assert "incomplete" in str(outcome.refused[0])
    assert current_entries(home) == ENTRIES
    said = str(outcome.refused[0])
    assert said.startswith("un-sc: not switched in: cut.xml:1: not readable as XML")
    assert said.count("cut.xml") == 1


def test_a_package_cut_off_is_named_once(home: Path, tmp_path: Path) -> None:
    data = gzip.compress(un_list(ENTRIES))
    cut = tmp_path / "cut.xml.gz"
    cut.write_bytes(data[: len(data) * 9 // 10])
    outcome = update(home).from_paths([cut])
    assert ": cut.xml.gz: not readable" in str(outcome.refused[0])


def test_too_few_entries_are_refused_unless_forced(home: Path, tmp_path: Path) -> None:
    small = un_file(tmp_path, 20)
    outcome = update(home).from_paths([small])
    assert "20 entries; at least" in str(outcome.refused[0])
    assert Library.open(home).is_sample
    update(home, force=True).from_paths([small])
    assert current_entries(home) == 20


def test_a_list_that_shrinks_by_a_third_is_refused(home: Path, tmp_path: Path) -> None:
    update(home).from_paths([un_file(tmp_path, 1200)])
    shrunk = un_file(tmp_path, 800, day=date(2026, 11, 2))
    outcome = update(home).from_paths([shrunk])
    assert "where there were 1,200" in str(outcome.refused[0])
    assert current_entries(home) == 1200


def test_an_older_list_is_not_switched_in(home: Path, tmp_path: Path) -> None:
    update(home).from_paths([un_file(tmp_path, 700)])
    older = un_file(tmp_path, 690, day=date(2026, 10, 1))
    outcome = update(home).from_paths([older])
    assert "older than the current" in str(outcome.refused[0])
    assert current_entries(home) == 700


def test_an_older_list_is_kept_beside_where_history_is_asked_for(
    home: Path, tmp_path: Path
) -> None:
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    older = un_file(tmp_path, ENTRIES, day=date(2025, 11, 1))
    job = Update(home / "library", "enduse test", history=True)
    outcome = job.from_paths([older])
    assert (len(outcome.older), outcome.refused, outcome.switched) == (1, [], [])
    assert current_entries(home) == ENTRIES
    assert len(list((home / "library" / "un-sc").iterdir())) == 2


def test_of_several_publications_the_newest_good_one_is_taken(
    home: Path, tmp_path: Path
) -> None:
    un_file(tmp_path, 650, day=date(2026, 9, 1))
    un_file(tmp_path, 660, day=date(2026, 10, 1))
    un_file(tmp_path, 5, day=date(2026, 11, 1))
    outcome = update(home).from_paths([tmp_path])
    assert current_entries(home) == 660
    assert (len(outcome.refused), len(outcome.older)) == (1, 1)


def test_a_file_of_no_list_is_named(home: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    assert update(home).from_paths([tmp_path]).unknown == [tmp_path / "notes.txt"]


def test_old_snapshots_can_be_opened_again(home: Path, tmp_path: Path) -> None:
    update(home).from_paths([un_file(tmp_path, 700)])
    before = Library.open(home).manifest.current["un-sc"]
    update(home).from_paths([un_file(tmp_path, 710, day=date(2026, 11, 2))])
    again = Library.open(home, at={"un-sc": before[:10]})
    assert again.snapshots["un-sc"].info.entries == 700
    with pytest.raises(LibraryCorrupt, match="no snapshot"):
        Library.open(home, at={"un-sc": "ffff"})


def test_indexes_of_old_states_do_not_pile_up(home: Path, tmp_path: Path) -> None:
    states = []
    for count in range(640, 645):
        listed = un_file(tmp_path, count, day=date(2026, 11, count - 639))
        update(home).from_paths([listed])
        states.append(Library.open(home).manifest)
    held = {path.name for path in (home / "library" / "index").iterdir()}
    assert held == {state.index for state in states[-3:]}
    old = Library.at_state(home / "library", states[0].current)
    assert len(old.matcher.index) == 640
    now = {path.name for path in (home / "library" / "index").iterdir()}
    assert now == held | {old.manifest.index}


def test_indexes_of_other_versions_do_not_pile_up(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    for version in "abcde":
        monkeypatch.setattr(store, "version", lambda version=version: version)
        assert len(Library.open(home).matcher.index) == ENTRIES
    assert len(list((home / "library" / "index").iterdir())) == 3


def test_readings_of_names_go_from_one_index_to_the_next(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []

    def of_listings(asked: Sequence[columns.Asked]) -> columns.Columns:
        read.append(len(asked))
        return columns.of_listings(asked)

    monkeypatch.setattr(reading, "of_listings", of_listings)
    monkeypatch.setattr(reading, "_CUT", 20)
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    assert sum(read) == ENTRIES
    read.clear()
    update(home).from_paths([un_file(tmp_path, 641, day=date(2026, 11, 2))])
    assert 0 < sum(read) < ENTRIES / 4
    index = home / "library" / "index"
    kept = {path.parent.parent.name for path in index.glob("*/names/readings.*")}
    assert kept == {Library.open(home).manifest.index}
    assert len(list(index.iterdir())) == 2
    shutil.rmtree(index)
    read.clear()
    assert Library.open(home).matcher
    assert sum(read) == 641


def test_a_changed_byte_is_found(home: Path, tmp_path: Path) -> None:
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    snapshot = Library.open(home).snapshots["un-sc"]
    stored = snapshot.folder / "files" / snapshot.info.files[0].name
    stored.write_bytes(stored.read_bytes().replace(b"DPRK", b"DPRX", 1))
    with pytest.raises(LibraryCorrupt, match="not the file"):
        snapshot.verify()


def test_a_damaged_index_is_built_anew(home: Path, tmp_path: Path) -> None:
    update(home).from_paths([un_file(tmp_path, ENTRIES)])
    library = Library.open(home)
    names = library.folder / "index" / library.manifest.index / "names"
    for path in names.glob("*.npy"):
        path.write_bytes(b"damaged")
    assert Library.open(home).matcher


def test_one_update_at_a_time(home: Path, tmp_path: Path) -> None:
    with atomic.only_one(home / "library"), pytest.raises(LibraryBusy):
        update(home).from_paths([tmp_path])


def test_a_broken_manifest_is_named(home: Path) -> None:
    (home / "library").mkdir(parents=True)
    (home / "library" / "manifest.json").write_text("{")
    with pytest.raises(LibraryCorrupt, match="manifest"):
        Library.open(home)


@pytest.mark.parametrize("after_s", [0.4, 1.0, 1.6, 2.4])
def test_killed_at_any_moment_the_old_library_works(
    home: Path, tmp_path: Path, after_s: float
) -> None:
    update(home).from_paths([un_file(tmp_path, 700)])
    before = manifest.read(home / "library")
    fresh = un_file(tmp_path, 6000, day=date(2026, 11, 2))
    command = [sys.executable, "-m", "enduse.cli.main", "update", "--from", str(fresh)]
    job = subprocess.Popen(command, env={**os.environ, "ENDUSE_HOME": str(home)})
    time.sleep(after_s)
    job.send_signal(signal.SIGKILL)
    job.wait()
    library = Library.open(home)
    assert library.snapshots["un-sc"].info.entries in (700, 6000)
    assert library.listing("un-sc:9000007")
    assert library.matcher
    if manifest.read(home / "library") == before:
        outcome = update(home).from_paths([fresh])
        assert outcome.switched
    scratch = list((home / "library").rglob(f"{atomic.SCRATCH}*"))
    assert not scratch, "an update clears what a killed one left"


def fetching(home: Path, answers: list[httpx.Response]) -> Update:
    left = iter(answers)
    transport = httpx.MockTransport(lambda _: next(left))
    job = update(home)
    job.client = lambda _: httpx.Client(transport=transport)
    return job


def test_fetch_then_unchanged_then_truncated(home: Path) -> None:
    good = httpx.Response(200, content=un_list(ENTRIES), headers={"etag": '"1"'})
    assert fetching(home, [good]).from_publishers(["un-sc"]).switched
    outcome = fetching(home, [httpx.Response(304)]).from_publishers(["un-sc"])
    assert outcome.unchanged == ["un-sc"]
    assert "un-sc" in manifest.read(home / "library").checked
    cut = httpx.Response(200, content=un_list(ENTRIES)[:-2000])
    outcome = fetching(home, [cut]).from_publishers(["un-sc"])
    assert isinstance(outcome.refused[0], SnapshotRejected)
    assert current_entries(home) == ENTRIES


def test_a_page_instead_of_the_list_is_refused(home: Path) -> None:
    page = httpx.Response(200, content=b"<html>maintenance</html>")
    outcome = fetching(home, [page]).from_publishers(["un-sc"])
    assert "is not this list" in str(outcome.refused[0])
