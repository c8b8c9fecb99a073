"""Parties held against all listed names, one or many at a time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum
from typing import NamedTuple

from enduse.model import Match, Part, Party, PartyKind
from enduse.names import odds, score, spot_keys
from enduse.names.candidates import Candidates, Query
from enduse.names.features import birth, identifiers, place
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.form import NameForm, is_marked, parse
from enduse.names.index import Listed, NameIndex
from enduse.names.priority import priority
from enduse.names.score import DEFAULT_THRESHOLD, Facts
from enduse.names.spot import Spotted, spot

__all__ = ["DEFAULT_THRESHOLD", "Matcher", "Spotted"]
_BATCH = 2000
_NAMES_READ = 16
_ROUNDING = 0.001  # scores are rounded to less


# On the scale of `features.name.NAME_MAX`, what a search reads names from.
LEAST_ALIKE = 0.3
_Held = tuple[NameForm, int, float]  # a query, a row, the most points it may have


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


class _Best(NamedTuple):
    """The comparison that puts a listing first, and the text of its name."""

    compared: _Compared
    text: str


_NOTHING = [Part("name", 0.0, detail="no name to compare", log_odds=odds.LEAST)]
_NAMELESS = _Best(_Compared(odds.LEAST, 0.0, {"": _NOTHING}), "")


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
        for at, name in best.items():
            listed = self.index.listed(at)
            extra = score.fact_parts(asked.facts, listed.facts)
            if not _may_reach(name.compared.points, extra, threshold):
                continue
            parts = [*name.compared.parts(name.text), *extra]
            match = _match(listed, name.text, parts, name.compared.evidence)
            if match.score >= threshold:
                matches.append(match)
        return sorted(matches, key=lambda m: (-m.score, m.listing_id))

    def _best_names(self, rows: Iterable[_Held], needed: float) -> dict[int, _Best]:
        """For each listing its best name; names of the same words are compared once."""
        best: dict[int, _Best] = {}
        known: dict[object, _Compared | None] = {}
        arrays = self.index.arrays
        holders, weak = arrays["name_listing"], arrays["name_weak"]
        for form, row, _ in rows:
            listing = int(holders[row])
            kind = self.index.listed(listing).facts.kind
            theirs = self.index.form(row)
            across = is_marked(theirs) and not is_marked(form)
            if across and self.index.has_plain_name(listing):
                continue  # its Latin names say more, and are held against too
            is_weak = bool(weak[row])
            words = theirs.tokens, theirs.spelt, theirs.legal, theirs.raw
            key = (id(form), kind, is_weak, words)
            if key not in known:
                known[key] = self._compared(form, theirs, (kind, is_weak), needed)
            found = known[key]
            if found is None:
                continue
            held = best.get(listing)
            reached = (found.points, theirs.text)
            if held is None or reached > (held.compared.points, held.text):
                best[listing] = _Best(found, theirs.text)
        return best

    def _compared(
        self,
        form: NameForm,
        theirs: NameForm,
        told: tuple[PartyKind, bool],
        needed: float,
    ) -> "_Compared | None":
        """The comparison of two forms, or None where it falls short of what's needed.

        `told` is the kind of the listing and whether it calls the name weak.
        """
        kind, weak = told
        names = score.compare_forms(form, theirs, self.index, kind)
        if names is None or NAME_MAX * names.agreement < needed:
            return None
        parts = score.name_parts(names, kind, weak=weak)
        points = fsum(part.log_odds for part in parts)
        return _Compared(points, names.evidence, {theirs.text: parts}, (names, *told))

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
