"""Periods in the spellings that providers use."""

import pytest

from enduse.flows.periods import period


@pytest.mark.parametrize(
    "text",
    ["202408", "2024-08", "2024M08", "2024-M08", "Aug. 2024", "202408-Aug. 2024",
     "August 2024", "август 2024", "2024年8月", "2024-08-01", "08.2024"],
)  # fmt: skip
def test_a_month_in_every_spelling(text: str) -> None:
    assert period(text) == "2024-08"


@pytest.mark.parametrize(
    "text",
    ["2023", "Y2023", "202352", "202352-Jan.-Dec. 2023", "2023-00", "2023.0", "2023年",
     "январь-декабрь 2023", "2023 год"],
)  # fmt: skip
def test_a_year_in_every_spelling(text: str) -> None:
    assert period(text) == "2023"


@pytest.mark.parametrize(
    "text", ["", "2023-13", "2023-Q4", "Jan.-Feb. 2024", "январь-октябрь 2023", "23",
             "20230", "2023 1", "TOTAL", "x" * 500],
)  # fmt: skip
def test_what_is_neither_a_month_nor_a_year_is_told_apart(text: str) -> None:
    assert period(text) == ""
