"""Files that a paper carries inside."""

import base64
import gzip
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Paper, Party
from enduse.pipeline.deals.join import deals
from enduse.pipeline.screen import cases_of

_NS = (
    'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" '
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:'
    'CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:'
    'xsd:CommonBasicComponents-2"'
)


def _invoice(number: str, inside: bytes | None = None, name: str = "a.xml") -> bytes:
    coded = base64.b64encode(inside).decode() if inside is not None else ""
    return _with_text(number, coded, name)


def _with_text(number: str, coded: str, name: str = "a.xml") -> bytes:
    carried = (
        "<cac:AdditionalDocumentReference><cbc:ID>x</cbc:ID><cac:Attachment>"
        f'<cbc:EmbeddedDocumentBinaryObject filename="{name}">{coded}'
        "</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>"
        "</cac:AdditionalDocumentReference>"
    )
    party = (
        "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Seller "
        f"{number}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>"
    )
    return (
        f"<Invoice {_NS}><cbc:ID>{number}</cbc:ID>{carried if coded else ''}{party}"
        "</Invoice>"
    ).encode()


def _read(data: bytes, folder: Path) -> list[Message]:
    path = folder / "outer.xml"
    path.write_bytes(data)
    reader = registry.reader("ubl")
    found = list(reader.parse(SourceFile.of(path), Options()))
    return [item for item in found if isinstance(item, Message)]


def _codes(messages: list[Message]) -> list[str]:
    return [p.code for message in messages for p in message.problems]


def test_it_works(tmp_path: Path) -> None:
    messages = _read(_invoice("A1", _invoice("B2")), tmp_path)
    assert [message.ref for message in messages] == ["A1", "B2"]
    assert messages[1].origin.source == "outer.xml#a.xml"
    names = [
        fact.value.name
        for fact in registry.reader("ubl").facts(messages[1])
        if isinstance(fact.value, Party)
    ]
    assert names == ["Seller B2"]


def test_a_sheet_is_read_by_its_reader(tmp_path: Path) -> None:
    sheet = (
        b"PACKING LIST,\nConsignee,Omsk Pribor OOO\n\nNo,Description,HS Code,Quantity\n"
        b"1,Gyroscope,9014.20,12\n"
    )
    messages = _read(_invoice("A1", sheet, "list.csv"), tmp_path)
    assert messages[1].format == "sheet-packing-list"


def test_depth_is_bounded_and_told(tmp_path: Path) -> None:
    data = _invoice("0")
    for number in range(1, 8):
        data = _invoice(str(number), data)
    messages = _read(data, tmp_path)
    assert [message.ref for message in messages] == ["7", "6", "5", "4"]
    assert _codes(messages) == ["attachment-not-read"]


def test_what_is_not_read_is_told_and_no_reason_to_be_clear(tmp_path: Path) -> None:
    for inside, name in (
        (b"GIF89a....", "stamp.gif"),
        (gzip.compress(b"0" * 10_000_000), "a.csv.gz"),
        (b"PK\x03\x04....", "all.zip"),
        (b"name,country\nA,DE\nB,FR\n", "customers.csv"),
    ):
        messages = _read(_invoice("A1", inside, name), tmp_path)
        assert [p.severity for p in messages[0].problems] == ["error"], name


def test_damaged_base64_is_told(tmp_path: Path) -> None:
    messages = _read(_with_text("A1", "QUJ*not base64*"), tmp_path)
    assert _codes(messages) == ["attachment-not-read"]
    assert "base64 is damaged" in messages[0].problems[0].message


def test_papers_inside_are_of_the_deal(tmp_path: Path) -> None:
    path = tmp_path / "outer.xml"
    path.write_bytes(_invoice("A1", _invoice("B2")))
    cases = list(cases_of(SourceFile.of(path), Options(), lambda read: None, keep=True))
    papers = [
        Paper("x", c.subject.ref, c.facts[0].origin, tuple(c.facts)) for c in cases
    ]
    joined = deals(papers)
    assert [deal.members for deal in joined] == [(0, 1)]
    assert joined[0].reasons == ("carried inside A1",)


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.pdf", "b.xlsx", "../c", "", "d"]))
def test_any_bytes_give_the_paper_and_no_crash(data: bytes, name: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        messages = _read(_invoice("A1", data, name), Path(folder))
    assert messages[0].ref == "A1"
    assert all("/" not in message.origin.source for message in messages)
