"""Where a name may end, and which place a free line names."""

import pytest

from enduse.messages.swift.free_lines import Line, place_of, split_lines

CASES = {
    ("SAMPLE CHAIN", "CO LTD", "BANGKOK"): ["SAMPLE CHAIN", "SAMPLE CHAIN CO LTD"],
    ("SAMPLE LTD", "12 HIGH ROAD"): ["SAMPLE LTD"],
    ("SAMPLE LTD", "GERMANY"): ["SAMPLE LTD"],
    ("A" * 35, "BCD GMBH", "BERLIN"): [
        "A" * 35,
        "A" * 35 + "BCD GMBH",
        "A" * 35 + " BCD GMBH",
    ],
    ("SAMPLE", "CO LTD, UNIT 7", "OMAN"): ["SAMPLE", "SAMPLE CO LTD"],
    ("SAMPLE", "MACHINERY", "MACHINERY"): ["SAMPLE", "SAMPLE MACHINERY"],
    ("SAMPLE", "MACHINERY", "WORKS UAB", "VILNIUS"): [
        "SAMPLE",
        "SAMPLE MACHINERY",
        "SAMPLE MACHINERY WORKS UAB",
    ],
    ("SAMPLE", "RUE DE LYON"): ["SAMPLE"],
}


@pytest.mark.parametrize("lines", CASES, ids=" / ".join)
def test_names(lines: tuple[str, ...]) -> None:
    names, addresses = split_lines([Line(text, "x") for text in lines])
    assert [name.text for name in names] == CASES[lines]
    assert addresses[0].lines == lines[1:]


@pytest.mark.parametrize(
    ("line", "country", "city"),
    [
        ("LAGOS NIGERIA", "NG", "LAGOS"),
        ("SG/SINGAPORE", "SG", "SINGAPORE"),
        ("SHAH ALAM, MY", "MY", "SHAH ALAM"),
        ("NEW YORK, NY 10015", "US", ""),
        ("LOS ANGELES, CA", "", ""),
        ("D-70376 STUTTGART", "", "STUTTGART"),
        ("34400 ISTANBUL, TURKIYE", "TR", "ISTANBUL"),
        ("DUBAI U.A.E.", "AE", "DUBAI"),
        ("TR", "TR", ""),
        ("EDO STATE", "", ""),
        ("", "", ""),
    ],
)
def test_places(line: str, country: str, city: str) -> None:
    found = place_of(line)
    assert (found.country, found.city) == (country, city)
