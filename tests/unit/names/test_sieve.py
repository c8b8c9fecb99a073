"""Names found by one word of a query: which of them may hold another."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyName
from enduse.names.asked import Asked, Query
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.lookup import Lookup
from enduse.names.matcher import Matcher
from enduse.names.query_words import QueryWords
from enduse.names.reach import initials
from enduse.names.sieve import Sieve, Spans

_ORIGIN = Origin("test", "", "")
_LISTED = [
    "Brelov Brelov",
    "Brelov Kantorin",
    "Brelov Marikev",
    "Brelov M. Vostenko",
    "Karimov Osakin",
    "Sanur Kantorin",
    "Dolmi Sanur Lemaro",
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> NameIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    build(
        [
            Listing(
                f"test:{at}", "test", "person", (ListedName(x, "primary"),), _ORIGIN
            )
            for at, x in enumerate(_LISTED)
        ],
        folder,
    )
    return NameIndex.open(folder)


def _kept(index: NameIndex, name: str, light: float = -1.0) -> set[str]:
    """The listed names of a query's words of which the sieve lets others through."""
    asked = Asked.of([Query(parse(name, "person"), 0.7)])
    words = QueryWords.of(asked, index, Lookup(index))
    hits = words.hits(index.arrays["target_weight"])
    sieve = Sieve(index.arrays, index.facts["tokens"], initials(index)[0])
    ends = index.arrays["posting_ends"]
    first = ends[hits.target]
    weighs = np.full(len(first), light, dtype=np.float32)
    others = sieve.others(hits, hits)
    letters = asked.initials_letters()[hits.query]
    counts = ends[hits.target + 1] - first
    spans = Spans(first, counts, weighs, others, letters)
    rows, _ = sieve.kept(spans)
    return {index.text("text", row) for row in rows.tolist()}


def test_a_name_that_holds_two_words_is_kept(index: NameIndex) -> None:
    kept = _kept(index, "Brelov Kantorin")
    assert "Brelov Kantorin" in kept
    assert not kept & {"Brelov Marikev", "Karimov Osakin"}


def test_a_light_name_is_kept_for_one_word(index: NameIndex) -> None:
    assert "Brelov Marikev" in _kept(index, "Brelov Kantorin", 10.0)


def test_a_name_with_initials_is_kept(index: NameIndex) -> None:
    assert "Brelov M. Vostenko" in _kept(index, "Brelov Kantorin")


def test_an_initial_of_a_query_keeps_what_has_a_word_with_it(index: NameIndex) -> None:
    kept = _kept(index, "K. Brelov")
    assert "Brelov Kantorin" in kept
    assert "Brelov Marikev" not in kept


def test_a_word_twice(index: NameIndex) -> None:
    assert "Brelov Brelov" in _kept(index, "Brelov Brelov")


def test_in_a_batch_as_one_by_one(index: NameIndex) -> None:
    words = sorted({word for name in _LISTED for word in name.split()})
    names = [*_LISTED, *(f"{one} {other}" for one, other in pairwise(words)), *words]
    parties = [Party("x", _ORIGIN, (PartyName(name),), "person") for name in names]
    together, alone = Matcher(index), Matcher(index)
    for threshold in (0.3, 0.5):
        found = together.match_all(parties, threshold=threshold)
        assert found == [alone.match(p, threshold=threshold) for p in parties]
        assert sum(map(bool, found)) >= len(_LISTED)
