"""Shares, concentration and mirrors."""

import pytest

from enduse.flows.concentration import concentration
from enduse.flows.mirror import Mirrored, mirror
from enduse.flows.query import Query
from enduse.flows.share import Sharing, share
from enduse.flows.windows import window
from tests.unit.flows.cells_made import cell, table


def test_suppliers_of_one_partner_and_what_the_denominator_is() -> None:
    flows = table(
        cell(reporter="DE", value=60.0),
        cell(reporter="LT", value=30.0),
        cell(reporter="PL", value=10.0),
        cell(reporter="EU27_2020", value=100.0),
    )
    found = share(flows, Query(partners=("KG",)), Sharing(top=1))
    assert [(r["group"], r["share_percent"]) for r in found.rows] == [
        ("DE", 60.0),
        ("others", 40.0),
    ]
    assert "3 reporters" in found.definition
    assert "who did not report is not in it" in found.definition
    assert {f.kind for f in found.findings} == {"trade_dominance"}


def test_partners_against_the_row_of_the_world() -> None:
    said = {"reporter": "TH", "direction": "M"}
    flows = table(
        cell(partner="OTHER_ASIA", value=45.0, **said),
        cell(partner="CN", value=45.0, **said),
        cell(partner="AREAS_NES", value=10.0, **said),
        cell(partner="WORLD", value=101.0, **said),
    )
    found = share(flows, Query(reporters=("TH",)), Sharing())
    rows = {r["group"]: r for r in found.rows}
    assert rows["CN"]["share_percent"] == 45.0
    assert rows["CN"]["share_of_countries_percent"] == 100.0
    assert rows["AREAS_NES"]["share_of_countries_percent"] is None
    off = found.coverage["world_difference_percent"]
    assert off == pytest.approx(100 / 101)


def test_shares_by_year_add_up_to_a_hundred() -> None:
    flows = table(
        *[
            cell(reporter=r, period=p, value=v)
            for r, p, v in (
                ("DE", "2021", 1.0),
                ("FR", "2021", 3.0),
                ("DE", "2022", 2.0),
                ("FR", "2022", 0.0),
            )
        ]
    )
    found = share(flows, Query(partners=("KG",)), Sharing(each="year"))
    for year in ("2021", "2022"):
        parts = [r["share_percent"] for r in found.rows if r["when"] == year]
        assert sum(parts) == pytest.approx(100)


def test_nothing_traded_has_no_shares() -> None:
    flows = table(cell(value=0.0))
    found = share(flows, Query(partners=("KG",)), Sharing())
    assert found.rows[0]["share_percent"] is None


def test_the_index_of_equal_suppliers() -> None:
    flows = table(*[cell(reporter=r, value=5.0) for r in ("DE", "FR", "IT", "PL")])
    row = concentration(flows, Query(partners=("KG",)), Sharing()).rows[0]
    assert row["hhi"] == pytest.approx(2_500)
    assert row["effective_number"] == pytest.approx(4)
    assert row["top3_percent"] == pytest.approx(75)
    alone = concentration(table(cell()), Query(partners=("KG",)), Sharing()).rows[0]
    assert alone["hhi"] == pytest.approx(10_000)


def _pair(to: str, year: str, sent: float, arrived: float) -> list[dict[str, object]]:
    return [
        cell(partner=to, period=year, value=sent),
        cell(reporter=to, partner="DE", period=year, value=arrived, direction="M"),
    ]


def _mirrored(*ratios: tuple[str, str, float]) -> dict[tuple[str, str], str]:
    cells = [c for to, year, r in ratios for c in _pair(to, year, 100.0, 100.0 * r)]
    asked = Query(reporters=("DE",), partners=("KG", "UZ", "AM"))
    found = mirror(table(*cells), asked, Mirrored(controls=("KZ",)))
    return {(r["to"], r["when"]): r["verdict"] for r in found.rows}


def test_level_and_change_must_both_be_out_of_the_way() -> None:
    said = _mirrored(
        *[("KG", y, r) for y, r in (("2020", 0.97), ("2021", 0.93), ("2023", 0.33))],
        *[("UZ", y, r) for y, r in (("2020", 1.22), ("2021", 1.22), ("2023", 0.90))],
        *[("AM", y, r) for y, r in (("2020", 0.5), ("2021", 0.5), ("2023", 0.5))],
        *[("KZ", y, r) for y, r in (("2020", 0.9), ("2021", 0.9), ("2023", 0.9))],
    )
    assert said["KG", "2023"] == "much is not recorded on arrival"
    assert said["UZ", "2023"] == "fell, but its level is ordinary"
    assert said["AM", "2023"] == "low as before"
    assert said["KZ", "2023"] == "control"
    assert said["KG", "2020"] == "history"


def test_a_fall_that_the_controls_share_is_not_flagged() -> None:
    said = _mirrored(
        *[("KG", y, r) for y, r in (("2020", 0.9), ("2021", 0.9), ("2023", 0.5))],
        *[("KZ", y, r) for y, r in (("2020", 0.9), ("2021", 0.9), ("2023", 0.5))],
    )
    assert said["KG", "2023"] == "low as before"


def test_a_side_that_did_not_file_is_unknown_not_zero() -> None:
    flows = table(
        cell(period="2022", value=100.0),
        cell(period="2023", value=100.0),
        cell(reporter="KG", partner="DE", period="2022", value=90.0, direction="M"),
    )
    found = mirror(flows, Query(reporters=("DE",), partners=("KG",)), Mirrored())
    rows = {r["when"]: r for r in found.rows}
    assert rows["2022"]["ratio"] == pytest.approx(0.9)
    assert rows["2023"]["arrived"] is None
    assert rows["2023"]["verdict"].startswith("not checkable")


def test_freight_and_insurance_are_stated() -> None:
    flows = table(*_pair("KG", "2022", 100.0, 110.0))
    asked = Query(reporters=("DE",), partners=("KG",), window=window("2022"))
    found = mirror(flows, asked, Mirrored(cif=0.1))
    assert found.rows[0]["gap"] == pytest.approx(0)
    assert "cif = 0.1" in found.definition


def test_a_mirror_needs_two_sides() -> None:
    with pytest.raises(ValueError, match="--partner"):
        mirror(table(cell()), Query(), Mirrored())
