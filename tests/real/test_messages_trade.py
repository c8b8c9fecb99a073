"""The sample trade documents: what a person finds in them, and no text leaf lost."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.swift.credit_chain import credit_state
from enduse.messages.trade.json_tree import Pairs, read_documents
from enduse.model import Good, Party, Route
from enduse.model.encode import to_plain
from tests.conftest import real_data

pytestmark = pytest.mark.real
FOLDERS = {
    "ubl": "*.xml",
    "cii_facturx": "*.xml",
    "dcsa": "*.json",
    "edifact": "*.edi",
    "swift_mt": "*.*",
}
NO_NAME = re.compile(r"[\d\s.,:+%/TZ-]*|true|false|[A-Z0-9_-]{1,3}", re.IGNORECASE)


def files() -> Iterator[tuple[str, Path]]:
    root = real_data("messages")
    for folder, pattern in FOLDERS.items():
        for path in sorted((root / folder).glob(pattern)):
            yield folder, path


def read(path: Path) -> tuple[str, list[Message]]:
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name, path
    found = list(registry.reader(name).parse(file, Options()))
    assert all(isinstance(item, Message) for item in found), path
    return name, [item for item in found if isinstance(item, Message)]


def said(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from said(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from said(inner)
    elif isinstance(value, str):
        yield value


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def test_every_leaf_is_accounted_for() -> None:
    for _, path in files():
        _, messages = read(path)
        for message in messages:
            assert message.coverage is not None, path
            assert message.coverage.share == 1.0, path
            assert message.coverage.leaves > 3, path


def leaves_of(folder: str, path: Path) -> Iterator[str]:
    """All text leaves, read by other means than the readers'."""
    if folder in ("ubl", "cii_facturx"):
        for element in etree.parse(str(path)).iter():
            if isinstance(element.tag, str) and "BinaryObject" not in element.tag:
                yield from (text for text in [element.text, element.tail] if text)
    elif folder == "dcsa":
        for found in read_documents(SourceFile.of(path)):
            assert isinstance(found, tuple)
            yield from json_leaves(found[0])


def json_leaves(value: object) -> Iterator[str]:
    if isinstance(value, Pairs):
        for _, inner in value:
            yield from json_leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from json_leaves(inner)
    elif isinstance(value, str):
        yield value


CODED = re.compile(
    r"[A-Za-z]{2,12}|[0-9A-Za-z-]{20,}|urn:\S+|bpid:\S+|[A-Z0-9-]{2,12}|[\d:.]+Z"
)


def test_no_word_of_a_document_is_lost() -> None:
    """Each leaf of more than a code's length stands in some fact, word for word."""
    for folder, path in files():
        _, messages = read(path)
        facts = [
            to_plain(fact)["value"]
            for message in messages
            for fact in registry.reader(read(path)[0]).facts(message)
        ]
        known = set(words(" ".join(said(facts))))
        for leaf in leaves_of(folder, path):
            plain = leaf.strip()
            if not NO_NAME.fullmatch(plain) and not CODED.fullmatch(plain):
                missing = set(words(plain)) - known
                assert not missing, (path.name, plain, missing)


def nouns(folder: str, name: str) -> tuple[dict[str, str], list[Good], list[Route]]:
    path = real_data("messages") / folder / name
    reader, messages = read(path)
    facts = [f for m in messages for f in registry.reader(reader).facts(m)]
    parties = {f.role: f.value.name for f in facts if isinstance(f.value, Party)}
    goods = [f.value for f in facts if isinstance(f.value, Good)]
    return parties, goods, [f.value for f in facts if isinstance(f.value, Route)]


def test_a_waybill() -> None:
    parties, goods, routes = nouns("ubl", "UBL-Waybill-2.0-Example-International.xml")
    assert parties["consignor"] == "Consortial"
    assert parties["consignee"] == parties["notify_party"] == "IYT Corporation"
    assert parties["aircraft"] == "A-127763-747"
    assert {c.value for good in goods for c in good.codes} >= {"15219000", "17589683"}
    assert [p.unlocode for p in routes[0].places if p.unlocode] >= ["USBOS", "GBBRS"]


def test_a_customs_declaration() -> None:
    name = "UBL-ExportCustomsDeclaration-2.3-Example.xml"
    parties, goods, _ = nouns("ubl", name)
    assert parties["exporter"] == "Gedevang Mejeri"
    assert parties["exporter_agent"] == "Told Service A/S"
    assert parties["consignee"] == "Coop Extra Bergen"
    (good,) = goods
    assert ("hs", "84195000") in {(c.scheme, c.value) for c in good.codes}
    assert good.origin_country == "DK"


def test_a_bay_plan() -> None:
    parties, _, routes = nouns("edifact", "baplie_d95b.edi")
    assert parties["vessel"] == "OOCL BEIJING"
    last = {r.places[-1].unlocode for r in routes}
    assert last >= {"CNYTN", "CNXMN", "TWKHH"}


def test_a_booking_is_no_customer() -> None:
    parties, goods, routes = nouns("dcsa", "booking_2.0_dg.json")
    assert parties["vessel"] == "OCEAN DESTROYER"
    assert [p.unlocode for p in routes[0].places] == ["NLAMS", "SGSIN"]
    assert goods[0].gross_weight is not None


def test_a_credit_over_three_messages() -> None:
    folder = real_data("messages") / "swift_mt"
    messages = [m for path in sorted(folder.glob("mt70*")) for m in read(path)[1]]
    states = [
        s for s in credit_state(reversed(messages)) if s.credit_number == "LC26-004417"
    ]
    issued, amended = states
    assert not issued.problems
    assert not amended.problems
    goods = [f.value.description for f in amended.facts if isinstance(f.value, Good)]
    assert len(goods) == 3
    assert goods[-1].startswith("1 SET ROTARY TABLE")
    (route,) = [f.value for f in amended.facts if isinstance(f.value, Route)]
    assert {p.role: p.name for p in route.places}["port_of_discharge"] == (
        "POTI PORT, GEORGIA"
    )
