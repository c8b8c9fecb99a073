"""Air waybills of Cargo-IMP; what a file of them says is in the goldens."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade import cargo_imp
from enduse.model import Party, Problem


def _read(data: bytes, folder: Path) -> list[Message | Problem]:
    path = folder / "a.txt"
    path.write_bytes(data)
    return list(cargo_imp.parse(SourceFile.of(path), Options()))


def test_it_is_known_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"FWB/17\r\n157-88120034BLLALA/T2K61.5\r\n")
    assert registry.sniff(SourceFile.of(path)) == "cargo-imp"
    assert not cargo_imp.sniff(b"FWB/17 is the format of the carrier\n")


def test_a_message_without_a_number_is_told(tmp_path: Path) -> None:
    (message,) = _read(b"FWB/16\nSHP\n/DEMO LTD\n/PORT\n/GB\n", tmp_path)
    assert isinstance(message, Message)
    assert [problem.code for problem in message.problems] == ["awb-missing"]
    parties = [f.value for f in cargo_imp.facts(message) if isinstance(f.value, Party)]
    assert [party.name for party in parties] == ["DEMO LTD"]


def test_a_day_that_is_none_is_told(tmp_path: Path) -> None:
    (message,) = _read(b"FWB/16\n157-88120034BLLALA\nISU/31FEB26/X\n", tmp_path)
    assert isinstance(message, Message)
    assert [problem.code for problem in message.problems] == ["date-unreadable"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.text(alphabet="/SHPCNERTDG0123 \n", max_size=200))
def test_any_bytes_give_messages_and_no_crash(data: bytes, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        body = b"FWB/16\n157-88120034BLLALA/T2K61.5\n" + text.encode() + data
        for item in _read(body, Path(folder)):
            assert isinstance(item, Message)
            assert cargo_imp.facts(item)
