"""Surges, unit values, re-routing, the full scan, and checks of stated figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.flows.check import Stated, agrees, check, year_before
from enduse.flows.query import Goods, Query
from enduse.flows.reroute import Routing, reroute
from enduse.flows.scan import Scanned, scan, scan_answer
from enduse.flows.surge import Alarm, first_persistent, surge
from enduse.flows.surge import _judged as judged
from enduse.flows.unit_value import Pricing, split, unit_value
from enduse.flows.windows import window
from tests.unit.flows.cells_made import cell, monthly, table

PRE, POST = window("2021"), window("2022")


def _noise(months: int, seed: int) -> list[float]:
    random = np.random.default_rng(seed)
    season = 1 + 0.3 * np.sin(2 * np.pi * np.arange(months) / 12)
    return list(1e6 * season * np.exp(random.normal(0, 0.1, months)))


def test_only_the_line_that_rose_is_a_surge() -> None:
    cells = []
    for number, partner in enumerate(("KZ", "GE", "UZ", "AM")):
        cells += monthly("2019-01", "2022-12", _noise(48, number), partner=partner)
    risen = [v * (8 if n >= 40 else 1) for n, v in enumerate(_noise(48, 9))]
    cells += monthly("2019-01", "2022-12", risen, partner="KG")
    found = surge(table(*cells), Query(), Alarm(since="2022-01"))
    assert [r["group"] for r in found.rows if r["first_persistent"]] == ["KG"]
    others = [row for row in found.rows if row["group"] != "KG"]
    assert sum(row["surge_months"] for row in others) <= 2
    assert found.rows[0]["first_persistent"] == "2022-05"
    assert found.rows[0]["surge_months"] == 8
    assert [f.kind for f in found.findings] == ["trade_surge"]


def test_false_discoveries_as_benjamini_and_hochberg_published() -> None:
    """Their example of 1995: four of fifteen p-values are rejected at 0.05."""
    published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    published += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 0.9999]
    tests = [{"p": p} for p in published]
    assert sum(t["surge"] for t in judged(tests, Alarm())) == 4


def test_short_or_small_lines_are_not_tested() -> None:
    small = monthly("2019-01", "2022-12", [10.0] * 48)
    assert "too-short" in {
        p.code for p in surge(table(*small), Query(), Alarm()).problems
    }
    short = monthly("2021-06", "2022-12", _noise(19, 1))
    assert surge(table(*short), Query(), Alarm()).rows == ()


def test_persistence_is_k_of_m_months() -> None:
    periods = ["a", "b", "c", "d", "e"]
    hits = [True, False, False, True, True]
    assert first_persistent(periods, hits, Alarm()) is None
    assert first_persistent(periods, hits, Alarm(k=2, m=2)) == "d"


def test_value_up_quantity_down_is_price() -> None:
    """BOFIT on bearings: value +76 %, quantity -13 %, so the unit value x 2.02."""
    flows = table(
        cell(period="2021", value=100.0, net_kg=100.0),
        cell(period="2022", value=176.0, net_kg=87.0),
    )
    found = unit_value(flows, Query(), Pricing(pre=PRE, post=POST))
    whole = found.rows[0]
    assert whole["unit_value_times"] == pytest.approx(2.02, abs=0.005)
    assert whole["price"] > 76
    assert whole["quantity"] < 0
    assert whole["price"] + whole["quantity"] == pytest.approx(76)


amounts = st.floats(0, 1e9, allow_nan=False).map(lambda v: round(v, 2))


@given(st.lists(st.tuples(amounts, amounts, amounts, amounts), max_size=20))
def test_a_split_adds_up(pairs: list[tuple[float, float, float, float]]) -> None:
    found = split(pairs)
    total = found.price + found.quantity + found.entry_exit
    scale = max(1.0, abs(found.pre), abs(found.post))
    assert abs(total - (found.post - found.pre)) <= 1e-6 * scale


def _prices(count: int, odd: float) -> list[dict[str, object]]:
    names = ("US", "CN", "JP", "KR", "IN", "BR", "TR", "VN", "CA", "MX")
    return [
        cell(partner=p, value=(odd if n == 0 else 10.0 + 0.1 * n) * 5, net_kg=5.0)
        for n, p in enumerate(names[:count])
    ]


def test_a_price_out_of_line_is_flagged_among_eight_cells_only() -> None:
    found = unit_value(table(*_prices(9, 500.0)), Query(), Pricing())
    assert [row["group"] for row in found.rows] == ["US"]
    assert found.rows[0]["unit_value"] == 500.0
    assert "mix" in {p.code for p in found.problems}
    few = unit_value(table(*_prices(7, 500.0)), Query(), Pricing())
    assert few.rows == ()
    assert "too-few-cells" in {p.code for p in few.problems}


def test_quantities_of_zero_or_estimated_give_no_unit_value() -> None:
    flows = table(
        cell(partner="US", value=7.0, net_kg=0.0),
        cell(partner="CN", value=8.0, net_kg=2.0, quantity_estimated=True),
        cell(partner="JP", value=9.0),
        cell(partner="KR", value=10.0, net_kg=5.0),
    )
    found = unit_value(flows, Query(), Pricing(every=True))
    assert [(r["group"], r["unit_value"]) for r in found.rows] == [("KR", 2.0)]
    assert {x["what"]: x["value"] for x in found.left_out} == {
        "cells with no quantity": 9.0,
        "cells with a quantity of zero": 7.0,
        "cells with an estimated quantity": 8.0,
    }


def _routes() -> list[dict[str, object]]:
    values = {
        ("DE", "RU"): (100.0, 20.0),
        ("DE", "KG"): (1.0, 31.0),
        ("DE", "KZ"): (10.0, 60.0),
        ("DE", "UZ"): (5.0, 4.0),
        ("KG", "RU"): (1.0, 21.0),
        ("KZ", "RU"): (2.0, 5.0),
    }
    return [
        cell(reporter=a, partner=b, period=p, value=v)
        for (a, b), pair in values.items()
        for p, v in zip(("2021", "2022"), pair, strict=True)
    ]


def test_hubs_are_ranked_by_what_they_can_have_carried() -> None:
    asked = Query(reporters=("DE",), partners=("RU",))
    routing = Routing(PRE, POST, hubs=("KG", "KZ", "UZ"))
    found = reroute(table(*_routes()), asked, routing)
    rows = {row["hub"]: row for row in found.rows}
    assert [row["hub"] for row in found.rows][:3] == ["all", "KG", "KZ"]
    assert rows["KG"]["carried"] == 20.0
    assert rows["KZ"]["carried"] == 3.0
    assert rows["KG"]["substitution_percent"] == pytest.approx(100 * 30 / 80)
    assert rows["UZ"]["rise_out"] is None
    assert rows["KG"]["signs"] == "rise in, rise out, direct fall"
    assert {f.severity for f in found.findings} == {"high"}
    links = [x for x in found.series["links"] if x["window"] == "post"]
    assert {"from": "KG", "to": "RU", "value": 21.0, "window": "post"} in links


def test_placebo_goods_take_away_what_rose_anyway() -> None:
    placebo = [
        cell(partner="KG", product="640399", period="2021", value=10.0),
        cell(partner="KG", product="640399", period="2022", value=20.0),
        cell(partner="RU", product="640399", period="2021", value=10.0),
        cell(partner="RU", product="640399", period="2022", value=5.0),
    ]
    asked = Query(reporters=("DE",), partners=("RU",), goods=Goods(("8542",)))
    routing = Routing(PRE, POST, hubs=("KG",), placebo_goods=Goods(("64",)))
    found = reroute(table(*_routes(), *placebo), asked, routing)
    rows = {row["hub"]: row for row in found.rows}
    assert rows["KG"]["excess_in"] == pytest.approx(31 - 1 * 2)
    assert rows["all"]["excess_fall"] == pytest.approx(100 * 0.5 - 20)
    assert rows["all"]["substitution_excess_percent"] == pytest.approx(100 * 29 / 30)


def test_a_hub_without_a_reason_to_move_is_not_among_the_hubs() -> None:
    asked = Query(reporters=("DE",), partners=("RU",))
    routing = Routing(PRE, POST, hubs=("KG",), placebo_hubs=("UZ",))
    found = reroute(table(*_routes()), asked, routing)
    rows = {row["hub"]: row for row in found.rows}
    assert rows["all"]["rise_in"] == 30.0
    assert (rows["KG"]["role"], rows["UZ"]["role"]) == ("hub", "placebo")


def test_a_route_needs_one_target() -> None:
    with pytest.raises(ValueError, match="--into"):
        reroute(table(), Query(), Routing(PRE, POST))


def test_the_full_scan_finds_hubs_and_products() -> None:
    groups = cell(reporter="EU27_2020", partner="KG", period="2022", value=1e9)
    found = scan(table(*_routes(), groups), Scanned("RU", ("DE",), PRE, POST))
    assert found.select("hub", "carried", "direct_fall").rows() == [
        ("KG", 20.0, 80.0),
        ("KZ", 3.0, 80.0),
    ]
    said = scan_answer(table(*_routes()), Scanned("RU", ("DE",), PRE, POST), 1)
    assert [row["hub"] for row in said.rows] == ["KG"]
    assert said.coverage["reporters"] == ["DE", "KG", "KZ"]
    assert said.left_out[0]["cells"] == 1


def _claim(relation: str, number: str, **said: object) -> tuple[str, str]:
    flows = table(
        cell(period="2021", value=100.0),
        cell(period="2022", value=445.0),
        cell(reporter="FR", period="2022", value=55.0),
    )
    asked = Query(partners=("KG",))
    if relation != "share":
        asked = Query(reporters=("DE",), partners=("KG",))
    stated = Stated(relation, number, POST, **said)  # type: ignore[arg-type]
    head = check(flows, asked, stated).rows[0]
    return head["verdict"], head["text"]


@pytest.mark.parametrize(
    ("relation", "number", "word"),
    [
        ("growth", "345", "supported"),
        ("rise_by", "345 %", "supported"),
        ("rise_to", "345", "contradicted"),
        ("rise_to", "445", "supported"),
        ("times", "4.45", "supported"),
        ("growth", "445", "contradicted"),
        ("fall", "20", "contradicted"),
        ("change", "345", "supported"),
        ("level", "445", "supported"),
        ("level", "500", "contradicted"),
    ],
)
def test_a_number_means_what_it_is_said_to_mean(
    relation: str, number: str, word: str
) -> None:
    assert _claim(relation, number)[0] == word


def test_the_other_reading_is_told() -> None:
    assert "another reading: rise_by" in _claim("rise_to", "345")[1]
    assert "another reading: rise_to" in _claim("growth", "445")[1]


def test_shares_and_units() -> None:
    assert _claim("share", "89", subject="DE")[0] == "supported"
    assert _claim("share", "70", subject="DE")[0] == "contradicted"
    assert _claim("level", "0.445", scale=1e3)[0] == "supported"


def test_what_cannot_be_checked_says_what_is_needed() -> None:
    word, text = _claim("share", "70", subject="CN")
    assert word == "not checkable"
    assert "CN" in text
    asked = Query(reporters=("CN",), partners=("RU",), goods=Goods(("8704",)))
    found = check(table(cell()), asked, Stated("growth", "345", POST))
    assert found.rows[0]["verdict"] == "not checkable"
    assert "8704" in found.rows[0]["text"]


def test_unfiled_months_make_a_claim_uncheckable() -> None:
    before = monthly("2021-01", "2021-12", [1.0] * 12)
    after = monthly("2022-01", "2022-08", [1.0] * 8)
    found = check(table(*before, *after), Query(), Stated("growth", "10", POST))
    assert found.rows[0]["verdict"] == "not checkable"


def test_digits_and_tolerance() -> None:
    assert agrees(344.81, Stated("growth", "345", POST))
    assert agrees(43.61, Stated("share", "43.6", POST, tolerance=0.0))
    assert not agrees(43.67, Stated("share", "43.6", POST, tolerance=0.0))
    assert agrees(43.67, Stated("share", "43.6", POST))


def test_the_year_before() -> None:
    assert str(year_before(window("2023-01..2023-10"))) == "2022-01..2022-10"
    assert str(year_before(window("2023-Q4"))) == "2022-10..2022-12"
    assert str(year_before(window("2021..2022"))) == "2019..2020"


def test_a_relation_or_number_that_is_none_is_refused() -> None:
    for relation, number in (("causes", "1"), ("growth", "many")):
        with pytest.raises(ValueError, match=r".+"):
            check(table(cell()), Query(), Stated(relation, number, POST))
