"""Breaks, interrupted series, contrasts and verdicts, against known answers."""

import numpy as np
import pytest

from enduse.flows import contrast
from enduse.flows.breaks import level_shift
from enduse.flows.effect import Measure, effect
from enduse.flows.interrupted import Design, Estimate, interruption, placebos
from enduse.flows.query import Goods, Query
from enduse.flows.series import Numbers, Series, series
from enduse.flows.verdict import verdict
from enduse.flows.windows import month_name, month_number, window
from tests.unit.flows.cells_made import cell, monthly, table


def made(values: Numbers, first: str = "2018-01") -> Series:
    return Series(first, np.asarray(values, float), np.ones(len(values), dtype=bool))


def stepped(months: int, at: int, step: float, *, seed: int = 7) -> Series:
    """A trend with a step in logs and a little noise that is always the same."""
    random = np.random.default_rng(seed)
    when = np.arange(months)
    logs = 10 + 0.005 * when + step * (when >= at) + random.normal(0, 0.02, months)
    return made(np.exp(logs))


def test_the_break_of_the_nile() -> None:
    """Cobb (1978): the annual flow of the Nile fell after 1898."""
    from statsmodels.datasets import nile

    flow = nile.load_pandas().data["volume"].to_numpy(float)
    found = level_shift(made(flow, "1000-01"))
    assert found is not None
    at = month_number(found.period) - month_number("1000-01")
    assert 1871 + at == 1899
    assert found.log_change < 0
    assert month_number(found.earliest) <= month_number(found.period)


def test_a_break_needs_months_and_a_change() -> None:
    assert level_shift(made(np.array([1.0, 2.0, 3.0]))) is None
    assert level_shift(made(np.full(40, 5.0))) is None


def test_months_that_nobody_filed_are_unknown() -> None:
    one = stepped(36, 20, 1.0)
    gaps = one.filed.copy()
    gaps[5] = False
    holed = Series(one.first, np.where(gaps, one.values, 0.0), gaps)
    found = level_shift(holed)
    assert found is not None
    assert found.period == month_name(month_number("2018-01") + 20)


def test_a_step_is_found_with_its_interval() -> None:
    one = stepped(60, 40, -0.7)
    found = interruption(one, Design(month_name(month_number("2018-01") + 40)))
    assert found is not None
    assert found.step.low < -0.7 < found.step.high
    assert found.step.log == pytest.approx(-0.7, abs=0.05)
    assert found.end.high < 0
    assert found.recovered is not None
    assert abs(found.recovered) < 0.2
    expected = float(found.expected[45])
    assert expected == pytest.approx(float(one.values[45]) * np.exp(0.7), rel=0.1)


def test_an_exact_series_gives_exact_coefficients() -> None:
    when = np.arange(30)
    logs = 3 + 0.01 * when - 0.4 * (when >= 18) + 0.02 * (when >= 18) * (when - 18)
    season = np.sin(2 * np.pi * when / 12)
    one = made(np.exp(logs + 0.1 * season))
    found = interruption(one, Design(month_name(month_number("2018-01") + 18)))
    assert found is not None
    assert found.step.log == pytest.approx(-0.4, abs=1e-8)
    assert found.slope.log == pytest.approx(0.02, abs=1e-9)
    assert found.end.log == pytest.approx(-0.4 + 0.02 * 10, abs=1e-8)
    assert found.recovered == pytest.approx(0.5, abs=1e-6)


def test_zeros_are_counted_by_ppml_and_not_by_logs() -> None:
    values = np.concatenate([np.full(18, 100.0), np.tile([0.0, 20.0], 9)])
    random = np.random.default_rng(1)
    values = values * random.uniform(0.95, 1.05, len(values))
    design = Design(month_name(month_number("2018-01") + 18), count=True)
    found = interruption(made(values), design)
    assert found is not None
    assert found.step.percent[0] < -80
    logs = interruption(made(values), Design(design.event))
    assert logs is not None
    assert logs.step.percent[0] > found.step.percent[0]


def test_stock_piling_before_a_measure_is_seen() -> None:
    one = stepped(60, 40, -0.7)
    values = one.values.copy()
    values[38:40] *= 1.5
    event = month_name(month_number("2018-01") + 40)
    found = interruption(made(values), Design(event, 2))
    assert found is not None
    assert found.anticipation is not None
    assert found.anticipation.log == pytest.approx(np.log(1.5), abs=0.1)
    assert found.step.log == pytest.approx(-0.7, abs=0.06)
    said = verdict(found, None, None, sign=-1)
    assert "ahead of it" in said.text


def test_false_events_in_noise_are_as_large_and_in_a_real_fall_are_not() -> None:
    random = np.random.default_rng(3)
    noise = made(np.exp(10 + random.normal(0, 0.5, 72)))
    event = month_name(month_number("2018-01") + 50)
    share, tried = placebos(noise, Design(event))
    assert tried > 20
    assert share is not None
    assert share > 0.1
    real, _ = placebos(stepped(72, 50, -1.0), Design(event))
    assert real == 0.0


def test_too_few_months_give_no_estimate() -> None:
    assert interruption(stepped(15, 11, -1), Design("2018-12")) is None
    assert interruption(stepped(30, 27, -1), Design("2020-04")) is None
    assert verdict(None, None, None, sign=-1).word == "unknown"


def test_the_two_by_two_is_the_sum_of_logs() -> None:
    treated = made(np.array([10.0, 10.0, 2.0, 3.0]))
    control = made(np.array([8.0, 12.0, 9.0, 11.0]))
    pre, post = window("2018-01..2018-02"), window("2018-03..2018-04")
    found = contrast.two_by_two(treated, control, pre, post)
    assert found.log == pytest.approx(np.log(5 / 20))
    empty = contrast.two_by_two(made(np.zeros(4)), control, pre, post)
    assert empty.log is None


def test_a_fall_that_the_controls_share_is_not_set_apart() -> None:
    one, other = stepped(60, 40, -0.7), stepped(60, 40, -0.7, seed=8)
    event = month_name(month_number("2018-01") + 40)
    both = contrast.by_month(one, other, event, 0)
    assert both is not None
    assert both.low < 0 < both.high
    found = interruption(one, Design(event))
    assert "not set apart" in verdict(found, both, 0.0, sign=-1).text
    steady = contrast.by_month(one, stepped(60, 40, 0.0, seed=8), event, 0)
    assert steady is not None
    assert steady.log == pytest.approx(-0.7, abs=0.05)
    assert verdict(found, steady, 0.0, sign=-1).text == "fell and stayed down"


def test_leads_of_an_event_study_are_near_zero() -> None:
    event = month_name(month_number("2018-01") + 40)
    one = stepped(60, 40, -0.7)
    steps = list(contrast.study(one, stepped(60, 99, 0, seed=8), event, 0))
    leads = [s for s in steps if s["lead"] < 0]
    lags = [s for s in steps if s["lead"] >= 0]
    assert sum(s["low"] <= 0 <= s["high"] for s in leads) >= 0.9 * len(leads)
    assert all(s["high"] < 0 for s in lags)


def _estimate(log: float, half: float = 0.1) -> Estimate:
    return Estimate(log, log - half, log + half, 0.0)


@pytest.mark.parametrize(
    ("step", "end", "sign", "word"),
    [
        (-1.0, -0.9, -1, "stayed"),
        (-1.0, -0.3, -1, "recovered"),
        (-1.0, 0.0, -1, "recovered"),
        (0.0, -0.9, -1, "gradual"),
        (0.0, 0.0, -1, "none"),
        (1.0, 1.0, -1, "none"),
        (1.0, 1.0, 1, "stayed"),
    ],
)
def test_the_rules_of_the_verdict(
    step: float, end: float, sign: int, word: str
) -> None:
    found = interruption(stepped(60, 40, -0.7), Design("2021-05"))
    assert found is not None
    from dataclasses import replace

    made_up = replace(
        found,
        step=_estimate(step),
        end=_estimate(end),
        recovered=1 - end / step if step else None,
    )
    assert verdict(made_up, None, 0.0, sign=sign).word == word
    if word != "none":
        assert "10%" not in verdict(made_up, None, 0.05, sign=sign).text
        assert "20%" in verdict(made_up, None, 0.2, sign=sign).text


def test_an_effect_from_cells_to_words() -> None:
    treated = stepped(48, 30, -1.2)
    other = stepped(48, 99, 0.0)
    cells = [
        *monthly("2018-01", "2021-12", list(treated.values), product="854231"),
        *monthly("2018-01", "2021-12", list(other.values), product="640399"),
    ]
    asked = Query(partners=("KG",), goods=Goods(("8542",)))
    measure = Measure("2020-07", control_goods=Goods(("64",)))
    found = effect(table(*cells), asked, measure)
    assert found.rows[0]["text"] == "fell and stayed down"
    rows = {(r["method"], r["measure"]): r for r in found.rows}
    did = rows["did_2x2", "against other goods"]
    assert did["log"] == pytest.approx(-1.2, abs=0.05)
    assert rows["break", "level shift"]["period"] == "2020-07"
    assert "codes-too-coarse" in {p.code for p in found.problems}
    assert {"monthly", "events", "fit", "study"} <= set(found.series)
    fit = {p["period"]: p for p in found.series["fit"]}
    assert fit["2021-01"]["low"] < fit["2021-01"]["expected"] < fit["2021-01"]["high"]


def test_annual_cells_cannot_show_an_effect() -> None:
    found = effect(table(cell(), cell(period="2022")), Query(), Measure("2022-03"))
    assert found.rows[0]["measure"] == "unknown"
    assert "no-months" in {p.code for p in found.problems}


def test_a_month_in_which_others_filed_is_a_zero() -> None:
    frame = table(*monthly("2021-01", "2021-02", [1.0, 2.0])).collect()
    rows = frame.with_columns(amount=frame["value"])
    one = series(rows, ["2021-01", "2021-02", "2021-03"])
    assert one.values.tolist() == [1.0, 2.0, 0.0]
    assert one.filed.tolist() == [True, True, True]
