"""Features of a score: birth dates, countries, sex, words on one side only."""

from datetime import date

import pytest

from enduse.model import DateSpan
from enduse.names.features import birth, place
from enduse.names.score import DEFAULT_THRESHOLD, compare


def day(year: int, month: int = 5, at: int = 23) -> DateSpan:
    return DateSpan.of_day(date(year, month, at))


def odds(ours: DateSpan, *theirs: DateSpan) -> float:
    part = birth.part([ours], theirs)
    assert part is not None
    return part.log_odds


def test_birth_dates_from_best_to_worst() -> None:
    ours = day(1970, 5, 3)
    graded = [
        odds(ours, day(1970, 5, 3)),
        odds(ours, day(1970, 3, 5)),
        odds(ours, day(1971, 5, 3)),
        odds(ours, DateSpan.of_year(1970)),
        odds(ours, day(1970, 5, 13)),
        odds(ours, day(1970, 9, 13)),
        odds(ours, DateSpan.of_year(1971)),
        odds(ours, day(1971, 9, 13)),
        odds(ours, day(1972, 9, 13)),
        odds(ours, day(1973, 5, 3)),
    ]
    assert graded == sorted(graded, reverse=True)
    assert graded[2] > 1 > 0 > graded[7]
    assert graded[-1] <= -5


@pytest.mark.parametrize("years", [3, 10, 20])
def test_another_year_speaks_against_though_the_day_is_the_same(years: int) -> None:
    assert odds(day(1970), day(1970 + years)) <= -5


def test_the_wrong_century_is_a_slip() -> None:
    assert odds(day(1965), day(1865)) > 0


def test_1_january_says_less_and_so_does_the_best_of_several_dates() -> None:
    assert odds(day(1970, 1, 1), day(1970, 1, 1)) < odds(day(1970), day(1970))
    several = odds(day(1970), day(1970), day(1950), day(1960))
    assert 0 < several < odds(day(1970), day(1970))


def test_a_wide_span_says_less_than_a_year() -> None:
    wide = DateSpan.of_year(1960, to=1980)
    assert 0 <= odds(day(1970), wide) < odds(day(1970), DateSpan.of_year(1970))


def test_a_date_the_listing_lacks_counts_a_little_and_ours_missing_nothing() -> None:
    part = birth.part([day(1970)], [])
    assert part is not None
    assert -2 < part.log_odds < 0
    assert birth.part([], [day(1970)]) is None


def test_a_small_country_in_common_says_more_than_a_large_one() -> None:
    small, large = place.part(["SY"], ["SY"]), place.part(["US"], ["US"])
    assert small is not None
    assert large is not None
    assert small.log_odds > large.log_odds > 0


def test_a_man_is_no_woman() -> None:
    _, parts = compare("Marcia Robles", "Mauricio Robles", kind="person")
    assert "sex" in [part.feature for part in parts]


def test_a_fathers_name_may_be_missing_more_than_another_word() -> None:
    full = "Sergey Ivanovich Lagunov"
    fathers = compare("Sergey Lagunov", full, kind="person")[0]
    family = compare("Sergey Ivanovich", full, kind="person")[0]
    assert fathers > 0.5 > family


NEARLY = [
    ("Marwan Chahada", "Marwan Shahade", True),
    ("Kamaleddine Tohme", "Kamaleddine Tome", False),  # one word to begin with
    ("Marcia Robles", "Mauricio Robles", False),  # two known names
    ("Ri Ok Chol", "Ri Ok Song", False),  # too short to tell
]


@pytest.mark.parametrize(("left", "right", "told"), NEARLY)
def test_words_left_over_that_are_nearly_one_speak_for_a_pair(
    left: str, right: str, told: bool
) -> None:
    there, parts = compare(left, right, kind="person")
    back, _ = compare(right, left, kind="person")
    assert there == back
    found = [part for part in parts if part.feature == "nearly"]
    assert bool(found) is told
    assert all(part.log_odds > 0 for part in found)


def test_a_pair_a_word_apart_is_more_likely_one_where_the_word_is_nearly_one() -> None:
    nearly = compare("Marwan Chahada", "Marwan Shahade", kind="person")[0]
    other = compare("Marwan Chahada", "Marwan Bitar", kind="person")[0]
    assert nearly >= DEFAULT_THRESHOLD > other
