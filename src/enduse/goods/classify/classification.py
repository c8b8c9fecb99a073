"""What a description comes to: codes, probabilities, evidence, lists, attributes."""

from dataclasses import dataclass, field

from enduse.model import Problem


@dataclass(frozen=True, slots=True)
class Candidate:
    """A code the goods may have; `p` of all candidates and the rest sums to one."""

    hs6: str
    p: float
    title: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A known line that the description is like; `similarity` from 0 to 1."""

    text: str
    hs6: str
    source: str
    similarity: float


@dataclass(frozen=True, slots=True)
class ControlledBy:
    """How likely the goods fall under a list: `p` of all its codes together.

    `tier` and `hs6` are those of its likeliest code.
    """

    list: str
    tier: str
    hs6: str
    p: float


@dataclass(frozen=True, slots=True)
class Reranked:
    """That a language model reordered the candidates; `before` are the codes as ranked.

    Each candidate keeps its own probability.
    """

    model: str
    url: str
    before: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Classification:
    """What enduse makes of one description.

    `too_vague` says that no code can be told from the words, and `vague_reason` why;
    the candidates are then no more than a guess.
    """

    text: str
    candidates: tuple[Candidate, ...] = ()
    evidence: tuple[Likeness, ...] = ()
    controlled: tuple[ControlledBy, ...] = ()
    too_vague: bool = False
    vague_reason: str = ""
    language: str = ""
    attributes: dict[str, list[str]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    reranked: Reranked | None = None
