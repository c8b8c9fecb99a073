"""Names read by several processes are those one process reads."""

from collections.abc import Iterable, Iterator

import pytest

from enduse.model import ListedName, Listing
from enduse.names import build, reading, vocabulary
from enduse.names.build import Builder
from tests.unit.names.cast import LISTINGS, ORIGIN


def _many() -> Iterator[Listing]:
    yield from LISTINGS
    yield Listing("test:0", "test", "person", (), ORIGIN)
    for at in range(50):
        name = ListedName(f"Brelov {at} Trading LLC")
        yield Listing(f"many:{at}", "test", "entity", (name,), ORIGIN)


def _plain(parts: Iterable[reading.Part]) -> tuple[list[str], list[str], bytes]:
    """The ids of the listings of parts, and what is built of them."""
    builder, ids = Builder(), []
    for part, columns in parts:
        builder.add(part, columns)
        ids += [listing.id for listing in part]
    arrays, facts = builder.arrays()
    said = [f"{name} {value}" for name, value in facts.items()]
    return ids, said, b"".join(arrays[name].tobytes() for name in sorted(arrays))


def test_alone_and_together(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = _plain(reading.parts(_many()))
    monkeypatch.setattr(reading, "_ALONE", 3)
    monkeypatch.setattr(reading, "_TOGETHER", 7)
    monkeypatch.setattr(reading, "_AHEAD", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert _plain(reading.parts(_many())) == alone
    assert alone[0] == [x.id for x in _many()]


def test_large_halves_are_read_by_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = _plain(reading.parts(_many()))
    monkeypatch.setattr(build, "_LARGE", 1)
    monkeypatch.setattr(vocabulary, "_LARGE", 1)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert _plain(reading.parts(_many())) == alone


def test_an_end_where_processes_would_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_ALONE", len(LISTINGS))
    assert sum(len(part) for part, _ in reading.parts(LISTINGS)) == len(LISTINGS)


def test_nothing_is_an_index_too() -> None:
    arrays, facts = Builder().arrays()
    assert facts["names"] == facts["listings"] == 0
    assert not len(arrays["name_token"])
