"""Whether vessel, voyage, containers, terms and seals are the same on every paper."""

import re
from collections.abc import Iterator, Sequence

from enduse.model import Party, Route, Severity, Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.alike import same_name
from enduse.pipeline.deals.compare.disagreement import Disagreement, Said, said
from enduse.pipeline.deals.keys import plain

_ONE_EACH: tuple[tuple[str, str, Severity], ...] = (
    ("voyage", "voyage", "low"),
    ("incoterm", "Incoterm", "low"),
    ("credit_number", "credit number", "low"),
    ("contract_number", "contract number", "low"),
)
_TERM = re.compile(
    r"\b(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAP|DPU|DDP|DAT|CNF|C&F)\b", re.I
)
_BARRED = re.compile(r"\b(?:not|prohibited|forbidden|no)\b", re.I)


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Numbers and terms that should be one and are not."""
    for role, label, severity in _ONE_EACH:
        yield from _one_each(papers, role, label, severity)
    yield from _containers(papers)
    yield from _vessels(papers)
    yield from _transhipment(papers)


def _one_each(
    papers: Sequence[Paper], role: str, label: str, severity: Severity
) -> Iterator[Disagreement]:
    of_paper: dict[int, set[str]] = {}
    values: dict[str, Said] = {}
    for one in said(papers, role):
        value = _value(one)
        if value:
            of_paper.setdefault(id(one.paper), set()).add(value)
            values.setdefault(value, one)
    if len(of_paper) < 2 or set.intersection(*of_paper.values()):
        return
    why = f"The papers of one deal do not share one {label}."
    shown = tuple(one.side(_text(one)) for one in values.values())
    yield Disagreement(label, severity, shown, why)


def _value(one: Said) -> str:
    text = _text(one)
    if one.fact.role == "incoterm":
        found = _TERM.search(text)
        return found.group(1).upper() if found else ""
    return plain(text)


def _containers(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Containers of one transport paper that another, which lists some, has not."""
    of_paper: dict[int, dict[str, Said]] = {}
    for one in said(papers, "container"):
        if number := plain(_text(one)):
            of_paper.setdefault(id(one.paper), {}).setdefault(number, one)
    if len(of_paper) < 2:
        return
    common = set.intersection(*(set(numbers) for numbers in of_paper.values()))
    odd = {
        number: one
        for numbers in of_paper.values()
        for number, one in numbers.items()
        if number not in common
    }
    if odd:
        why = "A container stands on one paper and is missing from another."
        shown = tuple(one.side(_text(one)) for one in odd.values())
        yield Disagreement("containers", "medium", shown[:8], why)


def _vessels(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    ships: list[Said] = []
    for one in said(papers, "vessel"):
        ship = one.fact.value
        if isinstance(ship, Party) and not any(_one_ship(one, o) for o in ships):
            ships.append(one)
    papers_with = {id(one.paper) for one in said(papers, "vessel")}
    if len(ships) > 1 and len(papers_with) > 1:
        why = "The papers name different ships."
        shown = tuple(one.side(_ship(one)) for one in ships)
        yield Disagreement("vessel", "medium", shown, why)


def _one_ship(one: Said, other: Said) -> bool:
    left, right = one.fact.value, other.fact.value
    assert isinstance(left, Party)
    assert isinstance(right, Party)
    ours, theirs = _imo(left), _imo(right)
    if ours and theirs:
        return ours == theirs
    return not left.names or not right.names or same_name(left.name, right.name)


def _imo(ship: Party) -> str:
    return next((plain(i.value) for i in ship.identifiers if i.scheme == "imo"), "")


def _ship(one: Said) -> str:
    ship = one.fact.value
    assert isinstance(ship, Party)
    number = _imo(ship)
    return f"{ship.name}{f', IMO {number}' if number else ''}"


def _transhipment(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """A transhipment although the credit forbids it."""
    barred = [one for one in said(papers, "transhipment") if _BARRED.search(_text(one))]
    if not barred:
        return
    for paper in papers:
        for fact in paper.facts:
            if isinstance(fact.value, Route) and any(
                place.role == "port_of_transhipment" for place in fact.value.places
            ):
                shown = (
                    barred[0].side(_text(barred[0])),
                    Said(paper, fact).side("transhipped"),
                )
                why = "The goods change ships although the credit does not allow it."
                yield Disagreement("transhipment", "medium", shown, why)
                return


def _text(one: Said) -> str:
    return one.fact.value.text if isinstance(one.fact.value, Text) else ""
