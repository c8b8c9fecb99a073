"""The codes of all that names are heard as, of many names at once.

What `spot_heard` gives of one name, each as the checksum by which the field of bits
has it, as arrays. A checksum is linear: that of a text less one letter is that of the
whole, but for what the letter added, led on through as many zeros as letters follow.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.names.hashed import ranges
from enduse.names.spot_heard import (
    ALL_SOUNDED,
    BONES,
    FEWEST,
    HEARD,
    LONG,
    MOST,
    SOUNDED,
    SOUNDS,
)

_POLYNOMIAL = np.uint32(0xEDB88320)  # of CRC-32, as `zlib` has it
_ALL = np.uint32(0xFFFFFFFF)
_ONE, _LAST, _NEXT = np.uint32(1), np.uint32(0xFF), np.uint32(8)
_BYTES = 4  # of a checksum

Codes = NDArray[np.uint32]
Places = NDArray[np.int64]
Told = NDArray[np.bool_]


class Coded(NamedTuple):
    """Codes, and the place of the name that each is of."""

    codes: Codes
    owners: Places


class _Texts(NamedTuple):
    """Texts in one run of bytes: where each begins, and how long it is."""

    run: NDArray[np.uint8]
    first: Places
    size: Places


def coded(names: Sequence[str], before: Sequence[bytes], *, asked: bool) -> Coded:
    """The codes of what is heard of names, their tokens with blanks between.

    `before` is the sign that stands before what is heard of each name. They are those a
    listed name is filed under, or those a name is looked for under that is `asked`.
    """
    if not names:
        return Coded(np.zeros(0, np.uint32), np.zeros(0, np.int64))
    counts = np.fromiter([name.count(" ") for name in names], np.int64, len(names)) + 1
    said = [HEARD[token] for token in " ".join(names).split(" ")]
    bones = _single([one.bones for one in said], counts)
    sounds = _single([one.sounds for one in said], counts)
    by_bones = bones.size >= LONG - asked
    by_sounds = bones.size < LONG + asked
    few = (bones.size >= SOUNDED) & (bones.size <= MOST)
    told = sounds.size >= ALL_SOUNDED
    some = (sounds.size >= SOUNDED) & (sounds.size <= MOST)
    found = [
        *_codes(bones, _begun(before, BONES), bones.size >= FEWEST, by_bones & few),
        *_codes(sounds, _begun(before, SOUNDS), by_sounds & told, by_sounds & some),
    ]
    codes, owners = zip(*found, strict=True)
    return Coded(np.concatenate(codes), np.concatenate(owners))


def _single(parts: Sequence[str], counts: Places) -> _Texts:
    """What is heard of names by their words, of which each has some, as texts.

    Doubled letters are one, as of `skeleton.single`.
    """
    run = np.frombuffer("".join(parts).encode(), dtype=np.uint8)
    upto = np.fromiter(map(len, parts), np.int64, len(parts)).cumsum()
    ends = upto[counts.cumsum() - 1]
    begins = np.concatenate([ends[:1] * 0, ends[:-1]])
    kept = np.ones(len(run), dtype=np.bool_)
    kept[1:] = run[1:] != run[:-1]
    kept[begins[begins < ends]] = True
    left = np.zeros(len(run) + 1, dtype=np.int64)
    np.cumsum(kept, out=left[1:])
    return _Texts(run[kept], left[begins], left[ends] - left[begins])


def _begun(before: Sequence[bytes], sign: str) -> Codes:
    """The checksums of the signs before what is heard."""
    known = {one: _sum_of(one + sign.encode()) for one in set(before)}
    return np.fromiter([known[one] for one in before], np.uint32, len(before))


def _sum_of(text: bytes) -> int:
    """A checksum that goes on: `zlib.crc32` turns round all bits of the last."""
    found = int(_ALL)
    for byte in text:
        found = int(_table()[(found ^ byte) & 0xFF]) ^ found >> 8
    return found


def _codes(
    texts: _Texts, begun: Codes, whole: Told, less_one: Told
) -> list[tuple[Codes, Places]]:
    """The codes of the whole texts among these, and of those that may lack a letter."""
    at = (whole | less_one).nonzero()[0]
    at = at[np.argsort(-texts.size[at], kind="stable")]
    first, size = texts.first[at], texts.size[at]
    sums = np.empty((int(size.max(initial=0)) + 1, len(at)), dtype=np.uint32)
    sums[0] = begun[at]
    longer = np.searchsorted(-size, -np.arange(len(sums) - 1), "left").tolist()
    for done, count in enumerate(longer):
        one = sums[done, :count]
        byte = texts.run[first[:count] + done]
        sums[done + 1, :count] = _table()[(one ^ byte) & _LAST] ^ one >> _NEXT
    ends = sums[size, np.arange(len(at))] ^ _ALL
    less = less_one[at].nonzero()[0]
    many = size[less]
    owner = less.repeat(many)
    place = ranges(np.zeros_like(many), many)
    added = sums[place, owner] ^ sums[place + 1, owner]
    lacking = ends[owner] ^ _led_on(added, size[owner] - 1 - place)
    every = whole[at]
    return [(ends[every], at[every]), (lacking, at[owner])]


def _led_on(sums: Codes, zeros: Places) -> Codes:
    """Checksums led on through so many zeros each."""
    table, base = _zeros(), zeros * (_BYTES << 8)
    found = table[base + (sums & _LAST)]
    for byte in range(1, _BYTES):
        place = base + (byte << 8)
        found ^= table[place + (sums >> np.uint32(8 * byte) & _LAST)]
    return found


@cache
def _table() -> Codes:
    """What a byte adds to a checksum."""
    found = np.arange(1 << 8, dtype=np.uint32)
    for _ in range(8):
        found = found >> _ONE ^ (found & _ONE) * _POLYNOMIAL
    return found


@cache
def _zeros() -> Codes:
    """What a byte at a place of a checksum comes to by zeros behind it: those of none,
    then of one, and so on, by place and by byte.
    """
    byte = np.arange(1 << 8, dtype=np.uint32)
    found = [np.concatenate([byte << np.uint32(8 * at) for at in range(_BYTES)])]
    for _ in range(MOST):
        found.append(_table()[found[-1] & _LAST] ^ found[-1] >> _NEXT)
    return np.concatenate(found)
