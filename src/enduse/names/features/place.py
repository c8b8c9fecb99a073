"""Countries of the two parties."""

from collections.abc import Iterable

from enduse.model import Part

SHARED, DISJOINT = 0.03, -0.05


def part(ours: Iterable[str], theirs: Iterable[str]) -> Part | None:
    """A small plus for a country in common, a small minus for none.

    *Unknown*: None where either side states no country.
    """
    left, right = {c[:2] for c in ours if c}, {c[:2] for c in theirs if c}
    if not left or not right:
        return None
    said = ", ".join(sorted(left)), ", ".join(sorted(right))
    if left & right:
        return Part("country", SHARED, *said, ", ".join(sorted(left & right)))
    return Part("country", DISJOINT, *said, "no country in common")
