"""The names of listings read into forms, by several processes where they are many."""

import gc
import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

from enduse.model import ListedName, Listing, PartyKind
from enduse.names import spot_keys
from enduse.names.form import NameForm, other_forms, parse

_ALONE = 8_000  # listings that one process reads sooner than others start
_TOGETHER = 1000  # listings handed over at once
_AHEAD = 4  # such parts that wait for each process


@dataclass(frozen=True, slots=True)
class Reading:
    """A listed name as it is read: its form, its other ones, and how texts have it.

    `spot` is the key under which it is looked for in texts, or ''.
    """

    form: NameForm
    others: tuple[NameForm, ...]
    spot: str


Read = tuple[Listing, list[Reading]]
_Asked = list[tuple[ListedName, PartyKind]]
_Form = tuple[tuple[str, ...], tuple[str, ...], bool, tuple[str, ...], str]
_Plain = tuple[_Form, tuple[_Form, ...], str]


def of_name(name: ListedName, kind: PartyKind) -> Reading:
    """The reading of one listed name."""
    form = parse(name.text, kind)
    others = other_forms(name.text, kind)
    return Reading(form, others, spot_keys.of_name(name, kind, form))


def of_listing(listing: Listing) -> list[Reading]:
    """The readings of a listing's names, in their order."""
    return [of_name(name, listing.kind) for name in listing.names]


def readings(listings: Iterable[Listing]) -> Iterator[Read]:
    """Each listing, in order, with the readings of its names."""
    rest = iter(listings)
    for listing in islice(rest, _ALONE):
        yield listing, of_listing(listing)
    workers = (os.cpu_count() or 1) - 1
    if workers < 1 or not hasattr(os, "fork"):
        for listing in rest:
            yield listing, of_listing(listing)
        return
    yield from _together(rest, workers)


def _together(listings: Iterator[Listing], workers: int) -> Iterator[Read]:
    """The readings, by processes and, while the next part is not there, by this one."""
    from multiprocessing import get_context

    part = list(islice(listings, _TOGETHER))
    if not part:
        return
    with get_context("fork").Pool(workers) as pool:
        waiting: deque[tuple[list[Listing], Any]] = deque()
        while part or waiting:
            if part and sum(not x.ready() for _, x in waiting) < workers * _AHEAD:
                waiting.append((part, pool.apply_async(_read, (_asked(part),))))
                part = list(islice(listings, _TOGETHER))
                continue
            if part and not waiting[0][1].ready():
                waiting.append((part, _Done(_read(_asked(part)))))
                part = list(islice(listings, _TOGETHER))
            held, found = waiting.popleft()
            yield from _joined(held, found.get())


@dataclass(frozen=True, slots=True)
class _Done:
    """What this process read itself."""

    plain: list[_Plain]

    def ready(self) -> bool:
        """That it is there."""
        return True

    def get(self) -> list[_Plain]:
        """What was read."""
        return self.plain


def _asked(listings: Sequence[Listing]) -> _Asked:
    return [(name, x.kind) for x in listings for name in x.names]


def _read(asked: _Asked) -> list[_Plain]:
    """Readings without their texts, which the asking process has."""
    read = (of_name(*both) for both in asked)
    return [(_plain(r.form), tuple(map(_plain, r.others)), r.spot) for r in read]


def _plain(form: NameForm) -> _Form:
    return form.tokens, form.legal, form.cut, form.spelt, form.raw


def _joined(listings: Sequence[Listing], read: Sequence[_Plain]) -> Iterator[Read]:
    at = iter(read)
    for listing in listings:
        yield listing, [_whole(name.text, next(at)) for name in listing.names]


def _whole(text: str, plain: _Plain) -> Reading:
    form, others, spot = plain
    rest = tuple(NameForm(text, *other) for other in others)
    return Reading(NameForm(text, *form), rest, spot)


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
