"""Countries of the two parties."""

from collections.abc import Iterable

from enduse.model import Part

SHARED, DISJOINT = 0.03, -0.04
# A party of the one is often written as of the other, so that neither speaks against
# the other: Hong Kong, Macao and Taiwan against China (ISO 3166 codes them apart,
# addresses and lists don't), Ukraine against Russia (places under occupation).
_INTERCHANGED = (frozenset(("CN", "HK", "MO", "TW")), frozenset(("RU", "UA")))
_HALF = 0.5


def part(ours: Iterable[str], theirs: Iterable[str], room: float = 1.0) -> Part | None:
    """A small plus for a country in common, a small minus for none.

    *Units*: `room` is what is left to 1; half of it is used at most.
    *Unknown*: None where either side states no country.
    """
    left, right = {c[:2] for c in ours if c}, {c[:2] for c in theirs if c}
    if not left or not right:
        return None
    said = ", ".join(sorted(left)), ", ".join(sorted(right))
    if left & right:
        weight = min(SHARED, _HALF * room)
        return Part("country", weight, *said, ", ".join(sorted(left & right)))
    if any(left & group and right & group for group in _INTERCHANGED):
        return Part("country", 0.0, *said, "one is often written for the other")
    return Part("country", DISJOINT, *said, "no country in common")
