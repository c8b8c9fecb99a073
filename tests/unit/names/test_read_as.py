"""Listings whose list does not say what they are."""

from pathlib import Path

import pytest

from enduse.model import PartyKind
from tests.unit.names.cast import listing, matcher, party


@pytest.mark.parametrize("asked", ["Ryland Technology Limited", "Kyland Tech Co Ltd"])
def test_a_listing_with_a_legal_form_is_compared_as_a_firm(
    tmp_path: Path, asked: str
) -> None:
    scores = {}
    kinds: tuple[PartyKind, ...] = ("unknown", "entity")
    for kind in kinds:
        held = [listing(1, kind, "Kyland Technology Co., Ltd.", "Kyland")]
        found = matcher(tmp_path / kind, held).match(party(asked, kind="entity"))
        scores[kind] = [match.score for match in found]
    assert scores["unknown"] == scores["entity"]
    assert len(scores["entity"]) == 1


def test_one_without_a_form_may_still_be_a_person(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "unknown", "Oleg Zenchenko")])
    (found,) = held.match(party("Zenchenko Oleg", kind="person"))
    assert found.score > 0.9
