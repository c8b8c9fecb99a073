"""Goods on control lists: what is described alike is one line, with all who have it."""

from dataclasses import replace

from enduse.model import Assessment, Control, Good
from enduse.report import words
from enduse.report.goods import GoodsTally
from tests.unit.report import invented

CHPL = Control("chpl", "848210", "848210", "stated", 1.0, tier="3.B", title="Bearings")


def of_goods(ref: str, text: str, control: Control = CHPL) -> Assessment:
    good = Good(text, invented.finding().origins[0])
    found = replace(invented.finding(), good=good, controls=(control,))
    return invented.assessment(ref, "review", found)


def test_goods_described_alike_are_one_line_that_counts_all() -> None:
    tally = GoodsTally()
    for number in range(1, 31):
        tally.add(number, of_goods(f"P{number}", "ball bearings"))
    tally.add(31, of_goods("P31", "roller bearings"))
    ((name, tier, count, lines),) = tally.by_list()
    assert (name, tier, count) == ("chpl", "3.B", 31)
    assert [(line.text, line.count) for line in lines] == [
        ("ball bearings", 30),
        ("roller bearings", 1),
    ]
    assert lines[0].places[:2] == [(1, "P1"), (2, "P2")]
    assert len(lines[0].places) < 30


def test_goods_reached_otherwise_are_another_line() -> None:
    tally = GoodsTally()
    tally.add(1, of_goods("P1", "ball bearings"))
    tally.add(2, of_goods("P2", "ball bearings", replace(CHPL, via="classified")))
    ((*_, lines),) = tally.by_list()
    assert [line.control.via for line in lines] == ["stated", "classified"]


def test_a_list_has_its_title_and_ones_own_its_name() -> None:
    assert words.control_list("chpl") == "Common High Priority List"
    assert words.control_list("us-ccl") == "Commerce Control List"
    assert words.control_list("own-house") == "own-house"


def test_only_a_numbered_tier_is_called_one() -> None:
    assert (words.tier("4.B"), words.tier("bearings")) == ("tier 4.B", "bearings")
