"""Windows of time."""

import pytest

from enduse.flows.windows import Window, between, same_months, window


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-03..2021-11", "2021-03", "2021-11"),
        ("2022", "2022", "2022"),
        ("2019..2023", "2019", "2023"),
        ("2023-Q4", "2023-10", "2023-12"),
        ("2022H1", "2022-01", "2022-06"),
        ("202203..202205", "2022-03", "2022-05"),
        ("2022-3", "2022-03", "2022-03"),
    ],
)
def test_windows_as_people_type_them(text: str, first: str, last: str) -> None:
    assert window(text) == Window(first, last)


@pytest.mark.parametrize(
    "text", ["", "2021-13", "march", "2022..2021", "2021..2021-03"]
)
def test_what_is_no_window_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"window|before|month and year"):
        window(text)


def test_same_months_cancel_the_season() -> None:
    assert same_months(window("2021-03..2021-11"), window("2022-03..2022-11"))
    assert not same_months(window("2021-03..2021-11"), window("2022-01..2022-11"))
    assert same_months(window("2021"), window("2022-01..2022-12"))


def test_an_open_end_and_mixed_ends() -> None:
    assert between("", "") is None
    assert between("2022-03", "2023") == Window("2022-03", "2023-12")
    found = between("2022", "")
    assert found is not None
    assert found.first == "2022"


def test_a_window_without_an_end_shows_none() -> None:
    said = [
        str(between("2030", "")),
        str(between("", "2021-03")),
        str(between("2022", "2022")),
    ]
    assert said == ["2030..", "..2021-03", "2022"]
