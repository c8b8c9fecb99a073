"""A deal finds its payments in an input of any length, and what could not be read."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from enduse.model import Origin, Problem, Subject
from enduse.pipeline.case import Case, case_unread
from enduse.pipeline.deals import gather
from enduse.pipeline.deals.gather import gathered
from tests.unit.pipeline.deals.made_papers import AT, good, text


def paper(number: str, kind: str, folder: str = "one") -> Case:
    subject = Subject("document", f"{kind}-{number}", f"{kind}.pdf", f"pdf-{kind}")
    facts = (
        text("invoice_number", number),
        good("Milling machine", "845710", "2", "DE"),
    )
    return Case(subject, AT, facts, folder=folder)


def payment(ref: str, remittance: str) -> Case:
    subject = Subject("payment", ref, "book.xml", "pacs.008")
    return Case(subject, AT, (text("remittance", remittance),), folder="pay")


def unread(folder: str) -> Case:
    problem = Problem("pdf-no-text", "is a scan", Origin("s.pdf", "", ""), "error")
    return replace(case_unread(problem, "s.pdf"), folder=folder)


def stream(count: int) -> Iterator[Case]:
    yield payment("BEFORE", "/INV/RE-2026-115 FIRST HALF")
    yield paper("RE-2026-115", "invoice")
    for number in range(count):
        yield payment(f"P{number}", f"SALARY 2026 {number:06}")
    yield unread("one")
    yield paper("RE-2026-115", "packing-list")
    yield payment("AFTER", "REST OF RE-2026-115")


@pytest.mark.parametrize("held", [1, 5, 5_000])
def test_payments_are_tied_however_long_the_input(
    held: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gather, "HELD", held)
    found = list(gathered(stream(40)))
    assert len(found) == 44  # two papers are one deal
    (deal,) = [case for case in found if case.subject.kind == "shipment"]
    assert [p.ref for p in deal.papers if p.format == "pacs.008"] == ["BEFORE", "AFTER"]
    assert [p.code for p in deal.problems] == ["paper-unread"]
    assert sum(case.subject.kind == "payment" for case in found) == 42


def test_a_file_in_another_folder_says_nothing_of_the_deal() -> None:
    papers = [paper("RE-2026-115", "invoice"), paper("RE-2026-115", "packing-list")]
    found = list(gathered([*papers, unread("two")]))
    assert found[0].problems == ()
