"""Firms' names as other languages spell and translate Russian words."""

from pathlib import Path

import pytest

from enduse.model import Origin, Party, PartyName
from enduse.names.form import parse
from enduse.names.score import compare
from enduse.text.firm_abroad import readings
from tests.unit.names.cast import listing, matcher


@pytest.mark.parametrize(
    ("spelt", "read"),
    [
        ("Ischmasch", "izhmash"),
        ("Uralwagonsawod AG", "uralvagonzavod AG"),
        ("Promswjasbank", "promsvyazbank"),
        ("Ouralvagonzavod", "uralvagonzavod"),
        ("Ijmach", "izhmash"),
        ("Siewmasz", "sevmash"),
        ("Wnieszekonombank", "vneshekonombank"),
        ("Kalaşnikof Konserni", "kalashnikov Konserni"),
        ("İjmaş", "izhmash"),
        ("Kalasnyikov", "kalashnikov"),
        ("Toepolev", "tupolev"),
        ("Iliușin", "ilyushin"),
        ("Schiffswerft Swesda", "Schiffswerft zvezda"),
        ("Ałmaz-Antiej", "almaz-antey"),
    ],
)
def test_a_russian_word_is_read_as_english_writes_it(spelt: str, read: str) -> None:
    assert read in readings(spelt)


@pytest.mark.parametrize(
    "name",
    [
        "Schneider Maschinenbau GmbH",
        "Fabryka Maszyn Szymański",
        "Zakłady Mięsne",
        "Société Machard",
        "Škoda Auto",
        "Bouygues Construction",
        "Deutsche Bahn",
        "Izhmash",
        "",
    ],
)
def test_a_name_without_russian_words_stands_as_it_is(name: str) -> None:
    assert readings(name) == ()


@pytest.mark.parametrize("name", ["masch" * 2000, "\x00sch\ufffd", "İ" * 50, "š-" * 90])
def test_what_is_no_name_is_read_within_bounds(name: str) -> None:
    assert len(readings(name)) <= 4


@pytest.mark.parametrize(
    ("abroad", "english"),
    [
        ("Tscheljabinsker Traktorenwerk", "Chelyabinsk Tractor Plant"),
        ("Mińska Fabryka Traktorów", "Minsk Tractor Works"),
        ("Viipurin telakka", "Vyborg Shipyard"),
        ("Fabbrica d'armi di Tula", "Tula Arms Plant"),
        ("Tulská zbrojovka", "Tula Arms Plant"),
        ("Poudrerie de Perm", "Perm Powder Plant"),
        ("Corporation des missiles tactiques", "Tactical Missiles Corporation"),
        ("Venäjän rautatiet", "Russian Railways"),
        ("Ischewsker Elektromechanisches Werk", "Izhevsk Electromechanical Plant"),
        ("Choson Kwangop Kaebal Muyok Hoesa", "Korea Mining Development Trading Co"),
        ("Guofang Keji Daxue", "National University of Defense Technology"),
        ("Mitsubishi Jukogyo", "Mitsubishi Heavy Industries"),
        ("Caminhos de Ferro da Rússia", "Russian Railways"),
        ("Κεντρική Τράπεζα της Ρωσίας", "Central Bank of Russia"),
        ("Organizacja Energii Atomowej Iranu", "Atomic Energy Organization of Iran"),
        ("Cuerpo de la Guardia Revolucionaria Islámica", "IRGC"),
        ("Ryska federala säkerhetstjänsten", "Federal Security Service of Russia"),
    ],
)
def test_words_of_trade_of_other_languages_say_the_same(
    abroad: str, english: str
) -> None:
    read, listed = (set(parse(name, "entity").tokens) for name in (abroad, english))
    assert read == listed


@pytest.mark.parametrize(
    ("abroad", "english", "same"),
    [
        ("Daneshgah-e Tehran", "University of Tehran", True),
        ("Sichuan Daxue", "Sichuan University", True),
        ("Société syrienne des pétroles", "Syrian Petroleum Company", True),
        ("Schifffahrtslinien Irans", "Iran Shipping Lines", True),
        ("Université de Beyrouth", "University of Tehran", False),
        ("Handelsgesellschaft Meyer", "Trading Company", False),
    ],
)
def test_a_body_of_a_place_is_found_in_translation(
    abroad: str, english: str, same: bool, tmp_path: Path
) -> None:
    held = matcher(tmp_path, [listing(1, "entity", english)])
    asked = Party("t", Origin("t", "", ""), (PartyName(abroad),), "entity")
    assert bool(held.match(asked)) is same


def test_an_adjective_is_known_in_every_ending() -> None:
    ways = ("taktyczny", "taktycznych", "taktische", "taktisches")
    assert {parse(f"{way} Luch", "entity").tokens for way in ways} == {
        ("tactical", "luch")
    }


def test_a_form_that_is_a_name_is_one_alone() -> None:
    assert compare("SAPA", "SAPA", kind="entity")[0] > 0.5
    assert parse("Rossi SAPA", "entity").legal == ("partnership",)
    assert parse("HTX", "entity").tokens == ("htx",)
