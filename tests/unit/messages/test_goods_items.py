"""Free lines of goods cut into items."""

from enduse.messages.trade.goods_items import Line, items
from enduse.messages.trade.goods_measures import said_in
from enduse.messages.trade.goods_text import read_goods
from enduse.messages.trade.goods_told import goods_told
from enduse.model import Origin


def _items(text: str) -> list[tuple[str, str]]:
    lines = [Line(line, str(n)) for n, line in enumerate(text.split("\n"))]
    return [(item.mark, item.text) for item in items(lines)]


def test_a_table_has_a_heading_and_numbered_rows() -> None:
    assert _items(
        "NO.  DESCRIPTION      QTY    UNIT PRICE  AMOUNT\n"
        "1    LATHE HS 8458.11 2 SETS EUR100.00   EUR200.00\n"
        "     WITH CHUCK\n"
        "2    DRILL            5 PCS  EUR1.00     EUR5.00\n"
        "TOTAL EUR205.00"
    ) == [
        ("1", "LATHE HS 8458.11 2 SETS EUR100.00 EUR200.00 WITH CHUCK"),
        ("2", "DRILL 5 PCS EUR1.00 EUR5.00"),
        ("", "TOTAL EUR205.00"),
    ]


def test_counts_are_no_numbers_of_rows() -> None:
    assert _items("1 SET LATHE\n2 SETS DRILL") == [
        ("", "1 SET LATHE"),
        ("", "2 SETS DRILL"),
    ]


def test_each_block_of_labels_is_an_item() -> None:
    assert _items("COMMODITY : A LENS\nQUANTITY : 2\nCOMMODITY : A CAMERA") == [
        ("", "A LENS QUANTITY : 2"),
        ("", "A CAMERA"),
    ]


def test_words_that_a_machine_cut_are_joined() -> None:
    first = "+5-AXIS MACHINING CENTRE WITH TOOL CHANGER AND SPARE PARTS, HS 84"
    second = "57.10, WITH HYDROSTATIC GUIDES AND A TABLE OF 800 MM, SERIAL NUMB"
    assert len(first) == len(second) == 65
    assert _items(f"{first}\n{second}\nER 7714") == [
        ("", f"{first[1:]}{second}ER 7714")
    ]


def test_a_row_tells_quantity_price_and_value() -> None:
    said = said_in("TOOL HOLDER HS 8466.10 85 PCS EUR450.00 EUR38250.00")
    assert said.quantity
    assert str(said.quantity.value) == "85"
    assert said.unit_price
    assert str(said.unit_price.value) == "450.00"
    assert said.value
    assert str(said.value.value) == "38250.00"


def test_makers_totals_and_origins_beside_the_goods_are_theirs() -> None:
    text = (
        "COMMODITY : A LENS\nTOTAL : USD 90.00\nORIGIN : FRANCE\nMANUFACTURER : X SAS"
    )
    lines = [Line(line, str(n)) for n, line in enumerate(text.split("\n"))]
    read = read_goods(lines, Origin("a", "", ""))
    good = read.goods[0]
    assert (good.maker, good.origin_country) == ("X SAS", "FR")
    assert good.value
    assert str(good.value.value) == "90.00"
    assert [(t.role, t.value) for t in read.terms][-1] == ("manufacturer", "X SAS")


def test_sentences_name_goods_where_a_code_or_a_count_proves_it() -> None:
    said = "CONTRACT FOR THE SUPPLY OF 2 ROTORS BT-30 (HS CODE 8411.99) AND BEARINGS."
    assert [told.text for told in goods_told(said)] == [
        "2 ROTORS BT-30 (HS CODE 8411.99) AND BEARINGS"
    ]
    assert goods_told("PAYMENT FOR SERVICES OF MAY 2026 AS AGREED") == []


def test_a_cue_that_names_no_goods_hides_none_behind_it() -> None:
    """A guarantee covers a contract, and the contract is for goods."""
    said = "COVERING CONTRACT NO. QH-5/2026 FOR THE SUPPLY OF 14 PUMPS, HS CODE 8413.50"
    told = [one.text for one in goods_told(f"{said}, MADE BY QUIET HARBOUR LTD")]
    assert len(told) == 1
    assert told[0].startswith("14 PUMPS, HS CODE 8413.50")
