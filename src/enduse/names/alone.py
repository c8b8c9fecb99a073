"""Candidates of one query, found in plain numbers: what `candidates` does for many.

Most names have no like on any list, and a few steps tell that. Where a query has too
many rows to look at one after another, arrays are the quicker way.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from enduse.names import one_bounds
from enduse.names.asked import Query
from enduse.names.bounds import LEAST_ALIKE, ROUNDING
from enduse.names.features.name import NAME_MAX
from enduse.names.filed import HEAVIEST
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.one_bounds import Held, Sums
from enduse.names.one_query import FAR, After, OneQuery, Unit
from enduse.names.score import WEAK_ALIAS
from enduse.names.store import Array

_READ, _KEPT = 400, 120  # rows beyond which arrays are quicker
_MANY_NAMES = 8
_Row = tuple[int, float]
_Best = dict[int, tuple[float, float]]


class _TooMany(Exception):
    """There are more rows than are looked at one after another."""


class Alone:
    """Finds rows of the index for one query at a time."""

    def __init__(
        self, index: NameIndex, lookup: Lookup, letters: tuple[Array, Array]
    ) -> None:
        self._index = index
        self._lookup = lookup
        self._views = {name: array.data for name, array in index.arrays.items()}
        self._first, self._letters = (array.data for array in letters)
        self._tokens = index.facts["tokens"]
        self._targets = len(index.arrays["target_weight"])

    def search(self, query: Query) -> list[_Row] | None:
        """The rows worth a full comparison, those written alike first, likeliest next.

        Each with the most points it may have. *Unknown*: None where arrays should.
        """
        asked = OneQuery.of(query, self._index, self._lookup)
        if min(asked.needed) < LEAST_ALIKE:
            return None
        try:
            same = self._same_written(asked)
            rows = self._rows(asked) if asked.units else set()
        except _TooMany:
            return None
        ranked = self._bounded(asked, rows) if rows else []
        if not same:
            return ranked
        whole = [(row, 1.0) for row in same]
        return whole + [found for found in ranked if found[0] not in same]

    def _same_written(self, asked: OneQuery) -> dict[int, None]:
        """Rows that are the query but for blanks."""
        filed, values = self._views["glued_hash"], self._views["glued_value"]
        found: dict[int, None] = {}
        for text in (asked.form.glued, asked.form.raw):
            if not text:
                continue
            raw = text.encode("utf-8", "surrogatepass")
            made = int.from_bytes(blake2b(raw, digest_size=8).digest(), "little")
            first = bisect_left(filed, made)
            last = bisect_right(filed, made, first)
            if last - first > _KEPT:
                raise _TooMany
            found.update(dict.fromkeys(values[first:last].tolist()))
        return {row: None for row in found if self._may_be(asked, row)}

    def _may_be(self, asked: OneQuery, row: int) -> bool:
        """Names of another script say nothing more than the Latin ones beside them."""
        return asked.marked or not self._views["name_shadowed"][row]

    def _rows(self, asked: OneQuery) -> set[int]:
        """Rows that hold an anchor, or whose initials may stand for other words."""
        rows: set[int] = set()
        anchors, read = asked.anchors(), 0
        for unit in asked.units:
            after = anchors[unit.first]
            if unit.second >= 0:
                after = min(after, anchors[unit.second])
            if after.place == FAR:
                continue
            others = self._others(asked, unit)
            for found, held, alone in self._postings(asked, unit, after):
                read += len(found)
                if read > _READ:
                    raise _TooMany
                if others:
                    found = self._with_more(found, alone, others)
                rows.update(self._reach(asked, found, held))
        for found in self._with_initials(asked):
            rows.update(found)
        rows = {row for row in rows if self._may_be(asked, row)}
        if len(rows) > _KEPT:
            raise _TooMany
        return rows

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

    def _postings(
        self, asked: OneQuery, unit: Unit, after: After
    ) -> Iterator[tuple[list[int], Held, float]]:
        """The names of each target of a unit that weigh little enough to match.

        With what they may have in common at most, where `lacking` is what that weighs,
        and the most that a name weighs which has nothing else in common.
        """
        views = self._views
        ends, keys, posting = (
            views[name] for name in ("posting_ends", "posting_key", "posting")
        )
        extra = max(0.0, asked.total - unit.weight - after.rest_weight)
        for target, alike in zip(unit.found.ids, unit.found.likeness, strict=True):
            first, last = ends[target], ends[target + 1]
            if last == first:
                continue
            alike = min(alike, unit.most)
            own = views["target_weight"][target]
            both = one_bounds.both_weigh(own, unit.weight, alike)
            agree, common = both * alike + after.rest, both + after.rest
            lacking = one_bounds.most_lacking(agree, common, extra, asked.bars)
            if lacking < 0:
                continue
            if last - first >= _MANY_NAMES:
                most = own + after.theirs + lacking + ROUNDING
                key = target * HEAVIEST + min(most, HEAVIEST - 1.0)
                last = bisect_right(keys, key, first, last)
            if last > first:
                apart = asked.total - unit.weight
                alone = one_bounds.most_lacking(both * alike, both, apart, asked.bars)
                alone = own + alone + ROUNDING if alone >= 0 else -1.0
                sure = one_bounds.certain(min(own, unit.weight), alike) + after.rest
                held = Held(agree, common, sure, extra, own + after.theirs)
                yield (
                    posting[first : min(last, first + _READ + 1)].tolist(),
                    held,
                    alone,
                )

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
        most = one_bounds.points(
            held,
            kind,
            several=not single and len(asked.weights) > 1,
            lone=single and held.extra > asked.spare,
            lifted=bool(asked.form.legal),
        )
        if views["name_weak"][row]:
            most += WEAK_ALIAS
        return most if most + ROUNDING >= asked.needed[kind] else None

    def _with_initials(self, asked: OneQuery) -> Iterator[list[int]]:
        """The same for names with initials that other words may be the rest of."""
        views = self._views
        ends, posting = views["posting_ends"], views["posting"]
        short, kinds = views["name_initials"], views["name_kind"]
        alone = all(asked.initial)
        for unit in asked.units:
            if asked.initial[unit.first] and unit.second < 0 and not alone:
                continue
            others = asked.letters(unit.first)
            for target in unit.found.ids if others else ():
                at = target + self._targets
                first, last = ends[at], ends[at + 1]
                if last - first > _READ:
                    raise _TooMany
                if last > first:
                    yield [
                        row
                        for row in posting[first:last].tolist()
                        if short[row] & others and asked.needed[kinds[row]] <= NAME_MAX
                    ]

    def _bounded(self, asked: OneQuery, rows: set[int]) -> list[_Row]:
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
