"""The score of OFAC's own search, and methods held side by side."""

from pathlib import Path

import pytest

from enduse.names import ofac
from enduse.names.methods import METHODS
from tests.unit.names.cast import matcher


@pytest.mark.parametrize(
    ("query", "listed", "wanted"),
    [
        ("Karim Zolotarev", "ZOLOTAREV, Karim", 1.0),
        ("Zolotarev", "ZOLOTAREV, Karim", 1.0),
        ("", "ZOLOTAREV, Karim", 0.0),
        ("---", "ZOLOTAREV, Karim", 0.0),
    ],
)
def test_parts_in_any_order(query: str, listed: str, wanted: float) -> None:
    assert ofac.score(query, listed) == wanted


def test_the_bonus_for_a_beginning_has_no_threshold() -> None:
    """Jaro of these is below 0.7, where Winkler (1990) gives no bonus."""
    assert ofac.jaro_winkler("maxwxyz", "maabcde") > 0.55
    assert ofac.jaro_winkler("martha", "marhta") == pytest.approx(0.9611, abs=1e-4)


def test_short_typed_parts_do_not_count() -> None:
    assert ofac.score("al Zolotarev", "ZOLOTAREV, Karim") == 1.0


@pytest.mark.parametrize(
    ("word", "code"), [("tymczak", "T522"), ("honeyman", "H555"), ("lee", "L000")]
)
def test_soundex(word: str, code: str) -> None:
    assert ofac.soundex(word) == code


def test_a_search_over_the_index(tmp_path: Path) -> None:
    index = matcher(tmp_path).index
    found = ofac.search(index, "Kuznetsovsky Sergey", threshold=0.85, limit=3)
    assert found[0].listing_id == "test:1"
    assert found[0].score == found[0].parts[0].weight


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_tells_equal_from_other(method: str) -> None:
    score = METHODS[method].score
    same = score("Karim Zolotarev", "Karim Zolotarev", "person")
    assert same > score("Karim Zolotarev", "Wei Ming Li", "person")
    assert same >= METHODS[method].threshold
