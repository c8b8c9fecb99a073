"""Descriptions in, codes with probabilities and their evidence out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import index as arrays
from enduse.goods.classify import training
from enduse.goods.classify.attributes import attributes_of
from enduse.goods.classify.classification import (
    Candidate,
    Classification,
    ControlledBy,
    Likeness,
)
from enduse.goods.classify.corpus import segments
from enduse.goods.classify.fusion import probabilities
from enduse.goods.classify.grammar import readings
from enduse.goods.classify.lists import ListTable
from enduse.goods.classify.normal import language_of
from enduse.goods.classify.scoring import Candidates, candidates
from enduse.goods.classify.vague import reason as vague_reason
from enduse.goods.control import ControlLists
from enduse.goods.store import GoodsStore
from enduse.model import Origin, Problem

BATCH = 250
SHOWN = 8
EVIDENCE = 5
_TYPED = Origin("description", "", "")


class Classifier:
    """Classifies descriptions by the lines that a home folder holds.

    *Example*: `Classifier.open(home).classify(["CNC lathe"])[0].candidates[0].hs6`
    """

    def __init__(self, home: Path | None, index: arrays.Index) -> None:
        self.home = home
        self.index = index
        self._codes = arrays.classes()
        self._weights = training.weights_of(index)

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        progress: Callable[[int], None] = lambda _: None,
    ) -> "Classifier":
        """The classifier of a home folder, its index built where it is missing.

        Without a home folder, or with nothing imported, the package's own lines serve.
        *Raises* LibraryCorrupt for a snapshot that is damaged.
        """
        return cls(home, training.opened(home, segments(home), progress=progress))

    @property
    def version(self) -> str:
        """What the answers rest on: the key of the index."""
        return self.index.folder.name

    @cached_property
    def _lists(self) -> ListTable:
        return ListTable(ControlLists.open(self.home), self._codes)

    @cached_property
    def _titles(self) -> "Callable[[str], str]":
        from enduse.goods.titles import title

        store = GoodsStore.open(self.home)
        known: dict[str, str] = {}

        def of(code: str) -> str:
            if code not in known:
                known[code] = title(code, "HS2022", store)
            return known[code]

        return of

    def classify(
        self, texts: Sequence[str], *, at: date | None = None
    ) -> list[Classification]:
        """One classification a text, in order; lists as they are on a day."""
        found: list[Classification] = []
        for begin in range(0, len(texts), BATCH):
            found.extend(self._batch(texts[begin : begin + BATCH], at))
        return found

    def ranked(
        self, texts: Sequence[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Classes and probabilities of each text's candidates, likeliest first."""
        scored, p, order = self._scored(texts)
        return (
            np.take_along_axis(scored.classes, order, 1),
            np.take_along_axis(p, order, 1),
        )

    def _scored(
        self, texts: Sequence[str]
    ) -> tuple[Candidates, NDArray[np.float64], NDArray[np.int64]]:
        counts = arrays.feature_matrix(texts)
        scored = candidates(self.index, counts, readings(texts))
        p = probabilities(self._weights, scored.sides, scored.classes >= 0)
        return scored, p, np.lexsort((scored.classes, -p), axis=1)

    def _batch(self, texts: Sequence[str], at: date | None) -> Iterator[Classification]:
        scored, p, order = self._scored(texts)
        controlled = self._lists.controlled(scored.classes, p, at)
        for row, text in enumerate(texts):
            yield self._one(text, row, scored, p=p, order=order, lists=controlled[row])

    def _one(
        self,
        text: str,
        row: int,
        scored: Candidates,
        *,
        p: NDArray[np.float64],
        order: NDArray[np.int64],
        lists: tuple[ControlledBy, ...],
    ) -> Classification:
        if not any(map(str.isalnum, text)):
            message = "holds no letter or digit: there is nothing to classify"
            problem = Problem("goods-empty", message, _TYPED)
            return Classification(
                text, too_vague=True, vague_reason="empty", problems=(problem,)
            )
        best = [
            (int(scored.classes[row, n]), float(p[row, n]))
            for n in order[row, :SHOWN]
            if scored.classes[row, n] >= 0
        ]
        ranked = tuple(
            Candidate(self._codes[c], round(share, 4), self._titles(self._codes[c]))
            for c, share in best
        )
        why = vague_reason(text, [c.p for c in ranked])
        return Classification(
            text=text,
            candidates=ranked,
            evidence=tuple(self._likeness(scored, row)),
            controlled=lists,
            too_vague=bool(why),
            vague_reason=why,
            language=language_of(text),
            attributes=attributes_of(text),
        )

    def _likeness(self, scored: Candidates, row: int) -> Iterator[Likeness]:
        seen: set[tuple[str, str]] = set()
        table: Any = self.index.lines
        near = scored.neighbours
        pairs = zip(near.line[row].tolist(), near.similarity[row].tolist(), strict=True)
        for line, similarity in pairs:
            if line < 0 or len(seen) == EVIDENCE:
                return
            text, hs6 = (table.column(n)[line].as_py() for n in ("text", "hs6"))
            if (text, hs6) not in seen:
                seen.add((text, hs6))
                source = table.column("source")[line].as_py()
                yield Likeness(text, hs6, source, round(min(similarity, 1.0), 3))
