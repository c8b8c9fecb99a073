"""Whether weights, packages and sums agree between papers, and within each."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from enduse.model import Amount, Fact, Good, Quantity, Severity
from enduse.model.paper import Paper
from enduse.pipeline.deals.alike import near
from enduse.pipeline.deals.compare.disagreement import (
    Disagreement,
    Said,
    first_of_each,
    said,
    title,
)

_ROUNDED = Decimal("0.005")
_USUAL = Decimal("0.10")  # what payments may be over an invoice before it is telling
_PLUS = re.compile(r"\s*(\d{1,2})\s*/")  # of field 39A: per cent more / per cent less
_QUANTITIES: tuple[tuple[str, Severity], ...] = (
    ("total_gross_weight", "medium"),
    ("total_net_weight", "medium"),
    ("total_packages", "medium"),
    ("total_volume", "low"),
)
_Verdict = tuple[str, Severity, str]  # what, how grave, why
_OF_LINES = {"total_gross_weight": "gross_weight", "total_net_weight": "net_weight"}


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Totals that differ, sums that don't add up, and money beyond what was agreed."""
    for role, severity in _QUANTITIES:
        yield from _quantities(papers, role, severity)
    yield from _net_over_gross(papers)
    for paper in papers:
        yield from _sum(paper)
    yield from _money(papers)


def _quantities(
    papers: Sequence[Paper], role: str, severity: Severity
) -> Iterator[Disagreement]:
    found = [one for one in said(papers, role) if _quantity(one) is not None]
    found += _added_up(papers, role, found)
    groups: list[Said] = []
    for one in first_of_each(found):
        if all(not _same(one, other) for other in groups):
            groups.append(one)
    if len(groups) > 1:
        label = role.replace("_", " ")
        why = f"The papers state a different {label} for the same goods."
        shown = tuple(one.side(_shown(one)) for one in groups)
        yield Disagreement(label, severity, shown, why)


def _added_up(papers: Sequence[Paper], role: str, stated: list[Said]) -> list[Said]:
    """For papers without that total, what their lines come to."""
    field = _OF_LINES.get(role)
    if field is None:
        return []
    having = {id(one.paper) for one in stated}
    made = []
    for paper in papers:
        goods = [f for f in paper.facts if isinstance(f.value, Good)]
        parts = [getattr(f.value, field) for f in goods]
        units = {part.unit for part in parts if part}
        if id(paper) in having or not parts or None in parts or len(units) != 1:
            continue
        added = Quantity(sum((p.value for p in parts), Decimal(0)), units.pop())
        made.append(Said(paper, Fact(role, added, goods[0].origin)))
    return made


def _same(one: Said, other: Said) -> bool:
    ours, theirs = one.fact.value, other.fact.value
    assert isinstance(ours, Quantity)
    assert isinstance(theirs, Quantity)
    if ours.unit and theirs.unit and ours.unit != theirs.unit:
        return True  # not comparable: nothing can be said
    return near(ours.value, theirs.value, tolerance=_ROUNDED)


def _net_over_gross(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    for paper in papers:
        gross = next(iter(said([paper], "total_gross_weight")), None)
        net = next(iter(said([paper], "total_net_weight")), None)
        if gross is None or net is None:
            continue
        heavy, light = _quantity(gross), _quantity(net)
        if heavy is not None and light is not None and light > heavy:
            why = "The goods weigh more without their packing than with it."
            shown = (net.side(_shown(net)), gross.side(_shown(gross)))
            yield Disagreement("net and gross weight", "medium", shown, why)


def _sum(paper: Paper) -> Iterator[Disagreement]:
    """The lines' values against the total of the same paper, freight left out."""
    total = next(iter(said([paper], "total")), None)
    lines = [f for f in paper.facts if isinstance(f.value, Good)]
    values = [f.value.value for f in lines if isinstance(f.value, Good)]
    if total is None or len(values) < 2 or any(v is None for v in values):
        return
    stated = total.fact.value
    assert isinstance(stated, Amount)
    added = sum((v.value for v in values if v), Decimal(0))
    other = any(said([paper], "freight", "charge", "allowance", "tax"))
    if other or near(added, stated.value, tolerance=_ROUNDED) or added < stated.value:
        return
    shown = (
        total.side(f"{stated.value} {stated.currency}"),
        Said(paper, lines[0]).side(f"{added} in {len(lines)} lines"),
    )
    why = f"The lines of {title(paper)} come to more than its total."
    yield Disagreement("sum of the lines", "low", shown, why)


def _money(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Invoices against the credit and the payments of the deal."""
    limit = next(iter(said(papers, "credit_amount")), None)
    billed = [
        one
        for one in said(papers, "total")
        if isinstance(one.fact.value, Amount) and "pack" not in one.paper.format
    ]
    paid = list(said(papers, "instructed", "settled"))
    if limit is not None and billed:
        why = "More is invoiced than the credit covers, with the tolerance it states."
        most = _most(limit, 1 + _tolerance(papers))
        yield from _over(billed, limit, most, ("amount invoiced", "medium", why))
    if billed and paid:
        why = "More is paid than is invoiced, beyond any usual allowance."
        most = _most(billed[0], 1 + _USUAL)
        verdict: _Verdict = ("amount paid", "high", why)
        yield from _over(first_of_each(paid), billed[0], most, verdict)


def _most(limit: Said, times: Decimal) -> Decimal:
    """So many times the amount, a rounding included."""
    ceiling = limit.fact.value
    assert isinstance(ceiling, Amount)
    return ceiling.value * (times + _ROUNDED)


def _tolerance(papers: Sequence[Paper]) -> Decimal:
    """By what part more may be drawn: UCP 600 art. 30 allows none that isn't stated."""
    for one in said(papers, "tolerance"):
        found = _PLUS.match(getattr(one.fact.value, "text", ""))
        if found:
            return Decimal(found[1]) / 100
    return Decimal(0)


def _over(
    found: Sequence[Said], limit: Said, most: Decimal, verdict: _Verdict
) -> Iterator[Disagreement]:
    ceiling = limit.fact.value
    assert isinstance(ceiling, Amount)
    for one in found:
        amount = one.fact.value
        if not isinstance(amount, Amount):
            continue
        shown = (
            one.side(f"{amount.value} {amount.currency}"),
            limit.side(f"{ceiling.value} {ceiling.currency}"),
        )
        if amount.currency != ceiling.currency:
            why = "The papers are in different currencies."
            yield Disagreement("currency", "low", shown, why)
            return
        if amount.value > most:
            label, severity, told = verdict
            yield Disagreement(label, severity, shown, told)
            return


def _quantity(one: Said) -> Decimal | None:
    return one.fact.value.value if isinstance(one.fact.value, Quantity) else None


def _shown(one: Said) -> str:
    value = one.fact.value
    assert isinstance(value, Quantity)
    return f"{value.value} {value.unit}".strip()
