"""A source that is taken out is used no more, and can be opened as it was."""

from datetime import date
from pathlib import Path

import pytest

from enduse.errors import LibraryBusy
from enduse.library import atomic, manifest
from enduse.library.manifest import Manifest
from enduse.library.removal import remove
from enduse.library.store import Library
from enduse.library.update import Update
from tests.made import un_file

ENTRIES = 640


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    Update(home / "library", "test").from_paths([un_file(tmp_path, ENTRIES)])
    return home


def _with_others(folder: Path) -> Manifest:
    """The state with a list and a goods source beside, only by name."""
    state = manifest.read(folder)
    current = {**state.current, "own-house": "ab" * 32}
    checked = {"un-sc": "2026-11-01T00:00:00+00:00", "us-hts": "2026-11-01"}
    goods = {"us-hts": "cd" * 32}
    made = Manifest(current, checked, state.index, goods=goods)
    manifest.write(folder, made)
    return made


def test_only_the_one_named_goes(home: Path) -> None:
    folder = home / "library"
    alone = manifest.read(folder)
    state = _with_others(folder)
    assert remove(folder, "own-house") == folder / "own-house" / ("ab" * 32)
    left = manifest.read(folder)
    assert (left.current, left.index) == (alone.current, alone.index)
    assert (left.goods, left.checked) == (state.goods, state.checked)
    remove(folder, "us-hts")
    left = manifest.read(folder)
    assert (left.current, left.index, left.goods) == (alone.current, alone.index, {})
    assert left.checked == {"un-sc": state.checked["un-sc"]}


def test_the_last_list_leaves_the_sample_and_its_snapshot(home: Path) -> None:
    sha256 = Library.open(home).manifest.current["un-sc"]
    place = remove(home / "library", "un-sc")
    assert (place / "snapshot.json").is_file()
    assert manifest.read(home / "library") == Manifest()
    assert Library.open(home).is_sample
    again = Library.open(home, at={"un-sc": sha256})
    assert len(again.matcher.index) == ENTRIES


def test_it_comes_back_as_it_was(home: Path, tmp_path: Path) -> None:
    before = manifest.read(home / "library")
    remove(home / "library", "un-sc")
    older = un_file(tmp_path, ENTRIES - 1, day=date(2026, 10, 1))
    assert Update(home / "library", "test").from_paths([older]).switched
    Update(home / "library", "test").from_paths([un_file(tmp_path, ENTRIES)])
    assert manifest.read(home / "library") == before


def test_a_damaged_source_can_be_taken_out(home: Path) -> None:
    place = next((home / "library" / "un-sc").iterdir())
    (place / "snapshot.json").write_text("{")
    assert remove(home / "library", "un-sc") == place


def test_what_is_not_there_is_refused_by_name(home: Path) -> None:
    before = _with_others(home / "library")
    with pytest.raises(ValueError, match=r"'un'.*there: own-house, un-sc, us-hts"):
        remove(home / "library", "un")
    assert manifest.read(home / "library") == before


def test_not_while_another_writes(home: Path) -> None:
    before = manifest.read(home / "library")
    with atomic.only_one(home / "library"), pytest.raises(LibraryBusy, match="at work"):
        remove(home / "library", "un-sc")
    assert manifest.read(home / "library") == before
