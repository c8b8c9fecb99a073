"""How much of a message was screened, counted in its leaves."""

from dataclasses import dataclass

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Coverage:
    """How many text leaves a message has, and what became of them.

    `screened` are in a fact; `exempt` have the shape of a number, a date, a yes or no,
    or are listed as codes that can name nobody. The rest would be lost.
    """

    leaves: int = 0
    screened: int = 0
    exempt: int = 0

    def __add__(self, other: "Coverage") -> "Coverage":
        """The leaves of both together."""
        return Coverage(
            self.leaves + other.leaves,
            self.screened + other.screened,
            self.exempt + other.exempt,
        )

    @property
    def share(self) -> float:
        """Part of the leaves that is accounted for, 0..1; 1 where there are none."""
        return (self.screened + self.exempt) / self.leaves if self.leaves else 1.0
