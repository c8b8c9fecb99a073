"""An index made with kept readings is the one that reads all anew."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from enduse.model import ListedName, Listing
from enduse.names import columns, kept, reading, store
from enduse.names.build import build
from enduse.names.kept import Kept
from tests.unit.names.cast import LISTINGS, ORIGIN

_OTHERS = ("Владимир Луч", "محمد الراعي", "O'Neil & Sons 5 Ltd", "\ud800 Luch")
_NAMES = [f"{other} Brelov {at}" for at in range(40) for other in _OTHERS]
MANY = [
    *LISTINGS,
    Listing("test:0", "test", "person", (), ORIGIN),
    *(
        Listing(f"many:{at}", "test", "entity", (ListedName(name),), ORIGIN)
        for at, name in enumerate(_NAMES)
    ),
]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_CUT", 10)


def _made(folder: Path, listings: Sequence[Listing], *before: Path) -> dict[str, bytes]:
    """The files of an index, but for what is kept."""
    folder.mkdir()
    build(listings, folder, kept=Kept(folder, before))
    return {x.name: x.read_bytes() for x in folder.iterdir() if "read" not in x.name}


def _read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many listings are read anew, part by part, from now on."""
    found: list[int] = []

    def of_listings(asked: Sequence[columns.Asked]) -> columns.Columns:
        found.append(len(asked))
        return columns.of_listings(asked)

    monkeypatch.setattr(reading, "of_listings", of_listings)
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    return found


def test_nothing_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    build(MANY, plain)
    expected = {x.name: x.read_bytes() for x in plain.iterdir()}
    assert _made(tmp_path / "first", MANY) == expected
    read = _read(monkeypatch)
    assert _made(tmp_path / "second", MANY, tmp_path / "first") == expected
    assert not read
    assert _made(tmp_path / "third", MANY, tmp_path / "second") == expected
    assert not read


@pytest.mark.parametrize("at", [0, 70, len(MANY)])
def test_few_are_read_where_a_listing_comes_changes_or_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    _made(tmp_path / "before", MANY)
    new = Listing("new:1", "test", "person", (ListedName("Olga Lutsch"),), ORIGIN)
    changed = replace(MANY[3], names=(*MANY[3].names, ListedName("Another")))
    weaker = replace(MANY[60], names=(replace(MANY[60].names[0], weak=True),))
    others = {3: changed, 60: weaker}
    listings = [others.get(place, one) for place, one in enumerate(MANY)]
    listings.insert(at, new)
    del listings[-20]
    expected = _made(tmp_path / "anew", listings)
    read = _read(monkeypatch)
    assert _made(tmp_path / "after", listings, tmp_path / "before") == expected
    assert 0 < sum(read) < len(MANY) / 2


def test_by_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _made(tmp_path / "first", MANY)
    monkeypatch.setattr(reading, "_ALONE", 3)
    monkeypatch.setattr(reading, "_AHEAD", 1)
    monkeypatch.setattr(reading, "_MOST_AHEAD", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert _made(tmp_path / "second", MANY) == expected
    half = [one for at, one in enumerate(MANY) if at < 20 or at > 90]
    _made(tmp_path / "half", half)
    assert _made(tmp_path / "third", MANY, tmp_path / "half") == expected


def test_what_is_damaged_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = _made(tmp_path / "before", MANY)
    held = tmp_path / "before" / "readings.bin"
    data = bytearray(held.read_bytes())
    data[len(data) // 2] ^= 1
    held.write_bytes(data)
    read = _read(monkeypatch)
    assert _made(tmp_path / "after", MANY, tmp_path / "before") == expected
    assert len(read) == 1
    held.write_bytes(data[: len(data) // 3])
    assert _made(tmp_path / "cut", MANY, tmp_path / "before") == expected
    assert len(read) > 2
    read.clear()
    for number, left in enumerate(("{}", "[", '{"made_by": 1, "parts": 2}')):
        (tmp_path / "before" / "readings.json").write_text(left)
        said = _made(tmp_path / f"none{number}", MANY, tmp_path / "before")
        assert said == expected
    assert sum(read) == 3 * len(MANY)


def test_what_other_code_read_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path / "before", MANY)
    monkeypatch.setattr(store, "version", lambda: "other")
    read = _read(monkeypatch)
    _made(tmp_path / "after", MANY, tmp_path / "before")
    assert sum(read) == len(MANY)


def test_nothing_is_kept_of_nothing(tmp_path: Path) -> None:
    expected = _made(tmp_path / "before", [])
    assert _made(tmp_path / "after", [], tmp_path / "before") == expected
    assert _made(tmp_path / "missing", [], tmp_path / "nowhere") == expected


def test_of_two_indexes_before_either_gives_what_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = _made(tmp_path / "whole", MANY)
    half = len(MANY) // 2
    _made(tmp_path / "first", MANY[:half])
    _made(tmp_path / "second", MANY[half:])
    read = _read(monkeypatch)
    before = tmp_path / "first", tmp_path / "nowhere", tmp_path / "second"
    assert _made(tmp_path / "both", MANY, *before) == expected
    assert sum(read) < len(MANY) / 4


@pytest.mark.parametrize("to", [b'":[1', b'":[-', b'":["'])
def test_damaged_places_are_no_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: bytes
) -> None:
    expected = _made(tmp_path / "before", MANY)
    places = tmp_path / "before" / "readings.json"
    places.write_bytes(places.read_bytes().replace(b'":[', to))
    read = _read(monkeypatch)
    assert _made(tmp_path / "after", MANY, tmp_path / "before") == expected
    assert sum(read) == len(MANY)


def test_any_code_of_names_makes_other_readings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _made(tmp_path / "before", MANY)
    code = tmp_path / "code" / "features"
    code.mkdir(parents=True)
    (code / "name.py").write_text("other")
    monkeypatch.setattr(kept, "files", lambda _: tmp_path / "code")
    read = _read(monkeypatch)
    _made(tmp_path / "after", MANY, tmp_path / "before")
    assert sum(read) == len(MANY)
    read.clear()
    _made(tmp_path / "same", MANY, tmp_path / "after")
    assert not read
    (code / "name.py").write_text("another")
    _made(tmp_path / "last", MANY, tmp_path / "same")
    assert sum(read) == len(MANY)
