"""Two shipments under one credit are no contradiction; one shipment's papers may be."""

from decimal import Decimal

from enduse.model import Fact, Origin, Text
from enduse.model.paper import Paper
from enduse.model.quantity import Quantity
from enduse.pipeline.deals.compare import totals
from enduse.pipeline.deals.join import deals
from enduse.pipeline.deals.lots import lots
from tests.unit.pipeline.deals.made_papers import AT, firm, text


def paper(kind: str, ref: str, *facts: Fact) -> Paper:
    return Paper(f"pdf-{kind}", ref, Origin(f"{ref}.pdf", "", ""), facts)


def weight(kilos: int) -> Fact:
    return Fact("total_gross_weight", Quantity(Decimal(kilos), "KGM"), AT)


def shipment(number: int, kilos: int, carried: int) -> list[Paper]:
    invoice, bill = f"INV-77{number}1", f"BL-88{number}2"
    credit, named = text("credit_number", "LC26000177"), text("invoice_number", invoice)
    return [
        paper("commercial-invoice", invoice, named, credit),
        paper(
            "packing-list",
            f"PL-{number}",
            text("invoice_number", invoice),
            weight(kilos),
        ),
        paper(
            "bill-of-lading",
            bill,
            text("bl_number", bill),
            named,
            credit,
            weight(carried),
        ),
    ]


CREDIT = Paper("credit", "LC26000177", AT, (text("credit_number", "LC26000177"),))


def test_lots_under_one_credit_are_compared_each_by_itself() -> None:
    papers = [CREDIT, *shipment(1, 500, 500), *shipment(2, 900, 900)]
    (deal,) = deals(papers)
    assert len(deal.members) == 7
    found = lots(papers)
    assert [len(lot) for lot in found] == [4, 4]
    assert all(CREDIT in lot for lot in found)
    assert [d for lot in found for d in totals.disagreements(lot)] == []


def test_a_contradiction_within_a_lot_is_found() -> None:
    papers = [CREDIT, *shipment(1, 500, 500), *shipment(2, 900, 1200)]
    found = [d for lot in lots(papers) for d in totals.disagreements(lot)]
    assert [d.what for d in found] == ["total gross weight"]


def test_one_shipment_is_one_lot() -> None:
    papers = [CREDIT, *shipment(1, 500, 500)]
    assert lots(papers) == [tuple(papers)]


def test_a_misread_number_joins_papers_of_the_same_parties_only() -> None:
    def said(number: str, seller: str) -> Paper:
        facts = (text("invoice_number", number), firm("seller", seller))
        return paper("commercial-invoice", number, *facts)

    one = said("HR26-0519E", "Demo Machine Tool Co Ltd")
    slip = said("HR26-O5I9E", "DEMO MACHINE TOOL CO., LTD.")
    other = said("HR26-O5I9E", "Quite Another Trading LLC")
    assert len(deals([one, slip])) == 1
    assert len(deals([one, other])) == 2
    assert isinstance(one.facts[0].value, Text)
