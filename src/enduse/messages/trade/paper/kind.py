"""What kind of document a page begins, told by its title, and the document's number."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.hits import Hit, fits
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.vocabulary import kinds, tokens_of

MAIN: dict[str, tuple[str, ...]] = {
    "commercial-invoice": ("invoice_number",),
    "proforma-invoice": ("invoice_number", "reference"),
    "credit-note": ("invoice_number", "certificate_number"),
    "bill-of-lading": ("bl_number",),
    "sea-waybill": ("bl_number",),
    "airway-bill": ("awb_number",),
    "rail-or-road-waybill": ("bl_number", "despatch_number"),
    "packing-list": ("packing_list_number", "invoice_number"),
    "certificate-of-origin": ("certificate_number",),
    "purchase-order": ("order_number",),
    "contract": ("contract_number",),
    "export-declaration": ("declaration_number",),
    "delivery-note": ("despatch_number",),
    "certificate": ("certificate_number",),
    "arrival-notice": ("reference",),
    "dangerous-goods-declaration": ("reference",),
    "specification": ("reference",),
    "bill-of-exchange": ("reference",),
    "quotation": ("reference",),
    "documentary-credit": ("credit_number",),
    "payment-order": ("reference",),
    "guarantee": ("reference",),
}
_PAGE_OF = re.compile(
    r"\b(?:page|seite|sayfa|página|pagina|стр\.?|страница|p\.)\s*[:.]?\s*(\d{1,4})"
    r"(?:\s*(?:/|of|von|de|sur|из)\s*(\d{1,4}))?|第\s*(\d{1,4})\s*页",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"(?:N[°º]|№|No\.?|Nr\.?|Number)\s*:?\s*((?:[A-Z]{1,3} )?\w[\w/.-]{2,24}"
    r"|(?:[A-Z]{1,2} )?\d[\d ]{3,14}\d)",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"(?=\S*\d)[A-Z0-9][A-Z0-9/.-]{2,24}", re.IGNORECASE)
_SHORT_NUMBER = re.compile(  # in a title alone
    r"(?:N[°º]|№|No\b\.?|Nr\b\.?)\s*\d{1,2}", re.IGNORECASE
)
_NUMBERS = (_BARE_NUMBER, _NUMBER_ALONE, _SHORT_NUMBER)
_BEFORE_DATE = re.compile(
    r"[\s,]*(?:от|vom|dated|of|du|del|tarihli)?\s*$", re.IGNORECASE
)
_BEHIND_DATE = re.compile(r"\s*(?:г(?:ода|\.)?)?\s*")
_TITLE_LETTERS = 70
_AT_HEAD = 3  # segments
_ALONE = 2.0  # weight of a title in capitals that is a whole line
_OF_WHOM = re.compile(r"(?:of|form|for|№|no\.?|nr\.?|к|to)\b", re.IGNORECASE)


class Title(NamedTuple):
    """A title found on a page: the kind of document, and its segment."""

    kind: str
    segment: Segment
    last: int  # offset behind the title's words
    weight: float


def title_of(leaf: Leaf) -> Title | None:
    """The likeliest title in the upper half of a page, or None."""
    if not leaf.segments:
        return None
    sizes = sorted(s.size for s in leaf.segments for _ in range(len(s.text) // 8 + 1))
    usual = max(sizes[len(sizes) // 2], 1)
    limit = leaf.height * 0.45
    found = [
        title
        for place, segment in enumerate(leaf.segments)
        if segment.middle <= limit
        and (title := _title(segment, usual, heads=place < _AT_HEAD))
    ]
    return max(found, key=lambda t: t.weight, default=None)


def heads_alone(leaf: Leaf) -> bool:
    """Whether a title, and nothing else, stands on one of a page's first lines."""
    first = leaf.segments[:_AT_HEAD]
    titles = [_title(segment, max(segment.size, 1), heads=True) for segment in first]
    return any(title and title.weight >= _ALONE for title in titles)


def _title(segment: Segment, usual: float, *, heads: bool) -> Title | None:
    """The title in a segment. One that `heads` the page need not be larger than the
    rest, if it is bold or in capitals: a form prints all in one size.
    """
    tokens = tokens_of(segment.text)
    if not tokens or len(segment.text) > _TITLE_LETTERS * 2:
        return None
    known, best = kinds(), None
    for place in range(min(len(tokens), 4)):
        found = known.at(tokens, place)
        if found:
            best = found
            break
    if not best or (best.first and len(tokens) > 8 and not segment.text.isupper()):
        return None
    rest = segment.text[tokens[best.last].end :].strip(" :-–/()")
    bare = _undated(rest)
    told = any(p.fullmatch(bare) for p in _NUMBERS)
    whole = best.first == 0 and (not bare or told)
    whole = whole and (bare == rest or bool(bare))
    large = segment.size / usual
    capitals = segment.text[: tokens[best.last].end].isupper()
    bold = segment.bold_at(tokens[best.first].start)
    if heads and (bold or segment.text.isupper()) and ":" not in segment.text:
        again = known.at(tokens, best.last + 1) if rest else None
        both = again is not None and again.last + 1 == len(tokens)
        whole = whole or both or not rest or bool(_OF_WHOM.match(rest))
        capitals = capitals or (both and segment.text.isupper())
    numbered = heads and told
    if large < 1.12 and not (whole and (capitals or bold or numbered)):
        return None
    if not whole and large < 1.12:
        return None
    words = best.last - best.first + 1
    weight = large * (1.5 if whole else 1.0) + 0.2 * words + 0.3 * capitals
    return Title(best.field, segment, tokens[best.last].end, weight)


def _undated(text: str) -> str:
    """What stands behind a title's words, without the date that ends it."""
    for _, start, end in dates_in(text)[-1:]:
        if _BEHIND_DATE.fullmatch(text[end:]):
            text = _BEFORE_DATE.sub("", text[:start])
    return text.strip(" ,;")


def kind_by_labels(hits: Sequence[Hit]) -> str:
    """The kind of a document without a title, by the numbers that it gives itself."""
    said = {field for hit in hits if hit.sure for field in hit.fields}
    for kind, field in (
        ("airway-bill", "awb_number"),
        ("packing-list", "packing_list_number"),
        ("commercial-invoice", "invoice_number"),
        ("bill-of-lading", "bl_number"),
        ("certificate", "certificate_number"),
        ("purchase-order", "order_number"),
    ):
        if field in said:
            return kind
    return ""


def number_of(title: Title, leaf: Leaf) -> str:
    """The number in a title's line, or the bare `No. 771` that stands beside it."""
    number = number_in_title(title)
    if number:
        return number
    reach = 1.2 * max(title.segment.size, 6)
    own = title.segment
    above = own.middle - 3.2 * max(own.size, 6)
    row = leaf.between(above, own.middle + 4.5 * max(own.size, 6))
    beside = [s for s in row if s.middle < own.middle + reach or s.x0 >= own.x0 - 12]
    beside = [s for s in beside if s.middle > own.middle - reach or s.x0 >= own.x0 - 24]
    for segment in beside:
        match = _BARE_NUMBER.fullmatch(segment.text.strip())
        if match and any(c.isdigit() for c in match[1]):
            return match[1].strip()
    return ""


def number_in_title(title: Title) -> str:
    """The number that stands behind a title on its line: `Invoice INV/2023/0008`."""
    rest = title.segment.text[title.last :].strip(" :#-–")
    rest = re.sub(r"^(?:(?:no|nr|number)\b|№|n°)[.:\s]*", "", rest, flags=re.IGNORECASE)
    later = re.search(
        r"(?:\b(?:nr|no|number)\b|№|\bn[°º])[.:\s]*(\w[\w/.-]+)", rest, re.IGNORECASE
    )
    rest = later[1] if later else rest
    word = rest.split()[0].strip(",;") if rest else ""
    shortest = 1 if "№" in title.segment.text and word.isdigit() else 3
    numbered = fits("invoice_number", "references", word) and len(word) >= shortest
    return word if numbered else ""


def page_number(leaf: Leaf) -> int:
    """The number the page gives itself, or 0."""
    for segment in (*leaf.segments[:12], *leaf.segments[-12:]):
        match = _PAGE_OF.search(segment.text)
        if match:
            return int(match[1] or match[3])
    return 0
