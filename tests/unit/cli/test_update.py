"""`enduse update`: lists of one's own, and what cannot be imported."""

from pathlib import Path

import pytest

from tests.ran import enduse, parsed


def test_a_list_of_ones_own(tmp_path: Path) -> None:
    book = tmp_path / "house.csv"
    book.write_text(
        "Firmenname,Land,Steuernummer\nBeispiel Schiffbau AG,Deutschland,12345678\n",
        encoding="utf-8",
    )
    home = tmp_path / "home"
    words = ("update", "--from", str(book), "--own", "House List", "--json")
    (switched,) = parsed(enduse(home, *words))["switched"]
    assert (switched["source"], switched["entries"]) == ("own-house-list", 1)
    matches = parsed(enduse(home, "name", "Beispiel Schiffbau", "--json"))["matches"]
    assert [m["source"] for m in matches] == ["own-house-list"]
    wrong = enduse(home, *words, "--map", "nonsense=Land")
    assert wrong.returncode == 2
    assert "nonsense" in wrong.stderr


@pytest.mark.parametrize(
    ("table", "words", "said"),
    [
        ("Spalte,Land\nNord GmbH,DE\n", (), "no column is known to hold names"),
        ("Kunde,Land\nNord GmbH,DE\n", ("--map", "name=Kunden"), "no column 'Kunden'"),
        ("Kunde,Land\nNord GmbH,DE\n", ("--map", "nam=Kunde"), "no such field: nam"),
        ("Kunde,Land\n", ("--map", "name=Kunde"), "holds no row"),
        ("", ("--map", "name=Kunde"), "holds no row"),
    ],
)
def test_an_own_list_without_names_says_what_to_say(
    tmp_path: Path, table: str, words: tuple[str, ...], said: str
) -> None:
    book = tmp_path / "own.csv"
    book.write_text(table)
    done = enduse(tmp_path, "update", "--from", str(book), "--own", "house", *words)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.replace("│", "").split())


def test_the_same_list_twice_is_told(tmp_path: Path) -> None:
    book = tmp_path / "own.csv"
    book.write_text("name,country\nNord GmbH,DE\n")
    words = ("update", "--from", str(book), "--own", "house")
    assert "already" not in enduse(tmp_path, *words).stdout
    assert "it was here already" in enduse(tmp_path, *words).stdout


def test_an_empty_folder_and_a_home_under_a_file_are_told(tmp_path: Path) -> None:
    empty, file = tmp_path / "empty", tmp_path / "file"
    empty.mkdir()
    file.touch()
    done = enduse(tmp_path, "update", "--from", str(empty))
    assert (done.returncode, "holds no file" in done.stderr) == (2, True)
    done = enduse(file, "update", "--from", __file__)
    assert (done.returncode, "no folder" in done.stderr) == (2, True)
