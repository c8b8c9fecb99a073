"""What a word of a query may stand for."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from enduse.model.quick import quick

PLAIN, SHADOWED, GLUED = range(3)  # how a word is looked up


@quick
@dataclass(frozen=True, slots=True)
class Rough:
    """Targets of a word whose likeness is the most it may be, and not measured yet.

    `table` is `PLAIN`, or `SHADOWED` where names of other scripts are looked up too
    whose bearers are listed in Latin letters as well, or `GLUED` of two neighbours.
    """

    word: str
    table: int
    ids: frozenset[int]


@quick
@dataclass(frozen=True, slots=True)
class Resolved:
    """Targets that a word may stand for, in order, and how alike each is.

    A target is a listed word, by number, or after them two listed neighbours as one.

    *Units*: `postings` is how many listed names hold any of them; `heaviest` and
    `whole` are the most weight that one of them has, and one of those that are equal.
    `rough` are those whose likeness is not measured; None where all are.
    """

    ids: list[int]
    likeness: list[float]
    postings: int
    heaviest: float
    whole: float
    rough: Rough | None = None

    def __bool__(self) -> bool:
        return len(self.ids) > 0

    def measured(self, ids: Collection[int], found: "Resolved") -> "Resolved":
        """The same, with the likeness of some targets as it was found to be."""
        if self.rough is None:
            return self
        told = dict.fromkeys(ids, 0.0) | dict(
            zip(found.ids, found.likeness, strict=True)
        )
        both = zip(self.ids, self.likeness, strict=True)
        kept = [(at, alike) for at, most in both if (alike := told.get(at, most)) > 0]
        rest = self.rough.ids - told.keys()
        return replace(
            self,
            ids=[at for at, _ in kept],
            likeness=[alike for _, alike in kept],
            rough=replace(self.rough, ids=rest) if rest else None,
        )


NOTHING = Resolved([], [], 0, 0.0, 0.0)
