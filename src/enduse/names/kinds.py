"""The kinds of party, in the order in which an index numbers them."""

from enduse.model import PartyKind

KINDS: tuple[PartyKind, ...] = ("person", "entity", "vessel", "aircraft", "unknown")
CRAFT: tuple[PartyKind, ...] = ("vessel", "aircraft")
