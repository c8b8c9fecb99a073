"""Listed firms as papers of many lands translate or spell them, and firms like them."""

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyName
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher

_ORIGIN = Origin("test", "", "")
_LISTED = (
    "United Aircraft Corporation",
    "Moscow Exchange",
    "Russian Railways",
    "National Iranian Oil Company",
    "Islamic Revolutionary Guard Corps",
    "United Shipbuilding Corporation",
    "Gazprombank",
    "Almaz-Antey",
    "Bank VTB",
)


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder = tmp_path_factory.mktemp("names")
    build(
        [Listing(x, "test", "entity", (ListedName(x),), _ORIGIN) for x in _LISTED],
        folder,
    )
    return Matcher(NameIndex.open(folder))


def found(matcher: Matcher, name: str) -> list[str]:
    party = Party("p", _ORIGIN, (PartyName(name),), "entity")
    return [match.listing_id for match in matcher.match(party)]


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Birleşik Uçak Şirketi", "United Aircraft Corporation"),
        ("Zjednoczona Korporacja Lotnicza", "United Aircraft Corporation"),
        ("Об'єднана суднобудівна корпорація", "United Shipbuilding Corporation"),
        ("Обединена корабостроителна корпорация", "United Shipbuilding Corporation"),
        ("Bolsa de Moscú", "Moscow Exchange"),
        ("Bursa din Moscova", "Moscow Exchange"),
        ("მოსკოვის ბირჟა", "Moscow Exchange"),
        ("Մոսկվայի բորսա", "Moscow Exchange"),
        ("Chemins de fer russes", "Russian Railways"),
        ("Ресей темір жолдары", "Russian Railways"),
        ("Иран ұлттық мұнай компаниясы", "National Iranian Oil Company"),
        ("이란 국영석유회사", "National Iranian Oil Company"),
        ("Iszlám Forradalmi Gárda", "Islamic Revolutionary Guard Corps"),
        (
            "Korps der Islamischen Revolutionsgarden",
            "Islamic Revolutionary Guard Corps",
        ),
        ("Вартові ісламської революції", "Islamic Revolutionary Guard Corps"),
        ("イスラム革命防衛隊", "Islamic Revolutionary Guard Corps"),
        ("가스프롬방크", "Gazprombank"),
        ("แก๊ซพรอมแบงก์", "Gazprombank"),
        ("金刚石-安泰公司", "Almaz-Antey"),
        ("ვითიბი ბანკი", "Bank VTB"),
    ],
)
def test_a_firm_is_found_in_another_language(
    matcher: Matcher, name: str, listed: str
) -> None:
    assert listed in found(matcher, name)


@pytest.mark.parametrize(
    "name",
    [
        "Birleşik Gıda Şirketi",
        "Zjednoczona Korporacja Spożywcza",
        "Bolsa de Madrid",
        "Алматы биржасы",
        "Chemins de fer belges",
        "თიბისი ბანკი",
        "Islamische Gemeinde Hamburg",
        "서울우유협동조합",
        "ธนาคารกสิกรไทย",
    ],
)
def test_a_firm_like_it_is_none(matcher: Matcher, name: str) -> None:
    assert found(matcher, name) == []
