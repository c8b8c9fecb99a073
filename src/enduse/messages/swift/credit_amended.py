"""One amendment of a credit, applied fact by fact to what held before it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from enduse.model import Amount, Fact, Good, Problem, Route, Text

# What an amendment states anew; a role that is in neither table is added to.
_REPLACED = frozenset(
    [
        "expiry_date",
        "place_of_expiry",
        "latest_shipment_date",
        "shipment_period",
        "tolerance",
        "partial_shipment",
        "transhipment",
        "form_of_credit",
        "applicable_rules",
        "payment_terms",
        "presentation_period",
        "confirmation",
        "additional_amounts",
        "charges_terms",
        "payment_conditions",
        "applicant",
        "beneficiary",
        "available_with",
        "drawee",
        "confirming_bank",
        "reimbursing_bank",
        "advise_through_bank",
    ]
)
# What a message says of itself, not of the credit.
OF_THE_MESSAGE = frozenset(
    [
        "sequence",
        "reference",
        "related_reference",
        "no_reference",
        "purpose_of_message",
        "sender",
        "receiver",
        "amendment_number",
        "amendment_date",
        "amendment_code",
        "amendment_amount",
        "amendment_decrease",
        "instruction",
        "narrative",
        "goods_text",
        "issue_date",
        "issuing_bank",
        "unmapped",
        "supplementary",
    ]
)
_LISTED = {
    "45": ("goods", "goods_deleted"),
    "46": ("documents_required", "documents_required_deleted"),
    "47": ("additional_conditions", "additional_conditions_deleted"),
}


@dataclass(slots=True)
class Amended:
    """What holds of a credit `now`, and what an amendment `added` and `removed`."""

    now: list[Fact]
    added: list[Fact] = field(default_factory=list)
    removed: list[Fact] = field(default_factory=list)

    def apply(self, facts: Sequence[Fact]) -> list[Problem]:
        """Applies one message; Problems where it deletes what isn't there."""
        for stem, code in _codes(facts):
            if code == "REPALL":
                self._clear(_LISTED[stem][0])
        found = (self._apply(fact) for fact in facts)
        return [problem for problem in found if problem]

    def _apply(self, fact: Fact) -> Problem | None:
        role = fact.role
        deleted = next((base for base, gone in _LISTED.values() if gone == role), "")
        if deleted:
            return self._delete(fact, deleted)
        if role == "route" and isinstance(fact.value, Route) and fact.confidence == 1.0:
            self._reroute(fact, fact.value)
        elif role in ("amendment_amount", "amendment_decrease"):
            self._change_amount(fact)
        elif role == "credit_amount":
            self._clear("credit_amount")
            self._add(fact)
        elif role in _REPLACED:
            self._remove(lambda f: f.role == role and f not in self.added)
            self._add(fact)
        elif role not in OF_THE_MESSAGE and role != "credit_number":
            self._add(fact)
        return None

    def _add(self, fact: Fact) -> None:
        self.now.append(fact)
        self.added.append(fact)

    def _remove(self, gone: Callable[[Fact], bool]) -> None:
        self.removed.extend(fact for fact in self.now if gone(fact))
        self.now = [fact for fact in self.now if not gone(fact)]

    def _clear(self, role: str) -> None:
        self._remove(lambda fact: fact.role == role)

    def _put(self, index: int, new: Fact) -> None:
        self.removed.append(self.now[index])
        self.now[index] = new
        self.added.append(new)

    def _delete(self, fact: Fact, role: str) -> Problem | None:
        wanted = _words(fact)
        hits = [f for f in self.now if f.role == role and _same(_words(f), wanted)]
        if hits:
            self._remove(lambda f: f in hits)
            return None
        message = (
            f"the amendment deletes {_said(fact)[:60]!r}, which the credit does not "
            "have; read both"
        )
        return Problem("amendment-unmatched", message, fact.origin)

    def _reroute(self, fact: Fact, route: Route) -> None:
        """Puts an amended place where the credit had another of the same part."""
        for index, old in enumerate(self.now):
            held = old.value
            if old.role != "route" or not isinstance(held, Route):
                continue
            if old.confidence == 1:
                new = {place.role: place for place in route.places}
                places = tuple(new.pop(p.role, p) for p in held.places)
                merged = replace(held, places=(*places, *new.values()))
                self._put(index, Fact("route", merged, fact.origin))
                return
        self._add(fact)

    def _change_amount(self, fact: Fact) -> None:
        """Adds an increase to the credit's amount, or takes a decrease from it."""
        change = fact.value
        for index, old in enumerate(self.now):
            value = old.value
            if old.role != "credit_amount" or not isinstance(value, Amount):
                continue
            if isinstance(change, Amount) and change.currency == value.currency:
                sign = -1 if fact.role == "amendment_decrease" else 1
                total = Amount(value.value + sign * change.value, value.currency)
                self._put(index, Fact("credit_amount", total, fact.origin))
                return
        self._add(fact)


def _codes(facts: Sequence[Fact]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        if fact.role == "amendment_code" and isinstance(fact.value, Text):
            tag, _, code = fact.value.text.partition(" ")
            if tag[:2] in _LISTED:
                yield tag[:2], code


def _same(one: list[str], other: list[str]) -> bool:
    """Whether one text holds the other, word for word."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    spaced = f" {' '.join(long)} "
    return f" {' '.join(short)} " in spaced


def _words(fact: Fact) -> list[str]:
    plain = "".join(c if c.isalnum() else " " for c in _said(fact).upper())
    return plain.split()


def _said(fact: Fact) -> str:
    if isinstance(fact.value, Good):
        return fact.value.description
    return fact.value.text if isinstance(fact.value, Text) else ""
