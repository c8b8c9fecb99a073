"""The PDF papers of the data folder: what a person counts on them."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.pdf import reader
from enduse.model import Fact, Good, Party, Problem, Route
from tests.conftest import real_data

pytestmark = pytest.mark.real


def read(path: Path) -> tuple[list[Message], list[Problem], list[Fact]]:
    found = list(reader.parse(SourceFile.of(path), Options()))
    messages = [item for item in found if isinstance(item, Message)]
    pages = [message for message in messages if message.format.startswith("pdf-")]
    problems = [item for item in found if isinstance(item, Problem)]
    return messages, problems, [f for m in pages for f in reader.facts(m)]


def roles(facts: list[Fact]) -> set[str]:
    return {fact.role for fact in facts}


@pytest.mark.parametrize(
    ("name", "kind", "goods", "parties", "places"),
    [
        ("bill_of_lading_machine_tools", "bill-of-lading", 2,
         {"shipper", "consignee", "notify_party", "carrier", "vessel"}, 4),
        ("commercial_invoice_machine_tools", "commercial-invoice", 3,
         {"exporter", "seller", "consignee"}, 3),
        ("packing_list_machine_tools", "packing-list", 9,
         {"exporter", "seller", "consignee"}, 0),
        ("invoice_azure_interior", "commercial-invoice", 4,
         {"seller", "buyer", "payee"}, 0),
    ],
)  # fmt: skip
def test_papers(
    name: str, kind: str, goods: int, parties: set[str], places: int
) -> None:
    path = real_data("messages/pdf") / f"{name}.pdf"
    messages, problems, facts = read(path)
    assert [m.format for m in messages if m.format.startswith("pdf-")] == [
        f"pdf-{kind}"
    ]
    assert problems == []
    assert sum(isinstance(fact.value, Good) for fact in facts) == goods
    assert {f.role for f in facts if isinstance(f.value, Party)} == parties
    routes = [fact.value for fact in facts if isinstance(fact.value, Route)]
    assert sum(len(route.places) for route in routes) == places
    for message in messages:
        assert message.coverage is None or message.coverage.share == 1.0


def test_every_embedded_invoice_is_read_beside_its_page() -> None:
    folder = real_data("messages/cii_facturx")
    for file in sorted(folder.glob("*.pdf")):
        messages, _, facts = read(file)
        inner = [m for m in messages if not m.format.startswith("pdf-")]
        assert len(messages) - len(inner) == 1, file.name
        assert inner or file.name.startswith("fail_"), file.name
        assert any(isinstance(fact.value, Good) for fact in facts), file.name
        assert "total" in roles(facts), file.name
        assert "seller" in roles(facts), file.name
        assert "buyer" in roles(facts), file.name
