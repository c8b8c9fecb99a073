"""A man's name against a woman's: Marcia is no slip for Mauricio.

Nor is Orlova, who is a woman, one for Orlov.
"""

import re

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.names.similarity import is_slip
from enduse.text.common_names import sexes
from enduse.text.given_names import cluster

# What all other words say, from which a slip of the pen is likelier than two people.
OTHER_SEX, OTHER_SEX_SLIPPED, MUCH = -0.35, -0.12, 2.0
# Of a family name, by who bears the given name beside it: lists write some women as
# men are written.
OTHER_ENDING, OTHER_ENDING_WOMAN = -0.2, -0.04
_SHORT = 3
# Slavic family names of men, and of women, after what both share.
_MAN = re.compile(r"(.{2,}(?:[oe]v|yn|in))()|(.{2,}(?:sk|ck))(?:[iy]{1,2}|i?j)")
_WOMAN = re.compile(r"(.{2,}(?:[oe]v|yn|in))(a)|(.{2,}(?:sk|ck))(?:a|aya|aia|aja)")


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus where two names are paired of which men alone and women alone bear one.

    *Unknown*: None where a name is on no table, or either sex bears it.
    """
    if kind not in ("person", "unknown"):
        return None
    for pair in names.alignment.pairs:
        if pair.likeness == 1 or len(pair.left) != 1 or len(pair.right) != 1:
            continue  # of words of three letters, `ben`, one slip makes any other
        ours = names.left.tokens[pair.left[0]]
        theirs = names.right.tokens[pair.right[0]]
        sides = sexes(ours), sexes(theirs)
        if min(len(ours), len(theirs)) <= _SHORT:
            continue
        if all(sides) and not set(sides[0]) & set(sides[1]):
            slip = names.evidence >= MUCH and is_slip(ours, theirs)
            weight = OTHER_SEX_SLIPPED if slip else OTHER_SEX
            return Part("sex", weight, ours, theirs, "a man's name and a woman's")
        if any(sides) or cluster(ours) >= 0 or cluster(theirs) >= 0:
            continue
        if _is_couple(ours, theirs) or _is_couple(theirs, ours):
            said = "a man's family name and a woman's"
            weight = OTHER_ENDING_WOMAN if _is_woman(names) else OTHER_ENDING
            return Part("sex", weight, ours, theirs, said)
    return None


def _is_woman(names: NameComparison) -> bool:
    """Whether a name that women alone bear stands in both."""
    pairs = names.alignment.pairs
    shared = (names.left.tokens[pair.left[0]] for pair in pairs if pair.likeness == 1)
    return any(sexes(token) == "f" for token in shared)


def _is_couple(man: str, woman: str) -> bool:
    """Whether a Slavic family name is that of the other's husband or brother.

    *Example*

    >>> _is_couple("orlov", "orlova"), _is_couple("zimin", "zimina")
    (True, True)
    """
    his, hers = _MAN.fullmatch(man), _WOMAN.fullmatch(woman)
    if not his or not hers:
        return False
    return (his[1], his[3]) == (hers[1], hers[3])
