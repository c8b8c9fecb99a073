"""What is known of the words that were met, found once for each."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_KEPT = 1 << 18


class Met(dict[str, T]):
    """Words and what `find` finds of each, when it is asked for; not too many.

    *Example*

    >>> Met(len)["luch"]
    4
    """

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, word: str) -> T:
        if len(self) >= _KEPT:
            self.clear()
        found = self[word] = self._find(word)
        return found
