"""The names of listings read into columns, by several processes where they are many."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple
from zlib import crc32

from enduse.model import ListedName, Listing, PartyKind
from enduse.names.columns import Asked, Columns, of_listings
from enduse.names.form import parse
from enduse.names.kept import Kept, key_of
from enduse.names.uncollected import uncollected
from enduse.text.common_names import share
from enduse.text.concepts import is_trade_word
from enduse.text.given_names import cluster

__all__ = ["Part", "parts", "uncollected"]

_ALONE = 8_000  # listings that one process reads sooner than others start
_TOGETHER = 1000  # listings handed over at once, at most
_AHEAD = 4  # such parts that wait for each process
_MOST_AHEAD = 4 * _AHEAD  # with those that are read already
_CUT = 400  # of so many listings one ends a part, where readings are kept
_TRADE_LETTERS = 4  # of a word by which a name is a firm's
_PERSONAL = 2  # words by which it is a person's all the same: `Hakim Nur Sarraf`

Part = tuple[list[Listing], Columns]


class _Piece(NamedTuple):
    """Listings, what is read of them, and the key under which that is kept, or ''."""

    listings: list[Listing]
    asked: list[Asked]
    key: str


def parts(listings: Iterable[Listing], kept: Kept | None = None) -> Iterator[Part]:
    """The listings in order, some at a time, with the columns of their names.

    Those that were `kept` are not read again.
    """
    pieces = _pieces(listings, kept is not None)
    workers = (os.cpu_count() or 1) - 1 if hasattr(os, "fork") else 0
    read = 0
    for piece in pieces:
        columns = kept.columns(piece.key) if kept else None
        if columns is None:
            if workers > 0 and read >= _ALONE:
                yield from _together(chain([piece], pieces), workers, kept)
                return
            columns = of_listings(piece.asked)
            read += len(piece.listings)
        if kept:
            kept.keep(piece.key, columns)
        yield piece.listings, columns


def _pieces(listings: Iterable[Listing], is_kept: bool) -> Iterator[_Piece]:
    """The listings some at a time, with what is read of them.

    Where readings are kept, the id of a listing may say that a part ends with it: so
    one listing more or less on a list leaves all other parts as they were.
    """
    part: list[Listing] = []
    for listing in listings:
        part.append(listing)
        is_end = is_kept and not crc32(listing.id.encode("utf-8", "replace")) % _CUT
        if is_end or len(part) >= _TOGETHER:
            yield _piece(part, is_kept)
            part = []
    if part:
        yield _piece(part, is_kept)


def _read_as(listing: Listing) -> PartyKind:
    """The kind by which the names of a listing are read: a firm's where one says so.

    Some lists do not say what their parties are; a legal form does, or a trade word.
    """
    if listing.kind != "unknown":
        return listing.kind
    is_firm = any(
        parse(name.text).legal or _is_of_trade(name) for name in listing.names
    )
    return "entity" if is_firm else "unknown"


def _is_of_trade(name: ListedName) -> bool:
    """Whether a name has a word of trade, and not two that persons are called by."""
    words = parse(name.text, "entity").spelt
    named = [word for word in words if share(word) or cluster(word) >= 0]
    trade = (
        len(word) >= _TRADE_LETTERS and is_trade_word(word)
        for word in words
        if word not in named
    )
    return len(named) < _PERSONAL and any(trade)


def _piece(part: list[Listing], is_kept: bool) -> _Piece:
    asked = [(_read_as(x), tuple([(n.text, n.weak) for n in x.names])) for x in part]
    return _Piece(part, asked, key_of(asked) if is_kept else "")


def _together(
    pieces: Iterator[_Piece], workers: int, kept: Kept | None
) -> Iterator[Part]:
    """The parts, by processes and, while the next one is not there, by this one."""
    from multiprocessing import get_context

    piece = next(pieces, None)
    with get_context("fork").Pool(workers) as pool:
        waiting: deque[tuple[_Piece, Any]] = deque()
        while piece or waiting:
            few = sum(not x.ready() for _, x in waiting) < workers * _AHEAD
            few = few and len(waiting) < workers * _MOST_AHEAD
            if piece and (few or not waiting[0][1].ready()):
                columns = kept.columns(piece.key) if kept else None
                if columns is None and few:
                    begun = pool.apply_async(of_listings, (piece.asked,))
                    waiting.append((piece, begun))
                else:
                    read = of_listings(piece.asked) if columns is None else columns
                    waiting.append((piece, _Done(read)))
                piece = next(pieces, None)
                continue
            done, found = waiting.popleft()
            columns = found.get()
            if kept:
                kept.keep(done.key, columns)
            yield done.listings, columns


@dataclass(frozen=True, slots=True)
class _Done:
    """What this process read itself, or had."""

    columns: Columns

    def ready(self) -> bool:
        """That it is there."""
        return True

    def get(self) -> Columns:
        """What was read."""
        return self.columns
