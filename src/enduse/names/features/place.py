"""Countries of the two parties."""

from collections.abc import Iterable

from enduse.model import Part

SHARED, DISJOINT = 0.7, -0.8  # log-odds
# A party of the one is often written as of the other, so that neither speaks against
# the other: Hong Kong, Macao and Taiwan against China (ISO 3166 codes them apart,
# addresses and lists don't), Ukraine against Russia (places under occupation).
_INTERCHANGED = (frozenset(("CN", "HK", "MO", "TW")), frozenset(("RU", "UA")))


def part(ours: Iterable[str], theirs: Iterable[str]) -> Part | None:
    """A small plus for a country in common, a small minus for none.

    *Unknown*: None where either side states no country.
    """
    left, right = {c[:2] for c in ours if c}, {c[:2] for c in theirs if c}
    if not left or not right:
        return None
    said = ", ".join(sorted(left)), ", ".join(sorted(right))
    if left & right:
        shared = ", ".join(sorted(left & right))
        return Part("country", 0.0, *said, shared, SHARED)
    if any(left & group and right & group for group in _INTERCHANGED):
        return Part("country", 0.0, *said, "one is often written for the other")
    return Part("country", 0.0, *said, "no country in common", DISJOINT)
