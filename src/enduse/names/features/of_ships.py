"""What tells ships apart that tells no persons apart: `Professor Bluebell`."""

from enduse.model import Part, PartyKind
from enduse.names.features import in_common
from enduse.names.features.name import NameComparison
from enduse.names.form import VESSEL_PREFIXES
from enduse.names.kinds import CRAFT
from enduse.names.weights import is_title

RANK_LEFT_OUT = -0.3


def rank(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus where one side alone has a rank, which is part of a ship's name."""
    if kind not in CRAFT:
        return None
    left, right = in_common.over(names, _is_rank)
    if not (left or right):
        return None
    return Part("rank", RANK_LEFT_OUT, left, right, "a rank is part of a ship's name")


def _is_rank(token: str) -> bool:
    return is_title(token) and token not in VESSEL_PREFIXES
