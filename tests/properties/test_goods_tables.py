"""Any bytes are a table of goods, or no table at all; no row is lost on the way."""

import csv
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from enduse.cli.goods import tables
from enduse.errors import InputUnreadable

_SIGNS = st.text("ab\"',;\t|\n\r\0é轴", max_size=60)
_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=9)
_ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "goods.csv"


@_ONCE
@given(st.one_of(st.binary(max_size=200), _SIGNS.map(str.encode)))
def test_any_bytes_are_rows_or_an_unreadable_input(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    try:
        table = tables.read(path)
        rows = list(table.rows)
    except InputUnreadable:
        return
    assert table.headings
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert len(rows) <= lines
    for row in rows:
        assert row or (isinstance(row, tables.Unreadable) and row.why)


@_ONCE
@given(st.lists(_CELLS, min_size=1, max_size=12))
@example(["\x1f"])
@example(["a\tb", "c\nd", "\x85"])
def test_what_is_written_is_read(path: Path, cells: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["no", "text"], *[["1", cell] for cell in cells]])
    path.write_text(out.getvalue(), "utf-8-sig", newline="")
    assert [row[1] for row in tables.read(path).rows] == cells


@_ONCE
@given(st.integers(0, 8), st.integers(1, 450))
def test_an_open_quote_costs_one_row(path: Path, before: int, after: int) -> None:
    plain = "1,steel pipe"
    lines = ["no,text", *[plain] * before, '2,"pipe', *[plain] * after]
    path.write_text("\n".join(lines), "utf-8")
    rows = list(tables.read(path).rows)
    assert len(rows) == before + 1 + after
    bad = [n for n, row in enumerate(rows) if isinstance(row, tables.Unreadable)]
    assert bad == [before]


def test_a_packed_table_is_read_as_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "goods.csv.gz"
    path.write_bytes(gzip.compress("text\nподшипник\n".encode("utf-16")))
    table = tables.read(path)
    assert (table.headings, list(table.rows)) == (("text",), [["подшипник"]])
