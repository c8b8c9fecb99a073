"""Words of a set that are one letter off a given word, found without trying each."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

LONGEST = 40  # letters; no known word is as long, and rests of a longer one cost much
# Letters of an end of a word, the beginnings of so many, and the ends.
_Ends = tuple[int, set[str], set[str]]


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
        self._ends: dict[int, list[_Ends]] = {}
        by_size: dict[tuple[int, int], _Ends] = {}
        for word in self._place:
            for rest in rests(word):
                self._by_rest.setdefault(rest, []).append(word)
            sure = max(0, len(word) - 1) // 2
            for size in (len(word) - 1, len(word), len(word) + 1):
                if (size, sure) not in by_size:
                    by_size[size, sure] = (sure, set(), set())
                    self._ends.setdefault(size, []).append(by_size[size, sure])
                by_size[size, sure][1].add(word[:sure])
                by_size[size, sure][2].add(word[len(word) - sure :])

    def near(self, word: str) -> tuple[str, ...]:
        """The words of the set one letter off, in the order they were given in."""
        size = len(word)
        for sure, fronts, backs in self._ends.get(size, ()):
            if word[:sure] in fronts or word[size - sure :] in backs:
                return self._near(word)
        return ()

    def _near(self, word: str) -> tuple[str, ...]:
        shared = rests(word)
        if self._by_rest.keys().isdisjoint(shared):
            return ()
        found = {one for rest in shared for one in self._by_rest.get(rest, ())}
        off = (one for one in found if OSA.distance(one, word, score_cutoff=1) == 1)
        return tuple(sorted(off, key=self._place.__getitem__))


@lru_cache(maxsize=1024)  # several sets are asked for the same word
def rests(word: str) -> frozenset[str]:
    """The word itself, and the word without each of its letters."""
    if len(word) > LONGEST:
        return frozenset([word])
    less = [word[:at] + word[at + 1 :] for at in range(len(word))]
    return frozenset([word, *less])
