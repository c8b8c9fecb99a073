"""What decisions rest on is hashed again, current or not, byte by byte."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from enduse.errors import LibraryCorrupt, OutputUnwritable
from enduse.library.decisions import Decisions, decision_id
from enduse.library.snapshot import Snapshot
from enduse.library.statistics_import import Importing
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.library.verify import verify
from enduse.model.decision import Decision
from tests.made import un_file

CELLS = "reporter,partner,product,flow,period,value_eur\nDE,KG,854231,X,2021,60\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with two snapshots of a list, the older one current no more."""
    home = tmp_path / "home"
    for entries in (640, 641):
        place = tmp_path / str(entries)
        place.mkdir()
        update = Update(home / "library", "enduse test", force=True)
        update.from_paths([un_file(place, entries)])
    return home


def damaged(home: Path) -> list[str]:
    found = verify(home, home / "library").damaged
    return [Path(one.path).name for one in found]


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def test_it_works(home: Path) -> None:
    found = verify(home, home / "library")
    assert (found.snapshots, found.damaged, found.unnoted) == (2, (), ())


def test_a_changed_byte_is_found_in_any_file_of_any_snapshot(home: Path) -> None:
    files = [path for path in (home / "library").glob("un-sc/*/**/*") if path.is_file()]
    assert len({path.name for path in files}) > 4
    for path in files:
        before = path.read_bytes()
        if not before:
            continue
        flip(path)
        assert damaged(home), path
        path.write_bytes(before)
    assert damaged(home) == []
    told = next(path for path in files if path.name == "snapshot.json")
    told.write_text(told.read_text().replace('"import"', '"download"'))
    assert damaged(home) == ["snapshot.json"]


def test_a_snapshot_that_lost_its_seal_is_found(home: Path) -> None:
    place = next(home.glob("library/un-sc/*/snapshot.json"))
    said = json.loads(place.read_bytes())
    assert said["seal"]
    place.write_text(json.dumps({**said, "seal": ""}))
    (damage,) = verify(home, home / "library").damaged
    assert damage.path == str(place)


def test_an_old_snapshot_that_was_damaged_decides_nothing_again(home: Path) -> None:
    current = Library.open(home).manifest.current["un-sc"]
    old = next(p for p in (home / "library" / "un-sc").iterdir() if p.name != current)
    assert Library.open(home, at={"un-sc": old.name})
    flip(old / "listings.arrow")
    with pytest.raises(LibraryCorrupt):
        Library.open(home, at={"un-sc": old.name})


def test_a_listing_that_is_none_is_told_with_its_file(home: Path) -> None:
    snapshot = Library.open(home).snapshots["un-sc"]
    path = snapshot.folder / "listings.arrow"
    path.write_bytes(path.read_bytes().replace(b'"names"', b'"nemas"'))
    with pytest.raises(LibraryCorrupt, match=r"listings\.arrow"):
        list(Snapshot.open(snapshot.folder).listings())


def test_statistics_are_hashed_too(home: Path, tmp_path: Path) -> None:
    table = tmp_path / "exports.csv"
    table.write_text(CELLS, encoding="utf-8")
    Importing(home / "flows", "enduse test").files([table])
    assert damaged(home) == []
    (part,) = (home / "flows").glob("*/*/cells-*.parquet")
    flip(part)
    assert damaged(home) == [part.name]


@pytest.mark.parametrize(
    "ask",
    [
        lambda kept: kept.listings,
        lambda kept: kept.history(),
        lambda kept: kept.all(),
        lambda kept: kept.verify(),
    ],
)
def test_decisions_that_cannot_be_read_are_told(
    ask: Callable[[Decisions], object], home: Path
) -> None:
    (home / "decisions.sqlite").write_bytes(b"SQLite format 3\0" + bytes(3000))
    with pytest.raises(LibraryCorrupt, match=r"decisions\.sqlite"):
        ask(Decisions(home))
    assert damaged(home) == ["decisions.sqlite"]


def test_a_decision_that_says_otherwise_than_it_said_is_found(home: Path) -> None:
    prints = ("a" * 16, "b" * 16)
    who = ("C1", "Quiet Harbour", "Loud Harbour", "seen", "a clerk")
    one = Decision("", "not_same", "un-sc:1", *prints, *who, date(2020, 1, 1))
    Decisions(home).add(replace(one, id=decision_id(one)))
    assert damaged(home) == []
    with sqlite3.connect(home / "decisions.sqlite") as database:
        database.execute("UPDATE decision SET by = 'somebody else'")
    assert damaged(home) == ["decisions.sqlite"]


def test_where_no_decision_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "decisions.sqlite").mkdir()
    with pytest.raises(OutputUnwritable, match=r"decisions\.sqlite"):
        Decisions(tmp_path).withdraw("x", by="a clerk", reason="none")


def test_a_full_disk_is_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def small(path: Path, *, timeout: float) -> sqlite3.Connection:
        database = connect(path, timeout=timeout)
        database.execute("PRAGMA max_page_count = 1")
        return database

    monkeypatch.setattr(sqlite3, "connect", small)
    with pytest.raises(OutputUnwritable, match="full"):
        Decisions(tmp_path).withdraw("x", by="a clerk", reason="none")
