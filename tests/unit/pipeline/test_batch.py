"""A batch gives what `enduse screen` gives for the same rows, bad rows included."""

from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.messages.message import Options
from enduse.model import Party, PartyName
from enduse.model.encode import to_plain
from enduse.model.origin import Origin
from enduse.pipeline import case_codec
from enduse.pipeline.batch import SCHEMA, cases
from enduse.pipeline.line import line, read
from enduse.pipeline.screen import chunks_of, screen
from enduse.pipeline.screener import Screener
from tests.made import customers_csv, invented_name, un_file

AS_OF = date(2026, 11, 3)


@pytest.fixture(scope="module")
def screener(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    home = tmp_path_factory.mktemp("home")
    Update(home / "library", "enduse test").from_paths(
        [un_file(tmp_path_factory.mktemp("lists"), 640)]
    )
    return Screener(Library.open(home), as_of=AS_OF)


ROWS = [
    ("A1", "Quiet Harbour Bakery", "NO"),
    ("A2", invented_name(7), "KP"),
    ("A3", "", ""),
    ("A4", "Erika Mustermann", "Atlantis"),
]


def table(file: SourceFile) -> pa.RecordBatch:
    columns = dict(
        zip(("id", "name", "country"), map(list, zip(*ROWS, strict=True)), strict=True)
    )
    said = {"file": file.name, "sha256": file.sha256, "format": "customers-csv"}
    return pa.RecordBatch.from_pydict(columns).replace_schema_metadata(said)


def test_rows_of_a_file_give_the_lines_of_that_file(
    screener: Screener, tmp_path: Path
) -> None:
    path = tmp_path / "customers.csv"
    path.write_text(customers_csv(ROWS), encoding="utf-8")
    file = SourceFile.of(path)
    expected = [line(one) for one in screen(screener, [file], Options())]
    found = screener.assess_batch(table(file))
    assert found.schema == SCHEMA
    assert found.column("assessment").to_pylist() == expected
    assert found.column("ref").to_pylist() == ["A1", "A2", "A3", "A4"]
    assert found.column("outcome").to_pylist() == ["clear", "stop", "review", "clear"]
    hit = found.column("findings").to_pylist()[1][0]
    assert hit["listing_id"] == "un-sc:9000007"
    assert hit["score"] > 0.9


def test_rows_without_a_name_have_a_problem(screener: Screener) -> None:
    batch = pa.RecordBatch.from_pydict({"name": ["", "Erika Mustermann"]})
    first, _ = screener.assess_batch(batch).column("assessment").to_pylist()
    assert [p["code"] for p in orjson.loads(first)["problems"]] == ["row-empty"]


def test_a_second_part_of_a_file_counts_on(screener: Screener) -> None:
    batch = pa.RecordBatch.from_pydict({"name": ["Erika Mustermann"]})
    later = batch.replace_schema_metadata({"before": "1000"})
    assert screener.assess_batch(later).column("ref").to_pylist() == ["1001"]


def test_typed_columns_are_read_as_a_table_shows_them(screener: Screener) -> None:
    columns = {
        "customer id": [7],
        "name": [invented_name(5)],
        "born": [date(1970, 1, 2)],
        "alias": [["One", "Two"]],
    }
    (case,) = cases(pa.RecordBatch.from_pydict(columns))
    party = case.facts[0].value
    assert isinstance(party, Party)
    assert case.subject.ref == "7"
    assert [name.text for name in party.names] == [invented_name(5), "One", "Two"]
    assert party.birth_dates[0].iso == "1970-01-02"


def test_parties_as_json(screener: Screener) -> None:
    party = Party("customer", Origin("x", "", ""), (PartyName(invented_name(7)),))
    said = [orjson.dumps(to_plain(party)).decode(), '{"names": []}', "{", None]
    batch = pa.RecordBatch.from_pydict({"id": ["P", None, "", "Q"], "party": said})
    found = screener.assess_batch(batch).to_pylist()
    assert [row["ref"] for row in found] == ["P", "2", "3", "4"]
    assert [row["outcome"] for row in found] == ["stop", "review", "review", "review"]
    assert b"batch-row-malformed" in found[2]["assessment"]


def test_nothing_in_nothing_out(screener: Screener) -> None:
    empty = pa.RecordBatch.from_pydict({"name": pa.array([], pa.string())})
    assert screener.assess_batch(empty).num_rows == 0
    assert list(cases(pa.RecordBatch.from_pydict({}))) == []


def test_a_case_comes_back_as_it_was_sent(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    odd = '{"id": "S1", "name": "Bal\\ud800 Dor", "born": "1970", "note": "x"}\n'
    path.write_text(odd, encoding="utf-8")
    (chunk,) = chunks_of([SourceFile.of(path)], Options())
    sent = [case_codec.decode(case_codec.encode(case)) for case in chunk]
    assert sent == chunk


def test_a_line_reads_back(screener: Screener) -> None:
    batch = pa.RecordBatch.from_pydict({"name": [invented_name(7)], "born": ["1970"]})
    (written,) = screener.assess_batch(batch).column("assessment").to_pylist()
    assert line(read(written)) == written


@given(st.lists(st.one_of(st.none(), st.text(), st.binary()), max_size=4))
def test_any_bytes_as_a_case_give_an_assessment(
    screener: Screener, values: list[str | bytes | None]
) -> None:
    raw = [v.encode("utf-8", "replace") if isinstance(v, str) else v for v in values]
    for column in ("case", "party"):
        batch = pa.RecordBatch.from_pydict({column: pa.array(raw, pa.binary())})
        found = screener.assess_batch(batch)
        assert found.num_rows == len(values)
        assert all(b'"problems":[{' in row for row in found.column(2).to_pylist())


@pytest.mark.parametrize("given", [{"name": ["Nobody"]}, ["Nobody"], None, "Nobody"])
def test_what_is_no_batch_is_said_to_be_none(screener: Screener, given: Any) -> None:
    with pytest.raises(TypeError, match=r"a pyarrow\.RecordBatch, not "):
        screener.assess_batch(given)


def test_columns_that_name_nobody_are_told_by_their_headings(
    screener: Screener,
) -> None:
    batch = pa.RecordBatch.from_pydict({"foo": ["x"], "bar": ["y"]})
    (written,) = screener.assess_batch(batch).column("assessment").to_pylist()
    told = orjson.loads(written)
    assert told["outcome"] == "review"
    (unknown,) = [p for p in told["problems"] if p["code"] == "header-unknown"]
    assert "it has: foo, bar." in unknown["message"]
