"""Assessments as JSON lines: the same bytes for the same input, from any engine."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from enduse.model import Assessment, Coverage, Finding, Outcome, Problem, Subject
from enduse.model.encode import from_json, to_plain
from enduse.model.paper import Paper


def line(assessment: Assessment) -> bytes:
    r"""One JSON object and a line feed, UTF-8, keys in the order of the contract.

    *Shape*: snake_case keys; ISO 8601 dates; decimals as strings. A finding always
    has `party`, `good`, `match` and `rule`, null where there is none.
    *Unknown*: text that Unicode cannot encode (half a surrogate pair) is written as
    its escape, `\ud800`, in plain sight, instead of failing or vanishing.

    *Example*

    >>> from datetime import date
    >>> from enduse.model import Subject
    >>> subject = Subject("customer", "1", "customers.csv", "customers-csv")
    >>> line(Assessment("a1", subject, "clear", (), (), date(2026, 1, 31)))[:26]
    b'{"id":"a1","subject":{"kin'
    """
    shape = _shape(assessment)
    try:
        return orjson.dumps(shape, option=orjson.OPT_APPEND_NEWLINE)
    except orjson.JSONEncodeError:
        shape = {**shape, "findings": [_finding(f) for f in assessment.findings]}
        plain_shape = {key: to_plain(value) for key, value in shape.items()}
        data = _encodable(plain_shape)
        return orjson.dumps(data, option=orjson.OPT_APPEND_NEWLINE)


def plain(assessment: Assessment) -> dict[str, Any]:
    """The assessment as the contract's JSON shape, in dicts, lists and scalars."""
    shape: dict[str, Any] = orjson.loads(line(assessment))
    return shape


def read(data: bytes, papers: tuple[Paper, ...] = ()) -> Assessment:
    """The assessment that a line holds; its papers, which a line has without their
    kinds, are given. *Raises* ValueError for bytes that are no such line.
    """
    one = from_json(_Line, data)
    head = (one.id, one.subject, one.outcome, one.findings, one.problems, one.as_of)
    return Assessment(*head, one.library, one.engine, papers, one.coverage)


@dataclass(frozen=True, slots=True)
class _Line:
    id: str
    subject: Subject
    outcome: Outcome
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    as_of: date
    library: dict[str, str]
    engine: str
    coverage: Coverage | None = None


def _shape(assessment: Assessment) -> dict[str, Any]:
    """The contract's keys over the records themselves, which orjson can write."""
    return {
        "id": assessment.id,
        "subject": assessment.subject,
        "outcome": assessment.outcome,
        "findings": [_written(finding) for finding in assessment.findings],
        "problems": assessment.problems,
        "as_of": assessment.as_of,
        "library": dict(sorted(assessment.library.items())),
        "engine": assessment.engine,
        **({"coverage": _coverage(assessment)} if assessment.coverage else {}),
        **({"papers": to_plain(assessment.papers)} if assessment.papers else {}),
    }


def _coverage(assessment: Assessment) -> dict[str, Any]:
    plain: dict[str, Any] = to_plain(assessment.coverage)
    share = assessment.coverage.share if assessment.coverage else 1.0
    return {**plain, "share": round(share, 4)}


def _written(finding: Finding) -> dict[str, Any] | orjson.Fragment:
    """A finding; one on the library itself, which every line repeats, ready-made."""
    if finding.party or finding.match:
        return _finding(finding)
    known = _READY.get(id(finding))
    if known is None:
        if len(_READY) >= _READY_KEPT:
            _READY.clear()
        fragment = orjson.Fragment(orjson.dumps(_finding(finding)))
        known = _READY[id(finding)] = (finding, fragment)
    return known[1]


# By identity, since a hash would read all a finding says; held, an id is no other's.
_READY: dict[int, tuple[Finding, orjson.Fragment]] = {}
_READY_KEPT = 256


def _finding(finding: Finding) -> dict[str, Any]:
    party = finding.party
    return {
        "id": finding.id,
        "kind": finding.kind,
        "severity": finding.severity,
        "title": finding.title,
        "explanation": finding.explanation,
        "party": to_plain(party) if party and party.birth_dates else party,
        "good": to_plain(finding.good),
        "match": finding.match,
        "rule": finding.rule,
        "origins": finding.origins,
        "cites": finding.cites,
        "measures": finding.measures,
        "same_subject": finding.same_subject,
        "controls": [to_plain(control) for control in finding.controls],
        "evidence": finding.evidence,
    }


def _encodable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "backslashreplace").decode("utf-8")
    if isinstance(value, dict):
        return {_encodable(k): _encodable(v) for k, v in value.items()}
    return [_encodable(v) for v in value] if isinstance(value, list) else value
