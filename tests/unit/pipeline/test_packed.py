"""A ZIP of papers is a folder of papers; a hostile one is told and harms nothing."""

import zipfile
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Options
from enduse.pipeline import packed
from enduse.pipeline.case import Case
from enduse.pipeline.deals.gather import gathered
from enduse.pipeline.packed import is_packed, unpacked
from enduse.pipeline.screen import cases_of
from tests.pdf_layouts import labelled

INVOICE = labelled(
    "COMMERCIAL INVOICE", ("Invoice No.:", "ZX-20261"), ("Seller:", "A AG")
)
LIST = labelled("PACKING LIST", ("Invoice No.:", "ZX-20261"), ("Exporter:", "A AG"))


def zipped(path: Path, **files: bytes) -> SourceFile:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return SourceFile.of(path)


def read(file: SourceFile) -> list[Case]:
    return list(gathered(cases_of(file, Options(), lambda _: None)))


def test_papers_in_a_zip_are_one_deal(tmp_path: Path) -> None:
    file = zipped(tmp_path / "deal.zip", a__invoice=INVOICE, b__list=LIST)
    (deal,) = read(file)
    assert deal.subject.kind == "shipment"
    assert deal.subject.files == ("deal.zip#a/invoice", "deal.zip#b/list")
    assert deal.problems == ()


def test_what_cannot_be_read_in_it_is_told_on_the_deal(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", x=b"1", y=b"2").path.read_bytes()
    file = zipped(tmp_path / "d.zip", a=INVOICE, b=LIST, c=inner, d=b"\x00\x01 nothing")
    deal, *rest = read(file)
    assert [p.code for p in deal.problems] == ["paper-unread", "paper-unread"]
    assert [c.problems[0].code for c in rest] == [
        "archive-member-unread",
        "format-unknown",
    ]


def test_a_bomb_stops_at_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "MOST_BYTES", 1_000_000)
    file = zipped(tmp_path / "bomb.zip", a=bytes(5_000_000), b=b"{}")
    found = list(unpacked(file))
    assert [getattr(one, "code", "") for one in found] == ["archive-member-unread", ""]


def test_one_file_a_workbook_and_a_broken_archive_are_left_to_their_readers(
    tmp_path: Path,
) -> None:
    assert not is_packed(zipped(tmp_path / "one.zip", a=b"1"))
    assert not is_packed(zipped(tmp_path / "book.xlsx", a=b"1", b=b"2"))
    broken = tmp_path / "broken.zip"
    broken.write_bytes(b"PK\x03\x04" + bytes(100))
    assert not is_packed(SourceFile.of(broken))
    assert read(SourceFile.of(broken))[0].problems[0].severity == "error"


def test_names_that_climb_out_stay_inside(tmp_path: Path) -> None:
    file = zipped(tmp_path / "up.zip", **{"..__..__evil": b"x", "b": b"y"})
    names = [one.name for one in unpacked(file) if isinstance(one, SourceFile)]
    assert names == ["up.zip#../../evil", "up.zip#b"]
    assert not (tmp_path.parent / "evil").exists()
