"""Values filed under hashes, found in one step however many there are.

The first bits of a hash give its bucket, of which there are about as many as hashes;
the last 32 bits tell which values of the bucket are meant.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from enduse.names.hashing import Hashes
from enduse.names.store import Array

_HALF = 32  # bits
_WORD = (1 << _HALF) - 1
_REST = np.uint64(_WORD)
_LEAST_BITS, _MOST_BITS = 4, 28
_TURN = 19  # bits of how many hashes are put in order at a time
_NONE = np.zeros(0, dtype=np.int64)


def file(name: str, hashes: Hashes, values: Array) -> dict[str, Array]:
    """The arrays of a table: where buckets end, rests of hashes, values."""
    bits = min(_MOST_BITS, max(_LEAST_BITS, len(hashes).bit_length()))
    counts = np.zeros(1 << bits, dtype=np.uint32)
    rest = np.empty(len(hashes), dtype=np.uint32)
    filed = np.empty(len(hashes), dtype=np.int32)
    first = 0
    for at in _in_turn(hashes):
        ours, theirs = hashes[at], values[at]
        ours, theirs = ordered(ours, theirs)
        last = first + len(ours)
        rest[first:last] = ours & _REST
        filed[first:last] = theirs
        bucket = _bucket(ours, bits)
        begins = starts(bucket)
        counts[bucket[begins]] = np.diff(begins, append=len(bucket))
        first = last
    ends = np.zeros((1 << bits) + 1, dtype=np.uint32)
    np.cumsum(counts, out=ends[1:])
    return {f"{name}_ends": ends, f"{name}_rest": rest, f"{name}_value": filed}


def ordered(hashes: Hashes, values: Array) -> tuple[Hashes, Array]:
    """The hashes in order, each with its value beside it; equal ones by values.

    Two plain sorts are several times faster than one by two keys. Values are numbers
    of 32 bits, none negative.
    """
    order = np.argsort(hashes)
    hashes, beside = hashes[order], values[order]
    keyed = np.zeros(len(hashes), dtype=np.int64)
    np.cumsum(hashes[1:] != hashes[:-1], out=keyed[1:])
    keyed <<= _HALF
    keyed |= beside
    keyed.sort()
    keyed &= _WORD
    return hashes, keyed.astype(values.dtype)


def _in_turn(hashes: Hashes) -> Iterator[Array]:
    """The places of hashes, the lowest hashes first, so many that memory holds."""
    parts = min(_LEAST_BITS, max(0, (len(hashes) >> _TURN).bit_length()))
    if not parts:
        yield np.arange(len(hashes))
        return
    part = _bucket(hashes, parts).astype(np.uint8)
    for number in range(1 << parts):
        yield np.flatnonzero(part == number)


def held(arrays: dict[str, Array], name: str, hashes: Hashes) -> tuple[Array, Array]:
    """The place of a hash beside each value filed under it."""
    ends, rest = arrays[f"{name}_ends"], arrays[f"{name}_rest"]
    bits = len(ends).bit_length() - 1
    bucket = _bucket(hashes, bits)
    first = ends[bucket].astype(np.int64)
    counts = ends[bucket + 1] - first
    hit = counts.nonzero()[0]
    at = hit.repeat(counts[hit])
    places = ranges(first[hit], counts[hit])
    same = rest[places] == (hashes & _REST).astype(np.uint32)[at]
    return at[same], arrays[f"{name}_value"][places[same]].astype(np.int64)


class Held:
    """A table read in place, for a few hashes: what `held` gives for many."""

    def __init__(self, arrays: dict[str, Array], name: str) -> None:
        self._ends = arrays[f"{name}_ends"].data
        self._rest = arrays[f"{name}_rest"].data
        self._value = arrays[f"{name}_value"].data
        self._shift = 64 - (len(self._ends).bit_length() - 1)

    def of(self, hashes: Iterable[int]) -> list[int]:
        """The values filed under any of the hashes, in order, each once."""
        ends, rest, value, shift = self._ends, self._rest, self._value, self._shift
        found = set()
        for hash_ in hashes:
            bucket = hash_ >> shift
            place, last = ends[bucket], ends[bucket + 1]
            while place < last:
                if rest[place] == hash_ & _WORD:
                    found.add(value[place])
                place += 1
        return sorted(found)


def _bucket(hashes: Hashes, bits: int) -> Array:
    return (hashes >> np.uint64(64 - bits)).astype(np.int64)


def ranges(first: Array, counts: Array) -> Array:
    """The numbers first, first+1, ... of each range, `counts` of them, in one array."""
    ends = counts.cumsum()
    total = int(ends[-1]) if len(ends) else 0
    if not total:
        return _NONE
    if len(ends) == 1:
        return np.arange(first[0], first[0] + total)
    found: Array = (first - ends + counts).repeat(counts) + np.arange(total)
    return found


def starts(ordered: Array) -> Array:
    """The places at which another value begins."""
    if not len(ordered):
        return _NONE
    begins = np.empty(len(ordered), dtype=np.bool_)
    begins[0] = True
    np.not_equal(ordered[1:], ordered[:-1], out=begins[1:])
    found: Array = begins.nonzero()[0]
    return found


def distinct(values: Array) -> Array:
    """The values in order, each once."""
    if len(values) < 2:
        return values
    ordered = np.sort(values)
    return ordered[starts(ordered)]
