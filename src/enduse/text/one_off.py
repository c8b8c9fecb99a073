"""Words of a set that are one letter off a given word, found without trying each."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA


class OneOff:
    """A set of words, kept by what is left of each without one letter.

    Words one insertion, deletion, change or swap apart share such a rest. Before any
    rest is made, a word is tried by its ends: of `2n + 1` letters or more, the first
    `n` or the last are as they should be.

    *Example*

    >>> OneOff(["limited", "holding"]).near("limitde")
    ('limited',)
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._place = {word: place for place, word in enumerate(words)}
        self._by_rest: dict[str, list[str]] = {}
        self._ends: dict[int, dict[int, set[str]]] = {}
        for word in self._place:
            for rest in rests(word):
                self._by_rest.setdefault(rest, []).append(word)
            for size in (len(word) - 1, len(word), len(word) + 1):
                sure = max(0, len(word) - 1) // 2
                ends = self._ends.setdefault(size, {}).setdefault(sure, set())
                ends.update((f"{word[:sure]}-", f"-{word[len(word) - sure :]}"))

    def near(self, word: str) -> tuple[str, ...]:
        """The words of the set one letter off, in the order they were given in."""
        if not self._may_be_near(word):
            return ()
        shared = rests(word)
        if self._by_rest.keys().isdisjoint(shared):
            return ()
        found = {one for rest in shared for one in self._by_rest.get(rest, ())}
        off = (one for one in found if OSA.distance(one, word, score_cutoff=1) == 1)
        return tuple(sorted(off, key=self._place.__getitem__))

    def _may_be_near(self, word: str) -> bool:
        """Whether an end of the word is an end of one of the set."""
        size = len(word)
        for sure, ends in self._ends.get(size, {}).items():
            if f"{word[:sure]}-" in ends or f"-{word[size - sure :]}" in ends:
                return True
        return False


@lru_cache(maxsize=1024)  # several sets are asked for the same word
def rests(word: str) -> frozenset[str]:
    """The word itself, and the word without each of its letters."""
    less = [word[:at] + word[at + 1 :] for at in range(len(word))]
    return frozenset([word, *less])
