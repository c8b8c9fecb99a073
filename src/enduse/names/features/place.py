"""Countries of the two parties."""

from collections.abc import Iterable

from enduse.model import Part, PartyKind

# Log-odds. Many customers are of a large country, so that sharing one says less.
SHARED, SHARED_LARGE = 1.0, 0.4
DISJOINT, DISJOINT_PERSON = -1.2, -1.8
UNSTATED = -1.0  # of a person whose country is known: nothing confirms the name
# More than some 80 million people, or of most of the world's trade.
_LARGE = frozenset(
    [
        *("AE", "BD", "BR", "CN", "DE", "EG", "FR", "GB", "HK", "ID", "IN", "JP"),
        *("MX", "NG", "PH", "PK", "RU", "TR", "US", "VN"),
    ]
)
# A party of the one is often written as of the other, so that neither speaks against
# the other: Hong Kong, Macao and Taiwan against China (ISO 3166 codes them apart,
# addresses and lists don't), Ukraine against Russia (places under occupation).
_INTERCHANGED = (frozenset(("CN", "HK", "MO", "TW")), frozenset(("RU", "UA")))


def part(
    ours: Iterable[str], theirs: Iterable[str], kind: PartyKind = "unknown"
) -> Part | None:
    """A small plus for a country in common; a minus for none, larger for persons.

    A firm has branches abroad, a person is mostly of one country or two.

    *Unknown*: None where a party states no country; a small minus where a listed
    person has none, for a name alone is all there is.
    """
    left, right = {c[:2] for c in ours if c}, {c[:2] for c in theirs if c}
    if left and not right and kind == "person":
        text = "the listing states no country"
        return Part("country", 0.0, ", ".join(sorted(left)), "", text, UNSTATED)
    if not left or not right:
        return None
    said = ", ".join(sorted(left)), ", ".join(sorted(right))
    if left & right:
        shared = ", ".join(sorted(left & right))
        odds = SHARED_LARGE if left & right <= _LARGE else SHARED
        return Part("country", 0.0, *said, shared, odds)
    if any(left & group and right & group for group in _INTERCHANGED):
        return Part("country", 0.0, *said, "one is often written for the other")
    odds = DISJOINT_PERSON if kind == "person" else DISJOINT
    return Part("country", 0.0, *said, "no country in common", odds)
