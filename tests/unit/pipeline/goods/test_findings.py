"""What is told of the goods of a subject, with nothing imported."""

from datetime import date
from pathlib import Path

import pytest

from enduse.library.store import Library
from enduse.model import (
    Address,
    Fact,
    Finding,
    Good,
    Identifier,
    Origin,
    Party,
    Problem,
    Subject,
    Text,
)
from enduse.pipeline.goods.findings import GoodsFindings
from enduse.pipeline.goods.seen import Goods

DAY = date(2026, 11, 2)
AT = Origin("made.xml", "", "/1")
PAPER = Subject("document", "I-1", "made.xml", "UBL-Invoice")
PAYMENT = Subject("payment", "P-1", "made.xml", "pacs.008.001.08")


@pytest.fixture(scope="module")
def goods(tmp_path_factory: pytest.TempPathFactory) -> Goods:
    place: Path = tmp_path_factory.mktemp("home")
    return Goods(Library.open(place))


def firm(country: str) -> Fact:
    party = Party("buyer", AT, addresses=(Address(country=country),))
    return Fact("buyer", party, AT)


def good(description: str, code: str = "", **more: str) -> Fact:
    codes = (Identifier("hs", code),) if code else ()
    return Fact("goods", Good(description, AT, codes=codes, **more), AT)  # type: ignore[arg-type]


def told(goods: Goods, subject: Subject, *facts: Fact) -> list[Finding]:
    found = GoodsFindings(goods, DAY).of(subject, facts)
    return [one for one in found if isinstance(one, Finding)]


def test_a_stated_code_on_the_list(goods: Goods) -> None:
    (found,) = told(goods, PAPER, good("machining centre", "8457.10"), firm("TR"))
    assert (found.kind, found.severity) == ("controlled_good", "medium")
    chpl = next(c for c in found.controls if c.list == "chpl")
    assert (chpl.tier, chpl.code, chpl.via, chpl.p) == ("4.B", "845710", "stated", 1)
    assert chpl.ask
    assert chpl.ordinary_uses
    assert "never proof" in found.explanation
    assert found.cites


def test_an_older_edition_is_mapped(goods: Goods) -> None:
    (found,) = told(goods, PAPER, good("photosensitive devices", "8541.40"))
    chpl = next(c for c in found.controls if c.list == "chpl")
    assert (chpl.code, chpl.via) == ("854149", "mapped")
    assert chpl.p < 1


def test_words_without_a_code_are_classified(goods: Goods) -> None:
    found = told(goods, PAPER, good("5-axis CNC machining centre"), firm("AE"))
    chpl = next(c for f in found for c in f.controls if c.list == "chpl")
    assert (chpl.code, chpl.via) == ("845710", "classified")
    assert found[0].evidence


@pytest.mark.parametrize(
    ("countries", "severity"),
    [(("DE", "RU"), "high"), (("DE", "TR"), "medium"), (("DE", "FR"), "info")],
)
def test_where_it_goes_decides(
    goods: Goods, countries: tuple[str, ...], severity: str
) -> None:
    facts = [firm(country) for country in countries]
    found = told(goods, PAPER, good("tapered bearings", "8482.20"), *facts)
    assert {f.severity for f in found if f.kind == "controlled_good"} == {severity}


def test_machines_declared_as_furniture(goods: Goods) -> None:
    line = good("5-axis CNC vertical machining centre", "9403.99")
    found = told(goods, PAPER, line, firm("KZ"))
    other = next(f for f in found if f.kind == "code_disagrees")
    assert other.severity == "high"
    assert "845710" in other.title
    assert any(c.list == "chpl" for c in other.controls)


def test_everyday_goods_are_left_alone(goods: Goods) -> None:
    lines = [
        good("women's cotton t-shirts", "6109.10"),
        good("wooden kitchen furniture", "9403.40"),
        good("roasted coffee", "0901.21"),
    ]
    assert told(goods, PAPER, *lines, firm("TR")) == []


def test_nothing_can_be_told_of_spare_parts(goods: Goods) -> None:
    (found,) = told(goods, PAPER, good("spare parts"), firm("TR"))
    assert (found.kind, found.severity) == ("vague_description", "low")


def test_a_code_of_no_edition_is_a_problem(goods: Goods) -> None:
    made = GoodsFindings(goods, DAY).of(PAPER, [good("something", "9999.99")])
    assert any(isinstance(one, Problem) for one in made)


def test_goods_in_a_payment_text(goods: Goods) -> None:
    text = Fact("remittance", Text("PAYMENT FOR CNC LATHE HS 8458.11 INV 7"), AT)
    (found,) = told(goods, PAYMENT, text, firm("AE"))
    assert found.kind == "controlled_good"
    assert any(c.code == "845811" and c.via == "stated" for c in found.controls)


def test_a_substance_is_told_by_its_number(goods: Goods) -> None:
    text = Fact("remittance", Text("cas no 9004-70-0, 200 kg drums"), AT)
    found = told(goods, PAYMENT, text, firm("TR"))
    controls = [c for f in found for c in f.controls if c.via == "mapped"]
    assert {c.hs6 for c in controls} == {"391220"}


def test_a_text_without_goods_says_nothing(goods: Goods) -> None:
    text = Fact("remittance", Text("CONSULTING SERVICES OCTOBER, INV 4471"), AT)
    assert told(goods, PAYMENT, text, firm("AE")) == []


def test_russian_nickel_and_any_other(goods: Goods) -> None:
    russian = good("nickel cathodes", "7502.10", origin_country="RU")
    finnish = good("nickel cathodes", "7502.10", origin_country="FI")
    found = told(goods, PAPER, russian, firm("CN"))
    assert any(c.list == "us-ru-metals" for f in found for c in f.controls)
    found = told(goods, PAPER, finnish, firm("CN"))
    assert not any(c.list == "us-ru-metals" for f in found for c in f.controls)


def test_vague_words_say_what_they_may_hide(goods: Goods) -> None:
    (found,) = told(goods, PAPER, good("electronic components"), firm("RU"))
    assert (found.kind, found.severity) == ("vague_description", "medium")
    assert "microelectronics" in found.explanation
    assert "part numbers" in found.explanation
    assert any("732" in cite.section for cite in found.cites)


def test_vague_words_of_a_payment_count_where_goods_are_barred(goods: Goods) -> None:
    text = Fact("remittance", Text("PAYMENT FOR ELECTRONIC COMPONENTS"), AT)
    (found,) = told(goods, PAYMENT, text, firm("RU"))
    assert found.kind == "vague_description"
    assert told(goods, PAYMENT, text, firm("DE")) == []


def test_foreign_words_are_read_in_english(goods: Goods) -> None:
    line = good("обрабатывающий центр с ЧПУ")
    found = next(f for f in told(goods, PAPER, line, firm("KG")))
    (meaning,) = (e for e in found.evidence if e.label == "in English")
    assert "machining centre" in meaning.value


def test_a_makers_model_in_a_payment_text(goods: Goods) -> None:
    text = Fact("remittance", Text("30% ADVANCE HERMLE C42U S/N 7781"), AT)
    found = told(goods, PAYMENT, text, firm("RU"))
    assert [f.kind for f in found] == ["controlled_good"]


@pytest.mark.parametrize(
    "words",
    [
        "2GHz 8 channel mixed signal scope",
        "ADS1256IDBR 24 bit ADC",
        "涡喷 40KG推力 航模",
    ],
)
def test_words_without_a_known_phrase_are_judged_whole(
    goods: Goods, words: str
) -> None:
    text = Fact("remittance", Text(f"PAYMENT FOR {words} INV 221"), AT)
    kinds = {f.kind for f in told(goods, PAYMENT, text, firm("RU"))}
    assert kinds == {"controlled_good"}


@pytest.mark.parametrize(
    "words",
    ["Hotel Ibis Munich 2 nights", "School trip deposit", "货款退款", "Bonus Q3"],
)
def test_other_matters_are_no_goods_even_where_goods_are_barred(
    goods: Goods, words: str
) -> None:
    text = Fact("remittance", Text(words), AT)
    assert told(goods, PAYMENT, text, firm("RU")) == []


def test_one_finding_for_a_phrase_and_the_text_around_it(goods: Goods) -> None:
    words = "PAYMENT FOR CNC LATHE second hand with bar feeder and chip conveyor, 2014"
    found = told(goods, PAYMENT, Fact("remittance", Text(words), AT), firm("RU"))
    lathe = [f for f in found if "lathe" in f.title.casefold()]
    assert len(lathe) == 1


def test_each_listed_good_of_a_line_is_told(goods: Goods) -> None:
    line = good("示波器和万用表, ball bearings 6205 and T-shirts")
    found = [f for f in told(goods, PAPER, line, firm("TR")) if f.good]
    codes = {f.controls[0].hs6 for f in found if f.kind == "controlled_good"}
    assert {"903020", "848210"} <= codes
    assert len({f.id for f in found}) == len(found)


def test_a_code_stated_for_a_line_does_not_hide_the_other_goods(goods: Goods) -> None:
    line = good("ball bearings 6205 and one oscilloscope", "8482.10")
    found = told(goods, PAPER, line, firm("TR"))
    said = [f.good.description for f in found if f.good and f.kind == "controlled_good"]
    assert said == ["ball bearings 6205 and one oscilloscope", "oscilloscope"]


def test_attributes_are_no_goods_of_their_own(goods: Goods) -> None:
    line = good("digital oscilloscope, 4 channels, 200 MHz, with probes and case")
    found = told(goods, PAPER, line, firm("TR"))
    assert [f.kind for f in found] == ["controlled_good"]
