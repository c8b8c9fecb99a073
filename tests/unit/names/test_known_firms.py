"""Ways to write of known firms: their bench finds, misses and alarms as it says."""

import io
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz.distance import OSA

from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher

BENCH = Path(__file__).parents[3] / "bench" / "quality" / "names"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(BENCH))
    return import_module("known_firms")


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    names = ("JSC Brelovax Works", "Tanvig Shipping Lines")
    every = (listing(at, "entity", name) for at, name in enumerate(names))
    return matcher(tmp_path_factory.mktemp("index"), tuple(every))


@pytest.mark.parametrize("listed", ["brelovax", "brelovax works"])
def test_each_way_is_counted(bench: Any, cast: Matcher, listed: str) -> None:
    some = [
        bench.Row("brand", "Brelovax", listed, "Ostrelan"),
        bench.Row("brand", "Wintruk", listed, "Tanvig Shipping Lines"),
        bench.Row("town", "Nobody at all", "ostreban", ""),
    ]
    errors = io.StringIO()
    told = bench.measured(cast, some, "entity", errors)
    assert (told["asked"], told["unlisted"], told["found"]) == (2, 1, 0.5)
    assert (told["twins"], told["alarms"], told["ways"]) == (2, 1, {"brand": [1, 2]})
    said = [line.split("\t")[1:4] for line in errors.getvalue().splitlines()]
    shown = [["miss", "brand", "Wintruk"], ["alarm", "brand", "Tanvig Shipping Lines"]]
    assert said == ([] if bench.is_held(some[0]) else shown)


def test_no_row_stands_twice_and_no_twin_is_a_slip(bench: Any) -> None:
    rows = bench.rows("both")
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        name, twin = row.name.replace(" ", ""), row.twin.replace(" ", "")
        assert not twin or OSA.distance(name.casefold(), twin.casefold()) > 1


def test_about_half_of_the_rows_are_held(bench: Any) -> None:
    held, tuned = len(bench.rows("held")), len(bench.rows("tuned"))
    assert 0.8 < held / tuned < 1.25
