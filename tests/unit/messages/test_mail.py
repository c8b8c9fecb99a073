"""Letters by e-mail and papers in plain text; what they say is in the goldens."""

import io
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import mail, registry
from enduse.messages.message import Message, Options
from enduse.messages.trade import text_paper
from enduse.model import Good, Party, Problem

GOLDENS = Path(__file__).parents[2] / "golden" / "messages"
LETTER = (GOLDENS / "mail" / "letter_with_papers.eml").read_bytes()
PAPER = (GOLDENS / "trade-text" / "invoice.txt").read_bytes()
CUSTOMERS = b"id,name,country\n1,Demo Person,DE\n2,Demo Other,FR\n"


def _read(data: bytes, folder: Path) -> list[Message | Problem]:
    path = folder / "a.eml"
    path.write_bytes(data)
    return list(mail.parse(SourceFile.of(path), Options()))


def _messages(data: bytes, folder: Path) -> list[Message]:
    return [item for item in _read(data, folder) if isinstance(item, Message)]


def _letter(text: str, *, html: str = "") -> EmailMessage:
    letter = EmailMessage()
    letter["From"] = "Demo Desk <desk@demo.example>"
    letter["To"] = "bank@demo.example"
    letter["Subject"] = "papers"
    letter.set_content(text)
    if html:
        letter.add_alternative(html, subtype="html")
    return letter


def _names(message: Message, role: str) -> list[str]:
    values = [f.value for f in mail.facts(message) if f.role == role]
    return [value.name for value in values if isinstance(value, Party)]


def test_a_letter_is_known_by_its_fields(tmp_path: Path) -> None:
    path = tmp_path / "anything"
    path.write_bytes(LETTER)
    assert registry.sniff(SourceFile.of(path)) == "mail"


@pytest.mark.parametrize(
    "data",
    [b"", b"From: somebody\n", b"Name: X\nCity: Y\nCountry: Z\n", CUSTOMERS, PAPER],
)
def test_what_is_no_letter_is_not_taken_for_one(data: bytes) -> None:
    assert not mail.sniff(data)


def test_the_files_of_a_zip_are_read(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/invoice.txt", PAPER)
        archive.writestr("customers.csv", CUSTOMERS)
    letter = _letter("see the files")
    letter.add_attachment(
        packed.getvalue(), maintype="application", subtype="zip", filename="all.zip"
    )
    formats = [message.format for message in _messages(letter.as_bytes(), tmp_path)]
    assert formats[:2] == ["mail", "text-commercial-invoice"]
    assert formats[2:] == ["customers-csv", "customers-csv"]


def test_a_letter_in_a_letter_is_read(tmp_path: Path) -> None:
    outer = _letter("forwarded")
    outer.add_attachment(_letter("Consignee: DEMO INNER TRADING LLC"))
    messages = _messages(outer.as_bytes(), tmp_path)
    assert len(messages) == 2
    assert _names(messages[1], "consignee") == ["DEMO INNER TRADING LLC"]


def test_words_that_only_the_markup_has_are_read(tmp_path: Path) -> None:
    html = "<p>see the files</p><table><tr><td>Consignee:</td><td>DEMO HIDDEN LLC"
    (message,) = _messages(_letter("see", html=html).as_bytes(), tmp_path)
    said = [getattr(f.value, "text", "") for f in mail.facts(message)]
    assert "DEMO HIDDEN LLC" in [*_names(message, "consignee"), *said]


def test_a_file_that_nobody_reads_is_told(tmp_path: Path) -> None:
    messages = _messages(LETTER, tmp_path)
    told = [p for m in messages for p in m.problems if p.code == "attachment-not-read"]
    assert [problem.severity for problem in told] == ["error"]


def test_labels_one_under_another_part_the_parties() -> None:
    text = "INVOICE\nSeller:  DEMO A LTD\nBuyer:   DEMO B LTD\nNotify:  DEMO C LTD\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(text)
        (message,) = text_paper.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    found = {r: _names(message, r) for r in ("seller", "buyer", "notify_party")}
    assert found == {
        "seller": ["DEMO A LTD"],
        "buyer": ["DEMO B LTD"],
        "notify_party": ["DEMO C LTD"],
    }


def test_what_stands_below_the_sum_is_no_goods(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAPER)
    (message,) = text_paper.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    goods = [f.value for f in text_paper.facts(message) if isinstance(f.value, Good)]
    assert [good.description for good in goods] == [
        "Servo drive 5 kW",
        "Encoder cable 10 m",
    ]


@pytest.mark.parametrize("data", [CUSTOMERS, b"a;b;c\n1;2;3\n", b"\x00\x01\x02" * 99])
def test_tables_and_bytes_are_no_paper_in_text(data: bytes) -> None:
    assert not text_paper.sniff(data)


@given(st.binary(max_size=60), st.integers(0, len(LETTER)))
def test_any_bytes_give_messages_and_no_crash(data: bytes, at: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        mail.sniff(data)
        for item in _read(LETTER[:at] + data + LETTER[at:], Path(folder)):
            assert isinstance(item, Message | Problem)


@given(st.binary(max_size=60), st.integers(0, len(PAPER)), st.text(max_size=80))
def test_any_text_gives_papers_and_no_crash(data: bytes, at: int, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(PAPER[:at] + data + text.encode() + PAPER[at:])
        text_paper.sniff(path.read_bytes())
        for item in text_paper.parse(SourceFile.of(path), Options()):
            if isinstance(item, Problem):  # the bytes of a packed file stand first
                assert item.severity == "error"
                continue
            assert item.coverage is not None
            assert item.coverage.share <= 1
