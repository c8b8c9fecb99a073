"""Imported statistics that are taken out count no more; what they had replaced does."""

from pathlib import Path

from enduse.library.statistics import Statistics
from enduse.library.statistics_import import Importing, Outcome
from enduse.library.statistics_removal import remove


def table(folder: Path, name: str, value: str) -> Path:
    path = folder / name
    path.write_text(
        "reporter,partner,direction,period,hs,value_usd\n"
        f"KG,CN,M,2023,854231,{value}\nKG,CN,M,2022,854231,1\n"
    )
    return path


def imported(home: Path, *paths: Path) -> Outcome:
    return Importing(home / "flows", "enduse test").files(paths)


def values(home: Path) -> list[float]:
    frame = Statistics.open(home).scan().collect()
    return sorted(float(value) for value in frame["value"].to_list())


def test_a_file_taken_out_gives_way_to_the_one_before_it(tmp_path: Path) -> None:
    old, new = table(tmp_path, "old.csv", "10"), table(tmp_path, "new.csv", "12")
    assert not imported(tmp_path, old, new).refused
    assert values(tmp_path) == [1.0, 12.0]
    removed = remove(tmp_path, "new.csv")
    assert ([info.file for info in removed.files], removed.left) == (["new.csv"], 1)
    assert (removed.kept[0] / "snapshot.json").is_file()
    assert values(tmp_path) == [1.0, 10.0]
    assert not Statistics.open(tmp_path).state.views
    assert imported(tmp_path, new).imported
    assert values(tmp_path) == [1.0, 12.0]


def test_a_source_goes_with_all_its_files_and_a_snapshot_by_its_start(
    tmp_path: Path,
) -> None:
    paths = [table(tmp_path, f"{n}.csv", str(n)) for n in (3, 4, 5)]
    outcome = imported(tmp_path, *paths)
    first = outcome.imported[0]
    assert not remove(tmp_path, first.sha256[:5]).files
    assert remove(tmp_path, first.sha256[:8]).left == 2
    assert len(remove(tmp_path, first.source).files) == 2
    assert values(tmp_path) == []


def test_nothing_is_made_where_nothing_was_imported(tmp_path: Path) -> None:
    assert not remove(tmp_path, "comtrade").files
    assert not (tmp_path / "flows").exists()
