"""A man's given name against a woman's: Marcia is no slip for Mauricio."""

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.text.common_names import sexes

OTHER_SEX = -0.35


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus where two names are paired that men alone and women alone bear.

    *Unknown*: None where a name is on no table, or either sex bears it.
    """
    if kind not in ("person", "unknown"):
        return None
    for pair in names.alignment.pairs:
        if pair.likeness == 1 or len(pair.left) != 1 or len(pair.right) != 1:
            continue
        ours = names.left.tokens[pair.left[0]]
        theirs = names.right.tokens[pair.right[0]]
        sides = sexes(ours), sexes(theirs)
        if all(sides) and not set(sides[0]) & set(sides[1]):
            return Part("sex", OTHER_SEX, ours, theirs, "a man's name and a woman's")
    return None
