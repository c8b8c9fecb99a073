"""Tests of the noun a description turns on, and of what it makes of its codes."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods import hs
from enduse.goods.classify import sold_rule
from enduse.goods.classify.classifier import Classifier
from enduse.goods.classify.index import Index, place_of
from enduse.goods.classify.sold import NOT_GOODS, codes_sold
from enduse.goods.classify.sold_rule import says_parts, sold_of, with_sold
from enduse.goods.words.lines import rows_of

BAG, BOOK, TOY, GREASE = "420292", "490199", "950300", "340319"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("case for oscilloscope", BAG),
        ("Schutzhülle für GPS-Empfänger", BAG),
        ("Drohnentasche", BAG),
        ("étui pour multimètre", BAG),
        ("funda para osciloscopio", BAG),
        ("osiloskop için taşıma çantası", BAG),
        ("силиконовый чехол для осциллографа", BAG),
        ("示波器便携包", BAG),
        ("オシロスコープ用ケース", BAG),
        ("오실로스코프용 가방", BAG),
        ("حقيبة لراسم الإشارة", BAG),
        ("20 pcs book on microcontrollers", BOOK),
        ("manual de torno CNC", BOOK),
        ("rulman gresi", GREASE),
        ("toy oscilloscope for children", TOY),
        ("игрушечный осциллограф", TOY),
        ("Spielzeug-Oszilloskop", TOY),
        ("玩具示波器", TOY),
        ("bearing for CNC spindle", "848210"),
        ("无人机电池充电器", "850440"),
        ("手机充电头 5V2A 白色 1000个", "850440"),
        ("キッチンスケール デジタル", "842310"),
        ("MikroTik RB4011iGS+ router", "851762"),
        ("Frachtkosten Hamburg-Astana", NOT_GOODS),
        ("海运费 上海至波季", NOT_GOODS),
        ("印有雷达图案的T恤", "610910"),
        ("обучение операторов станков", NOT_GOODS),
        ("calibration service of test equipment", NOT_GOODS),
        ("salary June", NOT_GOODS),
        ("Wartungsvertrag Drehmaschine", NOT_GOODS),
        ("honoraires de conseil", NOT_GOODS),
        ("alquiler de oficina", NOT_GOODS),
        ("usługi doradcze", NOT_GOODS),
        ("аренда склада", NOT_GOODS),
        ("послуги з перевезення", NOT_GOODS),
        ("kira ödemesi", NOT_GOODS),
        ("кеңес беру қызметі", NOT_GOODS),
        ("konsalting xizmati", NOT_GOODS),
        ("رسوم استشارية", NOT_GOODS),
        ("هزینه مشاوره", NOT_GOODS),
        ("phí tư vấn", NOT_GOODS),
        ("技术咨询费", NOT_GOODS),
        ("翻訳料金", NOT_GOODS),
        ("컨설팅 비용", NOT_GOODS),
        ("사무실 임대료 5월", NOT_GOODS),
        ("倉庫保管料 5月分", NOT_GOODS),
        ("personel maaşları ekim", NOT_GOODS),
        ("repair of CNC lathe, labour only", NOT_GOODS),
        ("installation and commissioning of milling machine", NOT_GOODS),
        ("Reparatur Laptop Displaytausch", NOT_GOODS),
        ("Wartung der Drehmaschine", NOT_GOODS),
        ("设备租赁费 十月", NOT_GOODS),
        ("机床保养费用", NOT_GOODS),
        ("Montage und Inbetriebnahme der Fräsmaschine", NOT_GOODS),
        ("porcelain dinner service", "691110"),
        ("antenna mast telescopic aluminium", "730890"),
        ("transistor radio AM/FM", "852719"),
        ("connector pliers crimping", "820320"),
        ("navigation light for boat", "940511"),
        ("GPS holder for car windshield", "732690"),
        ("съёмник подшипников трёхлапый", "820559"),
        ("consulting fee integrated circuit design", NOT_GOODS),
        ("разработка микросхемы", NOT_GOODS),
        ("rulman montaj işçilik bedeli", NOT_GOODS),
        ("芯片设计服务费", NOT_GOODS),
    ],
)
def test_the_noun_tells_the_codes(text: str, first: str) -> None:
    assert codes_sold(text).split("|")[0] == first


@pytest.mark.parametrize(
    "text",
    [
        "",
        "spindle unit",
        "gear case for drill",
        "battery-powered lawn mower",
        "cable tester",
        "crystal puller for growing silicon",
        "manual pallet truck",
        "box of tools",
        "NH sigorta",  # a fuse, not an insurance
        "stage light",
        "碳纤维预浸料",
        "spindle repair kit",
        "repair kit for bearings",
        "Reparatur-Set Fahrrad",
        "installation kit for antenna",
        "bag making machine",
        "коробка передач",
        "数控机床",
    ],
)
def test_what_is_another_noun_or_none_tells_nothing(text: str) -> None:
    assert codes_sold(text) == ""


def test_what_comes_beside_the_goods_is_not_what_is_sold() -> None:
    assert codes_sold("oscilloscope with carrying case") == "903020"
    assert codes_sold("示波器 带便携包") == "903020"
    assert codes_sold("microcontroller for toys") == "8542"


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(codes_sold(text), str)
    assert says_parts(text) in (True, False)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ersatzteile für Oszilloskop", True),
        ("Drehmaschinenteile", True),
        ("pièces de roulements", True),
        ("示波器零件", True),
        ("5 pieces ball bearings", False),
        ("CNC lathe with spare parts", False),
        ("示波器带配件", False),
        ("mild steel", False),
    ],
)
def test_talk_of_parts_is_of_the_goods_themselves(text: str, *, parts: bool) -> None:
    assert says_parts(text) is parts


def test_every_code_of_a_noun_or_of_parts_exists() -> None:
    valid = hs.codes(hs.EDITIONS[0])
    for codes in sold_rule._nouns():
        if codes != NOT_GOODS:
            for code in codes.split("|"):
                assert any(one.startswith(code) for one in valid), code
            assert len(codes.split("|")[0]) in (4, 6)
    assert set(sold_rule._told()["codes"].split()) <= set(valid)


def test_nouns_stand_once() -> None:
    from importlib.resources import files

    rows = list(rows_of(files("enduse.goods.words") / "heads.tsv"))
    assert len({(lang, word) for _, lang, word, *_ in rows}) == len(rows)
    assert {how for row in rows for how in row[3:]} <= {"for", "any", "begins"}


@pytest.fixture(scope="module")
def index() -> Index:
    return Classifier.open(None).index


def _asked(index: Index, text: str, **shares: float) -> dict[str, float]:
    codes = [code.removeprefix("c") for code in shares]
    classes = np.array([[*(place_of()[code] for code in codes), -1]])
    p = np.array([[*shares.values(), 0.0]])
    near = np.full((1, 3), -1)
    found = with_sold(index, sold_of([text]), near, classes_=classes, p=p)[0]
    assert found[-1] == 0
    assert found.sum() <= 1 + 1e-9
    return dict(zip(codes, found.tolist(), strict=False))


def test_a_case_for_an_oscilloscope_is_a_case(index: Index) -> None:
    found = _asked(index, "case for oscilloscope", c903020=0.9, c420292=0.02)
    assert found["420292"] > found["903020"]


def test_parts_of_the_goods_are_asked_for_by_name(index: Index) -> None:
    found = _asked(index, "parts for oscilloscope", c903020=0.5, c903090=0.3)
    assert found["903090"] > 0.5 > found["903020"]


def test_without_a_noun_nothing_changes(index: Index) -> None:
    p, near = np.array([[0.4, 0.2]]), np.array([[-1]])
    none = sold_of(["beyond any known words"])
    assert with_sold(index, none, near, classes_=np.array([[5, 3]]), p=p) is p


def test_a_line_near_by_of_the_same_noun_says_what_else_it_may_be(index: Index) -> None:
    texts = [index.lines.text_of(n) for n in range(len(index.lines))]
    line = texts.index("rifle case soft")
    classes = np.array([[place_of()["420292"], place_of()["903020"]]])
    p = np.array([[0.1, 0.8]])
    sold = sold_of(["oscilloscope bag"])
    alone = with_sold(index, sold, np.array([[-1]]), classes_=classes, p=p)
    beside = with_sold(index, sold, np.array([[line]]), classes_=classes, p=p)
    assert alone[0, 0] > 0.5
    assert beside[0, 0] >= alone[0, 0]


def test_what_is_no_goods_is_told() -> None:
    found = Classifier.open(None).classify(["training course for CNC operators"])[0]
    assert found.too_vague
    assert found.vague_reason == "no-goods"


def test_a_service_on_listed_goods_is_not_the_goods() -> None:
    texts = ["ремонт станка токарного с ЧПУ", "repair of CNC lathe", "CNC lathe"]
    service, other, goods = Classifier.open(None).classify(texts)
    assert (service.vague_reason, other.vague_reason) == ("no-goods", "no-goods")
    assert not goods.too_vague


def test_the_same_words_are_known_where_common_ones_were_not_asked() -> None:
    found = Classifier.open(None).classify(["integrated circuits"])[0]
    assert found.candidates[0].hs6 == "854239"
    assert found.candidates[0].p > 0.5


def test_what_stands_behind_the_goods_is_read_in_little_time() -> None:
    texts = ["示" + "a 1月 " * 70 + "承", "轴" * 5 + "1 尾款" * 90 + "承"]
    start = time.process_time()
    for text in texts:
        codes_sold(text)
    assert time.process_time() - start < 1
