"""A firm's own list: formats, mapping, many values in a cell, and bad input."""

from datetime import date
from pathlib import Path

import orjson
import pytest
from openpyxl import Workbook

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.own import table
from enduse.lists.record import Record
from enduse.model import Listing, Problem

CSV = """Ref;Full Name;Aliases;DOB;Nationality;Tax number;Colour;Measure
7;Ivan Invented;"Johnny; Vanya
I. Invented";03/25/1970;Russian;500100732259;blue;watch
8;Example Works LLC*;;;"Korea, Republic of";7707083893;;
8;=cmd|' /C calc'!A0;;soon;Atlantis;;red;
;;;;;;green;
"""


def read(*paths: Path) -> tuple[list[Listing], list[Problem]]:
    rows = list(table.rows([SourceFile.of(p) for p in paths], "own-test"))
    results = list(table.listings([r for r in rows if isinstance(r, Record)]))
    faults = [r for r in (*rows, *results) if isinstance(r, Problem)]
    return [r for r in results if isinstance(r, Listing)], faults


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_it_works(tmp_path: Path) -> None:
    listings, faults = read(write(tmp_path, "list.csv", CSV))
    first, second, third = listings
    assert [n.text for n in first.names] == [
        "Ivan Invented",
        "Johnny",
        "Vanya",
        "I. Invented",
    ]
    assert (first.id, first.kind) == ("own-test:7", "person")
    assert first.birth_dates[0].earliest == date(1970, 3, 25)
    assert first.nationalities == ("RU",)
    assert first.measures == ("internal", "watch")
    assert first.identifiers[0].scheme == "inn"
    assert "Colour: blue" in first.notes
    assert (second.name, second.countries) == ("Example Works LLC", ("KR",))
    assert second.identifiers[0].scheme == "inn"
    assert (third.id, third.name) == ("own-test:8~2", "=cmd|' /C calc'!A0")
    assert sorted(fault.code for fault in faults) == [
        "country-unknown",
        "date-unreadable",
        "entry-empty",
        "id-not-unique",
    ]


def test_given_mapping_is_used_and_checked(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "a,b,c\nAnn,1999,RU\n")
    given = {"alias": ["a"], "name": ["b"], "country": ["c"], "note": ["gone"]}
    chosen = write(tmp_path, "mapping.json", table.mapping_file(given))
    listings, faults = read(path, chosen)
    assert [n.text for n in listings[0].names] == ["1999", "Ann"]
    assert [fault.code for fault in faults] == ["column-missing"]


def test_mapping_to_an_unknown_field_is_a_callers_mistake() -> None:
    with pytest.raises(ValueError, match="no such field: colour; there are: id, name"):
        table.mapping_file({"colour": ["x"]})


def test_broken_mapping_stops_the_list(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", "name\nAnn\n")
    listings, faults = read(path, write(tmp_path, "mapping.json", "{broken"))
    assert listings == []
    assert [(f.code, f.severity) for f in faults] == [("mapping-unreadable", "error")]


def test_guess_is_what_rows_use(tmp_path: Path) -> None:
    path = write(tmp_path, "list.csv", CSV)
    guessed = table.guess(SourceFile.of(path))
    assert guessed["name"] == ["Full Name"]
    again = write(tmp_path, "mapping.json", table.mapping_file(guessed))
    plain, stored = read(path), read(path, again)
    assert [x.names for x in plain[0]] == [x.names for x in stored[0]]
    assert orjson.loads(again.read_bytes()) == guessed


def test_workbook_json_and_lines_say_the_same(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["id", "name", "birth date", "name"])
    book.active.append([1, "Ann Example", date(1970, 3, 1), "Annie"])
    book.save(tmp_path / "list.xlsx")
    plain = {"id": 1, "name": ["Ann Example", "Annie"], "birth date": "1970-03-01"}
    whole = write(tmp_path, "list.json", orjson.dumps({"of": "us", "rows": [plain]}))
    lines = write(tmp_path, "list.jsonl", orjson.dumps(plain) + b"\n")
    for path in (tmp_path / "list.xlsx", whole, lines):
        listings, faults = read(path)
        assert faults == []
        assert [n.text for n in listings[0].names] == ["Ann Example", "Annie"]
        assert listings[0].birth_dates[0].iso == "1970-03-01"
        assert listings[0].id == "own-test:1"


@pytest.mark.parametrize(
    ("encoding", "codes"),
    [("utf-8-sig", []), ("utf-16", []), ("cp1252", ["encoding-guessed"])],
)
def test_encodings(tmp_path: Path, encoding: str, codes: list[str]) -> None:
    data = "name\tland\nJosé Müller\tSpanien\n".encode(encoding)
    listings, faults = read(write(tmp_path, "list.tsv", data))
    assert listings[0].name == "José Müller"
    assert listings[0].countries == ("ES",)
    assert [fault.code for fault in faults] == codes


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "Прибор Восток"), ("gb18030", "深圳东方国际贸易有限公司")],
)
def test_old_encodings_of_other_scripts(
    tmp_path: Path, encoding: str, name: str
) -> None:
    data = f"name,country\n{name},RU\n".encode(encoding)
    listings, faults = read(write(tmp_path, "list.csv", data))
    assert listings[0].name == name
    assert [fault.code for fault in faults] == ["encoding-guessed"]


@pytest.mark.parametrize(
    "data",
    [b"", b"PK\x03\x04cut", b"\x00\x01\x02\xff", b"[1, 2", b'{"a": [', b"\x1f\x8bx"],
)
def test_bad_input_gives_problems_and_nobody(tmp_path: Path, data: bytes) -> None:
    for name in ("list.csv", "list.xlsx", "list.json.gz"):
        listings, faults = read(write(tmp_path, name, data))
        assert listings == []
        assert not data or faults


def test_ids_without_an_id_column_survive_re_sorting(tmp_path: Path) -> None:
    one, _ = read(write(tmp_path, "a.csv", "name,note\nAnn,x\nBob,y\n"))
    two, _ = read(write(tmp_path, "b.csv", "name,note\nBob,y\nAnn,x\n"))
    assert {x.id for x in one} == {x.id for x in two}


def test_card_and_reader_of_an_own_list() -> None:
    card = registry.card("own-blocked")
    assert (card.id, card.title, card.measures) == (
        "own-blocked",
        "Own list: blocked",
        ("internal",),
    )
    assert registry.reader_of("own-blocked") is registry.reader("own")
    with pytest.raises(KeyError):
        registry.card("nobody-s")


def test_comma_separates_only_beside_the_rows_own_name(tmp_path: Path) -> None:
    text = 'name,alias\nAnn,"Ann, Annie"\nBob Ltd,"Bob, Inc"\n'
    first, second = read(write(tmp_path, "list.csv", text))[0]
    assert [n.text for n in first.names] == ["Ann", "Annie"]
    assert [n.text for n in second.names] == ["Bob Ltd", "Bob, Inc"]
