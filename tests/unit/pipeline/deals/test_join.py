"""Which papers are joined, and which are left apart."""

from decimal import Decimal

from enduse.model import Amount, Fact, Origin, Party, PartyName, Quantity, Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.join import deals, holders_of, name_of, related

AT = Origin("made.pdf", "", "")


def paper(kind: str, ref: str, *facts: Fact) -> Paper:
    return Paper(kind, ref, Origin(f"{kind}-{ref}", "", ""), facts)


def number(role: str, value: str) -> Fact:
    return Fact(role, Text(value), AT)


def firm(role: str, name: str) -> Fact:
    return Fact(role, Party(role, AT, (PartyName(name),)), AT)


def weight(role: str, kilos: int) -> Fact:
    return Fact(role, Quantity(Decimal(kilos), "KGM"), AT)


def test_a_shared_number_joins_however_it_is_spelt() -> None:
    papers = [
        paper("invoice", "I-1001", number("contract_number", "AO-2026/118")),
        paper("packing-list", "PL7731", number("contract_number", "ao 2026 118")),
        paper("invoice", "I-9999", number("contract_number", "ZZ-2026-400")),
    ]
    found = deals(papers)
    assert [deal.members for deal in found] == [(0, 1), (2,)]
    assert found[0].reasons == ("contract number AO2026118",)


def test_one_papers_contract_is_anothers_order() -> None:
    papers = [
        paper("invoice", "I-1001", number("order_number", "PO-778812")),
        paper("credit", "LC-5501", number("contract_number", "PO 778812")),
    ]
    assert [deal.members for deal in deals(papers)] == [(0, 1)]


def test_a_number_that_says_nothing_joins_nothing() -> None:
    papers = [
        paper("invoice", "1", number("order_number", "1")),
        paper("invoice", "2", number("order_number", "1")),
        paper("invoice", "3", number("order_number", "N/A")),
        paper("invoice", "4", number("order_number", "N/A")),
    ]
    assert len(deals(papers)) == 4


def test_a_frameworks_number_on_many_papers_joins_none_of_them() -> None:
    papers = [
        paper("invoice", f"INV{n:05}", number("contract_number", "FRAME-2020"))
        for n in range(60)
    ]
    assert len(deals(papers)) == 60


def test_parties_and_weight_join_papers_without_a_common_number() -> None:
    papers = [
        paper(
            "invoice",
            "BW-260871",
            firm("seller", "Beispiel Werkzeug GmbH"),
            firm("buyer", "Ornek Makina Ltd Sti"),
            weight("total_gross_weight", 34200),
        ),
        paper(
            "bill-of-lading",
            "EXHAM2611",
            firm("shipper", "Nord Spedition GmbH on behalf of Beispiel Werkzeug GmbH"),
            firm("notify_party", "ORNEK MAKINA LTD. STI."),
            weight("total_gross_weight", 34200),
        ),
    ]
    assert [deal.members for deal in deals(papers)] == [(0, 1)]


def test_the_same_parties_alone_are_two_deals() -> None:
    papers = [
        paper(
            "invoice",
            f"BW-26087{n}",
            firm("seller", "Beispiel Werkzeug GmbH"),
            firm("buyer", "Ornek Makina Ltd Sti"),
            Fact("total", Amount(Decimal(100 * n), "EUR"), AT),
        )
        for n in (1, 2)
    ]
    assert len(deals(papers)) == 2


def test_a_payment_is_tied_by_a_number_in_its_words() -> None:
    papers = [paper("invoice", "BW-26-0871"), paper("invoice", "BW-26-0872")]
    assert related(holders_of(papers), ["/INV/BW-26-0872 PART PAYMENT"]) == [1]
    assert related(holders_of(papers), ["PAYMENT FOR GOODS 2026"]) == []


def test_a_deal_is_called_by_its_credit_first() -> None:
    papers = [
        paper("invoice", "I-1001", number("invoice_number", "I-1001")),
        paper("credit", "LC-5501", number("credit_number", "LC-5501")),
    ]
    assert name_of(papers) == "LC-5501"
