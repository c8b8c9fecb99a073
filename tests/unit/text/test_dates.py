"""Dates in words and figures, in the languages of customers' papers."""

import pytest

from enduse.text.dates import parse_birth, parse_span


@pytest.mark.parametrize(
    "text",
    [
        "1965-03-12",
        "1965/03/12",
        "1965.3.12",
        "12.03.1965",
        "12 March 1965",
        "March 12, 1965",
        "12 марта 1965 г.",
        "12 марта 1965 года",
        "12 марта 1965 г.р.",
        "12 березня 1965 року",
        "12. März 1965",
        "12 mars 1965",
        "12 de marzo de 1965",
        "12 de março de 1965",
        "12 marzo 1965",
        "12 Mart 1965",
        "12 marca 1965 r.",
        "12 maart 1965",
        "12 marta 1965",
        "1965年3月12日",
        "1965 年 3 月 12 日",
        "1965년 3월 12일",
        "19650312",
        "12 مارس 1965",
        "1965. március 12.",
        "1965. 3. 12.",
    ],
)
def test_a_day_is_read_in_many_tongues(text: str) -> None:
    span = parse_span(text)
    assert span
    assert span.iso == "1965-03-12"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("juin", 6),
        ("juillet", 7),
        ("июня", 6),
        ("июля", 7),
        ("мая", 5),
        ("травня", 5),
        ("Ağustos", 8),
        ("août", 8),
        ("Şubat", 2),
        ("fév.", 2),
        ("października", 10),
        ("Dezember", 12),
        ("listopada", 11),
        ("липня", 7),
    ],
)
def test_months_are_told_apart(text: str, month: int) -> None:
    span = parse_span(f"3 {text} 1970")
    assert span
    assert (span.earliest.month, span.earliest.day) == (month, 3)


@pytest.mark.parametrize("text", ["1343/02/15", "1343-02-15", "15.02.2508", "1384"])
def test_a_birth_in_another_calendar_is_not_told(text: str) -> None:
    assert parse_birth(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "12 Foo 1965", "1965/13/40", "32 марта 1965", "г.", "年月日", "12 " * 9],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_span(text) is None


@pytest.mark.parametrize("text", ["3.1961", "03.1961", "3/1961", "03-1961"])
def test_a_month_in_figures_is_read(text: str) -> None:
    span = parse_span(text)
    assert span
    assert span.iso == "1961-03"
