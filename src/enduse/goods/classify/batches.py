"""Many descriptions, over several processes, in order; each as a JSON object."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from enduse.errors import ProcessEnded
from enduse.goods.classify.classification import Classification
from enduse.goods.classify.classifier import BATCH, Classifier
from enduse.goods.classify.once import Once
from enduse.goods.classify.slim import Slim
from enduse.model.encode import to_plain

if TYPE_CHECKING:
    from enduse.goods.classify.rerank import Reranker

FEW = 1000  # descriptions for which a second process is not worth its start
WARM = 20  # descriptions asked before the fork, so that tables are read once
KEPT = 50_000  # different descriptions of a table that are remembered
LIKELY = 0.5  # probability from which a list is counted in a summary
_AHEAD = 4  # batches a process that wait for it


class Encoded(NamedTuple):
    """A classification as a JSON object, and what a summary counts of it."""

    data: bytes
    too_vague: bool
    problems: bool
    likely_on: tuple[str, ...]


def plain(one: Classification) -> dict[str, Any]:
    """The classification as `enduse goods classify --jsonl` writes it."""
    said = {"reranked": to_plain(one.reranked)} if one.reranked else {}
    return {**Slim.of(one).plain(), **said}


def encoded(one: Classification) -> Encoded:
    """The same as JSON, with the lists it is likely on."""
    return _encoded(Slim.of(one), plain(one))


def _encoded(one: Slim, told: dict[str, Any]) -> Encoded:
    lists = tuple([name for name, _, _, p in one.controlled if p >= LIKELY])
    vague = bool(one.vague_reason)
    return Encoded(orjson.dumps(told), vague, bool(one.problems), lists)


def reranked_lines(
    classifier: Classifier,
    texts: Iterable[str],
    reranker: "Reranker",
    *,
    at: date | None = None,
) -> Iterator[Encoded]:
    """One object a text, in order, candidates as a language model has them."""
    for batch in _batches(iter(texts)):
        for one in classifier.classify(batch, at=at):
            yield encoded(reranker.rerank(one))


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
    for one in encoded_lines(classifier, texts, at=at, workers=workers):
        yield orjson.loads(one.data)


def encoded_lines(
    classifier: Classifier,
    texts: Iterable[str],
    *,
    at: date | None = None,
    workers: int = 0,
) -> Iterator[Encoded]:
    """One object a text, in order; the same bytes for any number of processes.

    *Raises* ProcessEnded where a process is ended from outside.
    """
    source = iter(texts)
    first = list(islice(source, FEW))
    count = workers or _cores()
    work = _Work(classifier, at)
    with ExitStack() as stack:
        once = Once[Encoded](chain(first, source), size=BATCH, kept=KEPT)
        if count == 1 or len(first) < FEW or not hasattr(os, "fork"):
            stack.callback(gc.unfreeze)
            gc.freeze()
            for batch in once.batches():
                yield from once.told(work(batch))
            return
        classifier.slim(first[:WARM], at=at)
        pool = stack.enter_context(_pool(work, count))
        stack.callback(pool.shutdown, cancel_futures=True)
        try:
            for answers in _in_order(pool, once.batches(), count * _AHEAD):
                yield from once.told(answers)
        except BrokenProcessPool:
            raise ProcessEnded from None


class _Work(NamedTuple):
    """What a process does with a batch."""

    classifier: Classifier
    at: date | None

    def __call__(self, batch: Sequence[str]) -> list[Encoded]:
        many = self.classifier.slim(batch, at=self.at)
        return [_encoded(one, one.plain()) for one in many]


_WORK: list[_Work] = []  # of a forked process


def _pool(work: _Work, count: int) -> ProcessPoolExecutor:
    """Processes that share what this one has read."""
    fork = get_context("fork")
    return ProcessPoolExecutor(count, fork, initializer=_started, initargs=(work,))


def _started(work: _Work) -> None:
    """An interrupt is for the process that started this one, whose end ends this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()
    _WORK.append(work)


def _end_with_parent() -> None:
    """End with the process that started this one, even where that one was killed."""
    started = parent_process()
    if started:
        wait([started.sentinel])
        os._exit(1)


def _worked(batch: list[str]) -> list[Encoded]:
    return _WORK[-1](batch)


def _in_order(
    pool: ProcessPoolExecutor, batches: Iterator[list[str]], ahead: int
) -> Iterator[list[Encoded]]:
    waiting: deque[Future[list[Encoded]]] = deque()
    for batch in batches:
        waiting.append(pool.submit(_worked, batch))
        if len(waiting) > ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _batches(source: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(source, BATCH)):
        yield batch


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
