"""The plain things to beat: nearest known lines by letter runs, or by a sentence model.

Both vote with the forty most alike lines, each by its similarity to the fourth power.
"""

import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

NEIGHBOURS = 40
POWER = 4
SHOWN = 5
_BATCH = 200
_TOKENS = 40  # of a text that the sentence model reads
Pairs = Sequence[tuple[str, str]]
Ranked = list[list[str]]


def by_words_and_letters(known: Pairs, texts: Sequence[str]) -> Ranked:
    """By words, word pairs and runs of three to five letters."""
    words: dict[str, Any] = {"ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b"}
    runs: dict[str, Any] = {"ngram_range": (3, 5), "analyzer": "char_wb"}
    return _by_rarity(known, texts, [words, runs])


def by_letters(known: Pairs, texts: Sequence[str]) -> Ranked:
    """By runs of two to five signs alone."""
    return _by_rarity(known, texts, [{"ngram_range": (2, 5), "analyzer": "char"}])


def _by_rarity(
    known: Pairs, texts: Sequence[str], views: list[dict[str, Any]]
) -> Ranked:
    """TF-IDF of each view, of length one, side by side."""
    lines, asked = [], []
    for view in views:
        made = TfidfVectorizer(sublinear_tf=True, dtype=np.float32, **view)
        lines.append(made.fit_transform([text for text, _ in known]))
        asked.append(made.transform(texts))
    across = sparse.hstack(lines).tocsr().T.tocsr()
    rows = sparse.hstack(asked).tocsr() / len(views)
    codes = [code for _, code in known]
    found: Ranked = []
    for begin in range(0, len(texts), _BATCH):
        found += _voted((rows[begin : begin + _BATCH] @ across).toarray(), codes)
    return found


def by_sentences(
    known: Pairs, texts: Sequence[str], vectors: dict[str, NDArray[Any]]
) -> Ranked:
    """By the directions that a sentence model gives each text."""
    lines = np.stack([vectors[text] for text, _ in known]).astype(np.float32)
    codes = [code for _, code in known]
    found: Ranked = []
    for begin in range(0, len(texts), _BATCH):
        rows = np.stack([vectors[text] for text in texts[begin : begin + _BATCH]])
        found += _voted(rows.astype(np.float32) @ lines.T, codes)
    return found


def _voted(alike: NDArray[Any], codes: list[str]) -> Ranked:
    """The codes of the most alike lines of each row, most voted for first."""
    near = np.argpartition(-alike, NEIGHBOURS, 1)[:, :NEIGHBOURS]
    value = np.take_along_axis(alike, near, 1)
    found = []
    for places, values in zip(near.tolist(), value.tolist(), strict=True):
        votes: dict[str, float] = defaultdict(float)
        for place, share in zip(places, values, strict=True):
            if share > 0:
                votes[codes[place]] += share**POWER
        found.append(sorted(votes, key=lambda code: -votes[code])[:SHOWN])
    return found


def sentence_vectors(texts: Sequence[str], model: Path) -> dict[str, NDArray[Any]]:
    """What all-MiniLM-L6-v2 makes of each text, by its first `_TOKENS` tokens."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[3] / "tools"))
    import make_goods_vectors

    reader = make_goods_vectors.Model(model)
    reader._tokens.enable_truncation(_TOKENS)
    once = sorted(dict.fromkeys(texts), key=len)
    found: dict[str, NDArray[Any]] = {}
    for begin in range(0, len(once), 512):
        some = once[begin : begin + 512]
        rows = reader.vectors(some).astype(np.float16)
        found |= dict(zip(some, rows, strict=True))
    return found
