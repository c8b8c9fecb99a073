"""The names of listings read into columns, by several processes where they are many."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from enduse.model import Listing
from enduse.names.columns import Asked, Columns, of_listings
from enduse.names.uncollected import uncollected

__all__ = ["Part", "parts", "uncollected"]

_ALONE = 8_000  # listings that one process reads sooner than others start
_TOGETHER = 1000  # listings handed over at once
_AHEAD = 4  # such parts that wait for each process

Part = tuple[list[Listing], Columns]


def parts(listings: Iterable[Listing]) -> Iterator[Part]:
    """The listings in order, some at a time, with the columns of their names."""
    rest = iter(listings)
    few = islice(rest, _ALONE)
    while part := list(islice(few, _TOGETHER)):
        yield part, of_listings(_asked(part))
    workers = (os.cpu_count() or 1) - 1
    if workers > 0 and hasattr(os, "fork"):
        yield from _together(rest, workers)
    while part := list(islice(rest, _TOGETHER)):
        yield part, of_listings(_asked(part))


def _together(listings: Iterator[Listing], workers: int) -> Iterator[Part]:
    """The parts, by processes and, while the next one is not there, by this one."""
    from multiprocessing import get_context

    part = list(islice(listings, _TOGETHER))
    if not part:
        return
    with get_context("fork").Pool(workers) as pool:
        waiting: deque[tuple[list[Listing], Any]] = deque()
        while part or waiting:
            if part and sum(not x.ready() for _, x in waiting) < workers * _AHEAD:
                waiting.append((part, pool.apply_async(of_listings, (_asked(part),))))
                part = list(islice(listings, _TOGETHER))
                continue
            if part and not waiting[0][1].ready():
                waiting.append((part, _Done(of_listings(_asked(part)))))
                part = list(islice(listings, _TOGETHER))
            held, found = waiting.popleft()
            yield held, found.get()


@dataclass(frozen=True, slots=True)
class _Done:
    """What this process read itself."""

    columns: Columns

    def ready(self) -> bool:
        """That it is there."""
        return True

    def get(self) -> Columns:
        """What was read."""
        return self.columns


def _asked(listings: Sequence[Listing]) -> list[Asked]:
    return [(x.kind, tuple((n.text, n.weak) for n in x.names)) for x in listings]
