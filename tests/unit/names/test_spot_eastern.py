"""Firms inside Chinese and Japanese texts."""

import pytest

from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher
from enduse.names.spot_eastern import firms
from tests.unit.names.cast import listing, matcher

LISTED = (
    listing(1, "entity", "青岛维莫拉国际贸易有限公司"),
    listing(2, "entity", "香港(维莫拉)电子科技有限公司"),
    listing(3, "entity", "Velmora Optika"),
    listing(4, "entity", "有限公司"),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("eastern"), LISTED)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("支付青岛维莫拉国际贸易有限公司钢材尾款", "青岛维莫拉国际贸易有限公司"),
        ("向青岛维莫拉国际贸易有限公司购买轴承", "青岛维莫拉国际贸易有限公司"),
        (
            "中远公司转付青岛维莫拉国际贸易有限公司",
            "青岛维莫拉国际贸易有限公司",
        ),
        (
            "青島維莫拉國際貿易有限公司への送金",
            "青島維莫拉國際貿易有限公司",
        ),
        ("货款 香港(维莫拉)电子科技有限公司 合同5", "香港(维莫拉)电子科技有限公司"),
    ],
)
def test_found_among_other_signs(held: Matcher, text: str, inside: str) -> None:
    found = [s for s in held.spot(text) if s.match.score >= DEFAULT_THRESHOLD]
    assert inside in [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    "text",
    [
        "支付公司宿舍租金",
        "付大学学费",
        "支付青岛华盛食品有限公司货款",
        "给振込会社経費",
        "公司",
        "Ostrebal X 株式会社",
    ],
)
def test_nothing_is_found_in_others(held: Matcher, text: str) -> None:
    assert not [s for s in held.spot(text) if s.match.score >= DEFAULT_THRESHOLD]


def test_a_name_goes_on_to_what_it_ends_with() -> None:
    said = [firm.name for firm in firms("货款支付青岛科技集团公司第五研究所")]
    assert said[0] == "青岛科技集团公司第五研究所"
    ahead = [firm.name for firm in firms("代金株式会社維莫拉")]
    assert ahead == ["株式会社維莫拉"]


def test_a_long_run_is_no_many_searches() -> None:
    assert len(list(firms("付青岛公司" * 3000))) <= 8
