"""Correlation tables of the user's own outrank the facts that ship."""

from pathlib import Path

import orjson

from enduse.files.source_file import SourceFile
from enduse.goods.answer import of_code
from enduse.goods.control import ControlLists
from enduse.goods.correlated import Correlated, correlated
from enduse.goods.editions import targets
from enduse.goods.entry import Correlation
from enduse.goods.nomenclature import unsd
from enduse.goods.store import GoodsStore, write
from enduse.lists.record import Record
from enduse.model import Origin
from tests.conftest import real_data

AT = Origin("unsd-hs2022-hs2017", "", "t.csv#row=1")


def home_with(folder: Path, *tables: tuple[str, list[Correlation]]) -> Path:
    current = {}
    for number, (source, links) in enumerate(tables):
        sha = f"{number:064}"
        place = folder / "library" / source / sha
        place.mkdir(parents=True)
        write(place / "entries", Correlation, links)
        current[source] = sha
    manifest = orjson.dumps({"goods": current})
    (folder / "library" / "manifest.json").write_bytes(manifest)
    return folder


def link(newer: str, older: str, relation: str = "n:n") -> Correlation:
    return Correlation(newer, older, "HS2022", "HS2017", relation, AT)


def said(home: Path) -> Correlated:
    found = correlated(GoodsStore.open(home))
    assert found
    return found


def test_an_imported_link_stands_in_the_place_of_what_ships(tmp_path: Path) -> None:
    rows = [link("854149", "854140"), link("854149", "854190")]
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", rows))
    found = targets("854149", "HS2022", "HS2017", imported=said(home))
    assert [(t.code, t.basis) for t in found] == [
        ("854140", "imported"),
        ("854190", "imported"),
    ]
    assert [t.code for t in targets("854149", "HS2022", "HS2017")] == ["854140"]


def test_a_code_the_table_does_not_name_keeps_its_links(tmp_path: Path) -> None:
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", [link("854149", "854140")]))
    shipped = targets("854140", "HS2017", "HS2022")
    mine = targets("854140", "HS2017", "HS2022", imported=said(home))
    assert [t.code for t in mine] == [t.code for t in shipped]
    assert {t.code: t.basis for t in mine}["854149"] == "imported"
    assert {t.code: t.basis for t in mine}["854143"] == "unsd"


def test_lists_are_reached_over_imported_links(tmp_path: Path) -> None:
    rows = [link("854149", "854140"), link("854149", "854190")]
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", rows))
    before = ControlLists.open().controls("854190", edition="HS2017")
    after = ControlLists.open(home).controls("854190", edition="HS2017")
    assert not any(c.code == "854149" for c in before)
    (control,) = (c for c in after if c.code == "854149" and c.list == "chpl")
    assert (control.via, control.p) == ("mapped", 0.5)


def test_an_answer_says_that_the_link_was_imported(tmp_path: Path) -> None:
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", [link("854149", "854140")]))
    lines = [c for c in of_code("854140", home).codes if c.hs6 == "854149"]
    assert [(c.basis, c.came_from) for c in lines] == [("imported", "HS2017 854140")]


def test_no_import_makes_a_telephone_of_a_chip(tmp_path: Path) -> None:
    rows = [link("854159", "851712"), link("854151", "851712")]
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", rows))
    for code in ("854151", "854159"):
        found = targets(code, "HS2022", "HS2017", imported=said(home))
        assert "851712" not in [t.code for t in found]


def test_a_table_of_one_target_a_code_is_not_used(tmp_path: Path) -> None:
    rows = [link("854149", "854190", "conversion")]
    home = home_with(tmp_path, ("unsd-hs2022-hs2017-conversion", rows))
    assert correlated(GoodsStore.open(home)) is None


def test_codes_and_editions_that_do_not_exist_are_left_out(tmp_path: Path) -> None:
    rows = [link("999998", "854140"), Correlation("1", "2", "X", "Y", "1:1", AT)]
    home = home_with(tmp_path, ("unsd-hs2022-hs2017", rows))
    assert correlated(GoodsStore.open(home)) is None


def test_the_real_table_says_what_ships(tmp_path: Path) -> None:
    """Every plain link of the published table is followed, and no other."""
    name = "hs2022_to_hs2017_correlation.csv"
    file = SourceFile.of(real_data("flows") / name)
    source = unsd.sniff(file)
    assert source == "unsd-hs2022-hs2017"
    rows = [r for r in unsd.rows([file], source) if isinstance(r, Record)]
    links = [e for e in unsd.entries(rows) if isinstance(e, Correlation)]
    assert len(links) > 5_000
    mine = said(home_with(tmp_path, (source, links)))
    for code in sorted({one.newer for one in links}):
        ours = targets(code, "HS2022", "HS2017")
        theirs = targets(code, "HS2022", "HS2017", imported=mine)
        assert [t.code for t in theirs] == [t.code for t in ours], code
