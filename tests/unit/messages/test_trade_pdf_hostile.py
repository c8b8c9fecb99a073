"""PDFs that are broken, locked, endless or armed: a Problem, soon, and nothing run."""

import time
import zlib
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.pdf import image, reader
from enduse.model import Problem
from tests import pdf_layouts as layouts
from tests.made_pdf import Page, pdf


def read(path: Path, data: bytes) -> tuple[list[Message], list[Problem]]:
    path.write_bytes(data)
    found = list(reader.parse(SourceFile.of(path), Options()))
    messages = [item for item in found if isinstance(item, Message)]
    return messages, [item for item in found if isinstance(item, Problem)]


def errors(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems if problem.severity == "error"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hostile.pdf"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n", "pdf-damaged"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "pdf-damaged"),
        (b"%PDF-1.4\nhello, this is a letter and no PDF at all", "pdf-damaged"),
        (pdf(), "pdf-empty"),
    ],
)
def test_what_is_no_pdf_is_told(path: Path, data: bytes, code: str) -> None:
    messages, problems = read(path, data)
    assert messages == []
    assert errors(problems) == [code]


def test_a_locked_pdf_is_told(path: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    plain = tmp_path / "plain.pdf"
    plain.write_bytes(layouts.bundle())
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt(user_password="x", algorithm="RC4-128")
    writer.write(path)
    messages, problems = read(path, path.read_bytes())
    assert messages == []
    assert errors(problems) == ["pdf-password"]


def test_a_scan_is_told(path: Path) -> None:
    messages, problems = read(path, pdf(Page().picture()))
    assert messages == []
    assert errors(problems) == ["pdf-no-text"]


def test_blank_pages_alone_are_told(path: Path) -> None:
    assert errors(read(path, pdf(Page(), Page()))[1]) == ["pdf-no-text"]
    beside = read(path, pdf(Page().text(50, 60, "Example"), Page()))
    assert errors(beside[1]) == []


def test_letters_that_are_drawn_are_no_blank_page(path: Path) -> None:
    curve = " ".join(
        f"{n} {n} {n + 9} {n} {n + 9} {n + 9} c" for n in range(90, 190, 9)
    )
    drawn = Page(content=[f"90 90 m {curve} f"])
    assert errors(read(path, pdf(Page().text(50, 60, "Example"), drawn))[1]) == [
        "pdf-no-text"
    ]
    ground = Page(content=["1 g 0 0 595 842 re f"])
    assert errors(read(path, pdf(Page().text(50, 60, "Example"), ground))[1]) == []


def test_a_script_is_noted_and_not_run(path: Path, tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    script = f"(app.launchURL\\('file://{proof}'\\);)".encode()
    objects = (
        b"<< /S /JavaScript /JS " + script + b" >>",
        b"<< /S /Launch /F (/bin/sh) >>",
    )
    page = Page().text(40, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    data = pdf(page, extra="/OpenAction 20 0 R /AA << /WC 21 0 R >>", objects=objects)
    messages, problems = read(path, data)
    assert len(messages) == 1
    (noted,) = messages[0].problems or problems
    assert noted.code == "pdf-active-content"
    assert "JavaScript" in noted.message
    assert "Launch" in noted.message
    assert not proof.exists()


def test_a_page_tree_that_runs_in_a_circle_ends(path: Path) -> None:
    data = layouts.bundle().replace(b"/Kids [100 0 R", b"/Kids [  2 0 R")
    started = time.monotonic()
    _, problems = read(path, data)
    assert time.monotonic() - started < 60
    assert errors(problems)


def test_a_bomb_is_told_within_bounds(path: Path) -> None:
    page = Page().text(40, 40, "INVOICE", size=14, bold=True)
    data = pdf(page)
    bomb = zlib.compress(b"0 0 m 9 9 l S\n" * 40_000_000, 9)
    at = data.index(b"101 0 obj")
    end = data.index(b"endobj", at)
    head = b"101 0 obj\n<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb)
    data = data[:at] + head + bomb + b"\nendstream\n" + data[end:]
    started = time.monotonic()
    messages, problems = read(path, data)
    assert time.monotonic() - started < 60
    told = [*problems, *(p for m in messages for p in m.problems)]
    assert errors(told) or messages


def test_an_embedded_file_nobody_can_read_is_told(path: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    plain = tmp_path / "plain.pdf"
    plain.write_bytes(layouts.bundle())
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.add_attachment("secret.bin", b"\x00\x01 nothing known")
    writer.write(path)
    messages, problems = read(path, path.read_bytes())
    assert len(messages) == 2
    assert "pdf-attachment-unread" in errors(problems)


def test_ten_thousand_pages_stop_with_a_problem(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 50)
    pages = [Page().text(40, 40, f"page {n} Demo Ltd") for n in range(60)]
    messages, problems = read(path, pdf(*pages))
    assert len(messages) == 1
    assert errors(problems) == ["pdf-too-long"]


def test_a_long_document_is_one_message(path: Path) -> None:
    pages = [Page().text(40, 40, f"page {n} Demo Ltd") for n in range(400)]
    pages[0].text(40, 80, "Invoice No.: LONG-9")
    messages, _ = read(path, pdf(*pages))
    assert [message.ref for message in messages] == ["LONG-9"]


def test_one_that_says_too_much_is_several_messages(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "PART_FACTS", 10)
    pages = [Page().text(40, 40, f"page {n} Demo Ltd") for n in range(25)]
    pages[0].text(40, 80, "Invoice No.: LONG-9")
    messages, _ = read(path, pdf(*pages))
    assert [message.ref for message in messages] == ["LONG-9"] * 3
    told = [problem.code for problem in messages[0].problems]
    assert told == ["pdf-in-parts"]


def test_a_page_with_its_boxes_marked_is_a_picture(path: Path) -> None:
    path.write_bytes(layouts.bill_of_lading())
    data = image.page_image(path, 1, [(30, 60, 300, 130)])
    assert data.startswith(b"\x89PNG\r\n")
    assert len(data) > 2_000


def test_no_picture_of_a_page_there_is_not(path: Path) -> None:
    path.write_bytes(layouts.bundle())
    assert image.page_image(path, 99, []) == b""


def test_a_page_drawn_changes_no_page_read(path: Path) -> None:
    data = layouts.bundle()
    before, _ = read(path, data)
    assert image.page_image(path, 1, ())
    after, _ = read(path, data)
    assert before == after
