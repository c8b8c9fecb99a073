"""Parties held against all listed names, one or many at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from enduse.model import Match, Part, Party
from enduse.names import odds, score, spot_keys
from enduse.names.candidates import Candidates, Query
from enduse.names.features import birth, identifiers, place
from enduse.names.features.name import NAME_MAX
from enduse.names.form import NameForm, is_marked, parse
from enduse.names.index import Listed, NameIndex
from enduse.names.priority import priority
from enduse.names.score import DEFAULT_THRESHOLD, Facts
from enduse.names.spot import Spotted, spot

__all__ = ["DEFAULT_THRESHOLD", "Matcher", "Spotted"]
_BATCH = 2000
_NAMES_READ = 16


# On the scale of `features.name.NAME_MAX`, what a search reads names from.
LEAST_ALIKE = 0.3
_Best = tuple[float, list[Part], str, float]  # log-odds, parts, text, evidence
_NAMELESS: _Best = (
    odds.LEAST,
    [Part("name", 0.0, detail="no name to compare", log_odds=odds.LEAST)],
    "",
    0.0,
)
_Held = tuple[NameForm, int, float]  # a query, a row, the most points it may have


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a party the search uses: equal ones are searched once."""

    forms: tuple[NameForm, ...]
    facts: Facts

    def needed(self, threshold: float) -> float:
        """How alike a listed name must be to be worth a full comparison."""
        if threshold <= 0:
            return 0.0
        may_add = birth.EQUAL if self.facts.birth_dates else 0.0
        may_add += place.SHARED if self.facts.countries else 0.0
        return max(LEAST_ALIKE, odds.points(odds.log_odds(threshold) - may_add))


class Matcher:
    """Finds the listings a party may be, best first."""

    def __init__(self, index: NameIndex) -> None:
        self.index = index
        self.spot_bits = index.arrays["spot_bits"].tobytes()
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
        asked = [_asked(party) for party in parties]
        places = {item: at for at, item in enumerate(dict.fromkeys(asked))}
        unique = list(places)
        found: list[list[Match]] = []
        for start in range(0, len(unique), _BATCH):
            found += self._batch(unique[start : start + _BATCH], threshold, limit)
        return [list(found[places[item]]) for item in asked]

    def spot(self, text: str) -> list[Spotted]:
        """Listed names and identifiers that stand inside a text, in its order."""
        return spot(text, self)

    def _batch(
        self, asked: Sequence[_Asked], threshold: float, limit: int
    ) -> list[list[Match]]:
        queries, owners = [], []
        for at, item in enumerate(asked):
            for form in item.forms:
                queries.append(Query(form, item.needed(threshold)))
                owners.append(at)
        rows: list[list[_Held]] = [[] for _ in asked]
        for owner, query, found in zip(
            owners, queries, self._candidates.find(queries), strict=True
        ):
            rows[owner] += [(query.form, row, most) for row, most in found]
        coded = self._coded(asked)
        return [
            self._matches(item, rows[at], coded[at], threshold)[:limit]
            if rows[at] or coded[at]
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
        rows: Sequence[_Held],
        coded: Iterable[int],
        threshold: float,
    ) -> list[Match]:
        best = self._best_names(rows, asked.needed(threshold))
        for listing in coded:
            if listing not in best:
                best |= self._best_names(self._rows_of(asked, listing), 0.0)
            best.setdefault(listing, _NAMELESS)
        matches = []
        for at, (_, parts, name, evidence) in best.items():
            listed = self.index.listed(at)
            extra = score.fact_parts(asked.facts, listed.facts)
            match = _match(listed, name, [*parts, *extra], evidence)
            if match.score >= threshold:
                matches.append(match)
        return sorted(matches, key=lambda m: (-m.score, m.listing_id))

    def _best_names(self, rows: Iterable[_Held], needed: float) -> dict[int, _Best]:
        """For each listing its best name."""
        best: dict[int, _Best] = {}
        holders, weak = (
            self.index.arrays["name_listing"],
            self.index.arrays["name_weak"],
        )
        for form, row, _ in rows:
            listing = int(holders[row])
            held = best.get(listing)
            kind = self.index.listed(listing).facts.kind
            theirs = self.index.form(row)
            across = is_marked(theirs) and not is_marked(form)
            if across and self.index.has_plain_name(listing):
                continue  # its Latin names say more, and are held against too
            names = score.compare_forms(form, theirs, self.index, kind)
            if names is None or NAME_MAX * names.agreement < needed:
                continue
            parts = score.name_parts(names, kind, weak=bool(weak[row]))
            points = fsum(part.log_odds for part in parts)
            if held is None or (points, theirs.text) > (held[0], held[2]):
                best[listing] = (points, parts, theirs.text, names.evidence)
        return best

    def _rows_of(self, asked: _Asked, listing: int) -> Iterator[_Held]:
        holders = self.index.arrays["name_listing"]
        first, last = holders.searchsorted([listing, listing + 1]).tolist()
        return ((form, row, 1.0) for form in asked.forms for row in range(first, last))


def _asked(party: Party) -> _Asked:
    texts = dict.fromkeys(name.text for name in party.names[:_NAMES_READ])
    forms = [parse(text, party.kind) for text in texts]
    countries = {*party.countries, *(a.country for a in party.addresses)} - {""}
    codes = identifiers.codes(party.identifiers) if party.identifiers else ()
    facts = Facts(party.kind, tuple(sorted(countries)), party.birth_dates, codes)
    return _Asked(tuple(form for form in forms if form.tokens), facts)


def _match(listed: Listed, name: str, parts: list[Part], evidence: float) -> Match:
    value, kept = score.total(parts)
    queue = priority(value, listed.consequence, evidence)
    return Match(listed.id, listed.source, name, value, queue, kept)
