"""Waybills of Cargo-XML; what a file of them says is in the goldens."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade import cargo_xml
from enduse.model import Party, Problem

GOLDENS = Path(__file__).parents[2] / "golden" / "messages" / "cargo-xml"


def _read(data: bytes, folder: Path) -> list[Message | Problem]:
    path = folder / "a.xml"
    path.write_bytes(data)
    return list(cargo_xml.parse(SourceFile.of(path), Options()))


def _parties(message: Message) -> dict[str, str]:
    found = [f.value for f in cargo_xml.facts(message) if isinstance(f.value, Party)]
    return {party.role: party.name for party in found}


def _waybill(*lost: bytes) -> bytes:
    data = (GOLDENS / "waybill.xml").read_bytes()
    for words in lost:
        assert words in data
        data = data.replace(words, b"")
    return data


@pytest.mark.parametrize("path", sorted(GOLDENS.glob("*.xml")), ids=lambda p: p.stem)
def test_each_is_known_by_its_content(path: Path) -> None:
    assert registry.sniff(SourceFile.of(path)) == "cargo-xml"


def test_it_is_known_without_namespaces(tmp_path: Path) -> None:
    data = _waybill(
        b' xmlns:rsm="iata:waybill:1" xmlns:ram="iata:datamodel:3"', b"rsm:", b"ram:"
    )
    (tmp_path / "a.xml").write_bytes(data)
    assert registry.sniff(SourceFile.of(tmp_path / "a.xml")) == "cargo-xml"
    (message,) = _read(data, tmp_path)
    assert isinstance(message, Message)
    assert _parties(message)["consignee"] == "SAMAL DEMO AERO TOO"


def test_a_waybill_of_ubl_stays_one() -> None:
    ubl = GOLDENS.parent / "ubl" / "air_waybill.xml"
    assert registry.sniff(SourceFile.of(ubl)) == "ubl"


def test_an_envelope_around_it_is_read_as_text(tmp_path: Path) -> None:
    body = _waybill(b'<?xml version="1.0" encoding="UTF-8"?>')
    data = b"<Envelope><Note>from DEMO GULF SHIPPING LLC</Note>" + body + b"</Envelope>"
    (message,) = _read(data, tmp_path)
    assert isinstance(message, Message)
    texts = [getattr(f.value, "text", "") for f in cargo_xml.facts(message)]
    assert "from DEMO GULF SHIPPING LLC" in texts
    assert message.ref == "157-88120071"


def test_without_a_number_it_is_told(tmp_path: Path) -> None:
    (message,) = _read(
        _waybill(b"<ram:ID>157-88120071</ram:ID>"),
        tmp_path,
    )
    assert isinstance(message, Message)
    assert [problem.code for problem in message.problems] == ["awb-missing"]


def test_a_broken_one_keeps_what_stands_before(tmp_path: Path) -> None:
    data = _waybill()
    (message,) = _read(data[: data.index(b"<ram:AssociatedParty>") + 60], tmp_path)
    assert isinstance(message, Message)
    assert _parties(message)["consignee"] == "SAMAL DEMO AERO TOO"
    assert "xml-malformed" in [problem.code for problem in message.problems]


@given(st.integers(0, 7_500), st.binary(max_size=40))
def test_any_bytes_give_messages_and_no_crash(at: int, data: bytes) -> None:
    whole = _waybill()
    with tempfile.TemporaryDirectory() as folder:
        broken = whole[:at] + data + whole[at + len(data) :]
        for item in _read(broken, Path(folder)):
            if isinstance(item, Message):
                assert item.coverage is None or item.coverage.share <= 1
                assert isinstance(cargo_xml.facts(item), list)
            else:
                assert item.severity == "error"


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"<ram:CityName>AALBORG</ram:CityName>", b"<ram:CityName>AALBORG"),
        (b"HAVNEVEJ 4", b"HAVNEVEJ 4 & 6"),
        (b"DK-0071</ram:AccountID>", b"DK-0071</ram:AccountID></ram:AccountID>"),
    ],
)
def test_the_rest_is_read_behind_a_broken_tag(
    tmp_path: Path, there: bytes, instead: bytes
) -> None:
    (message,) = _read(_waybill().replace(there, instead, 1), tmp_path)
    assert isinstance(message, Message)
    said = {
        f.value.name for f in cargo_xml.facts(message) if isinstance(f.value, Party)
    }
    assert "SAMAL DEMO AERO TOO" in said
    assert "xml-malformed" in [problem.code for problem in message.problems]
