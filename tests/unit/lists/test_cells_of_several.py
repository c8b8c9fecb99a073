"""Cells that hold several values, labelled numbers, doubtful dates, bracketed names."""

import pytest

from enduse.lists.births import birth_spans
from enduse.lists.eu.bracketed import names
from enduse.lists.eu.entry import country_of
from enduse.lists.labelled import identifiers
from enduse.lists.record import Record
from enduse.lists.tables import refuse_cut
from enduse.lists.uk.ofsi_columns import said_in
from enduse.model import Origin, Problem
from enduse.text.several import values

NOWHERE = Origin("", "", "")


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("(1) Germany. (2) Morocco", ["Germany.", "Morocco"]),
        ('"(a) 1963; (b) 1960"; 1958', ["1963", "1960", "1958"]),
        ("a) Syrian b) Palestinian", ["Syrian", "Palestinian"]),
        ("K929139 (Tunisian), (b) 00319547", ["K929139 (Tunisian)", "00319547"]),
        ("Foo (a subsidiary) Bar", ["Foo (a subsidiary) Bar"]),
        ("(3) alone", ["(3) alone"]),
        ('an odd " quote; here', ['an odd " quote', "here"]),
        (" ; ", []),
    ],
)
def test_values(cell: str, expected: list[str]) -> None:
    assert values(cell) == expected


@pytest.mark.parametrize(
    ("cell", "country", "expected"),
    [
        ("INN: 7707083893OGRN: 1027700132195", "", {"inn", "ogrn"}),
        ("7707083893, KPP 770701001, OKPO 00032537", "RU", {"inn", "kpp", "okpo"}),
        ("Tax ID: 7707083893", "IR", {"tax_id"}),
        ("Unified Social Credit Code: 91110114783965860W", "CN", {"uscc"}),
        ("12/LaMaTa(Nine)025897", "MM", {"registration"}),
        ("Does not exist", "RU", set()),
    ],
)
def test_identifiers(cell: str, country: str, expected: set[str]) -> None:
    assert {found.scheme for found in identifiers(cell, country=country)} == expected


@pytest.mark.parametrize(
    ("cell", "expected", "unread"),
    [
        ("1978 or 1984", ["1978", "1984"], 0),
        ("(a) 1955, (b) circa 1952", ["1955", "1952~"], 0),
        ("00/00/1923", ["1923"], 0),
        ("dd/mm/1945", ["1945"], 0),
        ("8 Oct.1970", ["1970-10-08"], 0),
        ("(probably) 1944", ["1944~"], 0),
        ("24.6.1402 (Hijri Calendar)", [], 1),
        ("before 1964", [], 1),
        ("", [], 0),
    ],
)
def test_birth_spans(cell: str, expected: list[str], unread: int) -> None:
    spans, problems = birth_spans(cell, NOWHERE)
    assert [span.iso for span in spans] == expected
    assert len(problems) == unread


def test_names_in_brackets_keep_their_kind() -> None:
    found = {(n.text, n.kind) for n in names("SHIP (ex OLD); Завод (ЗВД)", "alias", "")}
    assert ("OLD", "former") in found
    assert ("Завод", "original_script") in found


def test_a_remark_in_brackets_is_no_name() -> None:
    found = [n.text for n in names("Abu Velmor (nom de guerre)", "alias", "")]
    assert found == ["Abu Velmor (nom de guerre)", "Abu Velmor"]


def test_country_of_an_address_is_no_island_and_no_region() -> None:
    assert country_of("54/4, Vasilievsky island, Saint Petersburg") == "RU"
    assert country_of("Bobruysk, st. Kovzana 60") == ""


def test_other_information_without_labels_stays_as_it_is() -> None:
    assert said_in("A plain note.") == {"other": "A plain note."}


def test_only_a_short_last_row_is_a_cut() -> None:
    where = NOWHERE.at("f#row=2")
    ragged = Problem("row-ragged", "has 2 cells where the table has 3 columns", where)
    row, next_row = Record({}, where, "t"), Record({}, NOWHERE.at("f#row=3"), "t")
    cut = [r for r in refuse_cut([ragged, row]) if isinstance(r, Problem)]
    kept = [r for r in refuse_cut([ragged, row, next_row]) if isinstance(r, Problem)]
    assert [p.code for p in cut] == ["row-ragged", "table-truncated"]
    assert [p.code for p in kept] == ["row-ragged"]


def test_what_stands_for_a_picture_of_a_name_is_none() -> None:
    cell = "Chinese:; Text of image; 李晓翠; Sophia Li"
    assert [n.text for n in names(cell, "alias", "")] == ["李晓翠", "Sophia Li"]
