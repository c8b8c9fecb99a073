"""The names of listings read into forms, by several processes where they are many."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from enduse.model import Listing, PartyKind
from enduse.names.form import NameForm, parse

_ALONE = 20_000  # listings that one process reads sooner than others start
_TOGETHER = 2000  # listings handed over at once
_AHEAD = 8  # such parts that may wait
Read = tuple[Listing, list[NameForm]]
_Texts = list[tuple[str, PartyKind]]
_Plain = tuple[tuple[str, ...], tuple[str, ...], bool, tuple[str, ...], str]


def forms(listings: Iterable[Listing]) -> Iterator[Read]:
    """Each listing, in order, with the forms of its names."""
    rest = iter(listings)
    for listing in islice(rest, _ALONE):
        yield listing, [parse(name.text, listing.kind) for name in listing.names]
    workers = (os.cpu_count() or 1) - 1
    if workers < 1 or not hasattr(os, "fork"):
        for listing in rest:
            yield listing, [parse(name.text, listing.kind) for name in listing.names]
        return
    yield from _together(rest, workers)


def _together(listings: Iterator[Listing], workers: int) -> Iterator[Read]:
    from multiprocessing import get_context

    part = list(islice(listings, _TOGETHER))
    if not part:
        return
    with get_context("fork").Pool(workers) as pool:
        waiting: deque[tuple[list[Listing], Any]] = deque()
        while part or waiting:
            if part:
                waiting.append((part, pool.apply_async(_read, (_texts(part),))))
                part = list(islice(listings, _TOGETHER))
            if waiting and (not part or len(waiting) >= _AHEAD):
                held, found = waiting.popleft()
                yield from _joined(held, found.get())


def _texts(listings: Sequence[Listing]) -> _Texts:
    return [(name.text, x.kind) for x in listings for name in x.names]


def _read(texts: _Texts) -> list[_Plain]:
    """Forms without their texts, which the asking process has."""
    read = (parse(text, kind) for text, kind in texts)
    return [(f.tokens, f.legal, f.cut, f.spelt, f.raw) for f in read]


def _joined(listings: Sequence[Listing], read: Sequence[_Plain]) -> Iterator[Read]:
    at = iter(read)
    for listing in listings:
        yield listing, [NameForm(name.text, *next(at)) for name in listing.names]


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for cycles inside, which finds none among so many plain values."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
