"""What the two are: person, entity, vessel or aircraft."""

from enduse.model import Part, PartyKind

OTHER_KIND = -0.3
MAYBE_CRAFT = -0.04


def part(ours: PartyKind, theirs: PartyKind) -> Part | None:
    """A minus for two different kinds, a small one for a ship against an unknown."""
    if "unknown" in (ours, theirs):
        craft = {ours, theirs} & {"vessel", "aircraft"}
        if not craft:
            return None
        return Part("kind", MAYBE_CRAFT, ours, theirs, "may be no craft at all")
    if ours == theirs:
        return None
    return Part("kind", OTHER_KIND, ours, theirs, "another kind of party")
