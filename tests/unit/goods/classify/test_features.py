"""Hashed features: the same for a text wherever it stands, none for nothing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify import features, weighing


def _of(texts: list[str], row: int) -> set[tuple[int, float]]:
    found = features.counts_of(texts)
    mine = found.row == row
    pairs = zip(found.feature[mine].tolist(), found.count[mine].tolist(), strict=True)
    return set(pairs)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_features_do_not_depend_on_the_neighbours(texts: list[str]) -> None:
    for row, text in enumerate(texts):
        assert _of(texts, row) == _of([text], 0)


def test_nothing_has_no_features() -> None:
    assert len(features.counts_of(["", "  ", "--"]).row) == 0


def test_a_series_shares_its_prefixes() -> None:
    part = features.PART
    one, other, third = (
        {f for f, _ in _of([text], 0) if f & 3 == part}
        for text in ("XC7A35T1CPG236I", "XC7A100T2FGG484I", "STM32F407VGT6")
    )
    assert len(one & other) == 2  # XC7 and XC7A
    assert not one & third


def test_case_accents_and_plural_are_one() -> None:
    both = [{f for f, _ in _of([t], 0) if f & 3 == 0} for t in ("BÉARINGS", "bearing")]
    assert both[0] == both[1]


def test_signs_without_blanks_share_pairs() -> None:
    both = [{f for f, _ in _of([t], 0)} for t in ("立式加工中心", "五轴加工中心设备")]
    assert len(both[0] & both[1]) >= 3


def test_a_measure_is_no_part_number() -> None:
    """ "1000ml" is a number and its unit; "1N4148" stays one word."""
    assert {f for f, _ in _of(["10000ml"], 0)} == {f for f, _ in _of(["10000 ml"], 0)}
    assert {f for f, _ in _of(["SPF50"], 0)} == {f for f, _ in _of(["spf 50"], 0)}
    assert {f for f, _ in _of(["1N4148"], 0)} != {f for f, _ in _of(["1 N 4148"], 0)}


def test_sizes_and_packages_are_no_part_numbers() -> None:
    same = [
        ("10x20x30cm", "10 x 20 x 30 cm"),
        ("LQFP64", "lqfp 64"),
        ("M8x30 DIN933", "m 8 x 30 din 933"),
        ("болт М10х40 ГОСТ7798", "болт м 10 x 40 гост 7798"),
    ]
    for joined, apart in same:
        assert _of([joined], 0) == _of([apart], 0)
    assert _of(["M25P16"], 0) != _of(["M 25 P 16"], 0)
    parts = {f for f, _ in _of(["TSOP38238"], 0) if f & 3 == features.PART}
    assert parts


def test_words_of_two_scripts_side_by_side_are_two_words() -> None:
    joined, apart = (_of([t], 0) for t in ("DDR4内存 100МГц", "DDR4 内存 100 МГц"))
    assert joined == apart


def test_the_heaviest_of_each_row_are_kept() -> None:
    from scipy import sparse

    dense = np.array([[3, 1, 2, 0], [0, 0, 0, 0], [5, 5, 5, 1]], np.float32)
    kept = weighing.heaviest(sparse.csr_matrix(dense), 2).toarray()
    assert kept.tolist() == [[3, 0, 2, 0], [0, 0, 0, 0], [5, 5, 0, 0]]


def test_ranks_follow_the_values_of_each_row() -> None:
    from scipy import sparse

    dense = np.array([[3, 1, 2, 0], [0, 0, 0, 0], [5, 5, 5, 1]], np.float32)
    made = sparse.csr_matrix(dense)
    row, order, rank = weighing.ranks_in_row(made)
    assert row.tolist() == [0, 0, 0, 2, 2, 2, 2]
    assert made.data[order].tolist() == [3, 2, 1, 5, 5, 5, 1]
    assert rank.tolist() == [0, 1, 2, 0, 1, 2, 3]
