"""Answers over invented trade statistics, one of every kind that has a picture."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.change import Change
from enduse.flows.check import Stated, check
from enduse.flows.concentration import concentration
from enduse.flows.coverage import coverage
from enduse.flows.effect import Measure, effect
from enduse.flows.growth import growth
from enduse.flows.mirror import Mirrored, mirror
from enduse.flows.query import Goods, Query
from enduse.flows.reroute import Routing, reroute
from enduse.flows.share import Sharing, share
from enduse.flows.surge import Alarm, surge
from enduse.flows.unit_value import Pricing, unit_value
from enduse.flows.windows import Window
from enduse.report.dossier.matrix import matrix
from tests.unit.flows.cells_made import monthly, table

FIRST, LAST, EVENT = "2020-01", "2022-12", "2022-03"
PRE, POST = Window("2021-03", "2021-12"), Window("2022-03", "2022-12")
SENDERS = ("DE", "FR", "PL")
PARTNERS = ("RU", "KG", "KZ", "AM")
GOODS = Goods(("854231", "848220"))


def statistics() -> pl.LazyFrame:
    """Three senders; Russia falls at the event, its neighbours rise after it."""
    cells: list[Any] = []
    for n, sender in enumerate(SENDERS):
        for m, partner in enumerate(PARTNERS):
            for k, product in enumerate(("854231", "848220", "TOTAL")):
                values = _values(n, m, partner, product)
                said = {"reporter": sender, "partner": partner, "product": product}
                made = monthly(FIRST, LAST, values, **said)
                cells += [
                    {**c, "net_kg": c["value"] / (50.0 + 9 * n + k)} for c in made
                ]
    for m, hub in enumerate(PARTNERS[1:]):
        for sender in SENDERS:
            said = {"reporter": hub, "partner": sender, "product": "TOTAL"}
            values = [v * (0.9 - 0.1 * m) for v in _values(0, m + 1, hub, "854231")]
            cells += monthly(FIRST, LAST, values, **said, direction="M")
        onward = [v / 2 for v in _values(1, m + 1, hub, "854231")]
        said = {"reporter": hub, "partner": "RU", "product": "854231"}
        cells += monthly(FIRST, LAST, onward, **said)
    return table(*cells)


def _values(n: int, m: int, partner: str, product: str) -> list[float]:
    base = 1e6 * (1 + n) * (8 if partner == "RU" else 1 + m)
    base *= 20 if product == "TOTAL" else 1
    swing = [1 + 0.05 * ((5 * t + 3 * n + m) % 7) / 7 for t in range(36)]
    after = 1.0 if product == "TOTAL" else 0.2 if partner == "RU" else 3.0
    return [base * s * (after if t >= 26 else 1.0) for t, s in enumerate(swing)]


def sent(*partners: str, **said: Any) -> Query:
    """The senders' exports of the goods."""
    query = Query(SENDERS, partners or PARTNERS, GOODS, "X")
    return replace(query, **said)


ANSWERS: dict[str, Callable[[pl.LazyFrame], Answer]] = {
    "coverage": lambda flows: coverage(flows, Query()),
    "share": lambda flows: share(flows, sent("KG"), Sharing("reporter")),
    "share-by-month": lambda flows: share(
        flows, sent("KG"), Sharing("reporter", "month")
    ),
    "concentration": lambda flows: concentration(
        flows, sent("KG"), Sharing("reporter", "month")
    ),
    "growth": lambda flows: growth(flows, sent(), Change(PRE, POST)),
    "goods-by-partner": lambda flows: matrix(
        flows, sent(), Change(PRE, POST, "goods6"), PARTNERS
    ),
    "mirror": lambda flows: mirror(
        flows, sent("KG", goods=Goods(("TOTAL",))), Mirrored(controls=("KZ",))
    ),
    "mirror-by-month": lambda flows: mirror(
        flows, sent("KG", goods=Goods(("TOTAL",))), Mirrored("month", pairs=True)
    ),
    "reroute": lambda flows: reroute(
        flows, sent("RU"), Routing(PRE, POST, ("KG", "KZ", "AM"))
    ),
    "surge": lambda flows: surge(flows, sent(), Alarm(since=EVENT)),
    "effect": lambda flows: effect(
        flows,
        sent("RU"),
        Measure(EVENT, "2022-02", control_goods=Goods(("TOTAL",)), pre=PRE, post=POST),
    ),
    "unit-value": lambda flows: unit_value(
        flows, sent(), Pricing(by="reporter", every=True)
    ),
    "price-and-quantity": lambda flows: unit_value(
        flows, sent(), Pricing(pre=PRE, post=POST)
    ),
    "check": lambda flows: check(
        flows, sent("KG"), Stated("growth", "200", POST, base=PRE)
    ),
}
