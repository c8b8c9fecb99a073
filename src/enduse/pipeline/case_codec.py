"""Cases to and from JSON bytes, so that they can be sent to another process.

Nothing in it runs when it is read, unlike a pickle, so a batch from outside is safe.
"""

import json
from typing import Any

import msgspec
import orjson

from enduse.model import (
    Coverage,
    Fact,
    Good,
    Origin,
    Party,
    Problem,
    Route,
    Subject,
    Text,
)
from enduse.model.paper import Paper
from enduse.model.quantity import Amount, Quantity
from enduse.pipeline.case import Case
from enduse.pipeline.deals.compare.disagreement import Disagreement

_ENCODER = msgspec.json.Encoder()  # of slotted records twice as fast as orjson
_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind for kind in (Party, Good, Route, Amount, Quantity, Text)
}


def encode(case: Case) -> bytes:
    """The case as JSON, without its message: join its deal before.

    *Unknown*: text that Unicode cannot encode is kept, as its JSON escape.
    """
    plain = {
        "subject": case.subject,
        "origin": case.origin,
        "facts": [_fact(fact) for fact in case.facts],
        "problems": case.problems,
        "papers": [_paper(paper) for paper in case.papers],
        "folder": case.folder,
        "remarks": case.remarks,
        "compared": [_paper(paper) for paper in case.compared],
        "amended": case.amended,
        "coverage": case.coverage,
    }
    try:
        return _ENCODER.encode(plain)
    except UnicodeEncodeError:  # half a surrogate pair
        return json.dumps(msgspec.to_builtins(plain)).encode()


def decode(data: bytes) -> Case:
    """The case that `encode` wrote. *Raises* ValueError, saying what is wrong."""
    plain = _loaded(data)
    try:
        return Case(
            subject=msgspec.convert(plain["subject"], Subject),
            origin=msgspec.convert(plain["origin"], Origin),
            facts=tuple(_fact_of(fact) for fact in plain["facts"]),
            problems=msgspec.convert(plain["problems"], tuple[Problem, ...]),
            papers=tuple(_paper_of(paper) for paper in plain["papers"]),
            folder=msgspec.convert(plain["folder"], str),
            remarks=msgspec.convert(plain["remarks"], tuple[str, ...]),
            compared=tuple(_paper_of(paper) for paper in plain["compared"]),
            amended=msgspec.convert(plain["amended"], tuple[Disagreement, ...]),
            coverage=msgspec.convert(plain.get("coverage"), Coverage | None),
        )
    except (KeyError, TypeError) as fault:
        raise ValueError(f"not a case: {fault!r}") from None


def papers(data: bytes) -> tuple[Paper, ...]:
    """The papers alone of an encoded case. *Raises* ValueError."""
    return decode(data).papers


def _loaded(data: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(data)
    except ValueError:  # half a surrogate pair, which only the standard parser takes
        found = json.loads(data)
    if not isinstance(found, dict):
        raise ValueError("not a case: no JSON object")
    return found


def _fact(fact: Fact) -> list[object]:
    value = fact.value
    return [fact.role, type(value).__name__, value, fact.origin, fact.confidence]


def _fact_of(plain: Any) -> Fact:
    role, kind, value, origin, confidence = plain
    return Fact(
        msgspec.convert(role, str),
        msgspec.convert(value, _KINDS[kind]),
        msgspec.convert(origin, Origin),
        msgspec.convert(confidence, float),
    )


def _paper(paper: Paper) -> list[object]:
    facts = [_fact(fact) for fact in paper.facts]
    return [paper.format, paper.ref, paper.origin, facts]


def _paper_of(plain: Any) -> Paper:
    format_, ref, origin, facts = plain
    head = msgspec.convert((format_, ref), tuple[str, str])
    found = tuple(_fact_of(fact) for fact in facts)
    return Paper(*head, msgspec.convert(origin, Origin), found)
