"""Customers in XML of no known kind, and what is no such file."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.tabular import xml_rows
from enduse.model import Party, Text

BOOK = """<?xml version="1.0"?><Book made="Wed"><Client no="1"><Name>Ann Sample</Name>
<Seat><Country>MT</Country></Seat></Client> left over </Book>"""


def read(folder: Path, text: str) -> list[Message]:
    path = folder / "book.xml"
    path.write_text(text, encoding="utf-8")
    file = SourceFile.of(path)
    assert registry.sniff(file) == "customers-xml"
    found = list(xml_rows.parse(file, Options()))
    return [item for item in found if isinstance(item, Message)]


def test_one_client_is_one_and_no_word_is_lost(tmp_path: Path) -> None:
    [message] = read(tmp_path, BOOK)
    values = [fact.value for fact in xml_rows.facts(message)]
    [party] = [one for one in values if isinstance(one, Party)]
    assert [name.text for name in party.names] == ["Ann Sample"]
    said = " ".join(one.text for one in values if isinstance(one, Text))
    assert "Wed" in said
    assert "left over" in said


def test_elements_of_one_name_are_a_party_each(tmp_path: Path) -> None:
    rows = "".join(f"<r><name>Firm {n} Ltd</name><city>Perm</city></r>" for n in "ABC")
    assert [m.ref for m in read(tmp_path, f"<all>{rows}</all>")] == ["1", "2", "3"]


@pytest.mark.parametrize(
    "text",
    [
        "<Declaration><Exporter><Name>A</Name><City>B</City></Exporter></Declaration>",
        "<settings><server><name>a</name><port>1</port></server></settings>",
        "<p>no party</p>",
        "<",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    ],
)
def test_other_xml_is_none(text: str) -> None:
    assert not xml_rows.sniff(text.encode())
