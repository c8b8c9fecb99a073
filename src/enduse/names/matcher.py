"""Parties held against all listed names, one or many at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from heapq import heappush, heapreplace
from math import fsum, inf
from typing import NamedTuple

import numpy as np

from enduse.model import Match, Part, Party, PartyKind
from enduse.model.quick import quick
from enduse.names import odds, score, spot_keys
from enduse.names.bounds import LEAST_ALIKE
from enduse.names.candidates import Candidates, Query
from enduse.names.features import address, birth, gender, identifiers, known_by
from enduse.names.features import kind as kind_of
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.form import NameForm, forms, is_marked
from enduse.names.index import Listed, NameIndex
from enduse.names.kinds import KINDS
from enduse.names.priority import priority
from enduse.names.score import DEFAULT_THRESHOLD, Facts
from enduse.names.sites import sites
from enduse.names.spot import Spotted, spot

__all__ = ["DEFAULT_THRESHOLD", "Matcher", "Spotted"]
_BATCH = 2000
_NAMES_READ = 16
_ROUNDING = 0.001  # scores are rounded to less
# A query, a row, and the most points it may have.
_Held = tuple[NameForm, int, float]


@quick
@dataclass(frozen=True, slots=True)
class _Compared:
    """A query and listed names of the same words: what they come to, in log-odds.

    Their parts are written out for the texts that are asked for.
    """

    points: float
    evidence: float
    written: dict[str, list[Part]]
    of: tuple[NameComparison, PartyKind, bool] | None = None

    def parts(self, text: str) -> list[Part]:
        """The parts, with the listed name as this text."""
        if text not in self.written and self.of:
            names, kind, weak = self.of
            names = replace(names, right=replace(names.right, text=text))
            self.written[text] = score.name_parts(names, kind, weak=weak)
        return self.written[text]


@quick
@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows to compare in full; `cut` says that a bound left some out."""

    held: list[_Held]
    cut: bool


class _Ranking:
    """The best so many of the numbers added, and the least of those."""

    def __init__(self, size: float) -> None:
        self.size = size
        self.least = -inf
        self._best: list[float] = []

    def add(self, value: float) -> None:
        """Takes in one number."""
        if len(self._best) < self.size:
            heappush(self._best, value)
        elif self._best and value > self._best[0]:
            heapreplace(self._best, value)
        if self._best and len(self._best) >= self.size:
            self.least = self._best[0]


class _Best(NamedTuple):
    """The comparison that puts a listing first, and the row of its name."""

    compared: _Compared
    row: int


_NOTHING = [Part("name", 0.0, detail="no name to compare", log_odds=odds.LEAST)]
_NAMELESS = _Best(_Compared(odds.LEAST, 0.0, {"": _NOTHING}), -1)
_ALL = 1_000_000
_EVERY = (0.0, _ALL)
_CUT = "more names are alike than one search compares; the likeliest were"


@quick
@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a party the search uses: equal ones are searched once."""

    forms: tuple[NameForm, ...]
    facts: Facts

    def needed(self, threshold: float) -> "_Needed":
        """What a listed name must come to for the threshold to be reached."""
        return _needed(self.facts.kind, _may_add(self.facts), threshold)


@dataclass(frozen=True, slots=True)
class _Needed:
    """How alike a listed name must be, by kind of listing, and what else may add.

    *Units*: points; `log_odds` are those the name needs.
    """

    points: float
    by_kind: tuple[float, ...]
    log_odds: tuple[float, ...]
    may_add: float

    def most(self, kind: int, points: float) -> float:
        """The log-odds of a name, and all else, at most."""
        model = odds.coefficients("search", odds.group(KINDS[kind]))
        return model["slope"] * (points - model["centre"])


def _may_add(facts: Facts) -> float:
    """The most log-odds that these facts may add to a name's."""
    found = birth.EQUAL if facts.birth_dates else 0.0
    found += address.may_add(facts.sites, countries=bool(facts.countries))
    return min(score.FACTS_ADD, found)


@cache
def _needed(ours: PartyKind, may_add: float, threshold: float) -> _Needed:
    if threshold <= 0:
        every = (-inf,) * len(KINDS)
        return _Needed(-inf, every, every, may_add)
    wanted = odds.log_odds(threshold - _ROUNDING)
    log_odds = []
    for theirs in KINDS:
        against = kind_of.part(ours, theirs)
        taken = against.log_odds if against else 0.0
        log_odds.append(wanted - may_add - taken)
    models = [odds.coefficients("search", odds.group(k)) for k in KINDS]
    both = zip(log_odds, models, strict=True)
    points = [max(LEAST_ALIKE, n / m["slope"] + m["centre"]) for n, m in both]
    return _Needed(min(points), tuple(points), tuple(log_odds), may_add)


def least_needed(threshold: float) -> tuple[float, ...]:
    """The points a listed name must come to at least, by its kind, for any party."""
    asked = [_needed(kind, score.FACTS_ADD, threshold).by_kind for kind in KINDS]
    return tuple(min(points) for points in zip(*asked, strict=True))


class Matcher:
    """Finds the listings a party may be, best first."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.spot_heads = spot_keys.Heads(index.arrays["spot_bits"].tobytes())
        self._candidates = Candidates(index)

    def match(
        self, party: Party, *, threshold: float = DEFAULT_THRESHOLD, limit: int = 20
    ) -> list[Match]:
        """At most `limit` matches at or above the threshold, best first."""
        return self._batch([_asked(party)], threshold, limit)[0]

    def match_all(
        self,
        parties: Sequence[Party],
        *,
        threshold: float = DEFAULT_THRESHOLD,
        limit: int = 20,
    ) -> list[list[Match]]:
        """What `match` gives for each party, in order; equal parties searched once."""
        places: dict[_Asked, int] = {}
        order = [places.setdefault(_asked(p), len(places)) for p in parties]
        unique = list(places)
        found: list[list[Match]] = []
        for start in range(0, len(unique), _BATCH):
            found += self._batch(unique[start : start + _BATCH], threshold, limit)
        return [list(found[at]) for at in order]

    def spot(self, text: str) -> list[Spotted]:
        """Listed names and identifiers that stand inside a text, in its order."""
        return spot(text, self)

    def against(self, party: Party, listings: Iterable[int]) -> list[Match]:
        """The matches with these listings, by number, whatever they come to."""
        asked = _asked(party)
        return self._matches(asked, _Rows([], cut=False), listings, (0.0, _ALL))

    def _batch(
        self, asked: Sequence[_Asked], threshold: float, limit: int
    ) -> list[list[Match]]:
        queries, owners = [], []
        for at, item in enumerate(asked):
            needed = item.needed(threshold)
            for form in item.forms:
                queries.append(Query(form, needed.points, needed.by_kind))
                owners.append(at)
        rows = [_Rows([], cut=False) for _ in asked]
        both = zip(owners, queries, self._candidates.search(queries), strict=True)
        for owner, query, found in both:
            if found.rows:
                held = [(query.form, row, most) for row, most in found.rows]
                cut = rows[owner].cut or found.cut
                rows[owner] = _Rows(rows[owner].held + held, cut=cut)
        coded = self._coded(asked)
        return [
            self._matches(item, rows[at], coded[at], (threshold, limit))[:limit]
            if rows[at].held or coded[at]
            else []
            for at, item in enumerate(asked)
        ]

    def _coded(self, asked: Sequence[_Asked]) -> list[list[int]]:
        """For each party the listings that share an identifier with it."""
        found: list[list[int]] = [[] for _ in asked]
        keys = [
            (key, at)
            for at, item in enumerate(asked)
            for key in identifiers.keys(item.facts.codes)
        ]
        if keys:
            for (_, at), listings in zip(
                keys, self.listings_with([key for key, _ in keys]), strict=True
            ):
                found[at] += [x for x in listings if x not in found[at]]
        return found

    def listings_with(self, keys: Sequence[str]) -> list[list[int]]:
        """For each identifier key (`lei:...`) the listings that carry it."""
        arrays = self.index.arrays
        filed, values = arrays["code_hash"], arrays["code_value"]
        hashes = spot_keys.hashes(keys)
        first = filed.searchsorted(hashes, "left").tolist()
        last = filed.searchsorted(hashes, "right").tolist()
        both = zip(first, last, strict=True)
        return [values[a:b].tolist() if b > a else [] for a, b in both]

    def _matches(
        self,
        asked: _Asked,
        rows: "_Rows",
        coded: Iterable[int],
        wanted: tuple[float, int],
    ) -> list[Match]:
        """The matches of a party; `wanted` is the threshold and how many."""
        threshold = wanted[0]
        best = self._best_names(rows.held, asked, wanted)
        for listing in coded:
            if listing not in best:
                best |= self._best_names(self._rows_of(asked, listing), asked, _EVERY)
            best.setdefault(listing, _NAMELESS)
        matches = []
        for at, name in best.items():
            listed = self.index.listed(at)
            extra = score.fact_parts(asked.facts, listed.facts)
            if not _may_reach(name.compared.points, extra, threshold):
                continue
            text = self.index.text("text", name.row) if name.row >= 0 else ""
            parts = [*name.compared.parts(text), *extra]
            if rows.cut:
                parts.append(Part("search_cut", 0.0, detail=_CUT))
            match = _match(listed, text, parts, name.compared.evidence)
            if match.score >= threshold:
                matches.append(match)
        return sorted(matches, key=lambda m: (-m.score, m.listing_id))

    def _best_names(
        self, rows: Sequence[_Held], asked: _Asked, wanted: tuple[float, int]
    ) -> dict[int, _Best]:
        """For each listing its best name; names of the same words are compared once.

        Rows come likeliest first; those are left out that can't be their listing's
        best, or among the best listings, of which so many are wanted.
        """
        best: dict[int, _Best] = {}
        known: dict[object, _Compared | None] = {}
        needed = asked.needed(wanted[0])
        ranking = _Ranking(wanted[1])
        for form, row, most, listing, kind, weak, wording in self._told(rows, needed):
            held = best.get(listing)
            if held and held.compared.points > most:
                continue
            if ranking.least > most + needed.may_add and not held:
                break
            key = (id(form), kind, weak, wording)
            if key not in known:
                known[key] = self._compared(form, row, (KINDS[kind], weak), needed)
            found = known[key]
            if found is None or found.points < needed.log_odds[kind]:
                continue
            if held is None or self._is_better(found, row, held):
                best[listing] = _Best(found, row)
            if held is None and ranking.size < inf:
                facts = score.fact_parts(asked.facts, self.index.listed(listing).facts)
                ranking.add(found.points + fsum(part.log_odds for part in facts))
        return best

    def _told(
        self, rows: Sequence[_Held], needed: _Needed
    ) -> list[tuple[NameForm, int, float, int, int, bool, int]]:
        """The rows, likeliest first, with what they may have in log-odds at most.

        And for each its listing, the kind of that by number, whether the name is
        weak, and the number of its words.
        """
        if not rows:
            return []
        at = np.array([row for _, row, _ in rows], dtype=np.int64)
        arrays = self.index.arrays
        names = ("name_listing", "name_kind", "name_weak", "name_wording")
        columns = [arrays[name][at].tolist() for name in names]
        told = [
            (form, row, needed.most(kind, points), listing, kind, weak, wording)
            for (form, row, points), listing, kind, weak, wording in zip(
                rows, *columns, strict=True
            )
        ]
        return sorted(told, key=lambda t: -t[2])

    def _is_better(self, found: _Compared, row: int, held: _Best) -> bool:
        if found.points != held.compared.points:
            return found.points > held.compared.points
        text = self.index.text
        return row != held.row and text("text", row) > text("text", held.row)

    def _compared(
        self, form: NameForm, row: int, told: tuple[PartyKind, bool], needed: _Needed
    ) -> "_Compared | None":
        """The comparison of a form and a row, None where it falls short of the need.

        `told` is the kind of the listing and whether it calls the name weak.
        """
        kind, weak = told
        theirs = self.index.form(row)
        names = score.compare_forms(form, theirs, self.index, kind)
        if names is None or not _is_near(names, kind, needed.points):
            return None
        parts = score.name_parts(names, kind, weak=weak)
        points = fsum(part.log_odds for part in parts)
        return _Compared(points, names.evidence, {theirs.text: parts}, (names, *told))

    def _rows_of(self, asked: _Asked, listing: int) -> list[_Held]:
        """All names of a listing that say something beside each form of a party."""
        holders = self.index.arrays["name_listing"]
        first, last = holders.searchsorted([listing, listing + 1]).tolist()
        shadowed = self.index.arrays["name_shadowed"][first:last].tolist()
        return [
            (form, row, inf)
            for form in asked.forms
            for row, beside in zip(range(first, last), shadowed, strict=True)
            if not beside or is_marked(form)
        ]


def _is_near(names: NameComparison, kind: PartyKind, points: float) -> bool:
    """Whether two names may come to these points at all."""
    return NAME_MAX * names.agreement >= points or known_by.is_called(names, kind)


def _asked(party: Party) -> _Asked:
    texts = dict.fromkeys(name.text for name in party.names[:_NAMES_READ])
    read = [form for text in texts for form in forms(text, party.kind)]
    countries = {*party.countries, *(a.country for a in party.addresses)} - {""}
    codes = identifiers.codes(party.identifiers) if party.identifiers else ()
    facts = Facts(
        party.kind,
        tuple(sorted(countries)),
        party.birth_dates,
        codes,
        sites(party.addresses) if party.addresses else (),
        gender.of_party(party, read[0].tokens) if read else "",
    )
    return _Asked(tuple(form for form in read if form.tokens), facts)


def _may_reach(points: float, extra: Sequence[Part], threshold: float) -> bool:
    """Whether a name's log-odds and the other parts can come to the threshold."""
    if any(identifiers.decides(part) for part in extra):
        return True
    said = points + fsum(part.log_odds for part in extra)
    return odds.probability(said) + _ROUNDING >= threshold


def _match(listed: Listed, name: str, parts: list[Part], evidence: float) -> Match:
    value, kept = score.total(parts)
    queue = priority(value, listed.consequence, evidence)
    return Match(listed.id, listed.source, name, value, queue, kept)
