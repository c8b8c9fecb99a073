"""Lines of goods out of a tree."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enduse.codes.country import alpha2
from enduse.messages.trade.goods_codes import codes_in, property_called
from enduse.messages.trade.goods_origin import origin_in
from enduse.messages.trade.measures import amount_in, quantity_in
from enduse.messages.trade.tree import Element, lookup
from enduse.messages.trade.units import REC20
from enduse.messages.trade.vocabulary import GOODS_SCHEMES, scheme_of
from enduse.model import Amount, Good, Identifier, Quantity

if TYPE_CHECKING:
    from enduse.messages.trade.walk import Walk

_TARIFF_SHAPE = re.compile(r"\d{4}[\d. ]{0,12}")
_LISTS = ("listID", "listName", "schemeID", "name", "listAgencyID")


@dataclass(slots=True)
class Draft:
    """A line of goods while its leaves are being read."""

    line: str = ""
    words: list[str] = field(default_factory=list)
    codes: list[Identifier] = field(default_factory=list)
    maker: list[str] = field(default_factory=list)
    origin_country: str = ""
    quantities: dict[str, list[Quantity]] = field(default_factory=dict)
    amounts: dict[str, Amount] = field(default_factory=dict)

    def total(self, *kinds: str) -> Quantity | None:
        """The sum of the first kind of quantity given, where all are of one unit."""
        for kind in kinds:
            found = self.quantities.get(kind, [])
            if found and len({q.unit for q in found}) == 1:
                value = sum((q.value for q in found), start=found[0].value * 0)
                return Quantity(value, found[0].unit)
        return None


def read_good(walk: "Walk", element: Element) -> None:
    """Notes the goods of a line, lines inside it and all else that stands there."""
    draft = Draft()
    inner: list[Element] = []
    _gather(walk, element, draft, inner)
    words = _distinct(draft.words)
    stated = {(code.scheme, code.value) for code in draft.codes}
    if words:
        for code in codes_in(words, element.path):
            if (code.scheme, code.value) not in stated:
                draft.codes.append(code)
    if words or draft.codes:
        good = Good(
            description=words,
            origin=walk.notes.origin.at(element.path),
            line=draft.line,
            codes=once(draft.codes),
            maker=" ".join(dict.fromkeys(draft.maker)),
            quantity=draft.total("quantity", "packages"),
            net_weight=draft.total("net"),
            gross_weight=draft.total("gross"),
            unit_price=draft.amounts.get("price"),
            value=draft.amounts.get("value") or draft.amounts.get("customs_value"),
            origin_country=draft.origin_country or origin_in(words),
        )
        walk.notes.fact("goods", good, element.path)
    for one in inner:
        walk.element(one)


def once(codes: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """The codes, each once, at the first place that states it."""
    found: dict[tuple[str, str], Identifier] = {}
    for code in codes:
        found.setdefault((code.scheme, code.value), code)
    return tuple(found.values())


def read_loose(walk: "Walk", element: Element) -> None:
    """Notes goods that a whole consignment states beside its lines: a tariff code."""
    draft = Draft()
    for child in element.children:
        loose = child.name in walk.words.loose_goods and not child.taken
        what = lookup(walk.words.good, child) if loose and child.text else ""
        if what:
            _take(walk, draft, child, what)
    words = _distinct(draft.words)
    if words or draft.codes:
        origin = walk.notes.origin.at(element.path)
        good = Good(words, origin, codes=tuple(draft.codes))
        walk.notes.fact("goods", good, element.path)


def _distinct(words: list[str]) -> str:
    """The words, each once: what stands in a longer one is not repeated."""
    kept: list[str] = []
    for text in dict.fromkeys(words):
        if not any(text in other and text != other for other in words):
            kept.append(text)
    return " ".join(kept)


def _gather(walk: "Walk", element: Element, draft: Draft, inner: list[Element]) -> None:
    words = walk.words
    several = element.counts.get("Item", 0) > 1
    for child in element.children:
        if child.taken and not child.children:
            continue
        what = lookup(words.good, child)
        if what and _take(walk, draft, child, what):
            continue
        if not child.children:
            walk.leaf(child)
        elif child.name in words.goods and (several or child.name != "Item"):
            if _described(walk, child):
                inner.append(child)
            else:  # codes and measures of the line around it
                _gather(walk, child, draft, inner)
        elif child.name in words.pairs and _property(walk, draft, child):
            continue
        elif words.party_role(child) or words.place_role(child):
            if what == "maker_party":
                draft.maker.extend(_first_name(walk, child))
            inner.append(child)
        elif any(lookup(words.means, leaf) for leaf in child.children):
            inner.append(child)
        else:
            _gather(walk, child, draft, inner)


def _described(walk: "Walk", element: Element) -> bool:
    """Whether an element says itself what its goods are."""
    return any(
        leaf.text and lookup(walk.words.good, leaf) == "description"
        for leaf in element.walk()
    )


def _property(walk: "Walk", draft: Draft, element: Element) -> bool:
    """Whether it was a property with a label and a value: `HS Code`, `848210`."""
    label, value = (element.find(name) for name in walk.words.pairs[element.name])
    if label is None or value is None or not (label.text and value.text):
        return False
    called, said, where = label.take(), value.take(), value.path
    kind = property_called(called)
    if kind == "origin":
        draft.origin_country = draft.origin_country or alpha2(said)[:2]
    elif kind == "maker":
        draft.maker.append(said)
    elif kind:
        draft.codes.append(Identifier(kind, said, "", called, where))
    walk.notes.narrative("narrative", f"{called}: {said}", where)
    return True


def _first_name(walk: "Walk", party: Element) -> list[str]:
    for leaf in party.walk():
        if leaf.text and lookup(walk.words.party, leaf) == "name":
            return [leaf.text]
    return []


def _take(walk: "Walk", draft: Draft, element: Element, what: str) -> bool:
    """Whether the element's words became part of the goods."""
    kind, _, scheme = what.partition(":")
    if kind in ("net", "gross", "quantity", "packages"):
        return _measure(draft, element, kind)
    if element.children or not element.text:
        return False
    if kind in ("price", "value", "customs_value"):
        amount = amount_in(element, walk.currency)
        known = kind in draft.amounts
        if amount and not known:
            draft.amounts[kind] = amount
        return bool(amount) and not known
    _words(draft, element, kind, scheme)
    return element.taken


def _measure(draft: Draft, element: Element, kind: str) -> bool:
    found = quantity_in(element)
    if found is None:
        return False
    if kind == "quantity" and draft.quantities.get("quantity"):
        element.taken = False
        return False
    if not found.unit and kind == "packages":
        found = Quantity(found.value, REC20["PACKAGE"])
    draft.quantities.setdefault(kind, []).append(found)
    return True


def _words(draft: Draft, element: Element, kind: str, scheme: str) -> None:
    text = element.text
    if kind == "description":
        draft.words.append(element.take())
    elif kind == "line":
        draft.line = draft.line or element.take()
    elif kind == "maker":
        draft.maker.append(element.take())
    elif kind == "origin":
        code = alpha2(text)[:2]
        draft.origin_country = draft.origin_country or code
        element.taken = bool(code) and code == draft.origin_country
    elif kind == "tariff":
        if _TARIFF_SHAPE.fullmatch(text):  # else a licence or the like
            draft.codes.append(_code(element, element.take(), "hs"))
    elif kind == "code":
        draft.codes.append(_code(element, element.take(), scheme))


def _code(element: Element, text: str, scheme: str) -> Identifier:
    """A code of goods under the scheme that its list's name tells."""
    if scheme == "un":  # a UN number of dangerous goods
        return Identifier("other", text, "", "UN", element.path)
    said = [element.attributes.get(name, "") for name in _LISTS]
    note = next((s for s in said if s), "")
    named = next((found for s in said if (found := scheme_of(s, GOODS_SCHEMES))), "")
    country = ""
    holder = element.parent
    if holder is not None and element.step:  # JSON: a type beside the values
        around = [h for h in (holder, holder.parent) if h is not None]
        for above in around:
            kind = above.find("type")
            if kind is not None and kind.text and not note:
                note = kind.take()
                named = scheme_of(note, GOODS_SCHEMES)
            place = above.find("countryCode")
            if place is not None and place.text and not country:
                country = place.take()
    if named and scheme in ("", "other", "hs"):
        scheme = named
    elif note and scheme == "":
        scheme = "other"
    return Identifier(scheme or "other", text, country, note, element.path)
