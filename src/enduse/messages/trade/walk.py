"""One walk over a trade document's tree: every noun by its table, then what is left.

The walk knows no standard: a `Vocabulary` says which element is a party, a place or a
line of goods, and which leaf is what. In the end each leaf that nobody took becomes an
`unmapped` text, unless it has a shape that can name nobody.
"""

import re
from collections.abc import Iterator

from enduse.messages.trade.edifact.times import day_of
from enduse.messages.trade.element_goods import read_good, read_loose
from enduse.messages.trade.element_party import read_contact, read_means, read_party
from enduse.messages.trade.element_place import in_order, mode_of, read_place
from enduse.messages.trade.labelled_numbers import role_called
from enduse.messages.trade.measures import currency_of, unit_of
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.tree import Element, lookup
from enduse.messages.trade.vocabulary import Vocabulary
from enduse.model import Place

# Numbers, dates and times, yes and no: what can name nobody.
_EXEMPT = re.compile(
    r"[\d\s.,:+%/-]*|true|false|[YN]|\d{4}-\d\d-\d\d(?:T?[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?"
    r"|[\d:.]+Z?",
    re.IGNORECASE,
)
_DATE_NAME = re.compile(r"(?:Date|DateTime)$")


class Walk:
    """The facts of one document."""

    def __init__(self, notes: Notes, words: Vocabulary, *, currency: str = "") -> None:
        self.notes = notes
        self.words = words
        self.currency = currency
        self._places: dict[int, list[Place]] = {}
        self._modes: dict[int, str] = {}
        self._where: dict[int, str] = {}

    def document(self, root: Element) -> None:
        """Reads a whole document."""
        self.below(root)
        for scope in self._places:
            mode = self._modes.get(scope, "")
            places = in_order(self._places[scope])
            self.notes.route(places, mode, self._where[scope])
        self._sweep(root)

    def below(self, element: Element) -> None:
        """Reads what is inside an element."""
        if any(lookup(self.words.means, child) for child in element.children):
            read_means(self, element)
        if not self.words.loose_goods.isdisjoint(element.counts):
            read_loose(self, element)
        for child in element.children:
            self.element(child)

    def element(self, element: Element) -> None:
        """Reads one element and what is inside it."""
        words = self.words
        if role := words.place_role(element):
            self.place(element, role)
        elif not element.children:
            self.leaf(element)
        elif element.name in words.goods:
            read_good(self, element)
        elif role := words.party_role(element):
            read_party(self, element, role)
        elif element.name in words.contacts:
            read_contact(self, element, "document")
        else:
            self.below(element)

    def place(self, element: Element, role: str) -> None:
        """Reads a place of the route, and what else stands in its element."""
        scope = self._scope(element)
        mode = mode_of(element, self.words)
        found = read_place(self, element, role, mode=mode)
        if found is not None:
            self._places.setdefault(scope, []).append(found)
            self._where.setdefault(scope, element.path)
            if mode and self._modes.get(scope, "") in ("", "road", "rail"):
                self._modes[scope] = mode
        for child in element.children:
            if not child.taken and child.children:
                self.element(child)

    def _scope(self, element: Element) -> int:
        """The consignment a place belongs to; 0 for the document."""
        above = element.parent
        while above is not None:
            if above.name in self.words.scopes:
                return above.index
            above = above.parent
        return min(self._places, default=0)

    def leaf(self, element: Element) -> None:
        """Reads one leaf by its name."""
        text = element.text
        if element.taken or not text:
            return
        kind, _, role = self._meaning(element).partition(":")
        where = element.path
        notes = self.notes
        if not kind or kind == "skip":
            return
        element.taken = True
        if kind == "ref":
            notes.reference(self._paper(element, role), text, where)
        elif kind == "date":
            day = day_of(text, element.attributes.get("format", ""))
            notes.date(role, text, where, day=day)
        elif kind == "amount":
            notes.amount(role, text, currency_of(element, self.currency), where)
        elif kind == "qty":
            notes.quantity(role, text, unit_of(element), where)
        else:
            notes.narrative(role, text, where)

    def _paper(self, element: Element, role: str) -> str:
        """What a number is a number of, where a leaf beside it tells."""
        if role not in ("related_reference", "reference") or element.parent is None:
            return role
        for name in self.words.paper_types:
            said = element.parent.value(name)
            found = self.words.papers.get(said.upper()) or role_called(said)
            if found:
                return found
        return role

    def _meaning(self, element: Element) -> str:
        """Kind and role of a leaf, from the table or from what its form tells."""
        found = lookup(self.words.leaves, element)
        if found:
            return found
        if element.attributes.get("currencyID"):
            return "amount:amount"
        if element.attributes.get("unitCode"):
            return "qty:measure"
        return "date:related_date" if _dated(element) else ""

    def _sweep(self, root: Element) -> None:
        """Whatever nobody took is screened as free text; and all is counted."""
        for element in root.walk():
            text = element.text
            if text:
                self._count(element, text)
            for name, value in element.attributes.items():
                if name not in self.words.attributes and value.strip():
                    self._left(value.strip(), f"{element.path}/@{name}")

    def _count(self, element: Element, text: str) -> None:
        notes = self.notes
        if element.taken:
            notes.leaves += 1
            notes.screened += 1
        elif _CODE.fullmatch(text) and self._meaning(element) == "skip:":
            notes.leaves += 1
            notes.exempt += 1
        else:
            self._left(text, element.path)

    def _left(self, text: str, where: str) -> None:
        notes = self.notes
        notes.leaves += 1
        if _EXEMPT.fullmatch(text):
            notes.exempt += 1
            return
        notes.screened += 1
        notes.text("unmapped", text, where)


# What a leaf that is listed as a code must look like to be left out of the screen.
_CODE = re.compile(
    r"[A-Z0-9_.-]{1,8}|[A-Za-z]{1,4}|urn:\S+|bpid:\S+|[0-9A-Fa-f-]{16,}|true|false"
)


def _dated(element: Element) -> bool:
    return bool(_DATE_NAME.search(element.name)) and element.text[:1].isdigit()


def leaves(root: Element) -> Iterator[Element]:
    """Every element with words of its own."""
    return (element for element in root.walk() if element.text)
