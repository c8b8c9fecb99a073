"""Ships' names among what papers write beside them."""

import time

import pytest

from enduse.text.ship_name import ship_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('M/V "JIN TAI" V.012E (PANAMA)', "JIN TAI"),
        ("Motor Tanker Nordic, voyage no. 7", "Nordic"),
        ("Oil tanker 'UNITE'", "UNITE"),
        ("Vessel: UNITE", "UNITE"),
        ("The vessel UNITE", "UNITE"),
        ("M.V. UNITE", "UNITE"),
        ("MV.UNITE", "UNITE"),
        ("т/х «АЛМАЗ»", "АЛМАЗ"),
        ("теплоход Алмаз рейс 5", "Алмаз"),
        ("UNITE / 012E", "UNITE"),
        ("UNITE VOY.NO.: 2034S", "UNITE"),
        ("UNITE 012W", "UNITE"),
        ("UNITE, PANAMA FLAG", "UNITE"),
        ("UNITE FLAG: PANAMA", "UNITE"),
        ("UNITE and/or substitute", "UNITE"),
        ("海洋之星轮", "海洋之星"),
        ("PERFORMING VESSEL UNITE OR SUB", "UNITE"),
        ("PER UNITE", "UNITE"),
        ("GEMI ADI: UNITE", "UNITE"),
        ("UNITE (CHEMICAL TANKER)", "UNITE"),
        ("UNITE ETD 3 JUNE", "UNITE"),
        ("UNITE, Marshall Islands flagged", "UNITE"),
        ("UNITE (OWNER VELMORA NORD)", "UNITE"),
        ("MV UNITE 25,000 MT WHEAT", "UNITE"),
        ("UNITE 0XK3AE1MA", "UNITE"),
    ],
)
def test_what_stands_beside_is_taken_off(text: str, name: str) -> None:
    assert ship_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "OCEAN TULIP 7",
        "LNG SOARS",
        "Mount Everest",
        "MSC OSCAR",
        "SEA VOYAGER 12",
        "OCEAN MASTER 5",
        "OCEAN SHIP 5",
        "SEA CARGO",
        "VESSEL",
        "Ship",
        "VICTORIA V",
        "UNITE (EX AMBER)",
        "Container Terminal Ltd",
    ],
)
def test_a_name_alone_is_left_alone(text: str) -> None:
    assert ship_name(text) == ""


@pytest.mark.parametrize("sign", ["motor ", "(a ", "V.1 ", " ", "a", "flag ", "/"])
def test_a_hostile_field_costs_little(sign: str) -> None:
    start = time.process_time()
    for length in (119, 120, 100_000):
        ship_name((sign * length)[:length])
    assert time.process_time() - start < 0.5
