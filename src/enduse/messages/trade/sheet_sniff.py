"""Whether a sheet is a trade document, and not a table of customers."""

from enduse.messages.tabular.layout import is_header
from enduse.messages.trade.paper.head import heads_in
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.kind import title_of
from enduse.messages.trade.paper.segment import Leaf

_MEASURED = frozenset(
    [
        "quantity",
        "value",
        "unit_price",
        "net_weight",
        "gross_weight",
        "packages",
        "volume",
        "hs",
    ]
)
_SECTIONS = frozenset(("parties", "references", "places", "vessel", "totals"))


def is_trade(leaf: Leaf) -> bool:
    """Whether its top has a goods table, and a title or labels that say what it is.

    A bare table counts where it has a description and two measures of it, and no
    column that names customers.
    """
    heads = heads_in(leaf)
    title = title_of(leaf)
    labels = {
        field
        for segment in leaf.segments
        for hit in hits_in(segment)
        if hit.sure and hit.section in _SECTIONS
        for field in hit.fields
    }
    strong = [
        head for head in heads if len({c.field for c in head.columns} & _MEASURED) >= 2
    ]
    if title and (heads or len(labels) >= 2):
        return True
    if strong and len(labels) >= 3:
        return True
    return any(
        head.has("description") and not is_header([c.heading for c in head.columns])
        for head in strong
    )
