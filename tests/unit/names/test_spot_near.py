"""Names inside texts that are not spelt as they are listed."""

import time
from string import ascii_uppercase

import pytest

from enduse.names import spot_heard
from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher
from tests.unit.names.cast import listing, matcher

LISTED = (
    listing(1, "entity", "Velmorastroy Optika"),
    listing(2, "entity", "OAO Zavodstroymash"),
    listing(3, "person", "QUARTIMOV, Obvel Nikolayevich"),
    listing(4, "person", "Jevgeni SHCHEBRUNOV"),
    listing(5, "entity", "Velmobar Instrument Design Bureau"),
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("near"), LISTED)


def found(held: Matcher, text: str) -> set[tuple[str, str]]:
    return {
        (text[s.start : s.end], s.match.listing_id)
        for s in held.spot(text)
        if s.match.score >= DEFAULT_THRESHOLD
    }


@pytest.mark.parametrize(
    ("text", "inside", "wanted"),
    [
        ("PMT FOR VELMORASTOY OPTIKA INV 12", "VELMORASTOY OPTIKA", "1"),
        ("PMT FOR VELMORASTRROY OPTIKA INV 12", "VELMORASTRROY OPTIKA", "1"),
        ("PMT FOR VELMORATSROY OPTIKA INV 12", "VELMORATSROY OPTIKA", "1"),
        ("PMT FOR VELMORA STROY OPTIKA", "VELMORA STROY OPTIKA", "1"),
        ("PMT FOR VELMORASTROYOPTIKA, lenses", "VELMORASTROYOPTIKA", "1"),
        ("goods for Velmora-Stroj Optica as agreed", "Velmora-Stroj Optica", "1"),
        ("your call with Velmorastroj Optika last week", "Velmorastroj Optika", "1"),
        ("lenses of Velmorastroi\nOptika", "Velmorastroi\nOptika", "1"),
        ("parts from Zavodstroimasch as agreed", "Zavodstroimasch", "2"),
        ("оплата Заводстроймашу за станки", "Заводстроймашу", "2"),
        ("salary Obvel Nikolaevich Quartimow May", "Obvel Nikolaevich Quartimow", "3"),
        ("перевод Квартимову Обвелу", "Квартимову Обвелу", "3"),
        ("loan to Yevgeniy Schtschebrunow", "Yevgeniy Schtschebrunow", "4"),
        (
            "to Velmobar Instrument Disign Bureau",
            "Velmobar Instrument Disign Bureau",
            "5",
        ),
    ],
)
def test_a_slip_is_found(held: Matcher, text: str, inside: str, wanted: str) -> None:
    assert (inside, f"test:{wanted}") in found(held, text)


@pytest.mark.parametrize(
    "text",
    [
        "PMT FOR VALMOSTRA OPTIKA INV 12",
        "PMT FOR RED VELMORASTOY OPTIKA GARDEN 12",
        "salary Obvel Nikolaevich Quartz May",
        "goods for Velmora, Stroy and Sons",
        "parts from Zavod Mashin as agreed",
    ],
)
def test_another_is_not(held: Matcher, text: str) -> None:
    assert not found(held, text)


def test_nothing_near_costs_microseconds(held: Matcher) -> None:
    text = "invoice 4711 of Brundavik Holding for Anders Kelmendahl, May, thank you"
    held.spot(text)
    start = time.perf_counter()
    for _ in range(200):
        held.spot(text)
    assert (time.perf_counter() - start) / 200 < 0.002


def test_a_name_said_many_times_is_compared_once(held: Matcher) -> None:
    for name in ("Velmorastroy Optika", "Velmorastoy Optika"):
        text = f"paid to {name} for lenses, " * 3000
        start = time.perf_counter()
        assert len(held.spot(text)) == 100
        assert time.perf_counter() - start < 3


def test_a_listed_name_is_filed_as_it_is_asked() -> None:
    for listed, said in (
        ("velmorastroy", "velmorastoy"),
        ("optikazavod", "optkazavod"),
    ):
        filed = set(spot_heard.filed(spot_heard.heard((listed,))))
        assert filed.intersection(spot_heard.asked(spot_heard.heard((said,))))


def test_texts_together_are_read_as_each_alone(held: Matcher) -> None:
    texts = [
        "PMT FOR VELMORASTOY OPTIKA INV 12",
        "Velmorastroj's lenses of OAO Zavodstroimasch",
        "",
        "stanki OAO «Zavodstroymach» for Velmorastroi Optika",
        "PMT FOR VELMORASTOY OPTIKA INV 12",
    ]
    # more names than are tried one by one
    texts += [f"PAID TO KAN{x}TIVO OR VELMORAST{x}Y OPTIKA" for x in ascii_uppercase]
    assert held.spot_all(texts) == [held.spot(text) for text in texts]
    assert held.spot_all([]) == []
