"""What stands in a line of goods in words, and what only looks like it."""

from decimal import Decimal

import pytest

from enduse.messages.trade.goods_measures import said_in
from enduse.messages.trade.labelled import labelled_in
from enduse.messages.trade.labelled_numbers import Labelled


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2 (TWO) UNITS OF MACHINING CENTRES, HS CODE 8457.10.90 UNIT PRICE EUR 5", 2),
        ("HS 8482.20 5,000 PCS BEARINGS", 5000),
        ("BEARINGS TYPE 6205 500 PCS", 500),
    ],
)
def test_a_code_is_no_quantity(text: str, pieces: int) -> None:
    quantity = said_in(text).quantity
    assert quantity is not None
    assert quantity.value == pieces


def test_what_stands_behind_the_sign_of_a_sum_is_the_value() -> None:
    said = said_in("40 PCS SENSORS AT USD 45.00 EACH = USD 1,800.00")
    assert said.value is not None
    assert said.value.value == Decimal(1800)


def test_a_bank_to_whose_order_is_named_without_what_follows() -> None:
    text = "MADE OUT TO THE ORDER OF EXAMPLE BANK MARKED FREIGHT PREPAID AND NOTIFY US"
    assert Labelled("party", "consignee", "EXAMPLE BANK") in list(labelled_in(text))


def test_a_party_that_now_reads_otherwise() -> None:
    text = "NOTIFY PARTY TO READ\nVOSTOK PRIMER LLP, ALMATY"
    wanted = Labelled("party", "notify_party", "VOSTOK PRIMER LLP, ALMATY")
    assert wanted in list(labelled_in(text))
