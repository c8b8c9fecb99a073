"""What the two are: person, entity, vessel or aircraft."""

from enduse.model import Part, PartyKind

OTHER_KIND = -4.0  # log-odds
MAYBE_CRAFT = -0.6
MAYBE_FIRM = -1.0  # of a person, against a listing that says not what it is


def part(ours: PartyKind, theirs: PartyKind) -> Part | None:
    """A minus for two different kinds, a small one for a ship against an unknown.

    And for a person against a listing of no stated kind: most of those are firms.
    """
    if "unknown" in (ours, theirs):
        if ours == "person":
            return Part("kind", 0.0, ours, theirs, "may be no person", MAYBE_FIRM)
        craft = {ours, theirs} & {"vessel", "aircraft"}
        if not craft:
            return None
        return Part("kind", 0.0, ours, theirs, "may be no craft at all", MAYBE_CRAFT)
    if ours == theirs:
        return None
    return Part("kind", 0.0, ours, theirs, "another kind of party", OTHER_KIND)
