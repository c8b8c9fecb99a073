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
        "",
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
    made = replace(made, id=decision_id(made))
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


def test_a_decision_has_no_part_in_a_run_of_an_earlier_day(library: Library) -> None:
    about, earlier = party(listed(library).name), date(2026, 11, 1)
    before = screened(library, about, earlier)
    Decisions(library.folder.parent).add(decision(library, about))
    assert screened(library, about, earlier) == before


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
    assert screened(library, about, date(2999, 1, 1)).outcome != "clear"
    assert kept.all() == []


def test_equal_decisions_are_kept_once(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    kept.add(decision(library, about))
    kept.add(decision(library, about))
    assert len(kept.all()) == 1


def test_what_is_taken_back_and_decided_again_holds(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    first = kept.add(decision(library, about))
    kept.withdraw(first.id, by="a clerk", reason="a mistake")
    again = kept.add(decision(library, about))
    assert again.id != first.id
    assert [one.id for one in kept.all()] == [again.id]
    assert screened(library, about).outcome == "clear"


def test_a_day_before_it_was_taken_back_is_told_as_it_was(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    old = date(2020, 1, 2)
    made = kept.add(decision(library, about, taken=old))
    kept.withdraw(made.id, by="a clerk", reason="new papers")
    found = screened(library, about, old).findings
    assert "info" in {f.severity for f in found if f.kind == "listed_party"}
    assert screened(library, about, date(2999, 1, 1)).outcome != "clear"


def test_the_newest_counts_and_no_older_one_after_it(library: Library) -> None:
    about = party(listed(library).name)
    kept = Decisions(library.folder.parent)
    kept.add(decision(library, about))
    later = {"verdict": "same", "reason": "new papers", "id": "another"}
    kept.add(decision(library, about, **later, until=DAY))
    (found,) = (f for f in screened(library, about).findings if f.match)
    assert "(confirmed)" in found.title
    after = screened(library, about, date(2026, 11, 3))
    assert after.outcome != "clear"
    (found,) = (f for f in after.findings if f.match)
    assert "it held until 2026-11-02" in found.explanation


def test_a_name_with_half_a_surrogate_pair_is_no_fault(library: Library) -> None:
    Decisions(library.folder.parent).add(decision(library, party(listed(library).name)))
    other = party(listed(library).name + " \ud800")
    assert screened(library, other).outcome != "clear"


@pytest.mark.parametrize("name", ["a#b", "a%25b", "a?b", "with blank", "Ключи"])
def test_decisions_are_found_whatever_their_folder_is_called(
    tmp_path: Path, name: str
) -> None:
    home = tmp_path / name
    home.mkdir()
    library = Library.open(home)
    made = decision(library, party("Jane Example"))
    Decisions(home).add(made)
    assert Decisions(home).all() == [made]
