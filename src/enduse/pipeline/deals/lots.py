"""The shipments of one deal: a credit or an order may be shipped in several lots.

Papers of different lots state different weights, ships and days, and do not disagree.
"""

from collections import defaultdict
from collections.abc import Sequence

from enduse.model import Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.join import agreement
from enduse.pipeline.deals.keys import marks, mentions, numbers, plain, words

_OF_A_LOT = frozenset(
    ("invoice_number", "bl_number", "awb_number", "packing_list_number", "container")
)
_OF_THE_WHOLE = frozenset(("credit_number", "contract_number", "order_number"))
_CARRIES = ("bill-of-lading", "waybill", "airway-bill", "consignment-note")
_FRAMES = ("contract", "order", "proforma", "credit", "MT7")


def lots(papers: Sequence[Paper]) -> list[tuple[Paper, ...]]:
    """The papers to hold against each other, lot by lot; most deals are one lot.

    A deal is in lots where two at least have a transport paper and an invoice number
    of their own. What speaks of the whole (a credit, a contract) goes with each, any
    other paper with the lot that it names or is most like.
    """
    frames = [paper for paper in papers if _is_frame(paper)]
    rest = [paper for paper in papers if not _is_frame(paper)]
    groups = _groups(rest)
    whole = [group for group in groups if _is_lot(group)]
    if len(whole) < 2 or _share_invoice(whole):
        return [tuple(papers)]
    for group in groups:
        if group in whole:
            continue
        for paper in group:
            max(whole, key=lambda lot: _likeness(paper, lot)).append(paper)
    return [(*frames, *lot) for lot in whole]


def _groups(papers: Sequence[Paper]) -> list[list[Paper]]:
    """Papers joined by the numbers of a lot, never by those of the whole."""
    shared = {
        plain(fact.value.text)
        for paper in papers
        for fact in paper.facts
        if fact.role in _OF_THE_WHOLE and isinstance(fact.value, Text)
    }
    group_of: dict[str, list[Paper]] = {}
    groups: list[list[Paper]] = []
    for paper in papers:
        own = [paper]
        for value in sorted(_values(paper) - shared):
            other = group_of.get(value)
            if other is not None and other is not own:
                other.extend(p for p in own if p not in other)
                if own in groups:
                    groups.remove(own)
                for key in [k for k, v in group_of.items() if v is own]:
                    group_of[key] = other
                own = other
            group_of[value] = own
        if own not in groups:
            groups.append(own)
    return groups


def _values(paper: Paper) -> set[str]:
    named = {n.value for n in numbers(paper) if n.kind in (*_OF_A_LOT, "reference")}
    held = {
        plain(fact.value.text)
        for fact in paper.facts
        if fact.role == "container" and isinstance(fact.value, Text)
    }
    return named | held


def _is_frame(paper: Paper) -> bool:
    return any(word in paper.format for word in _FRAMES)


def _is_lot(papers: Sequence[Paper]) -> bool:
    carried = any(word in paper.format for paper in papers for word in _CARRIES)
    return carried and bool(_invoices(papers))


def _invoices(papers: Sequence[Paper]) -> set[str]:
    return {
        number.value
        for paper in papers
        for number in numbers(paper)
        if number.kind == "invoice_number"
    }


def _share_invoice(groups: Sequence[Sequence[Paper]]) -> bool:
    counts: dict[str, int] = defaultdict(int)
    for group in groups:
        for value in _invoices(group):
            counts[value] += 1
    return any(count > 1 for count in counts.values())


def _likeness(paper: Paper, lot: Sequence[Paper]) -> int:
    texts = (f.value.text for f in paper.facts if isinstance(f.value, Text))
    said = words(texts) | mentions(paper)
    named = any(value in said for other in lot for value in _values(other))
    return 100 * named + max(agreement(marks(paper), marks(o))[0] for o in lot)
