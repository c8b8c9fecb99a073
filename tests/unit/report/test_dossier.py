"""The dossier: everything asked, nothing half-written, no cell a formula."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from enduse.cli.flows import telling
from enduse.flows.answer import Answer
from enduse.flows.query import Query
from enduse.report.dossier.asked import Section, coalition, matter_of, sections, windows
from enduse.report.dossier.cells import as_csv, safe
from enduse.report.dossier.folder import Cover, Part, write
from tests.unit.report.invented_flows import EVENT, GOODS, SENDERS, statistics

COVER = Cover("Chips <on> the way", (("Trade", "exports & more"),))


@pytest.fixture(scope="module")
def flows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pl.LazyFrame]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ENDUSE_HOME", str(tmp_path_factory.mktemp("home")))
        yield statistics()


@pytest.fixture(scope="module")
def made(
    flows: pl.LazyFrame, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[Part]]:
    place = tmp_path_factory.mktemp("out") / "dossier"
    matter = matter_of(flows, Query(SENDERS, ("RU",), GOODS), EVENT)
    told: list[str] = []
    parts = write(place, COVER, sections(flows, matter), telling.plain, told.append)
    assert [line.partition(": ")[2] for line in told] == [p.title for p in parts]
    assert told[0].startswith(f"1 of {len(parts)}")
    return place, parts


def test_every_answer_is_there_as_page_picture_and_table(
    made: tuple[Path, list[Part]],
) -> None:
    place, parts = made
    assert [p.why for p in parts] == [""] * len(parts)
    names = {path.name for path in place.iterdir()}
    for part in parts:
        wanted = {f"{part.name}.{end}" for end in ("html", "svg", "json", "csv")}
        assert wanted == set(part.files)
        assert wanted <= names
    assert names == {f for p in parts for f in p.files} | {"index.html", "dossier.json"}
    kinds = {part.name[3:] for part in parts}
    asked = {"coverage", "change", "reroute", "goods", "surges", "effect", "mirror"}
    assert asked | {"prices", "suppliers-ru"} <= kinds


def test_json_and_csv_hold_the_same_rows(made: tuple[Path, list[Part]]) -> None:
    place, parts = made
    for part in parts:
        found = json.loads((place / f"{part.name}.json").read_bytes())
        lines = (place / f"{part.name}.csv").read_bytes().decode("utf-8-sig")
        table = list(csv.DictReader(io.StringIO(lines)))
        assert len(found["rows"]) == len(table) == part.rows
        assert set(table[0]) == {name for row in found["rows"] for name in row}


def test_the_index_leads_to_all_and_fetches_nothing(
    made: tuple[Path, list[Part]],
) -> None:
    place, parts = made
    page: Any = html.document_fromstring((place / "index.html").read_text())
    links = {str(link) for link in page.xpath("//main//a/@href")}
    assert {f for p in parts for f in p.files} == {x for x in links if x[0] != "#"}
    assert {x[1:] for x in links if x[0] == "#"} == {part.name for part in parts}
    assert not page.xpath("//script | //link | //img | //@src")
    assert page.xpath("//h1")[0].text == COVER.title
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def _answer(*rows: dict[str, Any]) -> Answer:
    return Answer("q", "d", rows)


def test_a_question_that_cannot_be_asked_is_said_and_stops_nothing(
    flows: pl.LazyFrame, tmp_path: Path
) -> None:
    def unasked() -> Answer:
        raise ValueError("there are no <months>")

    asked = [
        Section("a", "First", unasked),
        Section("b", "Second", lambda: _answer({"name": "x", "n": 1})),
    ]
    first, second = write(tmp_path / "d", COVER, asked, telling.plain, print)
    assert first.why == "there are no <months>"
    assert first.files == ()
    assert second.files == ("02-b.csv", "02-b.json")
    assert "no figure for a picture" in second.why
    page = (tmp_path / "d" / "index.html").read_text()
    assert "there are no &lt;months&gt;" in page


def test_a_failure_leaves_the_earlier_dossier_whole(
    flows: pl.LazyFrame, tmp_path: Path
) -> None:
    place = tmp_path / "d"
    good = [Section("a", "First", lambda: _answer({"name": "x"}))]
    write(place, COVER, good, telling.plain, print)
    before = {path.name: path.read_bytes() for path in place.iterdir()}

    def broken() -> Answer:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write(place, COVER, [*good, Section("b", "x", broken)], telling.plain, print)
    assert {path.name: path.read_bytes() for path in place.iterdir()} == before
    assert list(tmp_path.iterdir()) == [place]
    write(place, COVER, good, telling.plain, print)


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ValueError, match="other files"):
        write(tmp_path, COVER, [], telling.plain, print)
    with pytest.raises(ValueError, match="is a file"):
        write(tmp_path / "thesis.txt", COVER, [], telling.plain, print)
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@given(st.text())
def test_no_text_becomes_a_formula(text: str) -> None:
    (head, row) = csv.reader(io.StringIO(as_csv([{"a": text}]).decode("utf-8-sig")))
    assert head == ["a"]
    assert not row or row[0].lstrip()[:1] not in {"=", "+", "-", "@"}


def test_numbers_stay_numbers_and_unknown_stays_empty() -> None:
    assert (safe(-4.5), safe(1e-7), safe(None), safe(-0.0)) == (
        "-4.5",
        "1e-07",
        "",
        "-0.0",
    )
    assert safe('=HYPERLINK("http://x")') == '\'=HYPERLINK("http://x")'


def test_windows_are_of_the_same_months_on_both_sides() -> None:
    months = [f"{y}-{m:02}" for y in (2020, 2021, 2022, 2023) for m in range(1, 13)]
    pre, post = windows(months, "2022-03")
    assert (str(pre), str(post)) == ("2021-03..2022-02", "2022-03..2023-02")
    pre, post = windows(["2019", "2021", "2022", "2023"], "2022-03")
    assert (str(pre), str(post)) == ("2021", "2023")
    with pytest.raises(ValueError, match="both sides"):
        windows(["2023-01"], "2022-03")


def test_who_sends_where_nobody_says() -> None:
    assert coalition(["DE", "US", "KZ"], "RU", ["KZ"]) == ("EU27_2020",)
    assert coalition(["US", "KZ", "RU", "WORLD"], "RU", ["KZ"]) == ("US",)


def test_a_target_nobody_sends_to_is_said(flows: pl.LazyFrame) -> None:
    with pytest.raises(ValueError, match="no export to Iceland is in store"):
        matter_of(flows, Query(partners=("IS",)), EVENT)
