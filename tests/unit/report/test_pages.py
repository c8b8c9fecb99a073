"""Every value leads to its frame on its page, as far as pages fit the report."""

from datetime import date
from pathlib import Path

import pytest

from enduse.model import Assessment, Fact, Origin, Paper, Subject, Text
from enduse.report import pages
from enduse.report.deals import DealView, deal_view
from enduse.report.pages import album
from tests.pdf_layouts import labelled

SHA = "ab" * 32


def origin(page: int, box: str = "") -> Origin:
    return Origin("made.pdf", SHA, f"page={page}" + (f"&box={box}" if box else ""))


def view(*places: Origin) -> DealView:
    facts = tuple(
        Fact("invoice_number", Text(f"N-{number}"), place)
        for number, place in enumerate(places)
    )
    paper = Paper("pdf-commercial-invoice", "N-0", origin(1), facts)
    subject = Subject("shipment", "N-0", "made.pdf", "deal")
    found = Assessment(
        "x", subject, "review", (), (), date(2026, 1, 2), papers=(paper,)
    )
    return deal_view(1, found)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "made.pdf"
    path.write_bytes(labelled("COMMERCIAL INVOICE", ("Invoice No.:", "N-0")))
    return path


def test_a_value_leads_to_its_frame(file: Path) -> None:
    here = origin(1, "40,72,90,82")
    found = album([view(here)], lambda _: file)
    (picture,) = found.pictures
    (mark,) = picture.marks
    assert found.link(here) == mark.id
    assert (mark.x, mark.y, mark.width, mark.height) == (38.5, 70.5, 53, 13)
    assert 590 < picture.width < 600
    assert found.link(origin(1)) == picture.id
    assert found.left_out == 0


def test_a_page_without_a_picture_has_no_link(file: Path) -> None:
    gone = origin(7, "1,2,3,4")
    found = album([view(origin(1, "40,72,90,82"), gone)], lambda _: file)
    assert found.link(gone) == ""
    assert found.link(None) == ""
    assert found.left_out == 1


def test_pictures_stop_at_their_bound(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_BYTES", 0)
    found = album([view(origin(1, "40,72,90,82"))], lambda _: file)
    assert found.pictures == ()
    assert found.left_out == 1
