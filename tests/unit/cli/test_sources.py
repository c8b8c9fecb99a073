"""`enduse sources`: what is in the library, and taking it out."""

from pathlib import Path

from tests.made import un_file
from tests.ran import enduse, parsed


def test_sources(home: Path) -> None:
    (source,) = parsed(enduse(home, "sources", "--json"))["sources"]
    assert source["id"] == "un-sc"
    assert source["entries"] == 640
    assert source["published"] == "2026-11-01"
    assert source["current"] is True
    assert len(source["snapshot"]) == 64
    assert "un-sc" in enduse(home, "sources").stdout


def test_sources_leave_no_blanks_at_the_ends_of_lines(home: Path) -> None:
    lines = enduse(home, "sources").stdout.splitlines()
    assert lines[1].startswith("    ")
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_source_is_taken_out(tmp_path: Path) -> None:
    home = tmp_path / "home"
    house = tmp_path / "house.csv"
    house.write_text("name\nVelkor Trading House\n", encoding="utf-8")
    listed = str(un_file(tmp_path, 640))
    assert enduse(home, "update", "--from", listed).returncode == 0
    own = ("update", "--from", str(house), "--own", "House List")
    assert enduse(home, *own).returncode == 0
    assert parsed(enduse(home, "name", "Velkor Trading House", "--json"))["matches"]
    wrong = enduse(home, "sources", "--remove", "house-list")
    assert wrong.returncode == 2
    assert "own-house-list" in wrong.stderr
    assert enduse(home, "sources", "--remove", "un-sc", "--verify").returncode == 2
    told = parsed(enduse(home, "sources", "--remove", "own-house-list", "--json"))
    assert told["removed"]["id"] == "own-house-list"
    assert (Path(told["removed"]["kept"]) / "files" / "house.csv").is_file()
    assert told["left"] == ["un-sc"]
    found = parsed(enduse(home, "name", "Velkor Trading House", "--json"))
    assert (found["matches"], set(found["library"])) == ([], {"un-sc"})
    last = enduse(home, "sources", "--remove", "un-sc")
    assert last.returncode == 0
    assert "enduse update fetches it again" in last.stdout
    assert "sample" in last.stderr
    assert "sample" in enduse(home, "sources").stdout
    assert "there: none" in enduse(home, "sources", "--remove", "sample").stderr
