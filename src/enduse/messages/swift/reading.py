"""What one pass over a message has gathered, and where it stands."""

from decimal import Decimal

from enduse.codes import bic, iban
from enduse.messages.swift.fields import Field
from enduse.model import (
    Amount,
    Fact,
    Identifier,
    Origin,
    Party,
    Problem,
    ProblemSeverity,
    Text,
)

_CHECKS = {"bic": bic.fault, "iban": iban.fault}
_SAID = {
    "check-digit": "its check digits do not fit the rest: a digit is wrong",
    "format": "it does not have the form of one",
    "country": "its fifth and sixth letters are no country",
}


class Reading:
    """Facts and problems of one message; `where` is `message 2`."""

    __slots__ = ("facts", "mt", "origin", "problems", "where")

    def __init__(self, origin: Origin, mt: str) -> None:
        self.origin = origin
        self.where = origin.locator
        self.mt = mt
        self.facts: list[Fact] = []
        self.problems: list[Problem] = []

    def copy(self) -> "Reading":
        """Another reading that goes on from here."""
        other = Reading(self.origin, self.mt)
        other.facts = self.facts.copy()
        other.problems = self.problems.copy()
        return other

    def at(self, place: str, line: int = 0) -> str:
        """The locator of a field or block, or of one of its lines (1 is the first)."""
        if line:
            return f"{self.where} {place} line {line}"
        return f"{self.where} {place}" if place else self.where

    def report(
        self, code: str, message: str, locator: str, severity: ProblemSeverity
    ) -> None:
        """Notes a fault in the data."""
        origin = self.origin.at(locator)
        self.problems.append(Problem(code, message, origin, severity))

    def text(self, role: str, text: str, locator: str) -> None:
        """Notes words outside party fields."""
        if text.strip():
            self.facts.append(Fact(role, Text(text), self.origin.at(locator)))

    def field_text(self, role: str, field: Field) -> None:
        """Notes all the words of a field."""
        self.text(role, field.text, self.at(field.place))

    def amount(self, role: str, value: Decimal, currency: str, locator: str) -> None:
        """Notes an amount of money."""
        origin = self.origin.at(locator)
        self.facts.append(Fact(role, Amount(value, currency), origin))

    def party(self, party: Party) -> None:
        """Notes a party, and a Problem for each of its numbers that can't be right."""
        self.facts.append(Fact(party.role, party, party.origin))
        for identifier in party.identifiers:
            if identifier.scheme in _CHECKS:
                self._check(party.role, identifier)

    def _check(self, role: str, identifier: Identifier) -> None:
        scheme, value = identifier.scheme, identifier.value
        fault = _CHECKS[scheme](value)
        if fault:
            message = (
                f"{scheme.upper()} {value!r} of the {role}: {_SAID[fault]}; kept as "
                "written, ask the sender"
            )
            locator = identifier.locator
            self.report(f"{scheme}-{fault}", message, locator, "warning")
