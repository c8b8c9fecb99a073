"""The unit and the currency of a number, wherever the standard puts them."""

from enduse.messages.trade.tree import Element
from enduse.messages.trade.units import exact, unit_code
from enduse.model import Amount, Quantity

_CURRENCIES = (
    "currencyCode",
    "currency",
    "declaredValueCurrency",
    "currencyAmountCode",
)


def currency_of(element: Element, otherwise: str) -> str:
    """Its currency: an attribute, a sibling, or the document's own."""
    found = element.attributes.get("currencyID") or element.attributes.get("currencyId")
    if found:
        return found.strip()
    parent = element.parent
    if parent is not None and parent.counts:
        for name in (f"{element.name}Currency", *_CURRENCIES):
            sibling = parent.find(name)
            if sibling is not None and not sibling.children:
                sibling.taken = True
                return sibling.text
    return otherwise


def unit_of(element: Element) -> str:
    """Its unit: an attribute, or a sibling `unit`, `weightUnit`, `...Unit`."""
    if found := element.attributes.get("unitCode") or element.attributes.get("unit"):
        return found.strip()
    parent = element.parent
    if parent is None:
        return ""
    names = (f"{element.name}Unit", "unit") if element.name == "value" else ()
    for name in names or (f"{element.name}Unit",):
        sibling = parent.find(name)
        if sibling is not None and not sibling.children:
            sibling.taken = True
            return sibling.text
    return ""


def quantity_in(element: Element) -> Quantity | None:
    """The measure of an element: its own number, or a `value` with a `unit` in it."""
    inner = element.find("value") if element.children else element
    if inner is None:
        return None
    value = exact(inner.text)
    if value is None:
        return None
    inner.taken = True
    return Quantity(value, unit_code(unit_of(inner)))


def amount_in(element: Element, currency: str) -> Amount | None:
    """The money of an element, or None where it is no number."""
    value = exact(element.text)
    found = currency_of(element, currency)
    if value is None or not found:
        return None
    element.taken = True
    return Amount(value, found)
