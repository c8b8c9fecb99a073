"""Candidates of one query, found in plain numbers: what `candidates` does for many.

Most names have no like on any list, and a few steps tell that. Where a query has many
rows to look at, `one_rows` does it as arrays.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

import numpy as np

from enduse.names import one_bounds
from enduse.names.asked import Query
from enduse.names.bounds import LEAST_ALIKE, ROUNDING
from enduse.names.features.commonness import ENOUGH
from enduse.names.filed import HEAVIEST
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.lookup import Lookup
from enduse.names.one_bounds import Held, Sums
from enduse.names.one_query import FAR, After, OneQuery, Unit
from enduse.names.one_rows import ManyRows, Row, Short
from enduse.names.score import WEAK_ALIAS
from enduse.names.store import Array

POSTINGS_READ = 200_000
SAME_WRITTEN = 400
_READ, _KEPT = 400, 100  # rows beyond which arrays are quicker
_MANY_NAMES = 8
_Best = dict[int, tuple[float, float]]


class _Span(NamedTuple):
    """Where the names of a target stand among the postings that may yet match.

    `held` is what they have in common at most, where `lacking` is what that weighs;
    `alone` the most that a name weighs which has nothing else in common; `unit` what
    was looked up.
    """

    first: int
    last: int
    held: Held
    alone: float
    unit: Unit


class Alone:
    """Finds rows of the index for one query at a time."""

    def __init__(
        self, index: NameIndex, lookup: Lookup, letters: tuple[Array, Array]
    ) -> None:
        self._index = index
        self._lookup = lookup
        self._views = {name: array.data for name, array in index.arrays.items()}
        self._many = ManyRows(index.arrays, index.facts["tokens"], letters)
        self._first, self._letters = (array.data for array in letters)
        self._tokens = index.facts["tokens"]
        self._targets = len(index.arrays["target_weight"])

    def search(self, query: Query) -> list[Row] | None:
        """The rows worth a full comparison, those written alike first, likeliest next.

        Each with the most points it may have. *Unknown*: None for a query that so many
        names may match that a bound must tell.
        """
        asked = OneQuery.of(query, self._index, self._lookup)
        if min(asked.needed) < LEAST_ALIKE:
            return None
        same = self._same_written(asked)
        ranked = self._ranked(asked) if asked.units else []
        if same is None or ranked is None:
            return None
        if not same:
            return ranked
        whole = [(row, 1.0) for row in same]
        return whole + [found for found in ranked if found[0] not in same]

    def _same_written(self, asked: OneQuery) -> dict[int, None] | None:
        """Rows that are the query but for blanks. *Unknown*: None for very many."""
        filed, values = self._views["glued_hash"], self._views["glued_value"]
        found: dict[int, None] = {}
        for text in (asked.form.glued, asked.form.raw):
            if not text:
                continue
            raw = text.encode("utf-8", "surrogatepass")
            made = int.from_bytes(blake2b(raw, digest_size=8).digest(), "little")
            first = bisect_left(filed, made)
            last = bisect_right(filed, made, first)
            if last - first > SAME_WRITTEN:
                return None
            found.update(dict.fromkeys(values[first:last].tolist()))
        return {row: None for row in found if self._may_be(asked, row)}

    def _may_be(self, asked: OneQuery, row: int) -> bool:
        """Names of another script say nothing more than the Latin ones beside them."""
        return asked.marked or not self._views["name_shadowed"][row]

    def _ranked(self, asked: OneQuery) -> list[Row] | None:
        """The rows that can reach what is needed, best first.

        Those that hold an anchor, or whose initials may stand for other words.
        *Unknown*: None where more names are to be read than one query may.
        """
        spans = list(self._spans(asked))
        short = list(self._with_initials(asked))
        read = sum([span.last - span.first for span in spans])
        if read > POSTINGS_READ:
            return None
        if read + sum([last - first for first, last, _ in short]) > _READ:
            held = [(span.first, span.last) for span in spans]
            return self._many.bounded(asked, self._many.held(held, short))
        rows = self._rows(asked, spans, short)
        if len(rows) > _KEPT:
            return self._many.bounded(asked, np.array(sorted(rows)))
        return self._bounded(asked, rows) if rows else []

    def _rows(
        self, asked: OneQuery, spans: Sequence[_Span], short: Sequence[Short]
    ) -> set[int]:
        """The rows of a few spans that can reach what is needed though all agreed."""
        rows: set[int] = set()
        posting, initials = self._views["posting"], self._views["name_initials"]
        told: Unit | None = None
        others = None
        for first, last, held, alone, unit in spans:
            if unit is not told:
                others, told = self._others(asked, unit), unit
            found = posting[first:last].tolist()
            if others:
                found = self._with_more(found, alone, others)
            rows.update(self._reach(asked, found, held))
        for first, last, letters in short:
            found = posting[first:last].tolist()
            rows.update([row for row in found if initials[row] & letters])
        return {row for row in rows if self._may_be(asked, row)}

    def _others(self, asked: OneQuery, unit: Unit) -> tuple[set[int], set[int]] | None:
        """What the other units may stand for: listed words, and pairs of neighbours.

        *Unknown*: None for a query with initials, which stand for any word.
        """
        if True in asked.initial:
            return None
        words = {
            x for other in asked.units if other is not unit for x in other.found.ids
        }
        pairs = {x - self._tokens for x in words if x >= self._tokens}
        return words, pairs

    def _spans(self, asked: OneQuery) -> Iterator[_Span]:
        """The names of each target of an anchor that weigh little enough to match."""
        anchors = asked.anchors()
        for unit in asked.units:
            after = anchors[unit.first]
            if unit.second >= 0:
                after = min(after, anchors[unit.second])
            if after.place != FAR:
                yield from self._of_anchor(asked, unit, after)

    def _of_anchor(self, asked: OneQuery, unit: Unit, after: After) -> Iterator[_Span]:
        views = self._views
        ends, keys, owns = (
            views[name] for name in ("posting_ends", "posting_key", "target_weight")
        )
        weight, bars, (_, rest, rest_weight, theirs) = unit.weight, asked.bars, after
        apart = asked.total - weight
        extra = max(0.0, apart - rest_weight)
        for target, alike in zip(unit.found.ids, unit.found.likeness, strict=True):
            first, last = ends[target], ends[target + 1]
            if last == first:
                continue
            alike, own = min(alike, unit.most), owns[target]
            both = one_bounds.both_weigh(own, weight, alike)
            agree, common = both * alike + rest, both + rest
            lacking = one_bounds.most_lacking(agree, common, extra, bars)
            if lacking < 0:
                continue
            if last - first >= _MANY_NAMES:
                most = own + theirs + lacking + ROUNDING
                key = target * HEAVIEST + min(most, HEAVIEST - 1.0)
                last = bisect_right(keys, key, first, last)
                if last == first:
                    continue
            alone = one_bounds.most_lacking(both * alike, both, apart, bars)
            alone = own + alone + ROUNDING if alone >= 0 else -1.0
            sure = one_bounds.certain(min(own, weight), alike) + rest
            held = Held(agree, common, sure, extra, own + theirs)
            yield _Span(first, last, held, alone, unit)

    def _with_more(
        self, rows: Sequence[int], alone: float, others: tuple[set[int], set[int]]
    ) -> list[int]:
        """The rows that weigh so little, or may have another word in common."""
        views = self._views
        ends, tokens, whole = (
            views[name] for name in ("name_ends", "name_token", "name_weight")
        )
        short, two = views["name_initials"], views["name_pair"]
        words, pairs = others
        kept = []
        for row in rows:
            if whole[row] > alone and not short[row]:
                first, last = ends[row], ends[row + 1]
                if words.isdisjoint(tokens[first:last]) and (
                    not pairs or pairs.isdisjoint(two[first:last])
                ):
                    continue
            kept.append(row)
        return kept

    def _reach(self, asked: OneQuery, rows: Sequence[int], said: Held) -> Iterator[int]:
        """The rows that can reach what is needed though all else agreed."""
        whole = self._views["name_weight"]
        alike, common, sure, extra, shared = said
        for row in rows:
            lacking = max(0.0, whole[row] - shared)
            held = Held(alike, common, sure, extra, lacking)
            if self._most(asked, held, row) is not None:
                yield row

    def _most(self, asked: OneQuery, held: Held, row: int) -> float | None:
        """The most points that a row can have, None where they fall short."""
        views = self._views
        ends, kind = views["name_ends"], views["name_kind"][row]
        single = ends[row + 1] - ends[row] == 1
        lone = single and held.extra > asked.spare
        if asked.given and KINDS[kind] in ENOUGH:
            lone = lone or not views["name_initials"][row]
        most = one_bounds.points(
            held,
            kind,
            several=not single and asked.costs(kind),
            lone=lone,
            lifted=bool(asked.form.legal),
        )
        if views["name_weak"][row]:
            most += WEAK_ALIAS
        return most if most + ROUNDING >= asked.needed[kind] else None

    def _with_initials(self, asked: OneQuery) -> Iterator[Short]:
        """The same for names with initials that other words may be the rest of."""
        ends = self._views["posting_ends"]
        alone = all(asked.initial)
        for unit in asked.units:
            if asked.initial[unit.first] and unit.second < 0 and not alone:
                continue
            others = asked.letters(unit.first)
            for target in unit.found.ids if others else ():
                at = target + self._targets
                if ends[at + 1] > ends[at]:
                    yield ends[at], ends[at + 1], others

    def _bounded(self, asked: OneQuery, rows: set[int]) -> list[Row]:
        """The rows that can reach what is needed, all their words known."""
        best = asked.best()
        by_letter = asked.by_letter()
        pairs = any(target >= self._tokens for target in best)
        kept = []
        for row in rows:
            tokens, targets = self._words(row, pairs=pairs)
            sums = self._sums(best, targets)
            if self._views["name_initials"][row] or by_letter[1]:
                self._add_short(sums, by_letter, tokens)
            held = sums.held(asked.total, self._views["name_weight"][row])
            most = self._most(asked, held, row)
            if most is not None:
                kept.append((row, most))
        return sorted(kept, key=lambda found: (-found[1], found[0]))

    def _words(self, row: int, *, pairs: bool) -> tuple[list[int], list[int]]:
        """The tokens of a name, and with its neighbours as one what may be hit."""
        views = self._views
        first, last = views["name_ends"][row : row + 2]
        tokens: list[int] = views["name_token"][first:last].tolist()
        if not pairs:
            return tokens, tokens
        both = views["name_pair"][first:last].tolist()
        return tokens, tokens + [self._tokens + at for at in both if at >= 0]

    def _sums(self, best: _Best, targets: Sequence[int]) -> Sums:
        sums, own = Sums(), self._views["target_weight"]
        for target in targets:
            if held := best.get(target):
                sums.add(own[target], held[1], held[0])
        return sums

    def _add_short(
        self,
        sums: Sums,
        by_letter: tuple[dict[int, float], dict[int, float]],
        tokens: Sequence[int],
    ) -> None:
        """Adds what initials may stand for on either side."""
        long, short = by_letter
        own = self._views["vocab_weight"]
        for token in tokens:
            if weight := long.get(self._letters[token]):
                sums.add_optional(own[token], weight)
            if weight := short.get(self._first[token]):
                sums.add_optional(own[token], weight)
