"""Products and greatest values by rows: what scipy and a full sort give."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from enduse.goods.classify.ranking import ranked
from enduse.goods.classify.sparse_rows import (
    Matrix,
    beside,
    dense_product,
    greatest,
    greatest_of_rows,
    matrix_of,
    product,
    rows_of,
    summed,
    turned,
    with_rows,
)

seeds = st.integers(0, 10_000)


def random(seed: int, rows: int, width: int, share: float = 0.2) -> Matrix:
    """A matrix of small whole numbers, so that sums are exact."""
    rng = np.random.default_rng(seed)
    made = sparse.random_array((rows, width), density=share, rng=rng, format="csr")
    made.data = rng.integers(1, 9, len(made.data)).astype(np.float32)
    return matrix_of(sparse.csr_matrix(made))


def full(rows: Matrix, width: int) -> list[list[float]]:
    """Every place of a matrix written out."""
    found: list[list[float]] = rows.scipy(width).toarray().tolist()
    return found


@given(seeds)
def test_products_are_those_of_scipy(seed: int) -> None:
    asked, held = random(seed, 7, 30).scipy(30), random(seed + 1, 30, 50)
    expected = (asked @ held.scipy(50)).toarray().tolist()
    assert full(product(asked, held, 50), 50) == expected
    assert dense_product(asked, held, 50).tolist() == expected


@given(seeds, st.sampled_from([(3, 10), (5, 400), (1, 2000)]), st.integers(1, 8))
def test_the_greatest_are_those_of_a_sort(
    seed: int, shape: tuple[int, int], kept: int
) -> None:
    values = np.random.default_rng(seed).integers(0, 50, shape).astype(np.float32)
    expected = np.sort(np.argsort(-values, 1, kind="stable")[:, :kept], 1)
    assert np.sort(greatest(values, kept), 1).tolist() == expected.tolist()


@settings(max_examples=30)
@given(seeds, st.integers(1, 60))
def test_the_greatest_of_sparse_rows_come_first(seed: int, kept: int) -> None:
    rows = random(seed, 4, 3000, 0.8)
    column, value = greatest_of_rows(rows, kept)
    for n, dense in enumerate(rows.scipy(3000).toarray()):
        order = np.lexsort((np.arange(3000), -dense))[:kept]
        assert column[n].tolist() == order.tolist()
        assert value[n].tolist() == dense[order].tolist()


def test_a_row_with_too_few_is_filled_up() -> None:
    rows = matrix_of(sparse.csr_matrix(np.array([[0, 2, 3], [0, 0, 0]], np.float32)))
    column, value = greatest_of_rows(rows, 3)
    assert column.tolist() == [[2, 1, -1], [-1, -1, -1]]
    assert value.tolist() == [[3, 2, 0], [0, 0, 0]]


@given(seeds, st.sets(st.integers(0, 11), max_size=12))
def test_rows_are_replaced(seed: int, places: set[int]) -> None:
    held, rows = random(seed, 12, 20), np.array(sorted(places), np.int64)
    other = random(seed + 1, len(places), 20)
    expected = held.scipy(20).toarray()
    expected[rows] = other.scipy(20).toarray()
    found = with_rows(held, rows, other)
    assert full(found, 20) == expected.tolist()
    assert full(rows_of(found, rows), 20) == full(other, 20)


@given(seeds)
def test_values_of_one_place_are_added(seed: int) -> None:
    one, other = random(seed, 5, 9, 0.5), random(seed + 1, 5, 9, 0.5)
    both = summed(beside(one, other))
    assert full(both, 9) == (one.scipy(9) + other.scipy(9)).toarray().tolist()
    assert all(
        np.diff(both.column[a:b]).min(initial=1) > 0 for a, b in [both.start[:2]]
    )


@given(seeds)
def test_turned_columns_are_rows(seed: int) -> None:
    rows = random(seed, 6, 40, 0.05).scipy(40)
    used, found = turned(rows)
    assert full(found, 6) == rows.toarray().T[used].tolist()


def test_more_than_there_is_cannot_be_asked() -> None:
    with pytest.raises(ValueError, match="3 of a row of 2"):
        greatest(np.zeros((1, 2), np.float32), 3)


@settings(max_examples=60)
@given(seeds, st.sampled_from([4, 5_000]), st.sampled_from([9, 1 << 23]))
def test_ranks_are_those_of_a_sort_by_three_keys(
    seed: int, rows: int, ties: int
) -> None:
    rng = np.random.default_rng(seed)
    row, tie = rng.integers(0, rows, 60), rng.permutation(ties)[:60]
    row, tie = row[: len(tie)], tie[: len(row)]
    value = rng.integers(-3, 4, len(tie)).astype(np.float32) * np.float32(0.1)
    value[:2] = [0.0, -0.0]
    order = np.lexsort((tie, -value, row))
    found, kept = ranked(row, value, tie)
    assert found.tolist() == value[order].tolist()
    assert kept.tolist() == tie[order].tolist()
