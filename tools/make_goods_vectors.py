"""Makes the directions of words: src/enduse/goods/classify/vectors.npz.

    python tools/make_goods_vectors.py --model FOLDER --home FOLDER

*Source*: FOLDER is sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0) with its
`model.safetensors`, `tokenizer.json` and `vocab.txt`. Each word of its vocabulary, of
the English nomenclatures imported into the home folder and of our own English lines is
read by the model as a sentence of its own; the vectors are centred, cut to their
first axes and rounded to bytes. docs/adr/0008-directions-of-words.md says why.

Needs `safetensors` and `tokenizers`, which enduse does not.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from enduse.goods.classify import features
from enduse.goods.classify.corpus import segments
from enduse.goods.classify.normal import folded
from enduse.goods.words.lines import word_lines

HERE = Path(__file__).resolve().parents[1]
OUT = HERE / "src/enduse/goods/classify/vectors.npz"
SOURCES = ("hs-2022", "us-hts", "cn-2023-en")
AXES = 160
HEADS = 12
LAYERS = 6
BATCH = 256
_WORD = re.compile(r"[a-z]{2,}")
Floats = NDArray[np.float32]


class Model:
    """The encoder of six layers, in NumPy."""

    def __init__(self, folder: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        loaded = load_file(folder / "model.safetensors")
        self._weight = {name: w.astype(np.float32) for name, w in loaded.items()}
        self._tokens = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokens.no_padding()

    def vectors(self, texts: list[str]) -> Floats:
        """The mean of each text's last states, of length one."""
        ids = [one.ids for one in self._tokens.encode_batch(texts)]
        found = np.zeros((len(texts), 384), np.float32)
        by_length: dict[int, list[int]] = defaultdict(list)
        for place, one in enumerate(ids):
            by_length[len(one)].append(place)
        for places in by_length.values():
            for begin in range(0, len(places), BATCH):
                some = places[begin : begin + BATCH]
                found[some] = self._states(np.array([ids[n] for n in some])).mean(1)
        return unit(found)

    def _states(self, ids: NDArray[np.int64]) -> Floats:
        w = self._weight
        state = w["embeddings.word_embeddings.weight"][ids]
        state = state + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        state = state + w["embeddings.token_type_embeddings.weight"][0]
        state = self._levelled(state, "embeddings")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        return state

    def _layer(self, state: Floats, name: str) -> Floats:
        batch, length, width = state.shape
        parts = [
            self._line(state, f"{name}.attention.self.{which}")
            .reshape(batch, length, HEADS, -1)
            .transpose(0, 2, 1, 3)
            for which in ("query", "key", "value")
        ]
        query, key, value = parts
        match = query @ key.transpose(0, 1, 3, 2) / (width / HEADS) ** 0.5
        power = np.exp(match - match.max(-1, keepdims=True))
        mixed = power / power.sum(-1, keepdims=True) @ value
        mixed = mixed.transpose(0, 2, 1, 3).reshape(batch, length, width)
        mixed = self._line(mixed, f"{name}.attention.output.dense")
        state = self._levelled(state + mixed, f"{name}.attention.output")
        inner = self._line(state, f"{name}.intermediate.dense")
        inner = inner * 0.5 * (1 + erf(inner / 2**0.5))
        outer = self._line(inner.astype(np.float32), f"{name}.output.dense")
        return self._levelled(state + outer, f"{name}.output")

    def _line(self, state: Floats, name: str) -> Floats:
        found = state @ self._weight[f"{name}.weight"].T + self._weight[f"{name}.bias"]
        return np.asarray(found, np.float32)

    def _levelled(self, state: Any, name: str) -> Floats:
        norm = f"{name}.LayerNorm"
        middle = state.mean(-1, keepdims=True)
        spread = np.sqrt(state.var(-1, keepdims=True) + 1e-12)
        level = (state - middle) / spread * self._weight[f"{norm}.weight"]
        return np.asarray(level + self._weight[f"{norm}.bias"], np.float32)


def unit(rows: Floats) -> Floats:
    """Rows of length one."""
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def texts_of(home: Path) -> Iterator[str]:
    """English texts of the nomenclatures and our own lines."""
    for segment in segments(home):
        if segment.source in SOURCES:
            yield from (line.text for line in segment.lines())
    yield from (line.text for line in word_lines() if line.lang == "en")


def by_feature(words: list[str]) -> dict[int, list[int]]:
    """Places of the words of each feature: a word and its plural have one."""
    found: dict[int, list[int]] = defaultdict(list)
    for begin in range(0, len(words), features.BATCH):
        for row, feature in features.words_of(words[begin : begin + features.BATCH]):
            found[feature].append(begin + row)
    return found


def main() -> None:
    """Read, cut, round and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--home", type=Path, required=True, help="with nomenclatures")
    options = parser.parse_args()
    vocabulary = (options.model / "vocab.txt").read_text("utf-8").split()
    said = {w for text in texts_of(options.home) for w in _WORD.findall(folded(text))}
    words = sorted(said | {w for w in vocabulary if _WORD.fullmatch(w)})
    vectors = Model(options.model).vectors(words)
    groups = sorted(by_feature(words).values(), key=lambda places: words[places[0]])
    mean = np.stack([vectors[places].mean(0) for places in groups])
    mean -= mean.mean(0)
    _, axes = np.linalg.eigh(mean.T @ mean)
    cut = mean @ axes[:, ::-1][:, :AXES]
    rounded = np.rint(127 * cut / np.abs(cut).max(1, keepdims=True)).astype(np.int8)
    kept = "\n".join(words[places[0]] for places in groups).encode()
    np.savez_compressed(OUT, words=np.frombuffer(kept, np.uint8), vectors=rounded)
    print(f"{len(groups):,} words, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
