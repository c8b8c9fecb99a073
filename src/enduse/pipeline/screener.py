"""The screener: messages and parties in, assessments out, against one library."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from enduse import __version__
from enduse.library.store import Library
from enduse.messages import registry
from enduse.messages.message import Message
from enduse.model import Assessment, Finding, Match, Party, Problem, Subject, Text
from enduse.names.houses import Neighbour
from enduse.names.matcher import DEFAULT_THRESHOLD, Spotted
from enduse.names.reading import uncollected
from enduse.pipeline import cut_off, freshness
from enduse.pipeline.case import Case, case_of, case_of_party
from enduse.pipeline.cut_off import CUSTOMER
from enduse.pipeline.deals.findings import DealFindings
from enduse.pipeline.decided import Decided
from enduse.pipeline.goods.findings import GoodsFindings
from enduse.pipeline.goods.seen import Goods
from enduse.pipeline.housed import HousedFindings
from enduse.pipeline.identity import assessment_id
from enduse.pipeline.listed import ListedFindings
from enduse.pipeline.policy import Policy, outcome

if TYPE_CHECKING:  # half of Arrow's tables are not needed to screen a file
    import pyarrow as pa

ENGINE = f"enduse {__version__}"
MATCHES_EACH = 20
_REMEMBERED = 50_000  # distinct parties and texts whose matches are kept


class Screener:
    """Screens against one library, under one policy, as of one day.

    The same cases, library and `as_of` give equal assessments, in any process.
    """

    def __init__(
        self,
        library: Library,
        *,
        threshold: float = DEFAULT_THRESHOLD,
        as_of: date | None = None,
    ) -> None:
        if not 0 <= threshold <= 1:
            raise ValueError(f"threshold {threshold} is not between 0 and 1")
        self.library = library
        self.policy = Policy(threshold)
        self.as_of = as_of or datetime.now(UTC).date()
        self._matcher = library.matcher
        self._listed = ListedFindings(library, self.policy, self.as_of)
        self._housed = HousedFindings(library, self.policy, self.as_of)
        self._decided = Decided(library, self.as_of)
        self._deals = DealFindings(self.as_of)
        library.give_goods_words()
        self._goods = Goods(library)
        self._goods_findings = GoodsFindings(self._goods, self.as_of)
        self._about_library = freshness.findings(library, self.as_of)
        self._current = dict(sorted(library.manifest.current.items()))
        self._party_matches: dict[object, list[Match]] = {}
        self._party_neighbours: dict[object, tuple[Neighbour, ...]] = {}
        self._text_matches: dict[str, list[Spotted]] = {}

    def assess(self, subject: Party | Message) -> Assessment:
        """The assessment of one party, or of one message of any known format.

        *Raises* TypeError for anything else.
        """
        case = case_of_party(subject) if isinstance(subject, Party) else None
        if case is None:
            if not isinstance(subject, Message):
                said = type(subject).__name__
                raise TypeError(f"a Party (enduse.party) or a Message, not {said}")
            case = case_of(subject, _reader_name(subject))
        return next(self.assess_all([case]))

    def assess_all(self, cases: Sequence[Case]) -> Iterator[Assessment]:
        """The assessments of `cases`, in their order; matches all parties at once."""
        with uncollected():
            parties = [_parties(case) for case in cases]
            self._match(parties)
            self._spot(cases)
            self._goods.prepare(case.facts for case in cases)
        for case, of_case in zip(cases, parties, strict=True):
            yield self._assess(case, of_case)

    def quiet(self, cases: Iterable[Case]) -> Iterator[Assessment]:
        """The assessments of cases known to match nothing."""
        for case in cases:
            yield self._assessment(case, ())

    def assess_batch(self, batch: "pa.RecordBatch") -> "pa.RecordBatch":
        """The assessments of a batch of parties, a row each, in its order.

        *Shape*: what may stand in a batch, and what comes back, is in
        `enduse.pipeline.batch`.
        """
        from enduse.pipeline.batch import assess_batch

        return assess_batch(self, batch)

    def _match(self, cases: "Iterable[_Parties]") -> None:
        if len(self._party_matches) + len(self._text_matches) > _REMEMBERED:
            self._party_matches.clear()
            self._party_neighbours.clear()
            self._text_matches.clear()
        new: dict[object, Party] = {}
        for parties in cases:
            for key, same in parties.items():
                if key not in self._party_matches:
                    new.setdefault(key, same[0])
        found = self._matcher.match_all(
            list(new.values()), threshold=self.policy.threshold, limit=MATCHES_EACH
        )
        self._party_matches.update(zip(new, found, strict=True))
        for key, party in new.items():
            if not self._party_matches[key] and cut_off.is_cut_off(party):
                self._party_matches[key] = cut_off.matches(
                    party,
                    self._matcher,
                    threshold=self.policy.threshold,
                    limit=MATCHES_EACH,
                )
            if party.addresses and (met := self._matcher.neighbours(party)):
                self._party_neighbours[key] = met

    def _spot(self, cases: "Sequence[Case]") -> None:
        texts = [x.value.text for c in cases for x in c.facts if type(x.value) is Text]
        new = [text for text in dict.fromkeys(texts) if text not in self._text_matches]
        self._text_matches.update(zip(new, self._matcher.spot_all(new), strict=True))

    def _assess(self, case: Case, parties: "_Parties") -> Assessment:
        told = list(self._goods_findings.of(case.subject, case.facts))
        problems = tuple(one for one in told if isinstance(one, Problem))
        findings = (
            *self._party_findings(case, parties),
            *self._text_findings(case),
            *(one for one in told if isinstance(one, Finding)),
            *self._deals.of(case),
        )
        unique = {finding.id: finding for finding in findings}
        return self._assessment(case, unique.values(), problems)

    def _assessment(
        self, case: Case, found: Iterable[Finding], problems: Sequence[Problem] = ()
    ) -> Assessment:
        ordered = sorted(found, key=_most_severe_first)
        everything = (*ordered, *self._about_library)
        unreadable = any(problem.severity == "error" for problem in case.problems)
        return Assessment(
            id=assessment_id(case.subject, case.origin, self.as_of),
            subject=_named(case),
            outcome=outcome(ordered, unreadable=unreadable),
            findings=everything,
            problems=(*case.problems, *problems),
            as_of=self.as_of,
            library=self._current,
            engine=ENGINE,
            papers=case.papers,
            coverage=case.coverage,
        )

    def _party_findings(self, case: Case, parties: "_Parties") -> Iterator[Finding]:
        for key, same in parties.items():
            matches = self._party_matches[key]
            for match in matches:
                found = self._listed.of_party(case.subject, same, match)
                yield self._decided.applied(case.subject, found)
            if met := self._party_neighbours.get(key):
                known = {match.listing_id for match in matches}
                for found in self._housed.of_party(case.subject, same, met, known):
                    yield self._decided.applied(case.subject, found)

    def _text_findings(self, case: Case) -> Iterator[Finding]:
        for fact in case.facts:
            if not isinstance(fact.value, Text):
                continue
            for spotted in self._text_matches[fact.value.text]:
                if spotted.match.score >= self.policy.threshold:
                    said = case.subject, spotted.match, fact.origin
                    found = self._listed.of_mention(*said)
                    yield self._decided.applied(case.subject, found)


def _reader_name(message: Message) -> str:
    for name in registry.names():
        if message.format in registry.reader(name).FORMATS:
            return name
    raise ValueError(f"no reader says it reads {message.format}")


def _named(case: Case) -> Subject:
    """The subject of a case; a customer's with the name of the customer."""
    one = case.subject
    if one.kind != "customer":
        return one
    parties = (x.value for x in case.facts if x.role == CUSTOMER)
    name = next((p.name for p in parties if type(p) is Party), "")
    return Subject(one.kind, one.ref, one.file, one.format, one.files, name)


_Parties = dict[object, list[Party]]


def _parties(case: Case) -> _Parties:
    """The parties of a case, those together that any match holds for alike."""
    found: _Parties = {}
    for fact in case.facts:
        party = fact.value
        if type(party) is Party:
            found.setdefault(_key(party), []).append(party)
    return found


def _key(party: Party) -> tuple[object, ...]:
    """What a match depends on: all of a party but which role in a payment it has."""
    numbers, births = party.identifiers, party.birth_dates
    return (
        party.kind,
        party.role == CUSTOMER,
        tuple([name.text for name in party.names]),
        numbers and tuple([(i.scheme, i.value, i.country) for i in numbers]),
        births and tuple([(b.earliest, b.latest, b.circa) for b in births]),
        party.countries,
        tuple([(address.text, address.country) for address in party.addresses]),
        party.genders,
    )


_RANK = {"critical": 0, "high": 1, "medium": 2, "low": 3, "info": 4}


def _most_severe_first(finding: Finding) -> tuple[int, float, str, str]:
    match = finding.match
    score = match.score if match else 0.0
    listing_id = match.listing_id if match else ""
    return (_RANK[finding.severity], -score, listing_id, finding.id)
