"""What one pass over a trade document has gathered: facts, problems, coverage."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from enduse.codes import bic, container, iban, imo, lei, unlocode
from enduse.messages.message import Coverage
from enduse.messages.said_numbers import with_what_they_say
from enduse.messages.trade.labelled_numbers import references_in
from enduse.messages.trade.said_parties import parties_said
from enduse.messages.trade.units import exact, unit_code
from enduse.model import (
    Amount,
    Fact,
    Good,
    Identifier,
    Origin,
    Party,
    PartyName,
    Place,
    Problem,
    ProblemSeverity,
    Quantity,
    Route,
    Text,
)
from enduse.text.dates import parse_day

_SAID = {
    "check-digit": "its check digit does not fit the rest: a digit is wrong",
    "format": "it does not have the form of one",
    "country": "its country letters are no country",
}
_PLACEHOLDER = re.compile(r"\{[^{}]{1,80}\}|\w*_PLACEHOLDER|\w+_PLACEHOLDER\w*")
_CURRENCY = re.compile(r"[A-Z]{3}")


def _imo_fault(value: str) -> str:
    if not re.search(r"\d{7}", value):
        return "format"
    return "" if imo.is_valid(value) else "check-digit"


_CHECKS: dict[str, Callable[[str], str]] = {
    "bic": bic.fault,
    "iban": iban.fault,
    "lei": lei.fault,
    "imo": _imo_fault,
}


def is_placeholder(text: str) -> bool:
    """Whether a text is a blank left to be filled, such as `{CBR}`."""
    return bool(_PLACEHOLDER.fullmatch(text.strip()))


# Places of a document that no shipment passes.
ASIDE = frozenset(
    [
        "place_of_issue",
        "place_of_payment",
        "container_positioning",
        "empty_pickup",
        "storage",
        "examination",
        "presentation",
        "place_of_expiry",
        "available_at",
        "place_of_event",
    ]
)


_NARRATIVES = frozenset(("narrative", "payment_terms", "goods"))
_LABELLED = 0.7  # confidence in a number that free text labels


class Notes:
    """Facts and problems of one document; `origin` is the document's own place."""

    __slots__ = ("exempt", "facts", "leaves", "origin", "problems", "screened")

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.facts: list[Fact] = []
        self.problems: list[Problem] = []
        self.leaves = self.screened = self.exempt = 0

    @property
    def coverage(self) -> Coverage:
        """How many text leaves there were, and what became of them."""
        return Coverage(self.leaves, self.screened, self.exempt)

    def report(
        self,
        code: str,
        message: str,
        locator: str,
        severity: ProblemSeverity = "warning",
    ) -> None:
        """Notes a fault in the data."""
        origin = self.origin.at(locator)
        self.problems.append(Problem(code, message, origin, severity))

    def fact(
        self,
        role: str,
        value: Party | Good | Route | Amount | Quantity | Text,
        locator: str,
        confidence: float = 1.0,
    ) -> None:
        """Notes a value as it is."""
        self.facts.append(Fact(role, value, self.origin.at(locator), confidence))

    def text(self, role: str, text: str, locator: str, confidence: float = 1.0) -> None:
        """Notes words or a number."""
        plain = text.strip()
        if plain:
            self.fact(role, Text(plain), locator, confidence)

    def narrative(self, role: str, text: str, locator: str) -> None:
        """Notes words, and the numbers of other papers that a narrative labels."""
        self.text(role, text, locator)
        if role in _NARRATIVES:
            for found in references_in(text):
                self.text(found.role, found.value, locator, _LABELLED)
        if role == "narrative":
            self.facts.extend(parties_said(text, self.origin.at(locator)))

    def reference(
        self, role: str, text: str, locator: str, confidence: float = 1.0
    ) -> None:
        """Notes a number that papers of one deal share; a blank to fill is told."""
        plain = text.strip()
        if is_placeholder(plain):
            self.placeholder(plain, locator)
            return
        if role == "container":
            plain = container.normalise(plain)
            self.check("container", container.fault(plain), plain, locator)
        self.text(role, plain, locator, confidence)

    def placeholder(self, text: str, locator: str) -> None:
        """Notes a blank nobody filled in."""
        message = f"{text!r} is a blank left to be filled; ask for the real value"
        self.report("placeholder-value", message, locator, "note")
        self.text("unmapped", text, locator)

    def date(
        self, role: str, text: str, locator: str, *, day: date | None = None
    ) -> None:
        """Notes a date in ISO form; what is none stays as written and is told."""
        found = day or parse_day(text.strip().removesuffix("Z"))
        if found is None and text.strip():
            message = f"{text.strip()[:40]!r} is no date enduse can read; kept as text"
            self.report("date-unreadable", message, locator)
        self.text(role, found.isoformat() if found else text, locator)

    def amount(self, role: str, text: str, currency: str, locator: str) -> None:
        """Notes an amount of money; what is none is kept as text and told."""
        value = exact(text)
        if value is None or not _CURRENCY.fullmatch(currency):
            message = f"{text!r} {currency!r} is no amount; kept as text"
            if is_placeholder(text):
                self.placeholder(text, locator)
                return
            if text.strip():
                self.report("amount-unreadable", message, locator)
                self.text("unmapped", f"{text} {currency}".strip(), locator)
            return
        self.fact(role, Amount(value, currency), locator)

    def quantity(self, role: str, text: str, unit: str, locator: str) -> None:
        """Notes a count, weight or measure; what is none is kept as text and told."""
        value = exact(text)
        if value is not None:
            self.fact(role, Quantity(value, unit_code(unit)), locator)
        elif text.strip():
            message = f"{text.strip()[:40]!r} is no number; kept as text"
            self.report("number-unreadable", message, locator)
            self.text("unmapped", f"{text} {unit}".strip(), locator)

    def party(self, party: Party, confidence: float = 1.0) -> None:
        """Notes a party, and a Problem for each of its numbers that can't be right."""
        if not (party.names or party.identifiers or party.addresses):
            return
        identifiers = with_what_they_say(party.identifiers)
        if identifiers != party.identifiers:
            party = replace(party, identifiers=identifiers)
        if party.names and _SAME.fullmatch(party.names[0].text.strip(" .*")):
            party = self._same(party)
        ordered = [n for name in party.names if (n := _of_order(name))]
        if ordered:
            party = replace(party, names=(*party.names, *ordered))
        self.fact(party.role, party, party.origin.locator, confidence)
        for identifier in party.identifiers:
            if identifier.scheme in _CHECKS and not is_placeholder(identifier.value):
                fault = _CHECKS[identifier.scheme](identifier.value)
                where = identifier.locator or party.origin.locator
                self.check(identifier.scheme, fault, identifier.value, where)
        for name in party.names[:1]:
            if is_placeholder(name.text):
                message = f"{name.text!r} is a blank left to be filled; ask who it is"
                where = name.locator or party.origin.locator
                self.report("placeholder-value", message, where, "note")

    def _same(self, party: Party) -> Party:
        """Who is meant by `same as consignee`: the one it points at, where told."""
        said = party.names[0].text.casefold()
        for fact in reversed(self.facts):
            pointed = fact.role.replace("_", " ").partition(" ")[0] in said
            if isinstance(fact.value, Party) and (pointed or fact.role == "consignee"):
                return replace(fact.value, role=party.role, origin=party.origin)
        return party

    def route(self, places: list[Place], mode: str, locator: str) -> None:
        """Notes the places of a journey in the order they are passed."""
        if not places:
            return
        for place in places:
            if place.unlocode:
                fault = unlocode.fault(place.unlocode)
                self.check("unlocode", fault, place.unlocode, place.locator or locator)
        settled = [_settled(place) for place in places]
        passed = tuple(place for place in settled if place.role not in ASIDE)
        if passed:
            self.fact("route", Route(passed, mode), locator)
        for place in settled:
            if place.role in ASIDE:
                self.fact("place", Route((place,)), place.locator or locator)

    def check(self, scheme: str, fault: str, value: str, locator: str) -> None:
        """Notes what is wrong with a code, if anything is."""
        if fault and not is_placeholder(value):
            called = _CALLED.get(scheme, scheme.upper())
            message = f"{called} {value!r}: {_SAID[fault]}; kept as written, ask"
            self.report(f"{scheme}-{fault}", message, locator)


_SAME = re.compile(
    r"(?:THE\s)?SAME(?:\sAS\s(?:THE\s)?(?:CONSIGNEE|SHIPPER|BUYER|ABOVE))?|AS\sABOVE|DITTO",
    re.IGNORECASE,
)
_TO_ORDER = re.compile(
    r"(?:UN)?TO\s(?:THE\s)?ORDER\s(?:OF\s)?(.{3,})|A\s(?:LA\s)?ORDEN\sDE\s(.{3,})"
    r"|[AÀ]\sL['’ ]ORDRE\sDE\s(.{3,})|AN\s(?:DIE\s)?ORDER\s(?:VON\s|DER\s)?(.{3,})",
    re.IGNORECASE,
)


def _of_order(name: PartyName) -> PartyName | None:
    """Who is meant by a name such as `TO THE ORDER OF X BANK`."""
    match = _TO_ORDER.fullmatch(name.text.strip())
    whom = next((group for group in match.groups() if group), "") if match else ""
    return PartyName(whom.strip(" :,."), name.locator) if whom else None


_CALLED = {"container": "container number", "unlocode": "UN/LOCODE"}


def _settled(place: Place) -> Place:
    """A place whose code tells its country, and without a code that is none."""
    if not place.unlocode:
        return place
    if unlocode.fault(place.unlocode) == "format":
        name = place.name or place.unlocode
        return replace(place, unlocode="", name=name)
    code = unlocode.normalise(place.unlocode)
    return replace(
        place, unlocode=code, country=place.country or unlocode.country(code)
    )


def numbered(
    scheme: str, value: str, locator: str, *, country: str = "", note: str = ""
) -> Identifier:
    """An identifier whose scheme is what its value proves, where it proves one."""
    compact = "".join(value.split()).upper()
    if scheme == "other" and len(compact) == 20 and not lei.fault(compact):
        scheme = "lei"
    if scheme == "account" and compact[:2].isalpha() and compact[2:4].isdigit():
        scheme = "iban"
    if scheme == "iban" and iban.fault(compact) == "format":
        scheme = "account"
    if scheme == "bic":
        country = country or bic.country(compact)
    elif scheme == "iban":
        country = country or iban.country(compact)
    return Identifier(scheme, value.strip(), country, note, locator)
