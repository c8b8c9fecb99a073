"""Numbers, contacts and marks: what a party's are held against, and in texts."""

from pathlib import Path

import pytest

from enduse.model import Identifier
from enduse.names.explain import how_alike
from enduse.names.features import identifiers
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher, numbered_matcher, party

DOCS = Path(__file__).parents[3] / "docs"
HELD = {
    1: ("inn", "7707083893"),
    2: ("passport", "ZQ4109521"),
    3: ("email", "sales@luch.example, info@luch.example"),
    4: ("website", "https://www.luch-stanki.example/about"),
    5: ("phone", "+7 (495) 123-45-67"),
    6: ("wallet", "0x7F367cC41522cE07553e823bf3be79A889DEbe1B"),
    7: ("aircraft_tail", "EP-MNB"),
    8: ("call_sign", "T2EQ4"),
    9: ("mmsi", "273123456"),
    10: ("isin", "US0378331005"),
    11: ("okpo", "00032537"),
    12: ("registration", "1206200002249"),
    13: ("bic", "VELMRUMM"),
    14: ("website", "https://t.me/velmora_bot"),
    15: ("national_id", "14892384"),
    16: ("clearing", "044525593"),
    17: ("bic", "OBVLRU2P"),
    18: ("passport", "XQ7716205 (Iran), expires 12.7.2026"),
    19: ("registration", "8171-44902 (Jalisco)"),
    20: ("call_sign", "UQZW"),
    21: ("call_sign", "UQZB7"),
    22: ("wallet", "TMjSGhYXVsvJzqwGbwAsGiFxWg2eALZoM5"),
}


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return numbered_matcher(tmp_path_factory.mktemp("index"), HELD)


@pytest.mark.parametrize(
    ("text", "inside", "wanted"),
    [
        ("pmt INN 7707083893 inv 5", "INN 7707083893", 1),
        ("pmt to 7707083893/770701001", "7707083893", 1),
        ("visa fee PASSPORT NO ZQ4109521", "PASSPORT NO ZQ4109521", 2),
        ("visa fee passport ZQ 4109521 issued", "passport ZQ 4109521", 2),
        ("order by mail INFO@LUCH.EXAMPLE", "INFO@LUCH.EXAMPLE", 3),
        ("see http://luch-stanki.example/contacts.", "luch-stanki.example", 4),
        ("see luch-stanki.example", "luch-stanki.example", 4),
        ("call 8 495 123 45 67", "8 495 123 45 67", 5),
        ("tel.: 74951234567", "tel.: 74951234567", 5),
        ("to 0x7f367cc41522ce07553e823bf3be79a889debe1b", "0x7f", 6),
        ("BTC/0x7f367cc41522ce07553e823bf3be79a889debe1b/9", "0x7f", 6),
        ("via OBVLRU2P/40702-81", "OBVLRU2P", 17),
        ("charter of EP-MNB in May", "EP-MNB", 7),
        ("ship, call sign T2EQ4", "call sign T2EQ4", 8),
        ("demurrage 273123456", "273123456", 9),
        ("MMSI:273123456", "MMSI:273123456", 9),
        ("sale of US0378331005", "US0378331005", 10),
        ("ОКПО 00032537", "ОКПО 00032537", 11),
        ("ref 1206200002249.", "1206200002249", 12),
        ("via VELMRUMM123", "VELMRUMM123", 13),
        ("by t.me/velmora_bot", "t.me", 14),
        ("id card 14.892.384", "id card 14.892.384", 15),
        ("в банк БИК 044525593", "БИК 044525593", 16),
        ("BIC: 044525593", "BIC: 044525593", 16),
        ("//RU044525593", "044525593", 16),
        ("visa for passport XQ7716205", "XQ7716205", 18),
        ("ship, call sign UQZB7", "call sign UQZB7", 21),
        ("to TMjSGhYXVsvJzqwGbwAsGiFxWg2eALZoM5", "TMjS", 22),
        ("M/T STAR, CALL SIGN: UQZW, FLAG RU", "CALL SIGN: UQZW", 20),
    ],
)
def test_a_listed_number_is_found_in_a_text(
    numbered: Matcher, text: str, inside: str, wanted: int
) -> None:
    found = numbered.spot(text)
    told = {s.match.listing_id: text[s.start : s.end] for s in found}
    assert list(told) == [f"test:{wanted}"]
    assert inside in told[f"test:{wanted}"]
    assert all(s.match.score >= 0.5 for s in found)


@pytest.mark.parametrize(
    "text",
    [
        "invoice 14892384 of May",  # eight digits alone may be any number
        "tel 74951234568",
        "t.me/velmora",
        "account 7707083893",
        "EP-MNC, EPMNB",
        "call sign",
        "paid by UQZW for tiles",
        "order 00032537",
        "passport ZQ4109522",
        "@ . www. http:// # ## 0x",
        "1" * 5000,
        "1-" * 5000,
        "1(" * 50_000,
        "1 " * 50_000,
        "a." * 50_000,
        "A1-" * 30_000,
        "a@" * 3000,
    ],
)
def test_other_numbers_raise_nothing(numbered: Matcher, text: str) -> None:
    assert [s for s in numbered.spot(text) if s.match.score >= 0.5] == []


@pytest.mark.parametrize(
    ("scheme", "value", "wanted"),
    [
        ("national_id", "ZQ4109521", 2),  # a form's name for it, and a list's
        ("other", "ZQ4109521", 2),
        ("other", "273123456", 9),
        ("phone", "0049 (495) 1234567", 5),
        ("website", "LUCH-STANKI.example", 4),
        ("tax_id", "7707083893", 1),
        ("passport", "XQ 7716205", 18),
        ("passport", "Iranian passport XQ7716205 issued 12.07.2016", 18),
        ("registration", "817144902", 19),
        ("account", "0x7f367cc41522ce07553e823bf3be79a889debe1b", 6),
    ],
)
def test_a_number_is_held_against_all_it_may_be(
    numbered: Matcher, scheme: str, value: str, wanted: int
) -> None:
    asked = party("Somebody Else", identifiers=(Identifier(scheme, value),))
    found = numbered.match(asked)
    assert [match.listing_id for match in found] == [f"test:{wanted}"]
    assert 0.5 <= found[0].score < 1


def test_the_part_says_what_the_number_was_called() -> None:
    ours = identifiers.asked([Identifier("national_id", "ZQ4109521")])
    theirs = identifiers.codes([Identifier("passport", "ZQ4109521")])
    (part,) = identifiers.parts(ours, theirs)
    assert part.detail == "equal passport (given as national_id)"


def test_a_number_finds_who_is_called_otherwise(tmp_path: Path) -> None:
    """A father's name that the party's other names lack is no more against it."""
    names = "IVANOV, Alexander", "IVANOV, Alexander Ivanovich"
    held = (Identifier("passport", "4510927317"),)
    index = matcher(tmp_path, [listing(1, "person", *names, identifiers=held)])
    asked = party("Pyotr Petrovich Sidorov", identifiers=held)
    assert [match.listing_id for match in index.match(asked)] == ["test:1"]


def test_a_label_in_front_of_its_number_is_no_name(tmp_path: Path) -> None:
    index = matcher(tmp_path, [listing(1, "person", "Call Sign")])
    assert index.spot("MT STAR, call sign UQZW4, flag PA") == []
    assert index.spot("transfer to Call Sign, thanks") != []


def test_a_contact_is_said_to_be_given_for_a_listing(numbered: Matcher) -> None:
    (spotted,) = numbered.spot("order by mail info@luch.example")
    assert how_alike(spotted.match) == "has 'info@luch.example', which is given for"


@pytest.mark.parametrize(
    ("scheme", "value", "said"),
    [
        ("email", "info@luch.example", "e-mail"),
        ("website", "luch-stanki.example", "web address"),
        ("phone", "0049 (495) 1234567", "call sign"),
        ("call_sign", "T2EQ4", "call sign"),
        ("passport", "ZQ4109521", "seven signs at least |"),
    ],
)
def test_the_guide_says_what_a_number_is_worth(
    numbered: Matcher, scheme: str, value: str, said: str
) -> None:
    guide = (DOCS / "how-to" / "names.md").read_text(encoding="utf-8")
    (match,) = numbered.match(
        party("Somebody Else", identifiers=(Identifier(scheme, value),))
    )
    assert f"{said} {match.score:.2f}".replace(" 0.", " .") in guide


def test_a_network_is_no_partys_address(tmp_path: Path) -> None:
    held = (Identifier("website", "https://vk.com"),)
    index = matcher(tmp_path, [listing(1, "entity", "Obvel", identifiers=held)])
    asked = party("Quartim", identifiers=(Identifier("website", "vk.com"),))
    assert index.match(asked) == []


@pytest.mark.parametrize(
    "number",
    [
        Identifier("national_id", "IMO 9074729"),
        Identifier("other", "9074729"),
    ],
)
def test_a_ships_number_is_her_imo_whatever_it_is_called(
    tmp_path: Path, number: Identifier
) -> None:
    own = (Identifier("imo", "9074729"),)
    ship = listing(1, "vessel", "Zorka Vesny", identifiers=own)
    held = matcher(tmp_path / "index", [ship])
    for name in ("Zorka Vesny", "Quiet Morning"):
        asked = party(name, kind="vessel", identifiers=(number,))
        parts = held.match(asked)[0].parts
        assert "identifier" in {part.feature for part in parts}
        assert "identifier_conflict" not in {part.feature for part in parts}


def test_a_person_who_trades_is_a_firm_and_a_person(tmp_path: Path) -> None:
    who = listing(1, "person", "Obvelov Quartim Petrovich")
    held = matcher(tmp_path / "index", [who])
    for name in ("IP Obvelov Quartim Petrovich", "ИП Обвелов Квартим Петрович"):
        found = held.match(party(name, kind="entity"))
        assert found
        assert "kind" not in {part.feature for part in found[0].parts}
    bare = held.match(party("Obvelov Quartim Petrovich", kind="entity"))
    assert "kind" in {part.feature for part in bare[0].parts}
