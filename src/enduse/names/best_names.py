"""The name of each listing that is most like a party's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import heappush, heapreplace
from math import fsum, inf
from operator import itemgetter
from typing import NamedTuple

from enduse.model import Part, PartyKind
from enduse.model.quick import quick
from enduse.names import odds, score
from enduse.names.bounds import ROUNDING
from enduse.names.features import by_family, fathers, known_by
from enduse.names.features.in_translation import is_translated
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.one_bounds import Said, of_agreement
from enduse.names.place_behind import Place, is_stated
from enduse.names.sought import Needed, Sought

# A query, a row, and the most points it may have.
Held = tuple[NameForm, int, float]
# The same with the most log-odds it may have, its listing, the kind of that by number,
# whether the name is weak, and the number of its words.
_Told = tuple[NameForm, int, float, int, int, bool, int]


@quick
@dataclass(frozen=True, slots=True)
class Compared:
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


class Best(NamedTuple):
    """The comparison that puts a listing first, and the row of its name."""

    compared: Compared
    row: int


_NOTHING = [Part("name", 0.0, detail="no name to compare", log_odds=odds.LEAST)]
NAMELESS = Best(Compared(odds.LEAST, 0.0, {"": _NOTHING}), -1)


class BestNames:
    """Compares names of an index in full, as few as it may."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index

    def of(
        self,
        rows: Sequence[Held],
        asked: Sought,
        wanted: tuple[float, int],
        facts_of: Callable[[int], list[Part]],
    ) -> dict[int, Best]:
        """For each listing its best name; names of the same words are compared once.

        Not those written otherwise, in another script say: some corrections read that.
        Rows come likeliest first; those are left out that can't be their listing's
        best, or among the best listings, of which so many are wanted; `facts_of` says
        what a listing has besides its names.
        """
        best: dict[int, Best] = {}
        known: dict[object, Compared | None] = {}
        needed = asked.needed(wanted[0])
        by_form: dict[int, Needed] = {}
        ranking = _Ranking(wanted[1])
        for form, row, most, listing, kind, weak, wording in self._told(rows, needed):
            held = best.get(listing)
            if held and held.compared.points > most:
                continue
            if ranking.least > most + needed.may_add and not held:
                break
            if form.only and KINDS[kind] not in (form.only, "unknown"):
                continue
            if form.place and not self._is_at(form.place, listing):
                continue
            written = self._index.text("text", row).casefold()
            key = (id(form), kind, weak, wording, written)
            if key not in known:
                if id(form) not in by_form:
                    by_form[id(form)] = needed.of(form)
                told = KINDS[kind], weak
                known[key] = self._compared(form, row, told, by_form[id(form)])
            found = known[key]
            if found is None or found.points < needed.log_odds[kind]:
                continue
            if held is None or self._is_better(found, row, held, form.text):
                best[listing] = Best(found, row)
            if held is None and ranking.size < inf:
                extra = fsum(part.log_odds for part in facts_of(listing))
                ranking.add(found.points + extra)
        return best

    def fathers(self, best: Best, listing: int) -> list[Part]:
        """A minus where other names of the listing say another father's name."""
        room = best.compared.points - odds.LEAST
        if best.compared.of is None or room <= 0:
            return []  # names that differ altogether differ no more by this
        names, kind, _ = best.compared.of
        if kind not in ("person", "unknown") or not fathers.left_unsaid(names):
            return []
        holders = self._index.arrays["name_listing"]
        first, last = holders.searchsorted([listing, listing + 1]).tolist()
        others = map(self._index.form, range(first, last))
        found = fathers.of_other_names(names, others, self._index.likeness)
        return [odds.more(found, kind, least=-room)] if found else []

    def _is_at(self, place: Place, listing: int) -> bool:
        """Whether a listing states the place that was taken off a name."""
        facts = self._index.listed(listing).facts
        return is_stated(place, facts.sites, facts.countries)

    def _told(self, rows: Sequence[Held], needed: Needed) -> list[_Told]:
        """The rows, likeliest first, with what they may have in log-odds at most."""
        if not rows:
            return []
        views = self._index.views
        listings, kinds = views["name_listing"], views["name_kind"]
        weak, wordings = views["name_weak"], views["name_wording"]
        told = [
            (
                form,
                row,
                needed.most(kinds[row], points),
                listings[row],
                kinds[row],
                bool(weak[row]),
                wordings[row],
            )
            for form, row, points in rows
        ]
        told.sort(key=itemgetter(2), reverse=True)
        return told

    def _is_better(self, found: Compared, row: int, held: Best, asked: str) -> bool:
        """Whether a row puts its listing first: by points, as it was asked, by text."""
        if found.points != held.compared.points:
            return found.points > held.compared.points
        if row == held.row:
            return False
        ours, theirs = (self._index.text("text", at) for at in (row, held.row))
        written = asked.casefold()
        return (ours.casefold() == written, ours) > (
            theirs.casefold() == written,
            theirs,
        )

    def _compared(
        self, form: NameForm, row: int, told: tuple[PartyKind, bool], needed: Needed
    ) -> Compared | None:
        """The comparison of a form and a row, None where it falls short of the need.

        `told` is the kind of the listing and whether it calls the name weak.
        """
        kind, weak = told
        theirs = self._index.form(row)
        names = score.compare_forms(form, theirs, self._index, kind)
        if names is None or not _is_near(names, kind, needed):
            return None
        parts = score.name_parts(names, kind, weak=weak)
        points = fsum(part.log_odds for part in parts)
        return Compared(points, names.evidence, {theirs.text: parts}, (names, *told))


def _is_near(names: NameComparison, kind: PartyKind, needed: Needed) -> bool:
    """Whether two names may come to what is needed at all, before it is told apart."""
    if NAME_MAX * names.agreement >= needed.points:
        left, right, found = names.left.tokens, names.right.tokens, names.alignment
        over = bool(found.left_over or found.right_over)
        said = Said(names.agreement, names.evidence, over)
        several = min(len(left), len(right)) > 1
        several = several and not (kind == "entity" and is_translated(names.left))
        at, lifted = KINDS.index(kind), bool(names.left.legal)
        most = of_agreement(said, at, several=several, lone=False, lifted=lifted)
        if most + ROUNDING >= needed.by_kind[at]:
            return True
    return known_by.is_called(names, kind) or by_family.is_called(names, kind)
