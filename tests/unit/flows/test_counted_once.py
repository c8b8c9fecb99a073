"""What a question counts: each cell once, groups never with their members."""

import polars as pl
import pytest

from enduse.flows.change import Change
from enduse.flows.growth import growth
from enduse.flows.query import Goods, Query
from enduse.flows.selection import select
from enduse.flows.windows import window
from tests.unit.flows.cells_made import cell, table

YEAR = window("2021")


def total(flows: pl.LazyFrame, query: Query) -> float:
    return float(select(flows, query).frame["amount"].sum())


def test_groups_that_nobody_named_are_left_out_with_their_value() -> None:
    flows = table(
        cell(reporter="DE", value=3.0),
        cell(reporter="FR", value=4.0),
        cell(reporter="EU27_2020", value=7.0),
        cell(reporter="DE", partner="WORLD", value=50.0),
    )
    found = select(flows, Query())
    assert found.frame["amount"].sum() == 7.0
    left = {line["what"]: line["value"] for line in found.left_out}
    assert left == {
        "aggregates as reporter": 57.0 - 50.0,
        "aggregates as partner": 50.0,
    }


def test_a_named_group_is_summed_over_its_members() -> None:
    flows = table(
        cell(reporter="DE", value=3.0),
        cell(reporter="FR", value=4.0),
        cell(reporter="EU27_2020", value=7.5),
        cell(reporter="US", value=100.0),
    )
    assert total(flows, Query(reporters=("EU27_2020",))) == 7.0


def test_a_group_without_its_members_is_its_own_row() -> None:
    flows = table(cell(reporter="EU27_2020", value=7.5), cell(reporter="DE", value=1.0))
    assert total(flows, Query(reporters=("EU27_2020",))) == 7.5
    alone = table(cell(reporter="EU27_2020", value=7.5))
    assert total(alone, Query(reporters=("EU27_2020",))) == 7.5
    assert total(alone, Query()) == 7.5


def test_members_of_a_part_of_the_year_give_way_to_the_whole_year() -> None:
    months = [
        cell(reporter="DE", period=f"2021-{m:02}", value=1.0) for m in range(1, 12)
    ]
    flows = table(*months, cell(reporter="EU27_2020", period="2021", value=12.0))
    assert total(flows, Query(reporters=("EU27_2020",))) == 12.0


def test_a_country_that_left_counts_only_in_its_time() -> None:
    flows = table(
        cell(reporter="GB", period="2019", value=5.0),
        cell(reporter="GB", period="2021", value=6.0),
        cell(reporter="DE", period="2019", value=1.0),
        cell(reporter="DE", period="2021", value=2.0),
    )
    assert total(flows, Query(reporters=("EU_EVOL",))) == 8.0
    assert total(flows, Query(reporters=("EU27_2020",))) == 3.0
    assert total(flows, Query(reporters=("EU28",))) == 14.0


def test_a_group_and_its_member_cannot_both_be_named() -> None:
    with pytest.raises(ValueError, match="DE is a member of EU27_2020"):
        select(table(cell()), Query(reporters=("EU27_2020", "DE")))


def test_a_code_and_its_parts_are_counted_once() -> None:
    flows = table(
        cell(product="8542", value=10.0),
        cell(product="854231", value=6.0),
        cell(product="854232", value=3.0),
        cell(product="854233", partner="KZ", value=2.0),
    )
    found = select(flows, Query(goods=Goods(("8542",))))
    assert found.frame["amount"].sum() == 12.0
    assert found.left_out[0]["value"] == 9.0
    assert total(flows, Query(goods=Goods(("854231", "854232")))) == 9.0


def test_all_goods_are_the_row_of_all_goods_where_there_is_one() -> None:
    flows = table(cell(product="TOTAL", value=10.0), cell(product="8542", value=4.0))
    assert total(flows, Query()) == 10.0
    assert total(flows, Query(goods=Goods(("TOTAL",), ("85",)))) == 6.0


def test_goods_taken_out_of_a_list_of_goods() -> None:
    flows = table(
        cell(product="27101100", value=5.0), cell(product="84715000", value=2.0)
    )
    assert total(flows, Query(goods=Goods((), ("27",)))) == 2.0


def test_codes_keep_their_zeros() -> None:
    flows = table(cell(product="090111", value=5.0), cell(product="901110", value=2.0))
    assert total(flows, Query(goods=Goods(("09",)))) == 5.0
    assert total(flows, Query(goods=Goods(("90",)))) == 2.0


def test_a_second_source_does_not_count_again_nor_fill_in() -> None:
    first = [cell(period=f"2021-{m:02}", source="a", value=1.0) for m in (1, 2, 3)]
    other = cell(period="2021-03", source="a", partner="KZ", value=1.0)
    first = [row for row in first if row["period"] != "2021-03"] + [other]
    again = [cell(period=f"2021-{m:02}", source="b", value=2.0) for m in (3, 4)]
    found = select(table(*first, *again), Query(partners=("KG",)))
    by = dict(found.frame.select("period", "amount").iter_rows())
    assert by == {"2021-01": 1.0, "2021-02": 1.0, "2021-03": 2.0, "2021-04": 2.0}
    both = select(table(*first, *again), Query())
    kept = both.frame.filter(pl.col("partner") == "KG")
    assert set(kept["period"].to_list()) == {"2021-01", "2021-02", "2021-04"}


def test_sources_that_differ_are_told() -> None:
    flows = table(cell(source="a", value=1.0), cell(source="b", value=2.0))
    found = select(flows, Query())
    assert found.frame["amount"].sum() == 1.0
    assert [p.code for p in found.said] == ["sources-differ"]


def test_missing_is_not_zero() -> None:
    flows = table(cell(value=None), cell(reporter="FR", value=0.0))
    found = growth(flows, Query(), Change(YEAR, window("2022")))
    assert found.coverage["cells_missing"] == 1
    assert found.coverage["constant"] == []


def test_a_direction_is_not_mixed_with_another() -> None:
    flows = table(cell(value=1.0), cell(direction="M", value=100.0))
    found = select(flows, Query())
    assert found.frame["amount"].sum() == 1.0
    assert [p.code for p in found.said] == ["direction-assumed"]
    assert total(flows, Query(direction="M")) == 100.0


def test_currencies_are_never_added() -> None:
    flows = table(
        cell(value=1.0), cell(reporter="FR", value=5.0), cell(currency="USD", value=9.0)
    )
    found = select(flows, Query())
    assert found.currency == "EUR"
    assert found.frame["amount"].sum() == 6.0
    assert found.left_out[0]["currency"] == "USD"
    assert total(flows, Query(currency="USD")) == 9.0
