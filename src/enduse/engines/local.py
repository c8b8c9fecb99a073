"""Several processes of this machine, each with the library open, results in order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar

from enduse.errors import ProcessEnded
from enduse.library.store import Library
from enduse.model import Assessment
from enduse.pipeline.case import Case
from enduse.pipeline.screener import Screener

T = TypeVar("T")
R = TypeVar("R")
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
    *Raises* ProcessEnded where one of them is ended from outside.
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
    spawning = _Spawning()
    pool = ProcessPoolExecutor(
        job.workers, spawning, initializer=_start, initargs=(job,)
    )
    waiting: deque[Future[list[Assessment]]] = deque()
    try:
        for chunk in chain([first], rest):
            with _deaf_workers():
                waiting.append(pool.submit(_work, chunk))
            if len(waiting) >= job.workers * _WAITING:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool:
        spawning.end()
        raise ProcessEnded from None
    except BaseException:
        spawning.end()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


class _Spawning(SpawnContext):
    """Starts a pool's processes and can end them; a pool does not tell which it has."""

    def __init__(self) -> None:
        super().__init__()
        self._started: list[BaseProcess] = []

    def Process(  # type: ignore[override] # noqa: N802 # there a class, and called so
        self, *args: Any, **more: Any
    ) -> BaseProcess:
        """A process that is not started yet."""
        process = SpawnContext.Process(*args, **more)
        self._started.append(process)
        return process

    def end(self) -> None:
        """Ends the processes where they are: nobody waits for what they do."""
        for process in self._started:
            if process.pid is not None:
                process.terminate()


@contextmanager
def _deaf_workers() -> Iterator[None]:
    """While the block runs, processes start that Ctrl-C passes by.

    A terminal sends it to all of them; what it stops is for the first to say, which
    ends the others. A blocked signal is inherited as such, and one that comes
    meanwhile is met after the block.
    """
    if not hasattr(signal, "pthread_sigmask"):  # not on Windows
        yield
        return
    resource_tracker.ensure_running()  # it would unblock what is blocked here
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


class Team:
    """Processes of this machine, made ready once by `start`, for several rounds.

    With fewer than two workers all happens in this process. Functions and items must
    be such as can be pickled.
    """

    def __init__(self, start: Callable[[], None], workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        if workers < 2:
            start()
            return
        self._spawning = _Spawning()
        self._pool = ProcessPoolExecutor(workers, self._spawning, initializer=start)

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What `work` gives for each item, in order. *Raises* ProcessEnded."""
        if self._pool is None:
            yield from map(work, items)
            return
        waiting: deque[Future[R]] = deque()
        try:
            for item in items:
                with _deaf_workers():
                    waiting.append(self._pool.submit(work, item))
                if len(waiting) >= self._workers * _WAITING:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool:
            raise ProcessEnded from None

    def __enter__(self) -> "Team":
        return self

    def __exit__(self, fault: object, *_: object) -> None:
        if self._pool:
            if fault:
                self._spawning.end()
            self._pool.shutdown(cancel_futures=True)


_screener: list[Screener] = []  # a worker's own, made once when it starts


def _start(job: Job) -> None:
    _screener.append(job.screener())


def _work(chunk: list[Case]) -> list[Assessment]:
    return list(_screener[0].assess_all(chunk))
