"""Words that a line's end cuts, openings of instructions, telegraphic code."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.broken import across
from enduse.messages.iso20022 import reader as xml
from enduse.messages.message import Message, Options
from enduse.messages.swift import mt
from enduse.model import Fact, Party, Text

MT = ":20:P1\n:32A:261120EUR1,\n:50K:DEMO AG\n:59:SAMPLE GMBH\n"
PACS = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
    "<FIToFICstmrCdtTrf><CdtTrfTxInf><Dbtr><Nm>Demo</Nm></Dbtr><RmtInf>{}</RmtInf>"
    "</CdtTrfTxInf></FIToFICstmrCdtTrf></Document>"
)


def read(place: Path, text: str) -> tuple[list[Fact], list[str]]:
    path = place / "message"
    path.write_text(text, "utf-8")
    reader = xml if text.startswith("<") else mt
    found = reader.parse(SourceFile.of(path), Options())
    (message,) = [item for item in found if isinstance(item, Message)]
    return reader.facts(message), [problem.code for problem in message.problems]


def said(facts: list[Fact]) -> list[str]:
    return [fact.value.text for fact in facts if isinstance(fact.value, Text)]


def test_a_name_that_goes_on_in_the_next_element_is_read_as_one(tmp_path: Path) -> None:
    lines = "<Ustrd>bearings for Beispiel</Ustrd><Ustrd>Werk, Omsk</Ustrd>"
    facts, _ = read(tmp_path, PACS.format(lines))
    assert "bearings for Beispiel Werk, Omsk" in said(facts)
    assert "bearings for Beispiel" in said(facts)


@pytest.mark.parametrize(
    ("tag", "first", "second"),
    [
        ("70", "/INV/2291 FOR THE ACCOUNT OF BEISPI", "//ELWERK OMSK"),
        ("79", "WE ADVISE THAT THE GOODS ARE FOR THE PLANT BEISPI", "ELWERK OMSK"),
        (
            "72",
            "/REC/GOODS OF THE MANUFACTURER BEISPI"[:29] + "BEISPI",
            "//ELWERK OMSK",
        ),
    ],
)
def test_a_word_cut_by_a_full_line_is_read_whole(
    tmp_path: Path, tag: str, first: str, second: str
) -> None:
    width = 50 if tag == "79" else 35
    line = first[: -len("BEISPI")].ljust(width - len("BEISPI"), "X") + "BEISPI"
    facts, _ = read(tmp_path, f"{MT}:{tag}:{line}\n{second}\n")
    assert any("BEISPIELWERK OMSK" in text for text in said(facts))
    facts, _ = read(tmp_path, f"{MT}:{tag}:{line[1:]}\n{second}\n")
    assert not any("BEISPIELWERK" in text for text in said(facts))


def test_a_word_cut_between_two_elements_is_read_whole(tmp_path: Path) -> None:
    line = "X" * 133 + " BEISPI"
    words = f"<Ustrd>{line[1:]}</Ustrd><Ustrd>ELWERK OMSK</Ustrd>"
    assert not any(
        "BEISPIELWERK" in t for t in said(read(tmp_path, PACS.format(words))[0])
    )
    words = f"<Ustrd>{line}</Ustrd><Ustrd>ELWERK OMSK</Ustrd>"
    assert any(
        "BEISPIELWERK OMSK" in t for t in said(read(tmp_path, PACS.format(words))[0])
    )


@pytest.mark.parametrize(("a", "b"), [("ENDS.", "NEXT"), ("END ", "NEXT"), ("7", "KG")])
def test_no_word_is_cut(a: str, b: str) -> None:
    assert across(a, b) == ""


@pytest.mark.parametrize(
    "words",
    [
        "/BNF/ULT BENE DEMO TRADE LLC",
        "/ACC/FOR FURTHER CREDIT TO\n//DEMO TRADE LLC",
        "/REC/O/B/O DEMO TRADE LLC",
        "/BNF/ATTN: DEMO TRADE LLC",
    ],
)
def test_an_instruction_names_whom_its_opening_words_announce(
    tmp_path: Path, words: str
) -> None:
    facts, _ = read(tmp_path, f"{MT}:72:{words}\n")
    named = [f.value.name for f in facts if isinstance(f.value, Party)]
    assert "DEMO TRADE LLC" in named


def test_telegraphic_code_is_told_and_never_clear(tmp_path: Path) -> None:
    payment = MT.replace("SAMPLE GMBH", "0022 0948 6855\n2589 7098\nWUHAN CHINA")
    _, codes = read(tmp_path, payment)
    assert "telegraphic-code" in codes
    _, codes = read(tmp_path, MT.replace("SAMPLE GMBH", "SAMPLE GMBH\n1234 5678"))
    assert "telegraphic-code" not in codes
