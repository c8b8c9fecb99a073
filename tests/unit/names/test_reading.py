"""Names read by several processes are those one process reads."""

from collections.abc import Iterator

import pytest

from enduse.model import ListedName, Listing
from enduse.names import reading
from tests.unit.names.cast import LISTINGS, ORIGIN


def _many() -> Iterator[Listing]:
    yield from LISTINGS
    yield Listing("test:0", "test", "person", (), ORIGIN)
    for at in range(50):
        name = ListedName(f"Brelov {at} Trading LLC")
        yield Listing(f"many:{at}", "test", "entity", (name,), ORIGIN)


def test_alone_and_together(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = list(reading.readings(_many()))
    monkeypatch.setattr(reading, "_ALONE", 3)
    monkeypatch.setattr(reading, "_TOGETHER", 7)
    monkeypatch.setattr(reading, "_AHEAD", 2)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    assert list(reading.readings(_many())) == alone
    assert [listing.id for listing, _ in alone] == [x.id for x in _many()]


def test_an_end_where_processes_would_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_ALONE", len(LISTINGS))
    assert len(list(reading.readings(LISTINGS))) == len(LISTINGS)
