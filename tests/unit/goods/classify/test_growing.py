"""An index that lines are added to is the index that was written of all of them."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enduse.goods.classify import features, growing, index_writing, meaning, told
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.index import Index, array, classes
from enduse.goods.classify.index_writing import near_of
from enduse.goods.classify.sparse_rows import Matrix
from enduse.goods.classify.told import evidence_of, told_of
from enduse.goods.classify.weighing import feature_matrix

WORDS = ("lathe", "lathes", "cnc", "bearing", "32218", "подшипник", "车床", "qq", "!")
texts = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
codes = st.sampled_from(classes()[:6])
lines = st.builds(Line, texts, codes, st.sampled_from("ab"), st.just("learned"))
some = st.lists(lines, min_size=1, max_size=12)


@pytest.fixture(scope="module", autouse=True)
def _small() -> Iterator[None]:
    """Few features, and few values in a row, so that some are left out."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(features, "BITS", 12)
        patch.setattr(features, "SIZE", 1 << 12)
        patch.setattr(index_writing, "_LONGEST", 5)
        patch.setattr(told, "_CLASSES", 3)
        patch.setattr(index_writing, "_KEPT", 9)
        patch.setattr(meaning, "_shipped", _few_directions)
        yield


def _few_directions() -> tuple[meaning.Ints, meaning.Floats]:
    """Directions of four of the words."""
    feature = [found for _, found in features.words_of(WORDS[:4:3])]
    place = np.unique(np.array([*feature, 8, 12], np.int64))
    return place, np.eye(len(place), 5, dtype=np.float32)


@pytest.fixture(scope="module", name="scratch")
def _scratch() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def written(scratch: Path, first: list[Line], *more: list[Line]) -> Index:
    """The index of some lines, to which others were added by turns."""
    folder = Path(tempfile.mkdtemp(dir=scratch))
    index_writing.write(folder, first, feature_matrix([x.text for x in first]), {})
    for added in more:
        base, folder = Index(folder), Path(tempfile.mkdtemp(dir=scratch))
        growing.write_grown(folder, base, added, {})
    return Index(folder)


def same(one: Matrix, other: Matrix) -> bool:
    """Whether two matrices are the same to the last bit."""
    pairs = ((getattr(one, n), getattr(other, n)) for n in ("start", "column", "value"))
    return all(np.array_equal(a, b) for a, b in pairs)


@settings(max_examples=20, deadline=None)
@given(some, some, some)
def test_added_by_turns_is_added_at_once(
    scratch: Path, a: list[Line], b: list[Line], c: list[Line]
) -> None:
    once, turns = written(scratch, a, b + c), written(scratch, a, b, c)
    for path in sorted(once.folder.glob("*.npy")):
        one, other = (np.load(i.folder / path.name) for i in (once, turns))
        assert np.array_equal(one, other), path.name
    assert once.lines.sources == turns.lines.sources


@settings(max_examples=20, deadline=None)
@given(some, some)
def test_what_is_counted_is_that_of_the_whole(
    scratch: Path, a: list[Line], b: list[Line]
) -> None:
    grown, whole = written(scratch, a, b), written(scratch, a + b)
    counts = feature_matrix([line.text for line in a + b])
    assert same(grown.near, near_of(counts, grown.idf))
    said = told_of(counts, grown.lines.of_class)
    assert same(grown.evidence, evidence_of(said.matrix, grown.info["total"]))
    for name in ("bias", "line.text", "line.class", "line.source", "line.same"):
        assert np.array_equal(array(grown.folder, name), array(whole.folder, name))
    assert len(grown.lines) == grown.info["lines"] == len(a + b)
    assert grown.info["measured_of"] == len(a)


def test_lines_that_are_the_same_are_known(scratch: Path) -> None:
    line = Line("CNC lathe", "845811", "a", "learned")
    other = Line("CNC lathe", "845710", "a", "learned")
    found = written(scratch, [line, other], [other, line])
    assert found.lines.same.tolist() == [0, 1, 1, 0]
    assert [found.lines.text_of(n) for n in range(4)] == ["CNC lathe"] * 4
