"""The nouns: frozen records that every flow shares. Imports nothing of ours."""

from enduse.model.assessment import Assessment, Outcome, Subject, SubjectKind
from enduse.model.dates import DateSpan
from enduse.model.fact import Amount, Fact, Text
from enduse.model.finding import Cite, Finding, RuleRef, Severity
from enduse.model.listing import Link, ListedName, Listing, Measure
from enduse.model.match import Match, Part
from enduse.model.origin import Origin
from enduse.model.party import Address, Identifier, Party, PartyKind, PartyName
from enduse.model.problem import Problem, ProblemSeverity

__all__ = [
    "Address",
    "Amount",
    "Assessment",
    "Cite",
    "DateSpan",
    "Fact",
    "Finding",
    "Identifier",
    "Link",
    "ListedName",
    "Listing",
    "Match",
    "Measure",
    "Origin",
    "Outcome",
    "Part",
    "Party",
    "PartyKind",
    "PartyName",
    "Problem",
    "ProblemSeverity",
    "RuleRef",
    "Severity",
    "Subject",
    "SubjectKind",
    "Text",
]
