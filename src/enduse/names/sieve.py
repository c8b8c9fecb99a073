"""Which listed names may hold another word of a query, told by a few bits of each.

A name that is found by one word of a query mostly has no other in common with it, and
falls short of the need. Whether it may have is told by bits: each word sets one in some
numbers, and names whose numbers have none in common with the query's are left out
before anything else of them is read. An initial of a query may stand for any word that
begins with it, which bits of first letters tell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from enduse.names.hashed import ranges, starts
from enduse.names.hits import Hits
from enduse.names.store import Array

_ODD = tuple(
    np.uint64(odd)
    for odd in (0x9E3779B97F4A7C15, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F)
)
_TOP = np.uint64(58)  # what is left of a number of 64 bits tells one of them
_ONE = np.uint64(1)  # a bit of initials, which may stand for any word
_NO_BITS = np.uint64(0)
_NO_LETTER = np.uint32(0)
_ALL = np.uint64(0xFFFFFFFFFFFFFFFF)
AT_ONCE = 1 << 13  # names of which a processor keeps at hand what is read

Bits = list[Array]


@dataclass(frozen=True, slots=True)
class Spans:
    """Names to read for words of queries: a span of postings for each.

    *Units*: `light` is what a name weighs at most that has nothing else in common;
    `others` are the bits of what else may be, `letters` those of what initials of the
    query may stand for: see `Sieve.begin`.
    """

    first: Array
    counts: Array
    light: Array
    others: Bits
    letters: Array

    def chunks(self) -> Iterator[slice]:
        """The spans in parts of so many names."""
        upto = self.counts.cumsum()
        start, read = 0, 0
        while start < len(upto):
            end = int(upto.searchsorted(read + AT_ONCE, "right"))
            end = max(start + 1, end)
            yield slice(start, end)
            start, read = end, int(upto[end - 1])


class Sieve:
    """The bits of every name of an index, all of one with initials, and of targets.

    `first` is by token the number of its first letter, or -1; `begin` by name with what
    letters its words begin, as bits.
    """

    def __init__(self, arrays: Mapping[str, Array], tokens: int, first: Array) -> None:
        self._arrays = arrays
        self.begin = _begin(arrays, first)
        made = [_made(arrays, tokens, odd) for odd in _ODD]
        self._names = [names for names, _ in made]
        self._targets = [targets for _, targets in made]

    def kept(self, spans: Spans) -> tuple[Array, Array]:
        """The names of spans that may match, and the place of the span of each."""
        posting, weight = self._arrays["posting"], self._arrays["name_weight"]
        rows, places = [posting[:0]], [np.zeros(0, dtype=np.int64)]
        for part in spans.chunks():
            counts = spans.counts[part]
            found = posting[ranges(spans.first[part], counts)]
            at = np.arange(part.start, part.stop).repeat(counts)
            light = weight[found] <= spans.light[part].repeat(counts)
            if (letters := spans.letters[part]).any():
                light |= (self.begin[found] & letters.repeat(counts)) != 0
            for names, others in zip(self._names, spans.others, strict=True):
                may = (light | ((names[found] & others[at]) != 0)).nonzero()[0]
                found, at, light = found[may], at[may], light[may]
            rows.append(found)
            places.append(at)
        return np.concatenate(rows), np.concatenate(places)

    def others(self, hits: Hits, some: Hits) -> Bits:
        """For some hits the bits of what other words of their query may stand for.

        `hits` are all of the queries.
        """
        word = _word(hits)
        order = np.argsort(word, kind="stable")
        word, targets = word[order], hits.target[order]
        begins = starts(word)
        query = hits.query[order[begins]]
        by_query = np.argsort(query, kind="stable")
        groups = starts(query[by_query])
        place = np.empty(len(by_query), dtype=np.int64)
        place[by_query] = np.arange(len(by_query))
        beside = place[word[begins].searchsorted(_word(some))]
        found = []
        for bits in self._targets:
            own = np.bitwise_or.reduceat(bits[targets], begins)[by_query]
            found.append(_but_own(own, groups)[beside] | _ONE)
        return found


def _word(hits: Hits) -> Array:
    """A number for each word of queries, and for each two that are looked up as one."""
    found: Array = 2 * hits.first + (hits.second >= 0)
    return found


def _made(
    arrays: Mapping[str, Array], tokens: int, odd: np.uint64
) -> tuple[Array, Array]:
    """The bits of names, and of targets: of pairs those of the words they begin with.

    A bit is never that of initials.
    """
    ends, flat, pair = (arrays[f"name_{x}"] for x in ("ends", "token", "pair"))
    every = np.arange(tokens, dtype=np.uint64) * odd
    bits = _ONE << np.maximum(every >> _TOP, _ONE)
    of_words = bits[flat]
    names = np.zeros(len(ends) - 1, dtype=np.uint64)
    held = np.diff(ends).nonzero()[0]
    if len(held):
        names[held] = np.bitwise_or.reduceat(of_words, ends[held])
    names[arrays["name_initials"] != 0] = _ALL
    pairs = np.zeros(len(arrays["target_weight"]) - tokens, dtype=np.uint64)
    at = (pair >= 0).nonzero()[0]
    both, begin = pair[at], of_words[at]
    pairs[both] = begin
    pairs[both[pairs[both] != begin]] = _ALL  # may be parted in two ways
    return names, np.concatenate([bits, pairs])


def _begin(arrays: Mapping[str, Array], first: Array) -> Array:
    """By name the letters with which its words begin, as bits."""
    ends, flat = arrays["name_ends"], arrays["name_token"]
    names = np.zeros(len(ends) - 1, dtype=np.uint32)
    held = np.diff(ends).nonzero()[0]
    if len(held):
        bits = np.uint32(1) << np.maximum(first, 0).astype(np.uint32)
        of_words = np.where(first >= 0, bits, _NO_LETTER)[flat]
        names[held] = np.bitwise_or.reduceat(of_words, ends[held])
    return names


def _but_own(own: Array, begins: Array) -> Array:
    """For each of a query's numbers the bits that its others have.

    Those of one query stand together; it is told where each query begins.
    """
    sizes = np.diff(begins, append=len(own))
    every, twice = own[begins], np.full(len(begins), _NO_BITS)
    more = np.arange(len(begins))
    for place in range(1, int(sizes.max(initial=0))):
        more = more[sizes[more] > place]
        one = own[begins[more] + place]
        twice[more] |= every[more] & one
        every[more] |= one
    found: Array = twice.repeat(sizes) | (every.repeat(sizes) & ~own)
    return found
