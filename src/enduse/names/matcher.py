"""Parties held against all listed names, one or many at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum, inf

from enduse.model import Match, Part, Party
from enduse.model.quick import quick
from enduse.names import odds, score, spot_field, spot_keys
from enduse.names.best_names import NAMELESS, BestNames, Held
from enduse.names.candidates import Candidates, Query
from enduse.names.features import identifiers
from enduse.names.features.in_translation import is_translated
from enduse.names.features.same_words import SLIPPED_WORDS
from enduse.names.form import is_marked
from enduse.names.houses import Neighbour, neighbours
from enduse.names.index import Listed, NameIndex
from enduse.names.other_forms import forms
from enduse.names.priority import priority
from enduse.names.score import DEFAULT_THRESHOLD, Facts
from enduse.names.sought import Sought, least_needed
from enduse.names.spot import named_within, spot
from enduse.names.spot_near import is_spotted
from enduse.names.spot_slips import LEAST
from enduse.names.spotted import Spotted
from enduse.names.uncollected import uncollected
from enduse.names.within import is_meant
from enduse.names.within_near import slipped

__all__ = ["DEFAULT_THRESHOLD", "Matcher", "Spotted", "least_needed"]
_BATCH = 2000
_ROUNDING = 0.001  # scores are rounded to less
_ALL = 1_000_000
_EVERY = (0.0, _ALL)
_CUT = "more names are alike than one search compares; the likeliest were"


@quick
@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows to compare in full; `cut` says that a bound left some out."""

    held: list[Held]
    cut: bool


_ANOTHER = Facts("unknown")  # party than the one that is asked for
_NO_ROWS = _Rows([], cut=False)


class Matcher:
    """Finds the listings a party may be, best first."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.spot_bits = index.arrays["spot_bits"].tobytes()
        self.spot_heads = spot_field.Heads(self.spot_bits)
        self._candidates = Candidates(index)
        self._names = BestNames(index)

    def match(
        self, party: Party, *, threshold: float = DEFAULT_THRESHOLD, limit: int = 20
    ) -> list[Match]:
        """At most `limit` matches at or above the threshold, best first."""
        return self._batch([Sought.of(party)], threshold, limit)[0]

    def match_all(
        self,
        parties: Sequence[Party],
        *,
        threshold: float = DEFAULT_THRESHOLD,
        limit: int = 20,
    ) -> list[list[Match]]:
        """What `match` gives for each party, in order; equal parties searched once."""
        with uncollected():
            return self._all(parties, threshold, limit)

    def spot(self, text: str) -> list[Spotted]:
        """Listed names and identifiers that stand inside a text, in its order."""
        return spot([text], self)[0]

    def spot_all(self, texts: Sequence[str]) -> list[list[Spotted]]:
        """What `spot` gives for each text, in order; what is searched, at once."""
        with uncollected():
            return spot(texts, self)

    def neighbours(self, party: Party) -> tuple[Neighbour, ...]:
        """The listings at an address of the party, whatever the names."""
        return neighbours(party, self)

    def against(self, party: Party, listings: Iterable[int]) -> list[Match]:
        """The matches with these listings, by number, whatever they come to."""
        asked = Sought.of(party)
        return self._matches(asked, _Rows([], cut=False), listings, (0.0, _ALL))

    def within(self, party: Party, threshold: float) -> list[Match]:
        """The listings that the fields of a party's names say among more."""
        return self._within(Sought.of(party), (threshold, _ALL))

    def _all(
        self, parties: Sequence[Party], threshold: float, limit: int
    ) -> list[list[Match]]:
        """What `match_all` gives; nothing else is left for a search for garbage."""
        places: dict[Sought, int] = {}
        found: list[list[Match]] = []
        order = [places.setdefault(Sought.of(p), len(places)) for p in parties]
        unique = list(places)
        for start in range(0, len(unique), _BATCH):
            found += self._batch(unique[start : start + _BATCH], threshold, limit)
        return [list(found[at]) for at in order]

    def _batch(
        self, asked: Sequence[Sought], threshold: float, limit: int
    ) -> list[list[Match]]:
        queries, owners = [], []
        for at, item in enumerate(asked):
            needed = item.needed(threshold)
            for form in item.forms:
                told = needed.of(form)
                queries.append(Query(form, told.points, told.by_kind))
                owners.append(at)
        rows = [_Rows([], cut=False) for _ in asked]
        both = zip(owners, queries, self._candidates.search(queries), strict=True)
        for owner, query, found in both:
            if found.rows:
                least = SLIPPED_WORDS if is_translated(query.form) else -inf
                held = [(query.form, row, max(most, least)) for row, most in found.rows]
                cut = rows[owner].cut or found.cut
                rows[owner] = _Rows(rows[owner].held + held, cut=cut)
        coded = self._coded(asked)
        wanted = threshold, limit
        matches = [
            self._matches(item, rows[at], coded[at], wanted)
            if rows[at].held or coded[at]
            else []
            for at, item in enumerate(asked)
        ]
        for at, item in enumerate(asked):
            if item.fields and (more := self._within(item, wanted)):
                matches[at] = _best_of([*matches[at], *more])
        for at, slips in list(self._slipped(asked, matches, wanted)):
            matches[at] = _best_of([*matches[at], *slips])
        return [found[:limit] for found in matches]

    def _within(self, asked: Sought, wanted: tuple[float, int]) -> list[Match]:
        """The listings that a party's fields name among more."""
        found: list[Match] = []
        for field in asked.fields:
            for span in named_within(field, self):
                for listing in span.listings:
                    kind = self.index.listed(listing).facts.kind
                    if is_meant(field, span, kind):
                        same = asked.facts.kind in (kind, "unknown")
                        facts = asked.facts if same else _ANOTHER
                        named = Sought(forms(field[span.start : span.end], kind), facts)
                        found += self._matches(named, _NO_ROWS, [listing], wanted)
        return found

    def _slipped(
        self,
        asked: Sequence[Sought],
        known: Sequence[Sequence[Match]],
        wanted: tuple[float, int],
    ) -> Iterator[tuple[int, list[Match]]]:
        """What fields name among more with a slip, where nothing else is found."""
        fields = [
            (at, (field, item.facts.kind))
            for at, item in enumerate(asked)
            if item.fields and not known[at]
            for field in item.fields
        ]
        told = slipped([field for _, field in fields], self)
        both = zip(fields, told, strict=True)
        parts = [(at, part) for (at, _), some in both for part in some]
        if not parts:
            return
        named = [
            Sought(forms(part.name, part.kind), asked[at].facts) for at, part in parts
        ]
        found = self._batch(named, max(wanted[0], LEAST), wanted[1])
        for (at, _), matches in zip(parts, found, strict=True):
            yield at, [match for match in matches if is_spotted(match.name)]

    def _coded(self, asked: Sequence[Sought]) -> list[list[int]]:
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
        """For each key (`lei:...`, `house:...`) the listings that carry it."""
        arrays = self.index.arrays
        filed, values = arrays["code_hash"], arrays["code_value"]
        hashes = spot_keys.hashes(keys)
        first = filed.searchsorted(hashes, "left").tolist()
        last = filed.searchsorted(hashes, "right").tolist()
        both = zip(first, last, strict=True)
        return [values[a:b].tolist() if b > a else [] for a, b in both]

    def _matches(
        self,
        asked: Sought,
        rows: "_Rows",
        coded: Iterable[int],
        wanted: tuple[float, int],
    ) -> list[Match]:
        """The matches of a party; `wanted` is the threshold and how many."""
        threshold = wanted[0]
        facts: dict[int, list[Part]] = {}

        def facts_of(at: int) -> list[Part]:
            found = facts.get(at)
            if found is None:
                theirs = self.index.listed(at).facts
                found = facts[at] = score.fact_parts(asked.facts, theirs)
            return found

        best = self._names.of(rows.held, asked, wanted, facts_of)
        for listing in coded:
            if listing not in best:
                held = self._rows_of(asked, listing)
                told = self._names.of(held, asked, (threshold, _ALL), facts_of)
                best |= told or self._names.of(held, asked, _EVERY, facts_of)
            best.setdefault(listing, NAMELESS)
        matches = []
        for at, name in best.items():
            listed, extra = self.index.listed(at), facts_of(at)
            if not _may_reach(name.compared.points, extra, threshold):
                continue
            text = self.index.text("text", name.row) if name.row >= 0 else ""
            parts = [*name.compared.parts(text), *self._names.fathers(name, at), *extra]
            if rows.cut:
                parts.append(Part("search_cut", 0.0, detail=_CUT))
            said = text or self._first_name(at)
            match = _match(listed, said, parts, name.compared.evidence)
            if match.score >= threshold:
                matches.append(match)
        return sorted(matches, key=_best_first)

    def _first_name(self, listing: int) -> str:
        """What a listing found by a number alone is called; '' where it has no name."""
        holders = self.index.arrays["name_listing"]
        row = int(holders.searchsorted(listing))
        named = row < len(holders) and holders[row] == listing
        return self.index.text("text", row) if named else ""

    def _rows_of(self, asked: Sought, listing: int) -> list[Held]:
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


def _best_of(matches: Iterable[Match]) -> list[Match]:
    """The best match of each listing, best first."""
    best: dict[str, Match] = {}
    for match in sorted(matches, key=_best_first):
        best.setdefault(match.listing_id, match)
    return list(best.values())


def _best_first(match: Match) -> tuple[float, str]:
    return -match.score, match.listing_id


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
