"""A book of payments, and of papers beside them, is kept screened as customers are."""

from datetime import date
from pathlib import Path

import pytest

from tests.made import invented_name
from tests.made_firm import AS_OF, Firm

CUT = "Velmora Interregional Trading Prom"  # 34 characters: its last word may go on


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    made = Firm(tmp_path)
    made.book = tmp_path / "payments.csv"
    made.entries(640)
    return made


def rows(*numbers: int) -> list[tuple[str, str, str]]:
    """Payments to invented parties, and for some of them."""
    found = [(f"P{n}", invented_name(n), "consulting fees") for n in numbers]
    found += [(f"T{n}", "Quiet Bakery", f"for {invented_name(n)}") for n in numbers]
    return [*found, ("G1", "Sunny Dairy", "ball bearings"), ("C1", CUT, "invoice 7")]


def test_a_new_listing_is_held_against_all_payments(firm: Firm) -> None:
    firm.payments(rows(7, 643, 645, 740))
    first, _, lines = firm.rescreen()
    assert lines == firm.full()
    assert first.kinds == {"payment": 10}
    firm.entries(646, date(2026, 11, 2))
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert not scope.full
    assert scope.screened < scope.subjects
    assert {c.ref for c in changed} == {"P643", "P645", "T643", "T645"}


def test_payments_that_came_in_are_screened_and_no_others(firm: Firm) -> None:
    quiet = [(f"Q{n}", f"Gentle Rain {n}", f"invoice {n}") for n in range(40)]
    firm.payments([*rows(7), *quiet])
    firm.rescreen()
    firm.payments([("N1", invented_name(8), "fees"), *rows(7), *quiet])
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert (scope.new, scope.gone) == (1, 0)
    assert scope.screened < 10
    assert [(c.ref, c.kind) for c in changed] == [("N1", "new")]


def test_a_row_above_others_without_reference_moves_no_alert(firm: Firm) -> None:
    firm.payments([("1", "Quiet Bakery", "fees"), ("1", invented_name(7), "fees")])
    firm.rescreen()
    firm.payments(
        [
            ("1", invented_name(9), "fees"),
            ("1", "Quiet Bakery", "fees"),
            ("1", invented_name(7), "fees"),
        ]
    )
    _, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert [(c.ref, c.kind) for c in changed] == [("1", "new")]
    assert b'"ref":"3"' in lines[2]


def test_the_same_payment_twice_is_two_alerts(firm: Firm) -> None:
    firm.payments([("1", invented_name(7), "fees")] * 2)
    _, changed, _ = firm.rescreen()
    assert len(changed) == 2
    firm.payments([("1", invented_name(7), "fees")])
    _, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert [c.kind for c in changed] == ["ended"]


def test_another_day_of_goods_lists(firm: Firm) -> None:
    firm.payments(rows(7))
    for day in (date(2020, 1, 1), AS_OF, date(2022, 1, 1)):
        _, _, lines = firm.rescreen(as_of=day)
        assert lines == firm.full(as_of=day)


def test_a_deals_papers_are_one_subject_with_payments_beside(firm: Firm) -> None:
    golden = Path(__file__).parents[3] / "golden" / "messages" / "swift-mt"
    folder = firm.folder / "papers"
    folder.mkdir()
    for path in sorted(golden.iterdir()):
        if path.suffix != ".json":
            (folder / path.name).write_bytes(path.read_bytes())
    firm.payments(rows(7, 643))
    firm.book.rename(folder / "payments.csv")
    firm.book = folder
    firm.rescreen()
    firm.entries(646, date(2026, 11, 2))
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert scope.kinds["payment"] > 6
    assert {"P643", "T643"} <= {c.ref for c in changed}
