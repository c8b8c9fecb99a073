"""Lines of goods of UBL: properties, customs codes, measures beside a description."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade import ubl
from enduse.model import Fact, Good, Quantity

NS = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"


def read(place: Path, line: str) -> list[Fact]:
    path = place / "invoice.xml"
    body = f"<InvoiceLine><ID>1</ID>{line}</InvoiceLine>"
    path.write_text(f'<Invoice xmlns="{NS}"><ID>I-1</ID>{body}</Invoice>')
    (message,) = ubl.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    return ubl.facts(message)


def goods(facts: list[Fact]) -> list[Good]:
    return [fact.value for fact in facts if isinstance(fact.value, Good)]


def item(name: str, value: str, rest: str = "") -> str:
    pair = f"<Name>{name}</Name>" + (f"<Value>{value}</Value>" if value else "")
    held = f"<AdditionalItemProperty>{pair}{rest}</AdditionalItemProperty>"
    return f"<Item><Name>Lathe</Name>{held}</Item>"


@pytest.mark.parametrize(
    ("label", "value", "code"),
    [
        ("HS Code", "845811", ("hs", "845811")),
        ("Zolltarifnummer", "84581100", ("hs", "84581100")),
        ("ECCN", "2B001.a", ("eccn", "2B001.a")),
        ("Model", "QTN-200", ("part", "QTN-200")),
    ],
)
def test_a_property_is_a_code_by_its_label(
    tmp_path: Path, label: str, value: str, code: tuple[str, str]
) -> None:
    (good,) = goods(read(tmp_path, item(label, value)))
    assert code in [(c.scheme, c.value) for c in good.codes]


def test_origin_and_maker_among_the_properties(tmp_path: Path) -> None:
    assert goods(read(tmp_path, item("Country of origin", "Japan")))[0].origin_country
    assert goods(read(tmp_path, item("Hersteller", "Mazak")))[0].maker == "Mazak"


def test_a_property_that_is_a_measure_is_kept(tmp_path: Path) -> None:
    measure = '<ValueQuantity unitCode="KGM">604.8</ValueQuantity>'
    found = read(tmp_path, item("Net", "", measure))
    assert "604.8" in [str(f.value.value) for f in found if type(f.value) is Quantity]


@pytest.mark.parametrize(
    ("number", "scheme"), [("845811410000", "hs"), ("ECN12344566", "")]
)
def test_a_customs_number_is_a_tariff_code_or_a_licence(
    tmp_path: Path, number: str, scheme: str
) -> None:
    customs = f"<RequiredCustomsID>{number}</RequiredCustomsID>"
    line = f"<Shipment><GoodsItem>{customs}</GoodsItem></Shipment>"
    found = read(tmp_path, f"{line}<Item><Name>Lathe</Name></Item>")
    (good,) = goods(found)
    assert [c.scheme for c in good.codes if c.value == number] == [scheme][
        : bool(scheme)
    ]
    assert ("licence_number" in [f.role for f in found]) == (not scheme)
