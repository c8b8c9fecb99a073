"""What a process does of a rescreening: finds words, asks the change, screens rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from enduse.library.books import Customers
from enduse.library.store import Library
from enduse.model import Assessment, Good, Party, Text
from enduse.names import odds
from enduse.names.matcher import Matcher
from enduse.names.spot import named_within
from enduse.names.within_near import slipped
from enduse.pipeline.case import Case
from enduse.pipeline.cut_off import is_cut_off
from enduse.pipeline.line import line
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.rescreen import delta
from enduse.pipeline.rescreen.rows import Reader
from enduse.pipeline.rescreen.stored_words import Words, unpacked
from enduse.pipeline.rescreen.words import words_of
from enduse.pipeline.screener import Screener

NEAR = 1.0
"""How far below the threshold a match is still watched, in log-odds: what is not
watched cannot reach the threshold by the steps that words' weights take day by day."""
PART = 2_000  # rows that are one piece of work
Watched = tuple[int, str, bytes | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a process needs: the lists' state, the rows, the index of what changed."""

    library: Path
    current: dict[str, str]
    threshold: float
    as_of: date
    customers: Path
    changed: Path | None = None


class Worker:
    """One process's share, with the library and the rows open."""

    def __init__(self, desk: Desk) -> None:
        library = Library.at_state(desk.library, desk.current)
        self.screener = Screener(library, threshold=desk.threshold, as_of=desk.as_of)
        self._customers = Customers(desk.customers)
        self._reader = Reader(self._customers)
        self._whole = library.matcher
        self._small = delta.matcher(desk.changed, library) if desk.changed else None
        self._least = least_watched(desk.threshold)
        self._texts: list[str] | None = None
        self._names: delta.NamesTried | None = None

    def words(self, rows: Sequence[int]) -> Words:
        """The words of rows."""
        return words_of(rows, self._reader.cases(rows))

    def tried(self, names: Sequence[int]) -> list[int]:
        """Rows of those of the names, by number, that are like a changed listing."""
        assert self._small
        if self._names is None:
            index = self._small.index
            self._names = delta.NamesTried(self._customers, index, self._least)
        return self._names.rows(names)

    def asked(self, rows: Sequence[int]) -> list[int]:
        """Those of the rows that what changed may concern."""
        assert self._small
        cases = self._reader.cases(rows)
        return [rows[at] for at in _alike(self._small, cases, self._least, texts=False)]

    def spotted(self, numbers: Sequence[int]) -> list[int]:
        """Those of the texts, by number, in which a changed listing is named."""
        assert self._small
        told = self._small.spot_all(list(map(self._text, numbers)))
        return [n for n, found in zip(numbers, told, strict=True) if found]

    def named(self, numbers: Sequence[int]) -> list[int]:
        """Those of the fields, by number, in which one is named, maybe with a slip."""
        assert self._small
        fields = list(map(self._text, numbers))
        told = slipped([(field, "unknown") for field in fields], self._small)
        return [
            n
            for n, field, found in zip(numbers, fields, told, strict=True)
            if found or named_within(field, self._small)
        ]

    def _text(self, number: int) -> str:
        if self._texts is None:
            self._texts = unpacked(self._customers, "text")
        return self._texts[number]

    def screened(self, rows: Sequence[int]) -> list[Watched]:
        """Those of the rows to watch: with a finding (its line), or nearly with one."""
        cases = self._reader.cases(rows)
        near = set(_alike(self._whole, cases, self._least))
        near |= {n for n, case in enumerate(cases) if _is_always_screened(case)}
        other = {n for n, case in enumerate(cases) if _unread(case) or _has_text(case)}
        places = sorted(near | other)
        found = self.screener.assess_all([cases[at] for at in places])
        both = zip(places, found, strict=True)
        watched = [(at, _watched(rows[at], one)) for at, one in both]
        return [one for at, one in watched if at in near or one[1] == "found"]

    def lines(self, rows: Sequence[int]) -> list[bytes]:
        """The lines of rows that match nothing; a text may still name goods."""
        cases = self._reader.cases(rows)
        whole = [_has_text(case) or _is_always_screened(case) for case in cases]
        both = list(zip(cases, whole, strict=True))
        full = self.screener.assess_all([case for case, is_whole in both if is_whole])
        quiet = self.screener.quiet(case for case, is_whole in both if not is_whole)
        return [line(next(full if is_whole else quiet)) for is_whole in whole]


def least_watched(threshold: float) -> float:
    """The score from which a match is watched."""
    if threshold <= 0:
        return 0.0
    return odds.probability(odds.log_odds(threshold) - NEAR)


def notable(assessment: Assessment) -> bool:
    """Whether it says anything of the customer itself."""
    about = any(finding.rule != FRESHNESS for finding in assessment.findings)
    return about or assessment.outcome != "clear"


def _watched(row: int, assessment: Assessment) -> Watched:
    if notable(assessment):
        return row, "found", line(assessment)
    return row, "near", None


def _is_always_screened(case: Case) -> bool:
    """Whether more bears on a case than how its parties and texts are listed.

    Papers of trade, goods stated as such, and names whose last word is cut off.
    """
    if case.subject.kind not in ("customer", "payment"):
        return True
    values = (fact.value for fact in case.facts)
    return any(
        isinstance(value, Good) or (isinstance(value, Party) and is_cut_off(value))
        for value in values
    )


def _has_text(case: Case) -> bool:
    return any(isinstance(fact.value, Text) for fact in case.facts)


def _unread(case: Case) -> bool:
    return any(problem.severity == "error" for problem in case.problems)


def _alike(
    matcher: Matcher, cases: Sequence[Case], least: float, *, texts: bool = True
) -> Iterator[int]:
    """Places of the cases that a listing may concern.

    With a party like one, or at the address of one, or a text that names one.
    """
    held = [
        (at, fact.value)
        for at, case in enumerate(cases)
        for fact in case.facts
        if isinstance(fact.value, Party)
    ]
    found = matcher.match_all([party for _, party in held], threshold=least, limit=1)
    both = zip(held, found, strict=True)
    like = {at for (at, one), m in both if m or matcher.neighbours(one)}
    if texts:
        like |= {at for at, case in enumerate(cases) if _names(matcher, case)}
    return iter(sorted(like))


def _names(matcher: Matcher, case: Case) -> bool:
    texts = (fact.value.text for fact in case.facts if isinstance(fact.value, Text))
    return any(matcher.spot(text) for text in texts)


_workers: list[Worker] = []  # a process's own, made once when it starts


def start(desk: Desk) -> None:
    """Make this process ready."""
    _workers[:] = [Worker(desk)]


def words(rows: Sequence[int]) -> Words:
    """`Worker.words` of this process."""
    return _workers[0].words(rows)


def tried(names: Sequence[int]) -> list[int]:
    """`Worker.tried` of this process."""
    return _workers[0].tried(names)


def asked(rows: Sequence[int]) -> list[int]:
    """`Worker.asked` of this process."""
    return _workers[0].asked(rows)


def spotted(numbers: Sequence[int]) -> list[int]:
    """`Worker.spotted` of this process."""
    return _workers[0].spotted(numbers)


def named(numbers: Sequence[int]) -> list[int]:
    """`Worker.named` of this process."""
    return _workers[0].named(numbers)


def screened(rows: Sequence[int]) -> list[Watched]:
    """`Worker.screened` of this process."""
    return _workers[0].screened(rows)


def lines(rows: Sequence[int]) -> list[bytes]:
    """`Worker.lines` of this process."""
    return _workers[0].lines(rows)
