"""Generic words are vague and say what to ask; concrete goods are not."""

import pytest

from enduse.goods.classify import Classifier
from enduse.goods.classify.vague import ASK, question, reason
from enduse.goods.words.lines import lines_of

EVERYDAY = ("1_24", "25_49", "50_71", "72_83", "84_85", "86_97")
VAGUE = [
    "spare parts",
    "goods as per contract",
    "equipment",
    "материалы",
    "товар",
    "货物",
    "Ersatzteile",
    "samples",
    "accessories",
    "machine parts",
    "electronic goods",
    "gift",
    "personal effects",
    "metal products",
    "pièces de rechange",
    "repuestos",
    "yedek parça",
    "GOODS AS PER PROFORMA CK-2211",
    "payment for goods, contract 14/B",
    "as per contract 22",
    "payment for equipment",
    "components for production line",
    "запасные части к оборудованию",
    "оплата за товар по договору",
    "Ersatzteile für Maschinen",
    "ricambi vari",
    "قطع غيار",
    "设备款",
    "auto parts",
    "electronic componets",
    "elec. components",
    "2 pallets of parts",
    "12 ctns accessories",
    "3 паллеты запчастей",
    "зап. части к оборудованию",
    "设备及配件",
    "货物一批",
    "N/A",
    "części zamienne różne",
    "merce varia",
    "запасні частини згідно рахунку",
    "қосалқы бөлшектер",
    "ehtiyot qismlar",
    "phụ tùng các loại",
    "부품 일체",
    "部品一式",
    "maal ka paisa",
    "عينات مجانية",
    "کالا طبق پیش فاکتور",
    "technical products mix",
    "consulting fee for March",
    "alquiler oficina marzo",
    "差旅费报销",
    "balance 70% for machinery against B/L copy",
    "equipment, HS code to be advised",
    "계약에 따른 부품 일체",
    "معدات وقطع غيار",
    "diverse onderdelen",
    "चालान के अनुसार सामान",
    "phụ tùng và linh kiện",
    "mercadorias diversas",
]
CONCRETE = [
    "machine tool parts",
    "V.M.C.",
    "32218 J2/Q",
    "metal tool box",
    "机床",
    "200 pcs bearings",
    "2 pallets of cement",
    "配件 车床",
    "particles of gold",
    "चालान के अनुसार साइकिल टायर",
    "túi nhựa theo hợp đồng",
    "صابون طبق فاکتور",
]


@pytest.mark.parametrize("text", VAGUE)
def test_generic_words_are_vague(fresh: Classifier, text: str) -> None:
    assert fresh.classify([text])[0].too_vague


def test_concrete_goods_are_not_vague(fresh: Classifier) -> None:
    """Ten lines of every everyday family, from all over it, and a machine tool."""
    texts = ["5-axis machining centre"]
    for name in EVERYDAY:
        lines = [x.text for x in lines_of(f"everyday_{name}") if x.lang == "en"]
        texts += lines[:: len(lines) // 10][:10]
    told = fresh.classify(texts)
    assert len(told) == 61
    assert [one.text for one in told if one.too_vague] == []


@pytest.mark.parametrize("text", CONCRETE)
def test_general_words_may_name_a_good(fresh: Classifier, text: str) -> None:
    assert not fresh.classify([text])[0].too_vague


def test_what_to_ask() -> None:
    assert question("Spare Parts").startswith("Which parts")
    assert question("образцы") == "Samples of what?"
    assert question("something else") == ASK


def test_no_vague_phrase_is_the_only_name_of_a_good() -> None:
    """What stands among goods with one code is told, not called vague."""
    for name in EVERYDAY:
        for line in lines_of(f"everyday_{name}"):
            assert not reason(line.text, [0.9]), line


@pytest.mark.parametrize(
    "text",
    [
        "said to contain general merchandise",
        "trial order",
        "Muster ohne Handelswert",
        "货物如发票所示",
        "fatura muhteviyatı mal",
        "образцы без коммерческой ценности",
        "بضائع حسب الفاتورة",
        "muestras sin valor comercial",
    ],
)
def test_words_of_papers_and_trade_are_no_goods(text: str) -> None:
    assert reason(text, [0.4]) == "generic"


def test_words_of_any_goods_leave_half_open(fresh: Classifier) -> None:
    for one in fresh.classify(["комплектующие", "设备", "repuestos varios"]):
        assert one.too_vague
        assert sum(c.p for c in one.candidates) <= 0.5
        assert all(on.p <= 0.5 for on in one.controlled)


def test_words_that_say_little_point_nowhere_and_numbers_may_be_known() -> None:
    assert reason("frobnicated quux", [0.04]) == "points-nowhere"
    assert reason("frobnicated quux", [0.06]) == ""
    assert reason("frobnicated quux 40/30", [0.04]) == ""
