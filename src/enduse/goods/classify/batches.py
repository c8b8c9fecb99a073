"""Many descriptions, over several processes, in order; each as a plain object."""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from enduse.goods.classify.classification import Classification
from enduse.goods.classify.classifier import Classifier
from enduse.model.encode import to_plain

if TYPE_CHECKING:
    from enduse.goods.classify.rerank import Reranker

CHUNK = 500
FEW = 1500  # descriptions for which a second process is not worth its start
WARM = 20  # descriptions asked before the fork, so that tables are read once


def plain(one: Classification) -> dict[str, Any]:
    """The classification as `enduse goods classify --jsonl` writes it."""
    said = {"reranked": to_plain(one.reranked)} if one.reranked else {}
    return {
        "text": one.text,
        "candidates": [
            {"hs6": c.hs6, "p": c.p, "title": c.title} for c in one.candidates
        ],
        "too_vague": one.too_vague,
        "vague_reason": one.vague_reason,
        "controlled": [
            {"list": c.list, "tier": c.tier, "hs6": c.hs6, "p": c.p}
            for c in one.controlled
        ],
        "evidence": [
            {
                "text": e.text,
                "hs6": e.hs6,
                "source": e.source,
                "similarity": e.similarity,
            }
            for e in one.evidence
        ],
        "language": one.language,
        "attributes": one.attributes,
        "problems": [to_plain(problem) for problem in one.problems],
        **said,
    }


def reranked_lines(
    classifier: Classifier,
    texts: Iterable[str],
    reranker: "Reranker",
    *,
    at: date | None = None,
) -> Iterator[dict[str, Any]]:
    """One plain object a text, in order, candidates as a language model has them."""
    for chunk in _chunks([], iter(texts)):
        for one in classifier.classify(chunk, at=at):
            yield plain(reranker.rerank(one))


def lines_of(
    home: Path | None,
    texts: Iterable[str],
    *,
    at: date | None = None,
    workers: int = 0,
    progress: Callable[[int], None] = lambda _: None,
) -> Iterator[dict[str, Any]]:
    """One plain object a text, in order."""
    classifier = Classifier.open(home, progress=progress)
    source = iter(texts)
    first = list(islice(source, FEW))
    count = workers or os.cpu_count() or 1
    done = 0
    if count == 1 or len(first) < FEW:
        for chunk in _chunks([*first], source):
            yield from map(plain, classifier.classify(chunk, at=at))
            done += len(chunk)
            progress(done)
        return
    global _WORKER
    _WORKER = (classifier, at)
    classifier.classify(first[:WARM], at=at)
    with get_context("fork").Pool(count) as pool:
        for lines in pool.imap(_work, _chunks(first, source)):
            yield from lines
            done += len(lines)
            progress(done)


_WORKER: tuple[Classifier, date | None] | None = None


def _work(chunk: list[str]) -> list[dict[str, Any]]:
    assert _WORKER
    classifier, at = _WORKER
    return [plain(one) for one in classifier.classify(chunk, at=at)]


def _chunks(first: list[str], source: Iterator[str]) -> Iterator[list[str]]:
    for begin in range(0, len(first), CHUNK):
        yield first[begin : begin + CHUNK]
    while chunk := list(islice(source, CHUNK)):
        yield chunk
