"""Ids in a column: few are looked for, for many all are read, with one result."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from enduse.library.ids import Ids, numbers


@given(st.lists(st.text(alphabet="ab:1é", max_size=4), max_size=30), st.data())
def test_few_as_many(ids: list[str], data: st.DataObject) -> None:
    """Ids that are parts of others, that span two, empty ones, and none at all."""
    cut = data.draw(st.integers(0, len(ids)))
    parts = [pa.array(ids[:cut], pa.string()), pa.array(ids[cut:], pa.string())]
    column = pa.chunked_array(parts, pa.string())
    wanted = [*ids, "a", "ab", "", "é"]
    few = [Ids(column).row(one) for one in wanted]
    rows = {one: row for row, one in enumerate(ids)}
    assert few == [rows.get(one) for one in wanted]
    held = Ids(column)
    many = [held.row(one) for one in wanted * 10][-len(wanted) :]
    assert many == few
    assert [held.at(row) for row in range(len(held))] == ids


def test_part_of_a_column() -> None:
    """A slice begins somewhere inside the bytes it shares with the whole."""
    column = pa.chunked_array([pa.array(["a:1", "b:2", "a:1", "c:3"])]).slice(1, 2)
    held = Ids(column)
    assert [held.row(one) for one in ("a:1", "b:2", "c:3")] == [1, 0, None]


def test_numbers_of_a_column() -> None:
    """Those of all its parts, and of none."""
    parts = [pa.array([1, 2], pa.int32()), pa.array([3, 4], pa.int32()).slice(1)]
    assert numbers(pa.chunked_array(parts)).tolist() == [1, 2, 4]
    assert numbers(pa.chunked_array([], pa.int32())).tolist() == []
