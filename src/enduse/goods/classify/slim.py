"""A classification in plain values: what a table of many lines is told in.

Records cost more to make than the JSON they end in; `rich` makes them where they are
asked for, `plain` is the object of both.
"""

from typing import Any, NamedTuple

from enduse.goods.classify.classification import (
    Candidate,
    Classification,
    ControlledBy,
    Likeness,
)
from enduse.model import Problem
from enduse.model.encode import to_plain


class Slim(NamedTuple):
    """The fields of a `Classification`; each record in it is a tuple of its own."""

    text: str
    candidates: tuple[tuple[str, float, str], ...]
    evidence: tuple[tuple[str, str, str, float], ...]
    controlled: tuple[tuple[str, str, str, float], ...]
    vague_reason: str
    language: str
    attributes: dict[str, list[str]]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, one: Classification) -> "Slim":
        """The same without records."""
        return cls(
            one.text,
            tuple((c.hs6, c.p, c.title) for c in one.candidates),
            tuple((e.text, e.hs6, e.source, e.similarity) for e in one.evidence),
            tuple((c.list, c.tier, c.hs6, c.p) for c in one.controlled),
            one.vague_reason,
            one.language,
            one.attributes,
            one.problems,
        )

    def rich(self) -> Classification:
        """The same in records."""
        return Classification(
            text=self.text,
            candidates=tuple(Candidate(*one) for one in self.candidates),
            evidence=tuple(Likeness(*one) for one in self.evidence),
            controlled=tuple(ControlledBy(*one) for one in self.controlled),
            too_vague=bool(self.vague_reason),
            vague_reason=self.vague_reason,
            language=self.language,
            attributes=dict(self.attributes),
            problems=self.problems,
        )

    def plain(self) -> dict[str, Any]:
        """The object that `enduse goods classify --jsonl` writes."""
        return {
            "text": self.text,
            "candidates": [
                {"hs6": hs6, "p": p, "title": title}
                for hs6, p, title in self.candidates
            ],
            "too_vague": bool(self.vague_reason),
            "vague_reason": self.vague_reason,
            "controlled": [
                {"list": name, "tier": tier, "hs6": hs6, "p": p}
                for name, tier, hs6, p in self.controlled
            ],
            "evidence": [
                {"text": text, "hs6": hs6, "source": source, "similarity": alike}
                for text, hs6, source, alike in self.evidence
            ],
            "language": self.language,
            "attributes": self.attributes,
            "problems": [to_plain(problem) for problem in self.problems],
        }
