"""Chinese telegraphic code: read where it stands for signs, and told."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.telegraphic import code_of, signs
from enduse.model import Party


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2621 1424 4395", "李尚福"),
        ("1/2621 1424 4395", "李尚福"),
        ("STC: 2621,1424,4395", "李尚福"),
        ("LI SHANGFU (2621/1424/4395)", "李尚福"),
        ("LI SHANGFU CCC 2621 1424 4395", "李尚福"),
        ("3769 0948", "王国"),
        ("9999 9998", ""),
        ("2621", ""),
        ("VISA 4111 1111 1111 1111", ""),
        ("ACME LTD 1200 3400 5600", ""),
        ("+86 10 2621 1424", ""),
        ("2621 1424 439", ""),
    ],
)
def test_signs(text: str, found: str) -> None:
    assert signs(text) == found


@pytest.mark.parametrize("text", ["2621 1424", "9999 9998", "(2621-1424)"])
def test_what_is_code_alone(text: str) -> None:
    assert code_of(text)
    assert not code_of(f"LI {text}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("book.csv", "id,name,country\n1,2621 1424 4395,CN\n"),
        (
            "wire.txt",
            "{1500}30 P {1510}1000{1520}20240501EXMPL00A000001{2000}000000000100"
            "{3100}121042882EXAMPLE*{3400}021000021EXAMPLE*{3600}CTR*"
            "{4200}D1*2621 1424 4395*BEIJING*",
        ),
        (
            "pay.fin",
            "{1:F01EXAMDEFFXXXX0000000000}{2:I103EXAMDEFFXXXXN}{4:\n:20:R\n"
            ":32A:261101EUR1,\n:50K:/1\nANN SAMPLE\n:59:/2\n2621 1424 4395\n-}",
        ),
    ],
)
def test_a_name_in_code_is_read_and_told(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    [message] = reader.parse(file, Options())
    assert isinstance(message, Message)
    parties = [f.value for f in reader.facts(message) if isinstance(f.value, Party)]
    assert "李尚福" in [one.text for party in parties for one in party.names]
    told = [(p.code, p.severity) for p in message.problems if "teleg" in p.code]
    assert told == [("telegraphic-code", "note")]


def test_code_that_stands_for_nothing_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_text("id,name,country\n1,9999 9998 9997,CN\n")
    reader = registry.reader("customers-csv")
    [message] = reader.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    assert [problem.severity for problem in message.problems] == ["error"]
