"""Goods tables in other encodings and shapes, cut off, huge and hostile."""

from pathlib import Path

import openpyxl
import pytest

from enduse.files.source_file import SourceFile
from enduse.goods import registry
from enduse.goods.entry import Correlation, Entry, Term
from enduse.lists.record import Record
from enduse.model import Problem


def take(path: Path) -> tuple[str, list[Entry], list[Problem]]:
    found = registry.sniff(SourceFile.of(path))
    assert found, path.name
    module = registry.reader(found[0])
    rows = list(module.rows([SourceFile.of(path)], found[1]))
    results = list(module.entries(r for r in rows if isinstance(r, Record)))
    problems = [r for r in (*rows, *results) if isinstance(r, Problem)]
    return found[1], [r for r in results if not isinstance(r, Problem)], problems


def test_the_statistics_divisions_workbook(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "ReadMe"  # type: ignore[union-attr]  # a new book has a sheet
    sheet = book.create_sheet("Correlation")
    for row in (
        ["Correlation of the editions"],
        [],
        ["HS 2022", "HS 2017", "Relationship"],
        ["854149", "854140", "n:1"],
        [10121, "010121", "1 to 1"],
    ):
        sheet.append(row)
    other = book.create_sheet("Conversion")
    other.append(["From HS 2022", "To HS 2017"])
    other.append(["854151", "851712"])
    path = tmp_path / "HS2022toHS2017ConversionAndCorrelationTables.xlsx"
    book.save(path)
    source, entries, problems = take(path)
    assert source == "unsd-hs2022-hs2017"
    found = [e for e in entries if isinstance(e, Correlation)]
    assert [(e.newer, e.older, e.relationship) for e in found] == [
        ("854149", "854140", "n:1"),
        ("010121", "010121", "1:1"),
        ("854151", "851712", "conversion"),
    ]
    assert not problems
    assert "sheet=Correlation&row=4" in found[0].origin.locator


def test_a_workbook_without_such_a_sheet_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "hs2022_hs2017.xlsx"
    openpyxl.Workbook().save(path)
    assert [p.severity for p in take(path)[2]] == ["error"]
    path.write_bytes(b"PK\x03\x04 no workbook")
    assert [p.code for p in take(path)[2]] == ["table-malformed"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_told(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "tnved_2022.csv"
    text = "code,text_ru\n8457,ЦЕНТРЫ ОБРАБАТЫВАЮЩИЕ\n8457101008,- - прочие\n"
    path.write_bytes(text.encode(encoding))
    entries = take(path)[1]
    assert isinstance(entries[1], Term)
    assert entries[1].text == "Центры обрабатывающие: прочие"


def test_an_encoding_that_had_to_be_guessed_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "cn2023_fr.csv"
    path.write_bytes("cn8,text\n01012100,Chevaux élevés\n".encode("cp1252"))
    source, entries, problems = take(path)
    assert source == "cn-2023-fr"
    assert isinstance(entries[0], Term)
    assert entries[0].text == "Chevaux élevés"
    assert [p.code for p in problems] == ["encoding-guessed"]


def test_semicolons_and_tabs(tmp_path: Path) -> None:
    for mark in ";\t":
        path = tmp_path / "cn2024_en.csv"
        path.write_text(f"cn8{mark}text\n84571010{mark}Centres\n", encoding="utf-8")
        assert len(take(path)[1]) == 1


def test_a_file_cut_within_a_row_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "hs.csv"
    head = "section,hscode,description,parent,level\n"
    path.write_text(head + "XVI,845710,Machining,8457,6\nXVI,8457", encoding="utf-8")
    problems = take(path)[2]
    assert [p.code for p in problems if p.severity == "error"] == ["table-truncated"]


def test_hostile_cells_are_kept_as_text_or_told(tmp_path: Path) -> None:
    path = tmp_path / "cn2023_en.csv"
    huge = "x" * 1_000_000
    path.write_text(
        f"cn8,text\n84571010,=cmd|' /C calc'!A0\n84571090,{huge}\n"
        f"{'9' * 100_000},digits\n٨٤٥٧١٠١٠,other digits\n",
        encoding="utf-8",
    )
    _, entries, problems = take(path)
    assert len(entries) == 2
    assert len(problems) == 2
    assert all(len(problem.message) < 200 for problem in problems)


def test_an_edition_is_told_by_its_codes(tmp_path: Path) -> None:
    for code, edition in (("854140 854150 854890", "2017"), ("854149 854800", "2022")):
        path = tmp_path / "some.csv"
        lines = "".join(f"{c},words\n" for c in [*code.split(), "845710"])
        path.write_text(f"hscode,description\n{lines}\n", encoding="utf-8")
        found = registry.sniff(SourceFile.of(path))
        assert found == ("hs", f"hs-{edition}")
