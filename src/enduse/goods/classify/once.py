"""Texts that come again and again, each asked once, told as often as they came.

Which texts are asked together depends on the texts alone, not on how fast the answers
come, so that these are the same for any number of processes.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

T = TypeVar("T")
_READ = 2000  # texts read at most to find a batch of new ones


class Once(Generic[T]):
    """The texts of a source in batches without repeats; their answers in its order.

    `kept` is how many different texts are remembered; after these all are new again.

    *Example*:
    >>> once = Once[int](iter(["a", "bb", "a"]), size=2, kept=10)
    >>> [list(once.told([len(text) for text in batch])) for batch in once.batches()]
    [[1, 2], [1]]
    """

    def __init__(self, source: Iterator[str], *, size: int, kept: int) -> None:
        self._source = source
        self._size = size
        self._kept = kept
        self._round = 0
        self._seen: set[str] = set()
        self._order: deque[tuple[int, str]] = deque()
        self._asked: deque[list[tuple[int, str]]] = deque()
        self._known: dict[tuple[int, str], T] = {}

    def batches(self) -> Iterator[list[str]]:
        """Texts that were not asked yet; an empty batch where all that came were."""
        while texts := list(self._next()):
            new = [text for text, fresh in texts if fresh]
            self._order.extend((self._round, text) for text, _ in texts)
            self._asked.append([(self._round, text) for text in new])
            if len(self._seen) >= self._kept:
                self._seen.clear()
                self._round += 1
            yield new

    def _next(self) -> Iterator[tuple[str, bool]]:
        """Some texts and whether each is new, until a batch of new ones is full."""
        begun = len(self._seen)
        for text in islice(self._source, _READ):
            fresh = text not in self._seen
            self._seen.add(text)
            yield text, fresh
            if len(self._seen) - begun == self._size:
                return

    def told(self, answers: Sequence[T]) -> Iterator[T]:
        """All that can be told with the answers to the batch that was asked longest."""
        self._known.update(zip(self._asked.popleft(), answers, strict=True))
        while self._order and self._order[0] in self._known:
            yield self._known[self._order.popleft()]
        if len(self._known) > 2 * self._kept:
            wanted = {self._round, *(came for came, _ in self._order)}
            self._known = {k: v for k, v in self._known.items() if k[0] in wanted}
