"""EDIFACT segments to facts: one table says what each segment tells.

Segments stand in groups without brackets: a party, a line of goods or an equipment
stays open until a segment comes that can't belong to it.
"""

from collections.abc import Callable, Iterable

from enduse.messages.trade.edifact import goods, journey, papers, parties
from enduse.messages.trade.edifact.segments import Segment
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.edifact.taken import Taken

_OF_PARTIES = frozenset(("NAD", "CTA", "COM", "RFF", "FII", "DTM"))
READERS: dict[str, Callable[[State, Taken], None]] = {
    "ALI": goods.origin,
    "BGM": papers.document,
    "CNI": journey.consignment,
    "CNT": papers.control,
    "COM": parties.communication,
    "CPS": journey.packing,
    "CST": goods.customs_status,
    "CTA": parties.contact,
    "CUX": papers.currency,
    "DGS": goods.danger,
    "DOC": papers.other_document,
    "DTM": papers.date,
    "EQD": journey.equipment,
    "FII": parties.account,
    "FTX": papers.free_text,
    "GDS": goods.nature,
    "GID": goods.goods_item,
    "IMD": goods.description,
    "LIN": goods.line,
    "LOC": journey.place,
    "MEA": goods.measure,
    "MOA": goods.amount,
    "NAD": parties.name,
    "PAC": goods.package,
    "PAT": papers.payment,
    "PCI": goods.marks,
    "PIA": goods.more_codes,
    "PRI": goods.price,
    "PYT": papers.payment,
    "QTY": goods.quantity,
    "RFF": parties.reference,
    "SEL": journey.seal,
    "SGP": journey.split_goods,
    "TDT": journey.transport,
    "TOD": papers.terms,
    "UNS": papers.summary,
}


def read(segments: Iterable[Segment], state: State) -> None:
    """Reads all segments of a message; what no reader takes is screened as text."""
    for raw in segments:
        segment = Taken(raw, state.message)
        if segment.tag not in _OF_PARTIES:
            state.close_party()
        reader = READERS.get(segment.tag)
        if reader is not None:
            reader(state, segment)
        _rest(segment, state)
    state.close_party()
    state.close_good()
    state.close_route()


def _rest(segment: Taken, state: State) -> None:
    notes = state.notes
    total = segment.count()
    notes.leaves += total
    exempt = 0
    for text, harmless in segment.left():
        exempt += harmless
        if not harmless:
            notes.text("unmapped", text, segment.where)
    notes.exempt += exempt
    notes.screened += total - exempt
