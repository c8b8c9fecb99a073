"""What holds for every pair of names and every party."""

from math import fsum
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.model import Identifier, PartyKind
from enduse.names.matcher import Matcher
from enduse.names.score import compare
from enduse.pipeline.policy import SURE_SCORE
from tests.unit.names.cast import matcher, party

WORDS = [
    "sergey",
    "ivanov",
    "kuznetsovsky",
    "muhammad",
    "karimi",
    "acme",
    "trading",
    "llc",
    "bank",
    "velmora",
    "a",
    "b",
    "5",
    "6",
    "moscow",
    "iran",
    "Ромашка",
    "завод",
    "有限公司",
    "华为",
    "محمد",
    "al",
    "bin",
    "ocean",
    "petrel",
    "co",
    "ltd",
    "tanbor",
]
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
KINDS: st.SearchStrategy[PartyKind] = st.sampled_from(
    ["person", "entity", "vessel", "aircraft", "unknown"]
)
TEXTS = st.one_of(NAMES, st.text(max_size=60))


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("index"))


@given(TEXTS, TEXTS, KINDS)
@settings(max_examples=200, deadline=None)
def test_sum_range_and_symmetry(a: str, b: str, kind: PartyKind) -> None:
    score, parts = compare(a, b, kind=kind)
    assert 0 <= score <= 1
    assert abs(fsum(part.weight for part in parts) - score) < 1e-9
    assert abs(compare(b, a, kind=kind)[0] - score) < 0.02


@given(NAMES, KINDS)
@settings(max_examples=100, deadline=None)
def test_a_name_is_itself(name: str, kind: PartyKind) -> None:
    score, parts = compare(name, name, kind=kind)
    assert parts[0].feature == "name"
    assert parts[0].log_odds > 0
    assert score < 1


@given(st.permutations(["sergey", "ivanovich", "kuznetsovsky", "karimi"]))
@settings(max_examples=24, deadline=None)
def test_order_does_not_matter(words: list[str]) -> None:
    straight = "sergey ivanovich kuznetsovsky karimi"
    same = compare(straight, straight, kind="person")[0]
    assert compare(straight, " ".join(words), kind="person")[0] == same >= SURE_SCORE


@given(NAMES, st.sampled_from(["9319466", "IMO9319466"]))
@settings(max_examples=60, deadline=None)
def test_an_agreeing_identifier_never_lowers(name: str, number: str) -> None:
    held = CAST.match(party(name), threshold=0.0)
    before = {m.listing_id: m.score for m in held}.get("test:5", 0.0)
    imo = (Identifier("imo", number),)
    after = CAST.match(party(name, identifiers=imo), threshold=0.0)
    with_it = {m.listing_id: m.score for m in after}["test:5"]
    assert with_it >= max(before, 0.95)


@given(st.lists(TEXTS, max_size=5), KINDS)
@settings(max_examples=150, deadline=None)
def test_any_party_any_text(names: list[str], kind: PartyKind) -> None:
    for match in CAST.match(party(*names, kind=kind), threshold=0.0):
        total = fsum(part.weight for part in match.parts)
        assert abs(total - match.score) < 1e-9
        assert 0 <= match.score <= 1
        assert 0 <= match.priority <= 1
    CAST.spot(" ".join(names))


def _cast() -> Matcher:
    import tempfile

    return matcher(Path(tempfile.mkdtemp()))


CAST = _cast()
