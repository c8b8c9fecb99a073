"""The papers of one sale, built in code: each can be made to say something else."""

from decimal import Decimal

from enduse.model import (
    Amount,
    Fact,
    Good,
    Identifier,
    Origin,
    Party,
    PartyName,
    Place,
    Quantity,
    Route,
    Text,
)
from enduse.model.paper import Paper

AT = Origin("made", "", "")
SALE = {
    "buyer": "Ornek Makina Sanayi ve Ticaret Ltd. Sti.",
    "consignee": "ORNEK MAKINA SANAYI VE TICARET LTD STI",
    "notify": "Ornek Lojistik A.S.",
    "port": "MERSIN",
    "via": "",
    "vessel": "MV ELBE EXPRESS",
    "container": "CSQU3054383",
    "kilos": "34200",
    "amount": "1190000",
    "currency": "EUR",
    "origin": "DE",
    "code": "84571000",
    "goods": "Vertical machining centre VMC 850",
    "shipped": "2026-09-12",
    "pieces": "2",
}


def firm(role: str, name: str) -> Fact:
    return Fact(role, Party(role, AT, (PartyName(name),)), AT)


def ship(name: str) -> Fact:
    return Fact("vessel", Party("vessel", AT, (PartyName(name),), kind="vessel"), AT)


def text(role: str, value: str) -> Fact:
    return Fact(role, Text(value), AT)


def route(discharge: str, via: str = "") -> Fact:
    places = [Place("port_of_loading", "Hamburg")]
    if via:
        places.append(Place("port_of_transhipment", via))
    places.append(Place("port_of_discharge", discharge))
    return Fact("route", Route(tuple(places)), AT)


def good(description: str, code: str, pieces: str, origin: str) -> Fact:
    found = Good(
        description,
        AT,
        codes=(Identifier("hs", code),),
        quantity=Quantity(Decimal(pieces), "SET"),
        origin_country=origin,
    )
    return Fact("goods", found, AT)


def papers(**other: str) -> list[Paper]:
    """Credit, invoice, bill and packing list; `other` is what bill and invoice say."""
    said = {**SALE, **other}
    credit = (
        firm("applicant", "ORNEK MAKINA SANAYI VE TICARET LTD. STI."),
        firm("beneficiary", "BEISPIEL WERKZEUGMASCHINEN GMBH"),
        Fact("credit_amount", Amount(Decimal(1190000), "EUR"), AT),
        text("latest_shipment_date", "2026-09-30"),
        text("transhipment", "NOT ALLOWED"),
        good("2 SETS VERTICAL MACHINING CENTRE VMC 850", "8457.10", "2", "DE"),
        route("MERSIN PORT, TURKEY"),
    )
    invoice = (
        firm("seller", "Beispiel Werkzeugmaschinen GmbH"),
        firm("buyer", said["buyer"]),
        Fact("total", Amount(Decimal(said["amount"]), said["currency"]), AT),
        good(said["goods"], said["code"], said["pieces"], said["origin"]),
    )
    bill = (
        firm("shipper", "BEISPIEL WERKZEUGMASCHINEN GMBH"),
        firm("consignee", said["consignee"]),
        firm("notify_party", said["notify"]),
        ship(said["vessel"]),
        text("container", said["container"]),
        text("shipment_date", said["shipped"]),
        Fact("total_gross_weight", Quantity(Decimal(said["kilos"]), "KGM"), AT),
        route(said["port"], said["via"]),
    )
    packing = (
        firm("consignee", "Ornek Makina Sanayi ve Ticaret Ltd. Sti."),
        firm("notify_party", "ORNEK LOJISTIK AS"),
        ship("M/V Elbe Express"),
        text("container", "CSQU 305438-3"),
        Fact("total_gross_weight", Quantity(Decimal("34200.0"), "KGM"), AT),
        good("Vertical machining centre VMC 850", "845710", "2", "DE"),
    )
    kinds = ("credit", "invoice", "bill", "packing-list")
    of_kinds = zip(kinds, (credit, invoice, bill, packing), strict=True)
    return [Paper(kind, "1", Origin(kind, "", ""), facts) for kind, facts in of_kinds]
