"""The real tables of goods: counts, and what they must and must not say."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from enduse.goods import editions, hs
from enduse.goods.components import Components
from enduse.goods.control import ControlLists
from enduse.goods.control_list import shipped
from enduse.goods.entry import Term
from enduse.goods.store import GoodsStore
from enduse.library.update import Update
from tests.conftest import real_data

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("goods")
    paths = [real_data("goods"), real_data("flows")]
    outcome = Update(place / "library", "test").from_paths(paths)
    # A list of one's own wants a card: the folders' CHPL tables have none, ours ships.
    assert {getattr(one, "code", "") for one in outcome.refused} == {"card-missing"}
    unknown = {path.parent.name for path in outcome.unknown}
    assert "labelled" in unknown  # to be learned from, not looked things up in
    assert not [s for s in outcome.switched if "label" in s.info.files[0].name]
    return place


def test_every_table_is_read(home: Path) -> None:
    store = GoodsStore.open(home)
    assert {"hs-2022", "hs-sections", "us-hts", "tnved", "us-ccl", "ua-gur"} <= set(
        store.current
    )
    texts = {t.code: t.text for t in store.entries(Term, "tnved")}
    assert texts["8457101008"].startswith("Центры обрабатывающие")
    assert {t.hs6 for t in store.entries(Term, "hs-2022")} - {""} - {
        "999999"
    } == hs.codes("HS2022")


def test_the_shipped_list_is_the_published_one() -> None:
    path = real_data("goods") / "chpl" / "chpl_2024-02-23.csv"
    rows = csv.DictReader(path.open(encoding="utf-8"))
    held = {entry.code: entry.tier for entry in shipped("chpl").entries}
    assert held == {row["hs6"]: row["tier"] for row in rows}


def test_links_are_those_of_the_tables() -> None:
    folder = real_data("flows")
    for newer, older in (("2022", "2017"), ("2017", "2012")):
        path = folder / f"hs{newer}_to_hs{older}_correlation.csv"
        with path.open(encoding="utf-8") as stream:
            rows = list(csv.DictReader(stream))
        want: dict[str, set[str]] = {}
        for row in rows:
            want.setdefault(row[f"hs{newer}"], set()).add(row[f"hs{older}"])
        for code, others in want.items():
            links = editions.targets(code, f"HS{newer}", f"HS{older}")
            found = {link.code for link in links if link.basis == "unsd"}
            assert found == others - {"851712"} or code not in ("854151", "854159")
            assert code in ("854151", "854159") or found == others


def test_export_bans_bear_on_what_they_name(home: Path) -> None:
    lists = ControlLists.open(home)
    bans = {c.code for c in lists.controls("845710") if c.list == "eu-833"}
    assert not bans or all(code.startswith("8457") for code in bans)
    assert [c for c in lists.controls("84715000") if c.list == "eu-833"]
    assert len(lists.codes("eu-833")) > 900


def test_parts_of_recovered_weapons(home: Path) -> None:
    held = Components.open(home)
    assert len(held) == 5806
    numbered = [(n, c) for c in held.find_all() for n in c.numbers]
    found = Counter(bool(held.find(n, c.maker)) for n, c in numbered)
    assert found[True] / found.total() > 0.98
    packed = [(f"{n}-REEL7", c) for n, c in numbered]
    again = Counter(bool(held.find(n, c.maker)) for n, c in packed)
    assert again[True] / again.total() > 0.9
    for word in ("FPGA", "MOSFET", "GPS", "USB", "12V", "RS-232", "100", "1 PC"):
        assert held.find(word) == ()
