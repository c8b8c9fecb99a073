"""Fedwire messages in their own format: who, how much, and what is cut off."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Amount, Party, Problem

TRANSFER = (
    "{1500}30INVENT01P {1510}1000{1520}20240501EXMPL00A000001{2000}000012345678"
    "{3100}121042882EXAMPLE BANK NA*{3400}021000021INVENTED TRUST*{3600}CTR*"
    "{4200}D8842771*QUIET HARBOUR LLC*MOSCOW*{5000}11234*ANN SAMPLE*NEW YORK*"
    "{6000}INVOICE 77*"
)


def read(folder: Path, data: bytes) -> list[Message | Problem]:
    path = folder / "wires.txt"
    path.write_bytes(data)
    file = SourceFile.of(path)
    assert registry.sniff(file) == "fedwire"
    return list(registry.reader("fedwire").parse(file, Options()))


def parties(message: Message | Problem) -> dict[str, str]:
    assert isinstance(message, Message)
    facts = registry.reader("fedwire").facts(message)
    held = [fact.value for fact in facts if isinstance(fact.value, Party)]
    return {party.role: party.names[0].text for party in held}


@pytest.mark.parametrize("how", ["{", "\n{", "\r\n{"])
def test_both_ends_of_a_transfer(tmp_path: Path, how: str) -> None:
    [message] = read(tmp_path, TRANSFER.replace("{", how).encode())
    found = parties(message)
    assert found["creditor"] == "QUIET HARBOUR LLC"
    assert found["debtor"] == "ANN SAMPLE"
    assert found["instructing_agent"] == "EXAMPLE BANK NA"
    assert isinstance(message, Message)
    assert message.problems == ()
    assert message.coverage
    assert message.coverage.leaves > 10


def test_the_amount_is_in_cents(tmp_path: Path) -> None:
    [message] = read(tmp_path, TRANSFER.encode())
    assert isinstance(message, Message)
    facts = registry.reader("fedwire").facts(message)
    [amount] = [fact.value for fact in facts if isinstance(fact.value, Amount)]
    assert (str(amount.value), amount.currency) == ("123456.78", "USD")


def test_elements_that_fill_their_width(tmp_path: Path) -> None:
    cells = ("D8842771", "QUIET HARBOUR LLC", "MOSCOW", "RUSSIA")
    wide = "".join(cell.ljust(35) for cell in cells)
    text = TRANSFER.replace("D8842771*QUIET HARBOUR LLC*MOSCOW*", wide)
    [message] = read(tmp_path, text.encode())
    assert parties(message)["creditor"] == "QUIET HARBOUR LLC"


def test_many_in_one_file_and_one_cut_off(tmp_path: Path) -> None:
    text = f"{TRANSFER}\n{TRANSFER}\n{TRANSFER[: TRANSFER.index('{3400}')]}"
    found = read(tmp_path, text.encode())
    said = [
        [p.severity for p in one.problems] for one in found if isinstance(one, Message)
    ]
    assert said == [[], [], ["error"]]


def test_a_message_without_end_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    long = TRANSFER + "{8200}" + "A" * 3_000_000
    first, second = read(tmp_path, f"{long}\n{TRANSFER}".encode())
    assert isinstance(first, Problem)
    assert (first.code, first.severity) == ("fedwire-too-long", "error")
    assert parties(second)["debtor"] == "ANN SAMPLE"


def test_a_cover_has_the_customers_under_it(tmp_path: Path) -> None:
    text = TRANSFER + "{7050}50K*/99*FIRST GMBH*BERLIN*{7059}59*SECOND LTD*MINSK*"
    [message] = read(tmp_path, text.encode())
    found = parties(message)
    assert found["underlying_debtor"] == "FIRST GMBH"
    assert found["underlying_creditor"] == "SECOND LTD"


@pytest.mark.parametrize(
    "head", [b"{1:F01EXAMDEFFXXXX0000000000}{2:I103", b'{"1500": 1}', b"{1500}", b"a\n"]
)
def test_what_is_no_fedwire(head: bytes) -> None:
    assert not registry.reader("fedwire").sniff(head)


@pytest.mark.parametrize(
    ("said", "scheme", "value"),
    [
        ("TXID/7707083893", "tax_id", "7707083893"),
        ("CCPT/US/P1234", "passport", "P1234"),
        ("CUST/ACME/77", "other", "77"),
        ("/8842771", "account", "8842771"),
    ],
)
def test_a_number_behind_a_code_is_of_its_scheme(
    tmp_path: Path, said: str, scheme: str, value: str
) -> None:
    debtor = f"{{5010}}{said}*1/ANN SAMPLE*2/1 ELM ST*3/US/NEW YORK*"
    data = TRANSFER.replace("{5000}11234*ANN SAMPLE*NEW YORK*", debtor)
    [message] = read(tmp_path, data.encode())
    assert isinstance(message, Message)
    facts = registry.reader("fedwire").facts(message)
    held = [fact.value for fact in facts if isinstance(fact.value, Party)]
    (found,) = [party for party in held if party.role == "debtor"]
    assert [(one.scheme, one.value) for one in found.identifiers] == [(scheme, value)]
