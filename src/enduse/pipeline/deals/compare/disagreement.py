"""What a comparison returns: one thing that two or more papers state differently."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from enduse.model import Fact, Origin, Severity
from enduse.model.paper import Paper


@dataclass(frozen=True, slots=True)
class Side:
    """What one paper states: its format and number, the value, and where it stands."""

    paper: str
    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Disagreement:
    """`what` in a few words (`consignee`), the sides, and why it matters."""

    what: str
    severity: Severity
    sides: tuple[Side, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """A fact with the paper it stands in."""

    paper: Paper
    fact: Fact

    def side(self, value: str) -> Side:
        """This fact as one side of a disagreement, in the words of `value`."""
        return Side(title(self.paper), value, self.fact.origin)


def said(papers: Iterable[Paper], *roles: str) -> Iterator[Said]:
    """Every fact of these roles, paper by paper."""
    for paper in papers:
        for fact in paper.facts:
            if fact.role in roles:
                yield Said(paper, fact)


def title(paper: Paper) -> str:
    """How a person would call the paper: its kind and its number."""
    return f"{paper.format} {paper.ref}".strip()


def first_of_each(found: Sequence[Said]) -> list[Said]:
    """For every paper the first fact: what it repeats says nothing more."""
    seen: dict[int, Said] = {}
    for one in found:
        seen.setdefault(id(one.paper), one)
    return list(seen.values())
