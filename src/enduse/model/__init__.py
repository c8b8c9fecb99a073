"""The nouns: frozen records that every flow shares. Imports nothing of ours."""

from enduse.model.assessment import Assessment, Outcome, Subject, SubjectKind
from enduse.model.cite import Cite
from enduse.model.control import Control, Grade, Via
from enduse.model.coverage import Coverage
from enduse.model.dates import DateSpan
from enduse.model.fact import Fact, Text
from enduse.model.finding import Evidence, Finding, RuleRef, Severity
from enduse.model.flow import CellStatus, Direction, Flow
from enduse.model.good import Good
from enduse.model.listing import Link, ListedName, Listing, Measure
from enduse.model.match import Match, Part
from enduse.model.origin import Origin
from enduse.model.paper import Paper
from enduse.model.party import Address, Identifier, Party, PartyKind, PartyName
from enduse.model.problem import Problem, ProblemSeverity
from enduse.model.quantity import Amount, Quantity
from enduse.model.route import Place, Route

__all__ = [
    "Address",
    "Amount",
    "Assessment",
    "CellStatus",
    "Cite",
    "Control",
    "Coverage",
    "DateSpan",
    "Direction",
    "Evidence",
    "Fact",
    "Finding",
    "Flow",
    "Good",
    "Grade",
    "Identifier",
    "Link",
    "ListedName",
    "Listing",
    "Match",
    "Measure",
    "Origin",
    "Outcome",
    "Paper",
    "Part",
    "Party",
    "PartyKind",
    "PartyName",
    "Place",
    "Problem",
    "ProblemSeverity",
    "Quantity",
    "Route",
    "RuleRef",
    "Severity",
    "Subject",
    "SubjectKind",
    "Text",
    "Via",
]
