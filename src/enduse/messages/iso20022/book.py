"""What one walk over a message has gathered so far."""

from collections.abc import Iterable

from enduse.codes import bic, iban, lei
from enduse.messages.iso20022.node import Node, leaves_in, placed, said_in
from enduse.messages.iso20022.vocabulary import WHOLE
from enduse.messages.said_numbers import with_what_they_say
from enduse.messages.trade.beside import beside
from enduse.model import (
    Address,
    Coverage,
    DateSpan,
    Fact,
    Identifier,
    Origin,
    Party,
    PartyKind,
    PartyName,
    Problem,
    ProblemSeverity,
    Text,
)

_FAULTS = {"lei": lei.fault, "bic": bic.fault, "iban": iban.fault}
_SAID = {
    "check-digit": "its check digits do not fit the rest: a digit is wrong",
    "format": "it does not have the form of one",
    "country": "its fifth and sixth letters are no country",
}


class Draft:
    """A party while its elements are being read."""

    __slots__ = (
        "addresses",
        "birth_dates",
        "birth_places",
        "countries",
        "identifiers",
        "kind",
        "names",
        "path",
        "role",
    )

    def __init__(self, role: str, path: str, kind: PartyKind = "unknown") -> None:
        self.role = role
        self.path = path
        self.kind: PartyKind = kind
        self.names: list[PartyName] = []
        self.identifiers: list[Identifier] = []
        self.addresses: list[Address] = []
        self.birth_dates: list[DateSpan] = []
        self.birth_places: list[str] = []
        self.countries: list[str] = []

    def said(self) -> bool:
        """Whether anything is known of the party."""
        return bool(
            self.names
            or self.identifiers
            or self.addresses
            or self.countries
            or self.birth_dates
            or self.birth_places
        )

    def first(self, scheme: str) -> Identifier | None:
        """The first identifier of that scheme, or None."""
        return next((i for i in self.identifiers if i.scheme == scheme), None)

    def fact(self, origin: Origin) -> Fact:
        """The finished party."""
        party = Party(
            self.role,
            origin,
            tuple(self.names),
            self.kind,
            with_what_they_say(self.identifiers),
            tuple(self.birth_dates),
            tuple(self.birth_places),
            tuple(dict.fromkeys(self.countries)) if self.countries else (),
            tuple(self.addresses),
        )
        return Fact(self.role, party, origin)


class Book:
    """Facts, problems and references in the order they were met.

    `unread` holds elements a reader of parties had no use for; the walk takes them up.
    `leaves` counts the texts that the elements hold, `screened` those that went into
    a fact, `exempt` those whose shape can name nobody.
    """

    __slots__ = (
        "exempt",
        "facts",
        "leaves",
        "problems",
        "references",
        "screened",
        "sha256",
        "source",
        "unread",
    )

    def __init__(self, source: str, sha256: str) -> None:
        self.source = source
        self.sha256 = sha256
        self.facts: list[Fact | Draft] = []
        self.problems: list[Problem] = []
        self.references: dict[str, str] = {}
        self.unread: list[tuple[Node, str]] = []
        self.leaves = self.screened = self.exempt = 0

    @property
    def coverage(self) -> Coverage:
        """How many text leaves there were, and what became of them."""
        return Coverage(self.leaves, self.screened, self.exempt)

    def draft(self, role: str, path: str, kind: PartyKind = "unknown") -> Draft:
        """A new party at this place among the facts."""
        made = Draft(role, path, kind)
        self.facts.append(made)
        return made

    def text(self, role: str, text: str, path: str, *, leaves: int = 1) -> None:
        """Notes words outside party fields; `leaves` of them were not counted yet."""
        self.screened += leaves
        origin = Origin(self.source, self.sha256, path)
        self.facts.append(Fact(role, Text(text), origin))

    def below(self, node: Node, path: str) -> list[tuple[Node, str]]:
        """Every child with its place; words beside them and attributes are noted."""
        if node.gone is not None:
            return self._odd_below(node, path)
        found: list[tuple[Node, str]] = []
        names: set[str] = set()
        for part in node.parts:
            if type(part) is not Node or part.attributes or part.name in names:
                return self._odd_below(node, path)
            name = part.name
            if not part.leaf and name in WHOLE:
                return self._odd_below(node, path)
            names.add(name)
            found.append((part, f"{path}/{name}"))
        return found

    def _odd_below(self, node: Node, path: str) -> list[tuple[Node, str]]:
        """The children of an element in which more stands than children, once each."""
        children = placed(node, path)
        if len(children) != len(node.parts):
            self.strays(node.parts, path, "unmapped")
        for child, where in children:
            if child.attributes or (not child.leaf and child.name in WHOLE):
                self.attributes(child, where)
        return children

    def strays(self, parts: "Iterable[str | Node]", path: str, role: str) -> None:
        """Notes the words that stand beside elements."""
        for part in parts:
            if type(part) is str and not part.isspace():
                self.text(role, part.strip(), path)

    def attributes(self, node: Node, path: str) -> None:
        """Notes what an element's attributes say, once; in one text all below it."""
        for key, value in said_in(node):
            self.text("unmapped", value, f"{path}/@{key}")
        currency = (node.attributes or {}).get("Ccy")
        node.attributes = {"Ccy": currency} if currency else None
        if node.name in WHOLE and not node.leaf:
            self._attributes_below(node, path)

    def whole(self, node: Node, path: str) -> None:
        """Counts an element all of whose words went into one value."""
        self._attributes_below(node, path)
        self.screened += leaves_in(node)

    def _attributes_below(self, node: Node, path: str) -> None:
        for child, where in placed(node, path):
            self.attributes(child, where)
            self._attributes_below(child, where)

    def report(
        self, code: str, message: str, path: str, severity: ProblemSeverity = "warning"
    ) -> None:
        """Notes a fault in the data."""
        origin = Origin(self.source, self.sha256, path)
        self.problems.append(Problem(code, message, origin, severity))

    def identify(self, draft: Draft, identifier: Identifier) -> None:
        """Gives the party an identifier as written; a fault in it is a Problem."""
        draft.identifiers.append(identifier)
        self.screened += 1
        scheme = identifier.scheme
        fault = _FAULTS[scheme](identifier.value) if scheme in _FAULTS else ""
        if fault:
            message = (
                f"{scheme.upper()} {identifier.value!r} of the "
                f"{draft.role.replace('_', ' ')}: "
                f"{_SAID[fault]}; kept as written, ask the sender"
            )
            self.report(f"{scheme}-{fault}", message, identifier.locator)

    def drafts(self) -> list[Draft]:
        """Every party so far, in order."""
        return [item for item in self.facts if type(item) is Draft]

    def finished(self) -> list[Fact]:
        """All facts and what stands in their words; no party that says nothing."""
        done: list[Fact] = []
        source, sha256 = self.source, self.sha256
        for item in self.facts:
            if type(item) is not Draft:
                done.append(item)  # type: ignore[arg-type]  # a Fact, then
            elif item.said():
                done.append(item.fact(Origin(source, sha256, item.path)))
        done.extend(beside(done))
        return done
