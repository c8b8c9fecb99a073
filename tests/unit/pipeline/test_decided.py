"""Decisions are kept, applied, shown, and lapse by themselves."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from enduse.library.decisions import Decisions, decision_id
from enduse.library.prints import listing_print, party_print
from enduse.library.store import Library
from enduse.model import Assessment, Listing, Origin, Party, PartyName
from enduse.model.decision import Decision
from enduse.pipeline.screener import Screener

DAY = date(2026, 11, 2)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path)


def party(name: str, born: str = "") -> Party:
    return Party("customer", Origin("book.csv", "", "row=1"), (PartyName(name),))


def listed(library: Library) -> Listing:
    snapshot = next(iter(library.snapshots.values()))
    return next(iter(snapshot.listings()))


def decision(library: Library, about: Party, **changes: object) -> Decision:
    listing = listed(library)
    print_ = party_print(about)
    made = Decision(
        decision_id(print_, listing.id, "not_same", "a clerk", DAY),
        "not_same",
        listing.id,
        listing_print(listing),
        print_,
        "",
        about.name,
        listing.name,
        "another branch of trade",
        "a clerk",
        DAY,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def screened(library: Library, about: Party, day: date = DAY) -> Assessment:
    return Screener(library, as_of=day).assess(about)


def test_a_decision_turns_the_alarm_into_information(library: Library) -> None:
    about = party(listed(library).name)
    before = screened(library, about)
    assert before.outcome != "clear"
    Decisions(library.folder.parent).add(decision(library, about))
    after = screened(library, about)
    assert after.outcome == "clear"
    found = next(f for f in after.findings if f.kind == "listed_party")
    assert found.severity == "info"
    assert "another branch of trade" in found.explanation
    assert found.id in {f.id for f in before.findings}


@pytest.mark.parametrize(
    ("changes", "day", "said"),
    [
        ({"listing_print": "0" * 16}, DAY, "changed by its publisher"),
        ({"until": date(2026, 11, 1)}, DAY, "it held until 2026-11-01"),
        ({}, date(2026, 11, 1), "after the day of this run"),
    ],
)
def test_a_decision_lapses_by_itself(
    library: Library, changes: dict[str, object], day: date, said: str
) -> None:
    about = party(listed(library).name)
    Decisions(library.folder.parent).add(decision(library, about, **changes))
    after = screened(library, about, day)
    assert after.outcome != "clear"
    found = next(f for f in after.findings if f.kind == "listed_party")
    assert said in found.explanation


def test_a_decision_is_about_one_party_as_it_was(library: Library) -> None:
    about = party(listed(library).name)
    Decisions(library.folder.parent).add(decision(library, about))
    other = replace(about, countries=("FR",))
    assert screened(library, other).outcome != "clear"


def test_what_is_taken_back_no_longer_holds(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    made = kept.add(decision(library, about))
    assert kept.withdraw(made.id, by="a clerk", reason="new papers")
    assert not kept.withdraw("nonesuch", by="a clerk", reason="none")
    assert screened(library, about).outcome != "clear"
    assert kept.all() == []


def test_equal_decisions_are_kept_once(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    kept.add(decision(library, about))
    kept.add(decision(library, about))
    assert len(kept.all()) == 1
