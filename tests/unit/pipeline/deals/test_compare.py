"""What papers of one deal are told to disagree on, and what not."""

from decimal import Decimal

import pytest

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
from enduse.pipeline.deals.compare import dates, goods, numbers, parties, places, totals

AT = Origin("made.pdf", "", "page=1")


def paper(kind: str, *facts: Fact) -> Paper:
    return Paper(kind, "1", Origin(kind, "", ""), facts)


def text(role: str, value: str) -> Fact:
    return Fact(role, Text(value), AT)


def firm(role: str, name: str) -> Fact:
    return Fact(role, Party(role, AT, (PartyName(name),)), AT)


def route(**names: str) -> Fact:
    found = tuple(Place(role, name) for role, name in names.items())
    return Fact("route", Route(found), AT)


def good(description: str, code: str = "", line: str = "", amount: int = 0) -> Fact:
    codes = (Identifier("hs", code),) if code else ()
    quantity = Quantity(Decimal(amount), "H87") if amount else None
    return Fact("good", Good(description, AT, line, codes, quantity=quantity), AT)


def money(role: str, value: int, currency: str = "EUR") -> Fact:
    return Fact(role, Amount(Decimal(value), currency), AT)


def kilos(role: str, value: int) -> Fact:
    return Fact(role, Quantity(Decimal(value), "KGM"), AT)


def test_one_consignee_in_two_spellings_is_one() -> None:
    papers = [
        paper("invoice", firm("consignee", "Anadolu Örnek Makina Ltd. Şti.")),
        paper("packing-list", firm("consignee", "ANADOLU ORNEK MAKINA LTD STI")),
    ]
    assert not list(parties.disagreements(papers))


def test_two_consignees_are_told_with_both_places() -> None:
    papers = [
        paper("invoice", firm("consignee", "Anadolu Örnek Makina Ltd. Şti.")),
        paper("bill", firm("consignee", "Steppe Trading TOO")),
    ]
    found = list(parties.disagreements(papers))
    assert [(d.what, len(d.sides)) for d in found] == [("consignee", 2)]


def test_to_order_is_no_consignee_but_a_stranger_told_of_arrival_is() -> None:
    papers = [
        paper("invoice", firm("buyer", "Anadolu Örnek Makina Ltd. Şti.")),
        paper(
            "bill",
            firm("consignee", "TO ORDER OF EXAMPLE BANK"),
            firm("notify_party", "Ornek Lojistik FZE"),
        ),
    ]
    assert [d.what for d in parties.disagreements(papers)] == ["receiver"]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("HAMBURG PORT", "Hamburg", False),
        ("MERSIN PORT, TURKIYE", "Mersin", False),
        ("ANY PORT IN CHINA", "Shanghai, China", False),
        ("ANY PORT IN CHINA", "Busan, Korea", True),
        ("MERSIN", "POTI PORT, GEORGIA", True),
    ],
)
def test_ports(one: str, other: str, told: bool) -> None:
    papers = [
        paper("credit", route(port_of_discharge=one)),
        paper("bill", route(port_of_discharge=other)),
    ]
    assert bool(list(places.disagreements(papers))) is told


def test_goods_sent_on_to_a_country_no_route_reaches() -> None:
    papers = [
        paper("bill", route(port_of_discharge="Mersin, Türkiye")),
        paper("invoice", text("destination_country", "Kazakhstan")),
    ]
    assert [d.what for d in places.disagreements(papers)] == ["onward destination"]


def test_two_countries_of_origin() -> None:
    papers = [
        paper("invoice", text("origin_country", "Germany")),
        paper("certificate", text("origin_country", "DE")),
    ]
    assert not list(places.disagreements(papers))
    papers.append(paper("list", text("origin_country", "China")))
    assert [d.what for d in places.disagreements(papers)] == ["country of origin"]


def test_rounded_weights_agree_and_others_do_not() -> None:
    invoice = paper("invoice", kilos("total_gross_weight", 34200))
    rounded = paper("bill", kilos("total_gross_weight", 34210))
    other = paper("bill", kilos("total_gross_weight", 36200))
    assert not list(totals.disagreements([invoice, rounded]))
    found = list(totals.disagreements([invoice, other]))
    assert [d.what for d in found] == ["total gross weight"]


def test_more_is_invoiced_than_the_credit_covers() -> None:
    credit = paper("credit", money("credit_amount", 1000))
    invoice = paper("i", money("total", 1050))
    found = totals.disagreements([credit, invoice])
    assert [d.what for d in found] == ["amount invoiced"]
    stated = paper("credit", money("credit_amount", 1000), text("tolerance", "05/10"))
    assert not list(totals.disagreements([stated, invoice]))
    found = totals.disagreements([stated, paper("i", money("total", 1100))])
    assert [d.what for d in found] == ["amount invoiced"]


def test_an_overpayment_is_grave() -> None:
    papers = [
        paper("invoice", money("total", 1000)),
        paper("pacs.008", money("instructed", 1900)),
    ]
    found = [(d.what, d.severity) for d in totals.disagreements(papers)]
    assert found == [("amount paid", "high")]


def test_net_over_gross_within_one_paper() -> None:
    one = paper("l", kilos("total_net_weight", 20), kilos("total_gross_weight", 10))
    assert [d.what for d in totals.disagreements([one])] == ["net and gross weight"]


def test_shipped_after_the_last_day_unless_it_was_moved() -> None:
    credit = paper("credit", text("latest_shipment_date", "2026-11-10"))
    bill = paper("bill", text("shipment_date", "2026-11-16"))
    assert list(dates.disagreements([credit, bill]))
    moved = paper("amendment", text("latest_shipment_date", "2026-12-10"))
    assert not list(dates.disagreements([credit, moved, bill]))


def test_the_same_goods_under_two_codes() -> None:
    papers = [
        paper("invoice", good("5-axis machining centre BW-5X-630", "8457.10")),
        paper("declaration", good("Machining centre 5-axis BW-5X-630", "940390")),
    ]
    found = [(d.what, d.severity) for d in goods.disagreements(papers)]
    assert ("tariff code", "high") in found


def test_a_heading_and_its_subheading_are_one_code() -> None:
    papers = [
        paper("invoice", good("Spindle bearings angular contact P4S", "8482.10")),
        paper("declaration", good("Spindle bearings angular contact P4S", "8482")),
    ]
    assert not list(goods.disagreements(papers))


def test_a_different_quantity_of_the_same_line() -> None:
    papers = [
        paper("invoice", good("Linear scales absolute 1 micron", line="3", amount=20)),
        paper("list", good("Linear scales, absolute, 1 micron", line="3", amount=26)),
    ]
    assert [d.what for d in goods.disagreements(papers)] == ["quantity"]


def test_a_container_that_is_missing_from_a_paper() -> None:
    both = (text("container", "MSKU1234565"), text("container", "MSKU7654328"))
    found = numbers.disagreements([paper("bill", *both), paper("list", both[0])])
    assert [d.what for d in found] == ["containers"]


def test_a_transhipment_that_the_credit_forbids() -> None:
    papers = [
        paper("credit", text("transhipment", "NOT ALLOWED")),
        paper("bill", route(port_of_transhipment="Jebel Ali")),
    ]
    assert [d.what for d in numbers.disagreements(papers)] == ["transhipment"]


def test_goods_with_nothing_in_common_are_told_and_other_words_are_not() -> None:
    def paper(kind: str, words: str) -> Paper:
        good = Good(words, AT, codes=(Identifier("hs", "848220"),))
        return Paper(f"pdf-{kind}", kind, AT, (Fact("goods", good, AT),))

    def told(one: str, other: str) -> list[str]:
        papers = [paper("commercial-invoice", one), paper("bill-of-lading", other)]
        return [found.what for found in goods.disagreements(papers)]

    bearings = "Taper roller bearings 32210, chrome steel"
    assert told(bearings, "Used truck engines with gearbox") == ["goods"]
    assert told(bearings, "ROLLER BEARING UNITS ON PALLETS") == []
    assert told(bearings, "Machinery parts, said to contain 4 cases") == []
    assert told("Silindirik makarali rulman NJ 2310", "Taper roller bearings") == []


def test_a_shipper_who_sells_nothing_is_told() -> None:
    def firm(role: str, name: str) -> Fact:
        return Fact(role, Party(role, AT, (PartyName(name),)), AT)

    def told(shipper: str, *more: Fact) -> list[str]:
        invoice = Paper("pdf-commercial-invoice", "1", AT, (firm("seller", "Demo AG"),))
        facts = (firm("shipper", shipper), *more)
        bill = Paper("pdf-bill-of-lading", "2", AT, facts)
        return [found.what for found in parties.disagreements([invoice, bill])]

    assert told("Quite Another Export Ltd") == ["shipper"]
    assert told("DEMO AG") == []
    assert told("Sea Demo Lines", firm("freight_forwarder", "Sea Demo Lines")) == []


def test_one_contradiction_of_destinations_is_told_once() -> None:
    papers = [
        paper("invoice", route(final_destination="Almaty, Kazakhstan")),
        paper("bill", route(final_destination="Moscow, Russia")),
        paper("waybill", route(place_of_delivery="Almaty, Kazakhstan")),
    ]
    (told,) = places.disagreements(papers)
    assert (told.what, told.severity) == ("destination", "high")
    assert "Kazakhstan" in told.why
    assert "Russia" in told.why
