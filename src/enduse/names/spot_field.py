"""The field of bits that the words of a text are tried by before anything else.

`spot_keys.bits` makes it of all names that may be looked for in texts.
"""

from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from enduse.names import spot_codes, spot_heard, spot_keys
from enduse.text.met import Met

_WHOLE = 0xFFFFFFFF
_KEPT = 1 << 16  # tokens
_FEW = 40  # names that are sooner tried one by one


def holds(field: bytes, key: str) -> bool:
    """Whether the bit field may hold a key; wrong less than once in a thousand."""
    return holds_any(field, (key.encode(),))


def holds_any(field: bytes, keys: Iterable[bytes]) -> bool:
    """Whether the bit field may hold one of the keys."""
    mask = len(field) * 8 - 1
    for code in map(crc32, keys):
        if not field[(code & mask) >> 3] >> (code & 7) & 1:
            continue
        for odd in spot_keys.ODD:
            place = ((code * odd & _WHOLE) >> spot_keys.APART) & mask
            if not field[place >> 3] >> (place & 7) & 1:
                break
        else:
            return True
    return False


def heard(field: bytes, names: Sequence[Sequence[str]]) -> list[bool]:
    """For each group of names, their tokens with blanks between, whether the bit field
    may hold one that is heard like one of them.
    """
    number: dict[str, int] = {}
    groups = [{number.setdefault(name, len(number)) for name in few} for few in names]
    if len(number) <= _FEW:
        alone = [holds_any(field, _asked(name)) for name in number]
        return [any(alone[at] for at in group) for group in groups]
    none = [b""] * len(number)
    codes, owners = spot_codes.coded(list(number), none, asked=True)
    held = set(owners[_held(field, codes)].tolist())
    return [not held.isdisjoint(group) for group in groups]


def _asked(name: str) -> list[bytes]:
    return spot_heard.asked(spot_heard.heard(name.split()))


def _held(field: bytes, codes: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The places of those codes that the field may hold."""
    bits = np.frombuffer(field, np.uint8)
    mask = np.uint32(len(field) * 8 - 1)
    at: NDArray[np.int64] = _set(bits, codes & mask).nonzero()[0]
    for odd in spot_keys.ODD:
        places = codes[at] * np.uint32(odd) >> np.uint32(spot_keys.APART) & mask
        at = at[_set(bits, places).nonzero()[0]]
    return at


def _set(field: NDArray[np.uint8], places: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The bits of a field at these places."""
    bit = (places & np.uint32(7)).astype(np.uint8)
    found: NDArray[np.uint8] = field[places >> np.uint32(3)] >> bit & np.uint8(1)
    return found


class Heads(dict[str, int]):
    """What a token may begin: `ALONE` a name of one word, `FOLLOWED` one of several.

    A token that begins no name, which most are, is 0.
    """

    ALONE, FOLLOWED = 1, 2

    def __init__(self, field: bytes) -> None:
        self._field = field
        self._pairs: dict[tuple[str, str], bool] = {}
        self._of_ships = Met(lambda token: holds(field, f"{spot_keys.SHIP} {token}"))
        self.formed = Met(
            lambda token: holds(field, f"{spot_keys.FORMED} {token}")
        ).__getitem__

    def __missing__(self, token: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        alone, followed = (holds(self._field, token + end) for end in ("", " "))
        found = self[token] = alone * self.ALONE + followed * self.FOLLOWED
        return found

    def starts(self, tokens: Sequence[str]) -> list[int]:
        """The places at which some spottable name may begin."""
        told = enumerate(map(self.__getitem__, tokens))
        return [at for at, kind in told if kind and self._may(tokens, at, kind)]

    def ships(self, tokens: Sequence[str]) -> list[int]:
        """The places at which some listed ship's name may begin."""
        held = map(self._of_ships.__getitem__, tokens)
        return [at for at, may in enumerate(held) if may]

    def _may(self, tokens: Sequence[str], at: int, kind: int) -> bool:
        if kind & self.ALONE or at + 1 >= len(tokens):
            return bool(kind & self.ALONE)
        both = tokens[at], tokens[at + 1]
        found = self._pairs.get(both)
        if found is None:
            if len(self._pairs) >= _KEPT:
                self._pairs.clear()
            found = self._pairs[both] = holds(self._field, " ".join(both))
        return found
