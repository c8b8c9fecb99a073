"""Counts, and what ranks among the worst."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.report.tally import Tally, Worst, doubts
from tests.unit.report import invented


@given(st.lists(st.integers(0, 5)), st.integers(1, 10))
def test_worst_is_the_beginning_of_a_stable_sort(keys: list[int], limit: int) -> None:
    """The same items, in the same order, as sorting everything would give."""
    worst: Worst[int] = Worst(limit)
    for at, key in enumerate(keys):
        worst.add((float(key),), at)
    order = sorted(range(len(keys)), key=lambda at: -keys[at])
    assert worst.items() == order[:limit]
    assert worst.left_out == max(0, len(keys) - limit)


def test_notices_are_taken_out_and_counted_once() -> None:
    """A stale list is said once however many assessments repeat it."""
    tally = Tally()
    for _ in range(3):
        own = tally.add(invented.assessment("R", "stop", invented.finding()))
        assert [finding.kind for finding in own] == ["listed_party"]
    assert list(tally.notices) == ["Harbour Authority vessel list is 41 days old"]
    assert tally.findings == 3


def test_problems_keep_their_first_places() -> None:
    """Errors come first; only the first places are kept, all are counted."""
    tally = Tally()
    for one in invented.run() * 30:
        tally.add(one)
    assert [kind.severity for kind in tally.problems] == ["error", "note"]
    assert tally.problems[0].count == 30
    assert len(tally.problems[0].first) == 20


def test_doubts_come_from_the_library_when_nothing_was_screened() -> None:
    """A missing list is said even when no assessment could say it."""
    titles = [title for title, _ in doubts(invented.context(), Tally())]
    assert titles == [
        "Harbour Authority vessel list: stale",
        "Island Office list: missing",
    ]
