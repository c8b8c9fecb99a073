"""A rescreening gives what a full run gives, whatever changed, having done less."""

from datetime import date
from pathlib import Path

import orjson
import pytest

from enduse.errors import InputUnreadable, LibraryBusy
from enduse.files.source_file import SourceFile
from enduse.library.books import Book
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.pipeline.rescreen.run import Asked, Rescreening
from tests.made import invented_name
from tests.made_firm import AS_OF, Firm, hire


@pytest.fixture
def firm(tmp_path: Path) -> Firm:
    made = Firm(tmp_path)
    made.entries(640)
    return made


QUIET = ("Quiet Harbour Bakery", "Erika Mustermann", "Sunny Meadow Dairy")


def test_the_first_run_is_a_full_one(firm: Firm) -> None:
    firm.customers([7, 9, 740], QUIET)
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert scope.full == "the book is new"
    assert scope.screened == scope.subjects == 6
    assert {c.ref: c.kind for c in changed}["C7"] == "new"


def test_nothing_changed_tells_nothing(firm: Firm) -> None:
    firm.customers([7], QUIET)
    firm.rescreen()
    scope, changed, lines = firm.rescreen()
    assert not changed
    assert not scope.full
    assert scope.screened < 4
    assert lines == firm.full()


def test_a_new_listing_is_held_against_all_customers(firm: Firm) -> None:
    firm.customers([7, 643, 645], [*QUIET, f"{invented_name(642)} Ltd"])
    _, _, before = firm.rescreen()
    firm.entries(646)
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full() != before
    assert not scope.full
    assert scope.listings
    assert len(scope.listings.new) == 6
    said = {c.ref: c for c in changed}
    assert "un-sc:9000643" in said["C643"].began
    assert "un-sc:9000645" in said["C645"].began
    assert not {c.ref for c in changed} & {"M0", "M1", "M2"}


def test_a_delisting_ends_its_alerts(firm: Firm) -> None:
    firm.customers([7, 639], QUIET)
    firm.rescreen()
    firm.entries(638, date(2026, 11, 2))
    _, changed, lines = firm.rescreen()
    assert lines == firm.full()
    said = {c.ref: c for c in changed}
    assert "un-sc:9000639" in said["C639"].ended


def test_only_new_and_changed_customers_are_screened(firm: Firm) -> None:
    firm.customers([7], [*QUIET, *(f"Gentle Rain {n}" for n in range(20))])
    firm.rescreen()
    firm.customers([7, 8], [*QUIET, *(f"Gentle Rain {n}" for n in range(19)), "Xavi"])
    scope, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert scope.new == 2
    assert scope.gone == 1
    assert scope.screened <= 4
    assert [(c.ref, c.kind) for c in changed] == [("C8", "new")]


def test_a_customer_who_leaves_ends_without_a_line(firm: Firm) -> None:
    firm.customers([7, 8], QUIET)
    firm.rescreen()
    firm.customers([8], QUIET)
    _, changed, _ = firm.rescreen()
    (gone,) = changed
    assert (gone.ref, gone.kind, gone.outcome, gone.line) == ("C7", "ended", "", None)


def test_another_threshold_or_day_gives_a_full_runs_result(firm: Firm) -> None:
    firm.customers([7, 8], QUIET)
    firm.rescreen()
    scope, _, lines = firm.rescreen(threshold=0.9)
    assert scope.full == "another threshold"
    assert lines == firm.full(threshold=0.9)
    later = date(2027, 3, 1)
    scope, changed, lines = firm.rescreen(as_of=later, threshold=0.9)
    assert not scope.full
    assert not changed
    assert lines == firm.full(as_of=later, threshold=0.9)


def test_a_text_that_names_a_new_listing(firm: Firm) -> None:
    rows = "id,name,remark\n1,Quiet Harbour Bakery,owned by {}\n2,Erika M,none\n"
    firm.book.write_text(rows.format(invented_name(641)), encoding="utf-8")
    _, changed, _ = firm.rescreen()
    assert not changed
    firm.entries(642)
    _, changed, lines = firm.rescreen()
    assert lines == firm.full()
    assert [c.ref for c in changed] == ["1"]


def test_rows_that_cannot_be_read_stay_in_sight(firm: Firm, tmp_path: Path) -> None:
    firm.book = tmp_path / "book.jsonl"
    firm.book.write_text('{"id":"A","name":"Erika"}\n{"id":\n{"id":"B","name":"Ute"}\n')
    for _ in range(2):
        _, _, lines = firm.rescreen()
        assert lines == firm.full()
    assert sum(b'"outcome":"review"' in one for one in lines) == 1


def test_the_line_says_what_changed(firm: Firm) -> None:
    firm.customers([7])
    _, (change,), (plain,) = firm.rescreen()
    said = orjson.loads(change.said)
    assert said.pop("change")["kind"] == "new"
    assert said == orjson.loads(plain)


def test_what_is_no_table_is_refused_and_changes_nothing(firm: Firm) -> None:
    firm.book.write_text("")
    with pytest.raises(InputUnreadable, match="is empty"):
        firm.rescreen()
    assert Book(firm.home, str(firm.book)).state is None


def test_a_run_that_fails_before_its_end_changes_nothing(firm: Firm) -> None:
    firm.customers([7], QUIET)
    firm.rescreen()
    book = Book(firm.home, str(firm.book))
    state = book.state
    firm.entries(646)
    files = [SourceFile.of(firm.book)]
    asked = Asked(0.5, AS_OF, Options())
    with Rescreening(book, Library.open(firm.home), files, asked) as run:
        run.run(hire, progress=lambda _: None)
        with pytest.raises(LibraryBusy):
            firm.rescreen()
    assert book.state == state
    _, _, lines = firm.rescreen()
    assert lines == firm.full()
