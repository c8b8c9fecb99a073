"""Directions of words: what is said in other words is still near."""

from pathlib import Path

import numpy as np
import pytest

from enduse.errors import LibraryCorrupt
from enduse.goods.classify import Classifier
from enduse.goods.classify.index import Index, classes
from enduse.goods.classify.meaning import Meaning, write
from enduse.goods.classify.weighing import feature_matrix


def likeness(found: Classifier, text: str, code: str) -> float:
    """How alike a text and a code are, beside the mean of all codes."""
    counts = feature_matrix([text])
    alike = found.index.meaning.likeness(counts, found.index.idf)[0]
    return float(alike[classes().index(code)] - alike.mean())


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("footwear for toddlers", "640399", "845811"),
        ("токарный станок", "845811", "640399"),
        ("подшипники роликовые", "848220", "640399"),
    ],
)
def test_other_words_for_it_are_near(
    fresh: Classifier, text: str, near: str, far: str
) -> None:
    assert likeness(fresh, text, near) > likeness(fresh, text, far) + 0.1


def test_a_text_without_a_known_word_is_like_nothing_more(fresh: Classifier) -> None:
    counts = feature_matrix(["", "qqzzxx", "CNC lathe"])
    alike = fresh.index.meaning.likeness(counts, fresh.index.idf)
    assert np.isfinite(alike).all()
    assert np.allclose(alike[0], alike[1])
    assert np.abs(alike).max() <= 1.001


def test_a_row_does_not_depend_on_its_batch(fresh: Classifier) -> None:
    texts = ["CNC lathe", "leather shoes for men", "подшипник шариковый"]
    meaning, idf = fresh.index.meaning, fresh.index.idf
    together = meaning.likeness(feature_matrix(texts), idf)
    for row, text in enumerate(texts):
        alone = meaning.likeness(feature_matrix([text]), idf)[0]
        assert np.allclose(together[row], alone, atol=1e-5)


def test_a_class_without_lines_is_like_nothing(tmp_path: Path) -> None:
    counts = feature_matrix(["steel pipe", "steel tube", "wool yarn"])
    idf = np.ones(counts.shape[1], np.float32)
    write(tmp_path, counts, idf, of=np.array([0, 0, 2], np.int32), classes=4)
    alike = Meaning.read(tmp_path).likeness(counts, idf)
    assert alike[0, 0] > alike[0, 2]
    assert (alike[:, [1, 3]] == 0).all()


def test_a_missing_array_is_told(fresh: Classifier, tmp_path: Path) -> None:
    for path in fresh.index.folder.iterdir():
        if path.name != "meaning.view.npy":
            (tmp_path / path.name).symlink_to(path)
    with pytest.raises(LibraryCorrupt):
        Index(tmp_path)
