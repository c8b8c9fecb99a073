"""One contradiction planted in each sale is told, and none in sales that have none."""

import pytest

from enduse.pipeline.deals.findings import COMPARISONS
from tests.unit.pipeline.deals.made_papers import papers

PLANTED = {
    "consignee": {"consignee": "STEPPE TRADING TOO"},
    "notify party": {"notify": "VOSTOK TRANSIT LLC"},
    "port of discharge": {"port": "NOVOROSSIYSK"},
    "vessel": {"vessel": "MV BALTIC STAR"},
    "containers": {"container": "MSCU6639870"},
    "total gross weight": {"kilos": "21900"},
    "amount invoiced": {"amount": "1490000"},
    "currency": {"currency": "USD"},
    "country of origin": {"origin": "US"},
    "tariff code": {"code": "94039900"},
    "shipment date and latest shipment date": {"shipped": "2026-10-14"},
    "quantity": {"pieces": "5"},
    "transhipment": {"via": "Novorossiysk"},
}
CLEAN = {
    "as it is": {},
    "letters and short forms": {
        "consignee": "Örnek Makina San. ve Tic. Ltd. Şti.",
        "notify": "ÖRNEK LOJİSTİK A.Ş.",
        "port": "Mersin, Turkey",
    },
    "to a bank's order": {
        "consignee": "ZIRAAT EXAMPLE BANK A.S.",
        "notify": "ORNEK MAKINA SANAYI VE TICARET LTD STI",
    },
    "drawn in part": {"amount": "600000", "currency": "EUR"},
    "more words for the goods": {
        "goods": "Vertical machining centre VMC 850 incl. standard accessories",
        "code": "845710",
    },
    "rounded": {"kilos": "34200.4", "vessel": "Elbe Express"},
}


def told(**other: str) -> list[str]:
    return [found.what for compare in COMPARISONS for found in compare(papers(**other))]


@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_told(what: str) -> None:
    assert what in told(**PLANTED[what])


@pytest.mark.parametrize("name", CLEAN)
def test_nothing_is_told_of_a_clean_sale(name: str) -> None:
    assert told(**CLEAN[name]) == []


def test_a_bill_to_a_bank_hides_no_stranger() -> None:
    found = told(consignee="EXAMPLE BANK A.S.", notify="VOSTOK TRANSIT LLC")
    assert "receiver" in found
