"""Which reader a file is given to: the particular first, nobody's stays nobody's."""

import json
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Problem

BOOKING = {"vessel": {"name": "X"}, "requestedEquipments": [], "receiptTypeAtOrigin": 1}
EVENT = [{"eventID": "1", "eventClassifierCode": "ACT", "transportCall": {}}]
CASES = {
    "customers.json": (json.dumps([{"id": 1, "name": "Alpha"}]), "customers-jsonl"),
    "names.jsonl": ('{"name": "Alpha"}\n{"name": "Beta"}\n', "customers-jsonl"),
    "named.json": ('{"company_name": "Alpha", "tier": 3}', "customers-jsonl"),
    "booking.json": (json.dumps(BOOKING), "dcsa"),
    "event.json": (json.dumps(EVENT), "dcsa"),
    "vessel.json": ('{"name": "ALPHA", "vesselIMONumber": "9395044"}', "dcsa"),
    "package.json": ('{"name": "app", "version": "1", "private": true}', None),
    "metrics.json": ('[{"name": "temperature", "value": 3}]', None),
    "customers.csv": ("id,name,country\n1,Alpha,DE\n", "customers-csv"),
    "turnover.csv": ("Name,Country,2022-12,2023-12\nAlpha,DE,1,2\n", "customers-csv"),
    "packing.csv": (
        "Description of goods,HS code,Qty,Net weight kg\nLathe,845811,1,900\n",
        "trade-sheet",
    ),
    "log.txt": ("2024-01-01 10:00:00, INFO, name=foo\n", None),
    "weather.csv": ("date,temperature\n2024-01-01,3\n", None),
}


@pytest.mark.parametrize("name", CASES)
def test_each_file_goes_to_its_reader(name: str, tmp_path: Path) -> None:
    text, wanted = CASES[name]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert registry.sniff(SourceFile.of(path)) == wanted


def test_a_header_without_rows_is_told(tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("id,name,country\n", encoding="utf-8")
    reader = registry.reader("customers-csv")
    (found,) = reader.parse(SourceFile.of(path), Options())
    assert isinstance(found, Problem)
    assert (found.code, found.severity) == ("table-empty", "error")


def test_what_a_booking_is_is_told_by_keys_that_hold_nothing(tmp_path: Path) -> None:
    path = tmp_path / "booking.json"
    path.write_text(json.dumps(BOOKING), encoding="utf-8")
    (message,) = registry.reader("dcsa").parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    assert message.format == "DCSA-booking"


def test_a_frame_without_any_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(b"<DataPDU><Body><Message></Message></Body></DataPDU>")
    found = list(registry.reader("wrapped").parse(SourceFile.of(path), Options()))
    assert [getattr(item, "code", "") for item in found] == ["wrapped-no-message"]
