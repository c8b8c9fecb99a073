"""Ids that are hashes of what they stand for: the same input gives the same id."""

import hashlib
from collections.abc import Iterable
from datetime import date

from enduse.model import Origin, RuleRef, Subject


def digest(*parts: str) -> str:
    """16 hex digits of the SHA-256 over `parts`, each ended by a NUL."""
    said = "".join(f"{p}\0" for p in parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:16]


def finding_id(
    rule: RuleRef, subject: Subject, origins: Iterable[Origin], as_of: date, what: str
) -> str:
    """The id of a finding: rule version, subject, origins, date, `what` it found."""
    places = (f"{o.sha256}#{o.locator}" for o in origins)
    head = (f"{rule.id}@{rule.version}", subject.kind, subject.ref, as_of.isoformat())
    return digest(*head, what, *places)


def assessment_id(subject: Subject, origin: Origin, as_of: date) -> str:
    """The id of an assessment: its subject, the place it was read at, the date."""
    place = f"{origin.sha256}#{origin.locator}"
    return digest(subject.kind, subject.ref, place, as_of.isoformat())
