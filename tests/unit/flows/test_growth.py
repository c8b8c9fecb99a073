"""Growth: by and to, zero bases, windows, editions, constant reporters."""

from pathlib import Path

import pytest

from enduse.flows.answer import Answer
from enduse.flows.change import Change, measures
from enduse.flows.currency import said
from enduse.flows.growth import growth
from enduse.flows.query import Goods, Query
from enduse.flows.windows import window
from tests.unit.flows.cells_made import cell, table

YEARS = Change(window("2021"), window("2022"))


def codes(found: Answer) -> set[str]:
    return {problem.code for problem in found.problems}


def test_rise_by_and_rise_to_are_two_numbers() -> None:
    found = measures(100.0, 445.0)
    assert found["rise_by_percent"] == pytest.approx(345)
    assert found["rise_to_percent"] == pytest.approx(445)
    assert found["times"] == pytest.approx(4.45)


def test_there_is_no_ratio_on_a_base_of_zero() -> None:
    flows = table(cell(period="2022", value=67_820.0), cell(partner="KZ", value=5.0))
    rows = {r["group"]: r for r in growth(flows, Query(), YEARS).rows}
    assert rows["KG"]["change"] == 67_820.0
    assert rows["KG"]["rise_by_percent"] is None
    assert rows["KG"]["times"] is None
    assert "no ratio" in rows["KG"]["note"]
    assert rows["KZ"]["log_change"] is None
    assert rows["KZ"]["rise_by_percent"] == -100


def test_unlike_windows_are_told() -> None:
    flows = table(*[cell(period=f"2021-{m:02}") for m in range(1, 13)])
    apart = Change(window("2021-01..2021-03"), window("2021-04..2021-06"))
    assert "windows-unlike" in codes(growth(flows, Query(), apart))
    assert "windows-unlike" not in codes(growth(flows, Query(), YEARS))


def test_a_year_of_months_that_is_not_whole_is_told() -> None:
    before = [cell(period=f"2021-{m:02}") for m in range(1, 13)]
    after = [cell(period=f"2022-{m:02}") for m in range(1, 9)]
    found = growth(table(*before, *after), Query(), YEARS)
    assert "year-unfinished" in codes(found)
    assert "reporters-not-constant" in codes(found)


def test_a_reporter_that_filed_but_had_no_such_trade_is_constant() -> None:
    flows = table(
        cell(period="2021", value=5.0),
        cell(period="2022", partner="US", product="010121"),
    )
    found = growth(flows, Query(partners=("KG",)), YEARS)
    assert found.coverage["reporters_constant"]
    assert found.rows[0]["rise_by_percent"] == -100


def test_a_code_renamed_between_editions_is_compared_under_both_names() -> None:
    flows = table(
        cell(product="880330", edition="HS2017", period="2021", value=100.0),
        cell(product="880730", edition="HS2022", period="2022", value=150.0),
        cell(product="854149", edition="HS2022", period="2022", value=999.0),
    )
    asked = Query(goods=Goods(("880730", "854149"), (), "made", "HS2022"))
    found = growth(flows, asked, YEARS)
    whole = found.rows[0]
    assert whole["pre"] == 0.0
    assert whole["comparable_pre"] == 100.0
    assert whole["comparable_post"] == 150.0
    assert whole["comparable_rise_by_percent"] == pytest.approx(50)
    assert found.editions["not_comparable"] == ["854149"]
    lost = {x["window"]: x["value"] for x in found.left_out if "window" in x}
    assert lost["post"] == 999.0


def test_codes_of_a_list_are_never_sent_to_mobile_phones() -> None:
    flows = table(
        cell(product="851712", edition="HS2017", period="2021", value=1e9),
        cell(product="854150", edition="HS2017", period="2021", value=7.0),
        cell(product="854151", edition="HS2022", period="2022", value=10.0),
    )
    asked = Query(goods=Goods(("854151",), (), "made", "HS2022"))
    found = growth(flows, asked, YEARS)
    assert found.rows[0]["pre"] == 0.0
    assert found.rows[0]["comparable_pre"] == 0.0
    assert found.rows[0]["comparable_rise_by_percent"] is None


def test_codes_born_in_a_revision_are_in_one_figure_and_not_in_the_other() -> None:
    flows = table(
        cell(product="84715000", edition="CN2021", period="2021-05", value=100.0),
        cell(product="84715000", edition="CN2022", period="2022-05", value=150.0),
        cell(product="85171300", edition="CN2022", period="2022-05", value=50.0),
    )
    change = Change(window("2021-03..2021-11"), window("2022-03..2022-11"))
    found = growth(flows, Query(), change)
    assert found.rows[0]["rise_by_percent"] == pytest.approx(100)
    assert found.rows[0]["comparable_rise_by_percent"] == pytest.approx(50)
    assert found.editions["not_comparable"] == ["85171300"]
    assert found.editions["codes_only_after"] == 1


def test_a_year_that_nobody_filed_makes_no_code_incomparable() -> None:
    flows = table(
        cell(product="84715000", edition="CN2021", period="2021-05", value=100.0),
        cell(product="84715000", edition="CN2022", period="2022-05", value=150.0),
        cell(product="85171300", edition="CN2022", period="2022-05", value=50.0),
        cell(product="TOTAL", edition="", period="2023-01", value=9.0),
        cell(product="811292", reporter="CN", period="2023-01", value=9.0),
    )
    change = Change(window("2021-03..2022-02"), window("2022-03..2023-02"))
    asked = Query(reporters=("DE",), goods=Goods(("8471", "8517")))
    found = growth(flows, asked, change)
    assert found.rows[0]["comparable_rise_by_percent"] == pytest.approx(50)
    assert found.editions["not_comparable"] == ["85171300"]
    assert "window-not-filled" in codes(found)


def test_the_same_edition_needs_no_second_figure() -> None:
    flows = table(cell(period="2021"), cell(period="2022"))
    found = growth(flows, Query(), YEARS)
    assert "comparable_pre" not in found.rows[0]
    assert found.editions["changed"] is False


def test_conversion_changes_growth_and_says_its_rates() -> None:
    flows = table(cell(period="2021", value=100.0), cell(period="2022", value=110.0))
    rates = (*said("2021=1.2", "USD"), *said("2022=1.0", "USD"))
    found = growth(flows, Query(currency="USD", rates=rates), YEARS)
    assert found.currency == "USD"
    assert found.rows[0]["pre"] == pytest.approx(120)
    assert found.rows[0]["rise_by_percent"] == pytest.approx(100 * (110 / 120 - 1))
    assert "as given" in found.definition


def test_without_a_rate_for_its_period_a_cell_is_left_out() -> None:
    flows = table(cell(period="2021", value=100.0), cell(period="2022", value=110.0))
    found = growth(flows, Query(currency="USD", rates=said("2021=1.2", "USD")), YEARS)
    assert found.rows[0]["post"] == 0.0
    assert "currency-left-out" in codes(found)


def test_rates_of_a_file_and_of_the_package(tmp_path: Path) -> None:
    place = tmp_path / "rates.csv"
    place.write_text("period,from,to,rate,source\n2021,CNY,USD,0.155,central bank\n")
    (found,) = said(str(place), "USD")
    assert (found.money, found.rate, found.source) == ("CNY", 0.155, "central bank")
    assert {rate.money for rate in said("ecb", "USD")} == {"EUR"}
    assert "European Central Bank" in said("ecb", "EUR")[0].source
    for wrong in ("2021=-1", "2021=x", "nowhere.csv", "20x1=1"):
        with pytest.raises(ValueError, match=r".+"):
            said(wrong, "USD")


def test_lines_are_ranked_by_value_or_by_growth_with_a_floor() -> None:
    flows = table(
        cell(partner="KG", period="2021", value=1.0),
        cell(partner="KG", period="2022", value=10.0),
        cell(partner="KZ", period="2021", value=100.0),
        cell(partner="KZ", period="2022", value=200.0),
    )
    by_value = [r["group"] for r in growth(flows, Query(), YEARS).rows]
    assert by_value == ["all", "KZ", "KG"]
    floored = Change(YEARS.pre, YEARS.post, floor=5.0)
    assert [r["group"] for r in growth(flows, Query(), floored).rows] == [
        "all",
        "KG",
        "KZ",
    ]


def test_an_empty_store_answers_with_a_problem() -> None:
    found = growth(table(), Query(), YEARS)
    assert "no-cells" in codes(found)
    assert found.rows[0]["rise_by_percent"] is None


def test_all_goods_have_no_code_that_a_revision_could_change() -> None:
    flows = table(
        cell(product="TOTAL", edition=""),
        cell(product="TOTAL", edition="", period="2022", value=3.0),
        cell(edition="CN2021"),
        cell(edition="CN2022", period="2022", value=3.0),
    )
    found = growth(flows, Query(goods=Goods(("TOTAL",))), YEARS)
    assert found.editions["changed"] is False
    assert not any("comparable_rise_by_percent" in row for row in found.rows)
    assert not any(line.get("window") for line in found.left_out)


def test_months_of_a_window_without_any_cell_are_told() -> None:
    change = Change(window("2021-01..2021-03"), window("2022-01..2022-03"))
    made = [
        cell(period=f"{year}-0{month}") for year in (2021, 2022) for month in (1, 2, 3)
    ]
    assert "window-not-filled" not in codes(growth(table(*made), Query(), change))
    found = growth(table(*made[:-1]), Query(), change)
    told = [p.message for p in found.problems if p.code == "window-not-filled"]
    assert ["2022-03" in message for message in told] == [True]
