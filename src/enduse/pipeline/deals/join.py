"""Which papers belong to one deal.

Papers are joined when they share a number (invoice, order, contract, credit, bill of
lading, booking, container), or when several things that would not agree by chance do:
the parties at both ends, the ports, the weights, the amounts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from enduse.model import Place, Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.alike import same_name, same_place
from enduse.pipeline.deals.keys import (
    Marks,
    Number,
    marks,
    mentions,
    numbers,
    plain,
    words,
)

MOST_OF_ONE_NUMBER = 40
"""A number that stands on more papers is a framework's or a form's, not a deal's."""
ENOUGH = 4
"""Points that papers without a common number need, of the weights in `agreement`."""
_MISREAD = str.maketrans("OQDILZSB", "00011258")
_SLIP_LENGTH = 6
_COMPARED = 400  # papers without a common number that are held against each other


@dataclass(frozen=True, slots=True)
class Deal:
    """Papers that belong together, by their places in the input, and why."""

    members: tuple[int, ...]
    reasons: tuple[str, ...]


def deals(papers: Sequence[Paper]) -> list[Deal]:
    """Every paper in exactly one deal, in the order of their first papers."""
    sets = _Sets(len(papers))
    if len(papers) < 2:
        return sets.deals()
    for number, holders in _by_number(papers).items():
        if 1 < len(holders) <= MOST_OF_ONE_NUMBER:
            said = f"{number.kind.replace('_', ' ')} {number.value}"
            for other in holders[1:]:
                sets.join(holders[0], other, said)
    _join_copies(papers, sets)
    _join_carried(papers, sets)
    _join_mentioned(papers, sets)
    _join_slips(papers, sets)
    _join_alike(papers, sets)
    return sets.deals()


def holders_of(papers: Sequence[Paper]) -> dict[str, list[int]]:
    """The papers that each number stands on, by their places."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        for value in {number.value for number in numbers(paper)}:
            holders[value].append(at)
    return holders


def related(holders: Mapping[str, Sequence[int]], texts: Iterable[str]) -> list[int]:
    """The papers whose numbers stand in free texts, such as a remittance line."""
    said = words(iter(texts))
    return sorted({at for word in said for at in holders.get(word, ())})


def agreement(one: Marks, other: Marks) -> tuple[int, list[str]]:
    """How much two papers agree, in points, and in what."""
    points, why = 0, []
    for found, worth, said in (
        (_common(one.sellers, other.sellers), 1, "seller"),
        (_common(one.buyers, other.buyers), 1, "buyer"),
        (_one_place(one.loading, other.loading), 1, "port of loading"),
        (_one_place(one.discharge, other.discharge), 1, "port of discharge"),
        (one.weights & other.weights, 2, "weight"),
        (one.totals & other.totals, 2, "amount"),
        (one.packages & other.packages, 1, "number of packages"),
    ):
        if found:
            points += worth
            why.append(said)
    parties = _common(one.sellers, other.sellers) or _common(one.buyers, other.buyers)
    return (points, why) if parties else (0, [])


def _by_number(papers: Sequence[Paper]) -> dict[Number, list[int]]:
    """Where each number stands. A loose reference counts for every kind of number."""
    found: dict[Number, list[int]] = defaultdict(list)
    loose: dict[str, list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        for number in sorted(numbers(paper), key=lambda n: (n.kind, n.value)):
            if number.kind == "reference":
                loose[number.value].append(at)
            else:
                found[number].append(at)
    kinds: dict[str, list[Number]] = defaultdict(list)
    for number in found:
        kinds[number.value].append(number)
    for value, holders in loose.items():
        for number in kinds.get(value) or [Number("reference", value)]:
            found[number] = sorted({*found.get(number, ()), *holders})
    for value, same in kinds.items():
        if len(same) > 1:  # one paper's contract is another's order
            every = sorted({at for number in same for at in found[number]})
            found[Number("reference", value)] = every
    return found


def _join_copies(papers: Sequence[Paper], sets: "_Sets") -> None:
    """Joins a paper with its copy in another file of the same bytes."""
    seen: dict[tuple[str, str], int] = {}
    for at, paper in enumerate(papers):
        place = (paper.origin.sha256, paper.origin.locator)
        first = seen.setdefault(place, at) if place[0] else at
        if first != at and papers[first].origin.source != paper.origin.source:
            sets.join(first, at, "the same file twice")


def _join_carried(papers: Sequence[Paper], sets: "_Sets") -> None:
    """Joins a file inside a paper with that paper, where the file holds no other."""
    held: dict[str, list[int]] = defaultdict(list)
    for at, paper in enumerate(papers):
        held[paper.origin.source].append(at)
    for source, inside in held.items():
        outer = held.get(source.rpartition("#")[0], [])
        if len(outer) == 1:
            for at in inside:
                sets.join(outer[0], at, f"carried inside {papers[outer[0]].ref}")


def _join_mentioned(papers: Sequence[Paper], sets: "_Sets") -> None:
    """Joins a paper whose marks or words carry another's number."""
    holders = holders_of(papers)
    for at, paper in enumerate(papers):
        for value in sorted(mentions(paper) & holders.keys()):
            if len(holders[value]) <= MOST_OF_ONE_NUMBER:
                sets.join(at, holders[value][0], f"{value} in its words")


def _join_slips(papers: Sequence[Paper], sets: "_Sets") -> None:
    """Joins papers of the same parties whose number differs by a misread sign: O, 0."""
    holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, paper in enumerate(papers):
        for value in sorted({number.value for number in numbers(paper)}):
            if len(value) >= _SLIP_LENGTH:
                holders[value.translate(_MISREAD)].append((at, value))
    for same in holders.values():
        if not 1 < len(same) <= MOST_OF_ONE_NUMBER:
            continue
        for left, written in same:
            for right, other in same:
                if left >= right or written == other or sets.is_joined(left, right):
                    continue
                if _share_party(marks(papers[left]), marks(papers[right])):
                    sets.join(left, right, f"{written}, also written {other}")


def _share_party(one: Marks, other: Marks) -> bool:
    return _common(one.sellers, other.sellers) or _common(one.buyers, other.buyers)


def _join_alike(papers: Sequence[Paper], sets: "_Sets") -> None:
    about = [marks(paper) for paper in papers[:_COMPARED]]
    for right, other in enumerate(about):
        for left in range(right):
            if sets.root(left) == sets.root(right):
                continue
            points, why = agreement(about[left], other)
            if points >= ENOUGH:
                sets.join(left, right, f"the same {', '.join(why)}")


def _one_place(ours: Place | None, theirs: Place | None) -> bool:
    return bool(ours and theirs and same_place(ours, theirs))


def _common(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    return any(same_name(a, b) for a in ours[:6] for b in theirs[:6])


class _Sets:
    """Disjoint sets of papers, each with the reasons it was joined for."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._reasons: dict[int, list[str]] = defaultdict(list)

    def root(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def is_joined(self, one: int, other: int) -> bool:
        return self.root(one) == self.root(other)

    def join(self, one: int, other: int, reason: str) -> None:
        low, high = sorted((self.root(one), self.root(other)))
        if low != high:
            self._parent[high] = low
            self._reasons[low] += self._reasons.pop(high, [])
        if reason not in self._reasons[low]:
            self._reasons[low].append(reason)

    def deals(self) -> list[Deal]:
        members: dict[int, list[int]] = defaultdict(list)
        for item in range(len(self._parent)):
            members[self.root(item)].append(item)
        return [
            Deal(tuple(items), tuple(self._reasons[root]))
            for root, items in members.items()
        ]


def name_of(papers: Sequence[Paper]) -> str:
    """What to call a deal: the number most of its papers know it by.

    A credit's number before an invoice's, before a bill's, as a desk files them.
    """
    counts: dict[Number, int] = defaultdict(int)
    written: dict[Number, str] = {}
    for paper in papers:
        for fact in paper.facts:
            if fact.role in _NAMED_BY and isinstance(fact.value, Text):
                number = Number(fact.role, plain(fact.value.text))
                counts[number] += 1
                written.setdefault(number, fact.value.text.strip())
    if not counts:
        return next((paper.ref for paper in papers if paper.ref), "")
    best = max(counts, key=lambda n: (-_NAMED_BY.index(n.kind), counts[n], n.value))
    return written[best]


_NAMED_BY = (
    "credit_number",
    "contract_number",
    "order_number",
    "invoice_number",
    "bl_number",
    "awb_number",
    "booking_number",
    "packing_list_number",
    "declaration_number",
)
