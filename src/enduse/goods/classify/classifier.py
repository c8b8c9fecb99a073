"""Descriptions in, codes with probabilities and their evidence out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, cached_property
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import index as arrays
from enduse.goods.classify import opening, training
from enduse.goods.classify.attributes import attributes_of
from enduse.goods.classify.classification import Classification
from enduse.goods.classify.corpus import EDITION, segments
from enduse.goods.classify.declared import without_labels
from enduse.goods.classify.fusion import probabilities
from enduse.goods.classify.grammar import readings, with_read
from enduse.goods.classify.heads import with_head, without_opening
from enduse.goods.classify.latinised import as_written
from enduse.goods.classify.lists import ListTable
from enduse.goods.classify.made_of import with_materials
from enduse.goods.classify.measured import with_measures
from enduse.goods.classify.misread import as_meant
from enduse.goods.classify.neighbours import Neighbours
from enduse.goods.classify.normal import folded, language_of
from enduse.goods.classify.numerical import with_numerical
from enduse.goods.classify.references import without_references
from enduse.goods.classify.sale_terms import without_terms
from enduse.goods.classify.sameness import with_apparatus, with_same
from enduse.goods.classify.scoring import candidates
from enduse.goods.classify.short_forms import spelt_out
from enduse.goods.classify.slim import Slim
from enduse.goods.classify.sold import NOT_GOODS, codes_sold
from enduse.goods.classify.sold_rule import sold_of, with_sold
from enduse.goods.classify.special import with_special
from enduse.goods.classify.stated_codes import without_codes
from enduse.goods.classify.vague import is_generic, is_generic_in_english
from enduse.goods.classify.vague import reason as vague_reason
from enduse.goods.classify.weighing import feature_matrix
from enduse.goods.classify.with_english import Weighed, with_english
from enduse.goods.control import ControlLists
from enduse.goods.entry import Phrase
from enduse.goods.store import GoodsStore
from enduse.model import Origin, Problem

BATCH = 250
SHOWN = 8
EVIDENCE = 5
SURE = 0.3  # a first candidate as likely as this outweighs an imported list's word
GENERAL = 0.5  # at most, of what words lean to that are said of goods of any kind
_LOOKED_AT = 12  # neighbours among which texts may stand twice
_REMEMBERED = 20_000  # lines that were evidence
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
        self._read: dict[int, tuple[str, str, str]] = {}

    @classmethod
    def open(
        cls,
        home: Path | None = None,
        *,
        progress: Callable[[int], None] = lambda _: None,
        refit: bool = False,
    ) -> "Classifier":
        """The classifier of a home folder, its index built where it is missing.

        `refit` builds it anyway, with weights fitted to what was learned.
        Without a home folder, or with nothing imported, the package's own lines serve.
        *Raises* LibraryCorrupt for a snapshot that is damaged.
        """
        return cls(
            home, opening.opened(home, segments(home), progress=progress, refit=refit)
        )

    @property
    def version(self) -> str:
        """What the answers rest on: the key of the index."""
        return self.index.folder.name

    @cached_property
    def control_lists(self) -> ControlLists:
        """Those that P(controlled) is told of."""
        return ControlLists.open(self.home)

    @cached_property
    def _lists(self) -> ListTable:
        return ListTable(self.control_lists, self._codes)

    @cached_property
    def _named(self) -> "_Named":
        return _Named(self._codes, GoodsStore.open(self.home))

    @cached_property
    def _too_vague(self) -> frozenset[str]:
        """The phrases that an imported list calls too vague, folded."""
        store = GoodsStore.open(self.home)
        tables = (store.table(Phrase, source) for source in store.sources(Phrase))
        texts = (t.column("text").to_pylist() for t in tables if t is not None)
        return frozenset(map(folded, chain.from_iterable(texts))) - {""}

    def classify(
        self, texts: Sequence[str], *, at: date | None = None
    ) -> list[Classification]:
        """One classification a text, in order; lists as they are on a day."""
        found = {one.text: one.rich() for one in self._each(texts, at)}
        return [found[text] for text in texts]

    def slim(self, texts: Sequence[str], *, at: date | None = None) -> list[Slim]:
        """The same in plain values, for who asks of many."""
        found = {one.text: one for one in self._each(texts, at)}
        return [found[text] for text in texts]

    def _each(self, texts: Sequence[str], at: date | None) -> Iterator[Slim]:
        """What every different text comes to."""
        once = list(dict.fromkeys(texts))
        for begin in range(0, len(once), BATCH):
            yield from self._batch(once[begin : begin + BATCH], at)

    def ranked(
        self, texts: Sequence[str]
    ) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
        """Classes and probabilities of each text's candidates, likeliest first."""
        said = [without_references(text) or text for text in texts]
        told, order = self._scored(said)
        return (
            np.take_along_axis(told.classes, order, 1),
            np.take_along_axis(told.p, order, 1),
        )

    def _scored(self, texts: Sequence[str]) -> tuple[Weighed, NDArray[np.int64]]:
        texts = [_goods_said(text) for text in texts]
        # sums depend on how many threads share them: one, so that bytes do not, and
        # none waits for another on a machine that has other work
        with _threads().limit(limits=1):
            told = with_english(texts, self._weighed(texts), self._weighed)
        return told, np.lexsort((told.classes, -told.p), axis=1)

    def _weighed(self, texts: Sequence[str]) -> Weighed:
        counts = feature_matrix([with_head(text) for text in texts])
        sold = sold_of(texts)
        read = readings(texts)
        scored = candidates(self.index, counts, read=read, sold=sold)
        there = scored.classes >= 0
        p = probabilities(self._weights, scored.sides, there, regimes=scored.regimes)
        p = with_read(texts, read, classes_=scored.classes, p=p)
        p[[is_generic(text) for text in texts]] *= GENERAL
        near = scored.neighbours.line
        p = with_sold(self.index, sold, near, classes_=scored.classes, p=p)
        p = with_numerical(texts, scored.classes, p)
        p = with_measures(texts, scored.classes, p)
        p = with_special(texts, scored.classes, p)
        p = with_materials(texts, scored.classes, p)
        p = with_apparatus(self.index, texts, scored, p)
        p = with_same(self.index, texts, scored, p)
        return Weighed(scored.classes, p, scored.neighbours, sold.noun >= 0)

    def _batch(self, texts: Sequence[str], at: date | None) -> Iterator[Slim]:
        goods = [without_references(text) for text in texts]
        said = [own or text for own, text in zip(goods, texts, strict=True)]
        told, order = self._scored(said)
        controlled = self._lists.controlled(told.classes, told.p, at)
        evidence = self._evidence(told.near)
        best = np.take_along_axis(told.classes, order, 1)[:, :SHOWN].tolist()
        share = np.take_along_axis(told.p, order, 1)[:, :SHOWN].round(4).tolist()
        named = self._named
        for row, text in enumerate(texts):
            if not any(map(str.isalnum, text)):
                yield _empty(text)
                continue
            ranked = tuple([
                (named.codes[code], p, named[code])
                for code, p in zip(best[row], share[row], strict=True)
                if code >= 0
            ])  # fmt: skip
            yield Slim(
                text,
                ranked,
                evidence[row],
                controlled[row],
                self._why_vague(as_written(goods[row]), [p for _, p, _ in ranked]),
                language_of(text),
                attributes_of(goods[row]),
            )

    def _why_vague(self, goods: str, p: Sequence[float]) -> str:
        unsure = not p or p[0] < SURE
        if not goods or (unsure and folded(goods) in self._too_vague):
            return "generic"
        if unsure and codes_sold(without_terms(goods)) == NOT_GOODS:
            return "no-goods"
        reason = vague_reason(goods, p)
        if not reason and unsure and is_generic_in_english(goods):
            return "generic"
        return reason

    def _evidence(
        self, near: Neighbours
    ) -> list[tuple[tuple[str, str, str, float], ...]]:
        """The most alike lines of each row, each text and code once."""
        line = near.line[:, :_LOOKED_AT]
        same = np.where(line < 0, -1, self.index.lines.same[line]).tolist()
        alike = near.similarity[:, :_LOOKED_AT].clip(max=1.0).astype(float).round(3)
        rows = list(map(_firsts, same, alike.tolist()))
        known = self._lines(rows)
        return [
            tuple([(*known[number], value) for number, value in row.items()])
            for row in rows
        ]

    def _lines(
        self, rows: Sequence[dict[int, float]]
    ) -> dict[int, tuple[str, str, str]]:
        """Text, code and source of known lines; some are asked for again and again."""
        if len(self._read) > _REMEMBERED:
            self._read.clear()
        asked = {number for row in rows for number in row}
        new = sorted([number for number in asked if number not in self._read])
        if new:
            told = self.index.lines.told_of(new)
            of = ((text, self._codes[own], source) for text, own, source in told)
            self._read.update(zip(new, of, strict=True))
        return self._read


class _Named(dict[int, str]):
    """The title of each class, looked up when it is first asked for."""

    def __init__(self, codes: tuple[str, ...], store: GoodsStore) -> None:
        super().__init__()
        self.codes = codes
        self._store = store

    def __missing__(self, place: int) -> str:
        from enduse.goods.titles import title

        self[place] = found = title(self.codes[place], EDITION, self._store)
        return found


@cache
def _threads() -> Any:
    """What holds the threads of dense products."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _goods_said(text: str) -> str:
    """What a description says of the goods alone."""
    said = without_labels(without_terms(without_codes(spelt_out(as_meant(text)))))
    return without_opening(as_written(said))


def _firsts(numbers: Sequence[int], values: Sequence[float]) -> dict[int, float]:
    """The first lines that are not the same, and how alike each is."""
    first: dict[int, float] = {}
    for number, value in zip(numbers, values, strict=True):
        if number < 0 or len(first) == EVIDENCE:
            break
        first.setdefault(number, value)
    return first


def _empty(text: str) -> Slim:
    message = "holds no letter or digit: there is nothing to classify"
    problem = Problem("goods-empty", message, _TYPED)
    return Slim(text, (), (), (), "empty", "", {}, (problem,))
