"""A deal as an officer would lay it on a desk: who, what, where, when, how much."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from enduse.messages.trade.roles import AMOUNTS, DATES, PARTIES, REFERENCES, TERMS
from enduse.model import (
    Address,
    Amount,
    Assessment,
    Coverage,
    Fact,
    Finding,
    Good,
    Origin,
    Paper,
    Party,
    Place,
    Quantity,
    Route,
    Text,
)
from enduse.report import words
from enduse.report.words import country, identifier

SHOWN_GOODS = 200
_SHOWN_VALUES = 40
_TERMS = tuple(term for term in TERMS if term != "goods_text")  # shown line by line
Box = tuple[float, float, float, float]
_SEEN = re.compile(r"page=(\d+)(?:&box=([\d.,]+))?")


@dataclass(frozen=True, slots=True)
class Value:
    """One value on one paper, with its place."""

    text: str
    paper: str
    origin: Origin
    note: str = ""
    doubtful: bool = False
    also: tuple["Value", ...] = ()
    """The same words on other papers, or again."""


@dataclass(frozen=True, slots=True)
class Line:
    """Everything the papers say under one head: `consignee`, `gross weight`."""

    label: str
    values: tuple[Value, ...]
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line of goods with the codes stated and the controls found on it."""

    good: Good
    paper: str
    stated: tuple[str, ...]
    controls: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class DealView:
    """One deal, ready to be drawn. `number` is its row in the table of outcomes."""

    number: int
    ref: str
    outcome: str
    papers: tuple[Paper, ...]
    parties: tuple[Line, ...]
    goods: tuple[GoodsLine, ...]
    goods_left_out: int
    routes: tuple[Value, ...]
    dates: tuple[Line, ...]
    figures: tuple[Line, ...]
    numbers: tuple[Line, ...]
    contradictions: tuple[Finding, ...]
    coverage: Coverage | None


def deal_view(number: int, assessment: Assessment) -> DealView:
    """The deal of an assessment that was put together from papers."""
    papers = assessment.papers
    disputed = tuple(f for f in assessment.findings if f.kind == "contradiction")
    about = {f.title.rpartition(": ")[2] for f in disputed}
    lines = list(_goods(papers, assessment.findings))
    return DealView(
        number=number,
        ref=assessment.subject.ref,
        outcome=assessment.outcome,
        papers=papers,
        parties=tuple(_lines(papers, (*PARTIES, *_other_parties(papers)), about)),
        goods=tuple(lines[:SHOWN_GOODS]),
        goods_left_out=max(0, len(lines) - SHOWN_GOODS),
        routes=tuple(_routes(papers)),
        dates=tuple(_by_day(_lines(papers, DATES, about), about)),
        figures=tuple(_lines(papers, _figures(papers), about)),
        numbers=tuple(_lines(papers, (*REFERENCES, *_TERMS), about)),
        contradictions=disputed,
        coverage=assessment.coverage,
    )


def page_id(origin: Origin) -> str:
    """The id of the page that an origin lies on, or '' where there is no page."""
    found = _SEEN.search(origin.locator)
    return f"p{origin.sha256[:12]}-{found.group(1)}" if found else ""


def box(origin: Origin) -> Box | None:
    """The four corners of a value on its page, in points from its top left, or None."""
    found = _SEEN.search(origin.locator)
    corners = found.group(2).split(",") if found and found.group(2) else []
    if len(corners) != 4 or not all(corners):
        return None
    left, top, right, bottom = (float(number) for number in corners)
    return left, top, right, bottom


def page_number(origin: Origin) -> int:
    """The page that an origin lies on, from 1, or 0 where there is none."""
    found = _SEEN.search(origin.locator)
    return int(found.group(1)) if found else 0


def short(paper: Paper) -> str:
    """What to call a paper in a narrow column: `commercial invoice BW-26-0871`."""
    return words.paper(f"{paper.format} {paper.ref}").strip()


def _lines(
    papers: Sequence[Paper], roles: Sequence[str], disputed: set[str]
) -> Iterator[Line]:
    for role in dict.fromkeys(roles):
        values: dict[tuple[str, str], Value] = {}
        for paper in papers:
            for fact in paper.facts:
                if fact.role == role and (value := _value(fact, paper)):
                    values.setdefault((value.text, value.paper), value)
        if values:
            label = role.replace("_", " ")
            shown = _together(tuple(values.values()))[:_SHOWN_VALUES]
            yield Line(words.head(role), shown, label in disputed)


def _together(values: Sequence[Value]) -> tuple[Value, ...]:
    """The same words of several papers as one value with all its places."""
    found: dict[tuple[str, str], list[Value]] = {}
    for value in values:
        found.setdefault((value.text.casefold(), value.note), []).append(value)
    return tuple(
        replace(
            first,
            also=tuple(rest),
            doubtful=all(v.doubtful for v in (first, *rest)),
        )
        for first, *rest in found.values()
    )


def _value(fact: Fact, paper: Paper) -> Value | None:
    text, note = _said(fact)
    if not text:
        return None
    return Value(text, short(paper), fact.origin, note, fact.confidence < 1)


def _said(fact: Fact) -> tuple[str, str]:
    value = fact.value
    if isinstance(value, Party):
        return value.name, "; ".join(_about(value))
    if isinstance(value, Amount):
        return f"{value.value:,f} {value.currency}", ""
    if isinstance(value, Quantity):
        return f"{value.value:,f} {words.unit(value.unit)}".strip(), ""
    return (
        (" / ".join(value.text.splitlines()), "")
        if isinstance(value, Text)
        else ("", "")
    )


def _about(party: Party) -> Iterator[str]:
    for address in party.addresses[:1]:
        yield _address(address)
    for one in party.identifiers[:3]:
        yield f"{identifier(one.scheme)} {one.value}"
    if not party.addresses:
        yield from (country(code) for code in party.countries[:1])


def _address(address: Address) -> str:
    """An address with each of its parts once: lines often say the town and country."""
    said = ", ".join(address.lines)
    place = (address.street, address.city, address.region, address.postcode)
    for part in (*place, address.country_text or address.country):
        if part and part.casefold() not in said.casefold():
            said = f"{said}, {part}" if said else part
    return said


def _other_parties(papers: Sequence[Paper]) -> list[str]:
    return [
        fact.role
        for paper in papers
        for fact in paper.facts
        if isinstance(fact.value, Party)
    ]


def _figures(papers: Sequence[Paper]) -> list[str]:
    found = (
        fact.role
        for paper in papers
        for fact in paper.facts
        if isinstance(fact.value, Amount | Quantity)
    )
    return [*AMOUNTS, *found]


def _goods(papers: Sequence[Paper], findings: Sequence[Finding]) -> Iterator[GoodsLine]:
    controls: dict[Origin, list[str]] = {}
    for finding in findings:
        for one in finding.controls:
            tier = f" tier {one.tier}" if one.tier else ""
            said = f"{one.list}{tier} {one.code}, {one.via}"
            if one.p < 1:
                said += f" p {one.p:.2f}"
            for origin in finding.origins:
                controls.setdefault(origin, []).append(said)
    for paper in papers:
        for fact in paper.facts:
            if isinstance(fact.value, Good):
                found = tuple(dict.fromkeys(controls.get(fact.origin, ())))
                codes = tuple(f"{c.scheme.upper()} {c.value}" for c in fact.value.codes)
                yield GoodsLine(fact.value, short(paper), codes, found, fact.origin)


def _routes(papers: Sequence[Paper]) -> Iterator[Value]:
    for paper in papers:
        for fact in paper.facts:
            if isinstance(fact.value, Route) and fact.value.places:
                line = " → ".join(_place(place) for place in fact.value.places)
                yield Value(line, short(paper), fact.origin, fact.value.mode)


def _place(place: Place) -> str:
    code = place.unlocode or place.country
    role = place.role.replace("_", " ")
    name = f"{place.name} ({code})" if place.name and code else place.name or code
    return f"{name} [{role}]"


def _by_day(lines: Iterator[Line], about: set[str]) -> list[Line]:
    """A line for each day, from the first, with what happens on it."""
    days: dict[str, list[Value]] = {}
    told = {label for one in about for label in one.split(" and ")}
    disputed: set[str] = set()
    for line in lines:
        for value in line.values:
            days.setdefault(value.text, []).append(replace(value, text=line.label))
            if line.label.lower() in told:
                disputed.add(value.text)
    return [Line(day, tuple(days[day]), day in disputed) for day in sorted(days)]
