"""One cell once: which of several rows of it counts."""

import polars as pl
import pytest

from enduse.flows.repeats import Resolved, resolve
from tests.unit.flows.cells_made import cell, table

Row = tuple[float | None, float | None]  # value, kilograms


def resolved(*rows: Row) -> Resolved:
    cells = [cell(value=v, net_kg=kg, row=n) for n, (v, kg) in enumerate(rows, start=1)]
    return resolve(table(*cells).collect(), {})


@pytest.mark.parametrize(
    ("rows", "kept", "repeated", "told"),
    [
        ([(None, None), (5.0, None)], (5.0, 2), 1, 0),
        ([(5.0, None), (None, None)], (5.0, 1), 1, 0),
        ([(None, None), (5.0, None), (6.0, None)], (5.0, 2), 1, 1),
        ([(None, 3.0), (5.0, None)], (5.0, 2), 0, 1),
        ([(5.0, 1.0), (5.0, 1.0)], (5.0, 1), 1, 0),
        ([(5.0, None), (6.0, None)], (5.0, 1), 0, 1),
        ([(None, None), (None, None)], (None, 1), 1, 0),
    ],
)
def test_a_row_with_a_value_wins_over_an_empty_one(
    rows: list[Row], kept: tuple[float | None, int], repeated: int, told: int
) -> None:
    found = resolved(*rows)
    [one] = found.frame.select("value", "row").rows()
    assert one == kept
    assert (found.repeated, found.contradicting.height) == (repeated, told)


def test_cells_stay_in_the_order_of_their_rows() -> None:
    cells = [
        cell(partner=partner, value=value, row=n)
        for n, (partner, value) in enumerate(
            [("DE", None), ("FR", 2.0), ("DE", 1.0), ("IT", None)], start=1
        )
    ]
    found = resolve(table(*cells).collect(), {}).frame
    assert found["partner"].to_list() == ["FR", "DE", "IT"]
    assert isinstance(found, pl.DataFrame)
