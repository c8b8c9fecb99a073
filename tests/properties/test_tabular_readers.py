"""Whatever the bytes, customer readers give messages and problems, and lose no cell."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.tabular import (
    delimited,
    json_rows,
    name_list,
    workbook,
    xml_rows,
)
from enduse.messages.tabular.row import bare
from enduse.model import Fact, Party, Problem, Text

QUIET = settings(
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CELL = st.text(
    st.characters(codec="utf-8", exclude_characters="\0\r", exclude_categories=["Cs"]),
    max_size=20,
)
READERS = {
    "csv": delimited,
    "xlsx": workbook,
    "json": json_rows,
    "txt": name_list,
    "xml": xml_rows,
}


@QUIET
@given(
    data=st.one_of(
        st.binary(max_size=400),
        st.binary(max_size=200).map(lambda b: b"name;country\n" + b),
        st.binary(max_size=200).map(lambda b: b'{"name":"x"}\n' + b),
        st.binary(max_size=200).map(lambda b: b"PK\x03\x04" + b),
        st.binary(max_size=200).map(lambda b: b"<a><Client><Name>x</Name>" + b),
        st.text('",;\n\r\0a[]{}:\\', max_size=200).map(
            lambda t: ("name,x\n" + t).encode()
        ),
    )
)
def test_any_bytes_give_messages_or_problems(tmp_path: Path, data: bytes) -> None:
    for suffix, reader in READERS.items():
        path = tmp_path / f"any.{suffix}"
        path.write_bytes(data)
        reader.sniff(data)
        for item in reader.parse(SourceFile.of(path), Options()):
            assert isinstance(item, Message | Problem)
            if isinstance(item, Message):
                assert all(isinstance(fact, Fact) for fact in reader.facts(item))


@QUIET
@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=8))
def test_every_cell_reaches_a_fact(tmp_path: Path, rows: list[list[str]]) -> None:
    path = tmp_path / "c.csv"
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["full name", "street", "shoe colour"], *rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    found = list(delimited.parse(SourceFile.of(path), Options()))
    messages = [item for item in found if isinstance(item, Message)]
    assert len(messages) == len(rows)
    for message, row in zip(messages, rows, strict=True):
        words = set(said(message).split())
        cells = [bare(cell) for cell in row]  # without a spreadsheet's marks
        assert set(" ".join(cells).split()) <= words


def said(message: Message) -> str:
    parts: list[str] = []
    for fact in delimited.facts(message):
        value = fact.value
        if isinstance(value, Text):
            parts.append(value.text)
        elif isinstance(value, Party):
            parts += [name.text for name in value.names]
            parts += [part for a in value.addresses for part in (*a.lines, a.street)]
    return " ".join(parts)


def read(path: Path, name: str) -> tuple[list[Message], list[Problem]]:
    found = list(registry.reader(name).parse(SourceFile.of(path), Options()))
    messages = [item for item in found if isinstance(item, Message)]
    return messages, [item for item in found if isinstance(item, Problem)]


def test_a_quote_never_closed_costs_one_row_not_the_file(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    rows = "".join(f"{n},Somebody {n}\n" for n in range(100_000))
    path.write_text(f'id,name\n0,"Open\n{rows}', encoding="utf-8")
    messages, problems = read(path, "customers-csv")
    assert len(messages) == 100_001
    assert [p.code for p in problems] == ["row-malformed"]


def test_a_line_without_end_is_cut_and_told(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_bytes(b"id,name\n1," + b"A" * 5_000_000 + b"\n2,Next\n")
    messages, problems = read(path, "customers-csv")
    assert messages[-1].ref == "2"
    assert any(p.code == "text-damaged" for p in problems)


def test_json_nested_deep_and_broken_lines_do_not_stop_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    lines = ["[" * 100_000, '{"name": "A', json.dumps({"name": "B"}), '{"name": 1e999}']
    path.write_text("\n".join(lines), encoding="utf-8")
    messages, problems = read(path, "customers-jsonl")
    assert problems
    assert all(p.severity == "error" for p in problems)
    assert len(messages) == 2


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + b"\0" * 100, b"\xff\xfe\x00"])
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_broken_files_end_in_an_error(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"broken.{suffix}"
    path.write_bytes(data)
    found = list(READERS[suffix].parse(SourceFile.of(path), Options()))
    assert any(isinstance(p, Problem) and p.severity == "error" for p in found)


def test_a_mapping_overrides_the_guess_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("a;b;name\n1;Right Name;wrong\n", encoding="utf-8")
    options = Options({"name": "B", "id": "a", "lei": "nowhere"})
    found = list(delimited.parse(SourceFile.of(path), options))
    problem, message = found
    assert isinstance(problem, Problem)
    assert problem.code == "column-missing"
    assert isinstance(message, Message)
    party = delimited.facts(message)[0].value
    assert isinstance(party, Party)
    assert (message.ref, party.name) == ("1", "Right Name")
