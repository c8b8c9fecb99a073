"""Listings whose list does not say what they are."""

from pathlib import Path

import pytest

from enduse.model import PartyKind
from tests.unit.names.cast import listing, matcher, party


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Kyland Technology Co., Ltd.", "Ryland Technology Limited"),
        ("Kyland Technology Co., Ltd.", "Kyland Tech Co Ltd"),
        ("Paktech Engineers", "Mactech Engineering"),
    ],
)
def test_a_listing_with_a_form_or_a_trade_word_is_compared_as_a_firm(
    tmp_path: Path, listed: str, asked: str
) -> None:
    scores = {}
    kinds: tuple[PartyKind, ...] = ("unknown", "entity")
    for kind in kinds:
        held = [listing(1, kind, listed, listed.split()[0])]
        found = matcher(tmp_path / kind, held).match(party(asked, kind="entity"))
        scores[kind] = [match.score for match in found]
    assert scores["unknown"] == scores["entity"]
    assert len(scores["entity"]) == 1


@pytest.mark.parametrize("name", ["Oleg Zenchenko", "Gregory Allen Justice"])
def test_one_without_a_form_may_still_be_a_person(tmp_path: Path, name: str) -> None:
    held = matcher(tmp_path, [listing(1, "unknown", name)])
    turned = " ".join(reversed(name.split()))
    (found,) = held.match(party(turned, kind="person"))
    assert found.score > 0.9
