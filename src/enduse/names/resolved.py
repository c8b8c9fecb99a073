"""What a word of a query may stand for."""

from dataclasses import dataclass

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Resolved:
    """Targets that a word may stand for, in order, and how alike each is.

    A target is a listed word, by number, or after them two listed neighbours as one.

    *Units*: `postings` is how many listed names hold any of them; `heaviest` and
    `whole` are the most weight that one of them has, and one of those that are equal.
    """

    ids: list[int]
    likeness: list[float]
    postings: int
    heaviest: float
    whole: float

    def __bool__(self) -> bool:
        return len(self.ids) > 0


NOTHING = Resolved([], [], 0, 0.0, 0.0)
