"""Numbers in free text, and numbers without any label."""

import time

import pytest

from enduse.codes.by_check_digit import by_check_digit
from enduse.codes.mentions import mentioned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Passport number: L8081303.", [("passport", "L8081303", "")]),
        (
            "Passport no: Iran number P04581926, issued",
            [("passport", "P04581926", "IR")],
        ),
        ("Tax ID No.: 7707083893 (Russia)", [("inn", "7707083893", "RU")]),
        ("Registration ID: 1027700132195", [("ogrn", "1027700132195", "RU")]),
        (
            "Company identification number: HE 131171",
            [("registration", "HE 131171", "")],
        ),
        ("vessel (IMO: 9074729)", [("imo", "9074729", "")]),
        ("SWIFT: ABCDRUMMXXX", [("bic", "ABCDRUMMXXX", "")]),
        ("write to a.b@example.org.", [("email", "a.b@example.org", "")]),
        ("passport issued in 2024", []),
        ("IMO 1234568 and 5493001KJTIIGC8Y1R99", []),
        ("", []),
    ],
)
def test_mentioned(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(i.scheme, i.value, i.country) for i in mentioned(text)] == expected


def test_long_hostile_text_is_read_in_time() -> None:
    text = "passport " * 20_000 + "number " * 20_000 + "A" * 50_000
    started = time.perf_counter()
    assert mentioned(text) == ()
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize(
    ("number", "person", "scheme"),
    [
        ("7707083893", False, "inn"),
        ("7707083893", True, "other"),
        ("500100732259", True, "inn"),
        ("1027700132195", False, "ogrn"),
        ("5493001KJTIIGC8Y1R12", False, "lei"),
        ("IMO9074729", False, "imo"),
        ("7707083894", False, "other"),
        ("", False, "other"),
    ],
)
def test_by_check_digit(number: str, person: bool, scheme: str) -> None:
    assert by_check_digit(number, person=person)[0] == scheme
