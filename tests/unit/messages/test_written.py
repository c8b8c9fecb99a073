"""Documents of word processors and browsers: every word of theirs is read."""

import io
import zipfile
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade import word_lines, written
from enduse.messages.trade.rtf_lines import lines_of_rtf
from enduse.messages.trade.word_lines import lines_of_document
from enduse.model import Problem

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def docx(body: str, **parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {W}>{body}</w:document>")
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:x {W}>{text}</w:x>")
    return data.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_rows_of_a_table_are_lines_with_gaps_between_cells() -> None:
    cells = (p("Seller") + p("Example"), p("Buyer") + p("Sample"))
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    body = f"{p('Title')}<w:tbl><w:tr>{row}</w:tr></w:tbl>{p('End')}"
    found = lines_of_document(docx(body, footer1=p("Foot"), comments=p("Note")))
    assert found == [
        "Title",
        "Seller     Buyer",
        "Example    Sample",
        "End",
        "Note",
        "Foot",
    ]


def test_signs_in_a_line_part_it_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>A</w:t><w:tab/><w:t>B</w:t><w:br/><w:t>C</w:t>"
        "<w:instrText>HYPERLINK</w:instrText></w:r></w:p>"
    )
    assert lines_of_document(docx(body)) == ["A    B", "C"]


def test_an_open_document_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.odt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f'<o:doc xmlns:o="{ODF}:office:1.0" xmlns:t="{ODF}:text:1.0"><o:text>'
            "<t:p>We pay <t:span>Example Works</t:span><t:s/>GmbH</t:p>"
            "</o:text></o:doc>",
        )
    file = SourceFile.of(path)
    assert registry.sniff(file) == "trade-written"
    assert lines_of_document(path.read_bytes()) == ["We pay Example Works GmbH"]


@pytest.mark.parametrize(
    ("rtf", "lines"),
    [
        (rb"{\rtf1 A\tab B\par C\cell D}", ["A    B", "C    D"]),
        (rb"{\rtf1\ansicpg1251 \'c0\'ce x}", ["АО x"]),
        (rb"{\rtf1\ansicpg936 \'b9\'ab\'cb\'be}", ["公司"]),
        (rb"{\rtf1 \u1040?\u-10187?x}", ["А\ud835x"]),
        (rb"{\rtf1{\fonttbl{\f0 Font;}}{\*\x hidden}{\pict 00ff}seen\~\{}", ["seen {"]),
        (rb"{\rtf1 }}}} open", [" open"]),
    ],
)
def test_words_of_rtf(rtf: bytes, lines: list[str]) -> None:
    assert [line.strip() for line in lines_of_rtf(rtf)] == [x.strip() for x in lines]


@pytest.mark.parametrize(
    "data",
    [
        docx("")[:90] + b"word/",
        b"PK\x03\x04word/" + b"x" * 50,
        docx("<w:p>").replace(b"</w:document>", b"</w:docume"),
    ],
    ids=["cut off", "no archive", "open element"],  # bytes of archives tell the time
)
def test_a_broken_document_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(data)
    found = list(written.parse(SourceFile.of(path), Options()))
    assert all(isinstance(one, Problem) for one in found)
    assert {one.severity for one in found if isinstance(one, Problem)} == {"error"}


def test_a_document_that_unpacks_without_end_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(word_lines, "MAX_BYTES", 500)
    assert lines_of_document(docx(p("A"))) == ["A"]
    with pytest.raises(ValueError, match="unpacks to more"):
        lines_of_document(docx(p("A" * 200), footer1=p("B" * 200)))


def test_a_letter_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "letter.html"
    path.write_text("<html><body><p>pay Example Works</p><td>now</td></body></html>")
    [letter] = written.parse(SourceFile.of(path), Options())
    assert isinstance(letter, Message)
    said = " ".join(str(getattr(f.value, "text", "")) for f in written.facts(letter))
    assert "Example Works" in said
    assert "now" in said


def test_a_paragraph_of_any_length_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text(f"<html><p>{'so it goes on ' * 800} made by Veter Trade OOO</p>")
    [message] = written.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    assert "Veter Trade OOO" in str(written.facts(message))
