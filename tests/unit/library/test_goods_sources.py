"""Goods sources in the library: imported like lists and beside them."""

import shutil
from pathlib import Path

import pytest

from enduse.errors import LibraryCorrupt
from enduse.goods.components import Components
from enduse.goods.control import ControlLists
from enduse.goods.entry import Component, Term
from enduse.goods.store import GoodsStore
from enduse.library.store import Library
from enduse.library.update import Outcome, Update

GOLDEN = Path(__file__).parents[2] / "golden" / "goods"


def take(home: Path, *paths: Path, force: bool = True) -> Outcome:
    return Update(home / "library", "enduse test", force=force).from_paths(paths)


def sources(outcome: Outcome) -> list[str]:
    return [snapshot.info.source for snapshot in outcome.switched]


def test_they_are_kept_beside_the_lists(tmp_path: Path) -> None:
    outcome = take(tmp_path, GOLDEN / "hs-2022", GOLDEN / "ua-gur", GOLDEN / "cn")
    assert sources(outcome) == ["cn-2023-de", "hs-2022", "ua-gur"]
    library = Library.open(tmp_path)
    assert library.is_sample  # goods are no list: nobody is cleared by them
    assert set(library.goods.current) == {"cn-2023-de", "hs-2022", "ua-gur"}
    states = {s.card.id: s for s in library.goods_states()}
    assert states["cn-2023-de"].card.licence
    assert states["ua-gur"].snapshot.info.entries == 4
    terms = list(library.goods.entries(Term, "hs-2022"))
    assert terms[2].code == "845710"
    assert terms[2].origin.sha256 == library.goods.current["hs-2022"]
    assert "#row=5" in terms[2].origin.locator
    assert not list(library.goods.entries(Term, "ua-gur"))
    assert len(list(GoodsStore.open(tmp_path).entries(Component))) == 3


def test_a_second_file_of_one_source_does_not_break_it(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    shutil.copy(GOLDEN / "us-ccl" / "ccl.csv", folder / "a_2024-01.csv")
    shutil.copy(GOLDEN / "us-ccl" / "ccl.csv", folder / "b_2025-01.csv")
    (folder / "b_2025-01.csv").open("a").write("Category 4,A,4A001,Computers,none\n")
    outcome = take(tmp_path, folder)
    assert sources(outcome) == ["us-ccl"]
    assert [p.files[0].name for p in outcome.older] == ["a_2024-01.csv"]
    assert ControlLists.open(tmp_path).controls("4A001")


def test_the_name_index_is_left_alone(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "golden" / "lists" / "un-sc"
    take(tmp_path, sample)
    before = Library.open(tmp_path).manifest
    take(tmp_path, GOLDEN / "hs-2022")
    after = Library.open(tmp_path).manifest
    assert after.current == before.current
    assert after.index == before.index
    assert set(after.goods) == {"hs-2022"}
    take(tmp_path, sample)
    assert set(Library.open(tmp_path).manifest.goods) == {"hs-2022"}


def test_a_file_too_small_is_refused(tmp_path: Path) -> None:
    outcome = take(tmp_path, GOLDEN / "hs-2022", force=False)
    assert not outcome.switched
    assert "at least 6,000 expected" in str(outcome.refused[0])
    assert not GoodsStore.open(tmp_path).current


def test_a_list_of_ones_own_comes_with_its_card(tmp_path: Path) -> None:
    take(tmp_path, GOLDEN / "own", force=False)
    lists = ControlLists.open(tmp_path)
    own = lists.list("own-goods-house-list")
    assert own.card.title == "Goods we do not finance"
    (control,) = [c for c in lists.controls("84571010") if c.grade == "user"]
    assert control.tier == "A"
    assert control.ask == ("Which factory?", "Which axes?")
    assert control.cites[0].section == "4.2"
    (mapped,) = [c for c in lists.controls("854149") if c.grade == "user"]
    assert mapped.code == "854140"


def test_a_faulty_card_is_refused_with_what_to_write(tmp_path: Path) -> None:
    outcome = take(tmp_path, GOLDEN / "own-faulty", force=False)
    (fault,) = outcome.refused
    assert 'title = "..."' in str(fault)


def test_a_table_without_a_card_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("code\n845710\n")
    outcome = take(tmp_path, file)
    assert outcome.unknown == [file]


def test_a_list_of_ones_own_without_a_card_is_told_what_to_write(
    tmp_path: Path,
) -> None:
    file = tmp_path / "house.csv"
    file.write_text("code,title,tier,since\n845710,centres,A,2023-01-01\n")
    outcome = take(tmp_path / "home", file, force=False)
    (fault,) = outcome.refused
    assert "house.toml" in str(fault)
    assert 'publisher = "..."' in str(fault)
    assert outcome.failed


def test_a_table_that_looks_like_a_list_does_not_fail_the_others(
    tmp_path: Path,
) -> None:
    shutil.copytree(GOLDEN / "own", tmp_path / "in")
    (tmp_path / "in" / "other.csv").write_text("code,tier\n845710,A\n")
    outcome = take(tmp_path / "home", tmp_path / "in", force=False)
    assert len(outcome.refused) == len(outcome.switched) == 1
    assert not outcome.failed


def test_a_list_without_a_law_is_cited_by_its_title(tmp_path: Path) -> None:
    (tmp_path / "house.csv").write_text("code,tier\n845710,A\n")
    card = 'id = "house"\ntitle = "House rules"\npublisher = "Example Bank"\n'
    (tmp_path / "house.toml").write_text(card)
    take(tmp_path / "home", tmp_path / "house.csv", force=False)
    found = ControlLists.open(tmp_path / "home").controls("845710")
    (control,) = [c for c in found if c.grade == "user"]
    assert [cite.title for cite in control.cites] == ["House rules"]


def test_old_snapshots_of_goods_can_be_opened_again(tmp_path: Path) -> None:
    take(tmp_path, GOLDEN / "ua-gur")
    sha256 = GoodsStore.open(tmp_path).current["ua-gur"]
    at = Library.open(tmp_path, at={"ua-gur": sha256[:10]})
    assert at.goods.current == {"ua-gur": sha256}
    assert Components.open(at.goods).find("AB1234CDZ")


def test_a_broken_table_or_manifest_says_so(tmp_path: Path) -> None:
    take(tmp_path, GOLDEN / "ua-gur")
    store = GoodsStore.open(tmp_path)
    table = next((tmp_path / "library" / "ua-gur").rglob("component.parquet"))
    table.write_bytes(b"rubbish")
    with pytest.raises(LibraryCorrupt, match="component"):
        list(store.entries(Component))
    (tmp_path / "library" / "manifest.json").write_text("[")
    with pytest.raises(LibraryCorrupt):
        GoodsStore.open(tmp_path)
