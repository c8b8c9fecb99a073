"""Several processes of this machine, each with the library open, results in order."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from enduse.library.store import Library
from enduse.model import Assessment
from enduse.pipeline.case import Case
from enduse.pipeline.screener import Screener

ALONE = 4  # chunks this process does itself before it is worth starting others
_WAITING = 3  # chunks in flight for each worker, which bounds memory


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker needs to make the same screener as its parent."""

    folder: Path
    current: dict[str, str]
    threshold: float
    as_of: date
    workers: int = field(default=1)

    def screener(self) -> Screener:
        """A screener over exactly these snapshots."""
        library = Library.at_state(self.folder, self.current)
        return Screener(library, threshold=self.threshold, as_of=self.as_of)


def assessed(
    job: Job, own: Screener, chunks: Iterable[list[Case]]
) -> Iterator[Assessment]:
    """The assessments of all chunks, in order; the same for any number of workers.

    `own` is this process's screener. Workers start only when there is much to do.
    """
    rest = iter(chunks)
    for _, chunk in zip(range(ALONE), rest, strict=False):
        yield from own.assess_all(chunk)
    if job.workers < 2:
        for chunk in rest:
            yield from own.assess_all(chunk)
        return
    more = next(rest, None)
    if more is not None:
        yield from _shared_out(job, more, rest)


def _shared_out(
    job: Job, first: list[Case], rest: Iterator[list[Case]]
) -> Iterator[Assessment]:
    pool = ProcessPoolExecutor(
        job.workers, get_context("spawn"), initializer=_start, initargs=(job,)
    )
    waiting: deque[Future[list[Assessment]]] = deque([pool.submit(_work, first)])
    try:
        for chunk in rest:
            waiting.append(pool.submit(_work, chunk))
            if len(waiting) >= job.workers * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_screener: list[Screener] = []  # a worker's own, made once when it starts


def _start(job: Job) -> None:
    _screener.append(job.screener())


def _work(chunk: list[Case]) -> list[Assessment]:
    return list(_screener[0].assess_all(chunk))
