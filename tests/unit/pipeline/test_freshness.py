"""What is said of the library: one finding of a kind, however many lists it names."""

from datetime import date
from types import SimpleNamespace
from typing import cast

from enduse.library.snapshot import Snapshot
from enduse.library.store import Library, SourceState
from enduse.lists import registry
from enduse.pipeline import freshness

DAY = date(2026, 11, 1)
CARDS = registry.cards()


def state(source: str, dated: date = DAY) -> SourceState:
    snapshot = SimpleNamespace(info=SimpleNamespace(sha256=f"{len(source):064x}"))
    return SourceState(CARDS[source], cast(Snapshot, snapshot), dated)


def library(*states: SourceState, missing: tuple[str, ...] = ()) -> Library:
    """A library of these sources, without these others."""
    cards = [CARDS[source] for source in missing]
    held = SimpleNamespace(
        is_sample=False, states=lambda: states, missing=lambda: cards
    )
    return cast(Library, held)


def test_lists_in_time_are_not_mentioned() -> None:
    assert freshness.findings(library(state("un-sc")), DAY) == ()


def test_several_old_lists_are_one_finding_that_names_each_the_oldest_first() -> None:
    held = library(state("un-sc"), state("us-csl", date(2026, 10, 30)))
    (stale,) = freshness.findings(held, date(2026, 11, 10))
    assert (stale.kind, stale.severity) == ("stale_source", "medium")
    us, un = CARDS["us-csl"].title, CARDS["un-sc"].title
    assert stale.title == f"2 lists are old: {us} (11 days), {un} (9 days)"
    assert f"{un}: its snapshot 000000000000 stands for 2026-11-01" in stale.explanation
    assert stale.explanation.endswith("Remedy: enduse update us-csl un-sc")


def test_it_is_as_grave_as_the_oldest() -> None:
    held = library(state("un-sc"), state("us-csl", date(2026, 1, 1)))
    (stale,) = freshness.findings(held, date(2026, 11, 10))
    assert stale.severity == "high"


def test_one_that_only_a_file_brings_up_to_date_is_told_apart() -> None:
    filed = next(c.id for c in CARDS.values() if not c.urls and c.max_age_days < 3000)
    (stale,) = freshness.findings(
        library(state("un-sc"), state(filed)), date(2036, 11, 10)
    )
    assert "enduse update un-sc; enduse update --from FILE" in stale.explanation
    assert f"(with a newer file of {filed})" in stale.explanation


def test_one_old_list_is_told_alone_beside_those_that_miss() -> None:
    held = library(state("un-sc"), missing=("us-csl",))
    stale, missing = freshness.findings(held, date(2026, 11, 9))
    assert stale.title == f"{CARDS['un-sc'].title} is 8 days old"
    assert stale.explanation.startswith("Its snapshot ")
    assert (missing.kind, missing.severity) == ("missing_source", "high")
    assert missing.explanation.endswith("Remedy: enduse update us-csl")
