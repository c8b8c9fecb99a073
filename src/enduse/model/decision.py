"""What a person decided about a party and a listing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Verdict = Literal["not_same", "same"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a party is the one that a listing names, by whom and why.

    It holds for exactly this party and this listing as they were: `party_print` and
    `listing_print` are hashes of what the decision rested on, and a change of either
    ends it, as `until` does (None: no end). `party_name` and `listing_name` are for a
    reader. `taken` is the day it was decided.
    """

    id: str
    verdict: Verdict
    listing_id: str
    listing_print: str
    party_print: str
    party_ref: str
    party_name: str
    listing_name: str
    reason: str
    by: str
    taken: date
    until: date | None = None
