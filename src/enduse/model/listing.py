"""One designated party, as its publisher lists it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from enduse.model.cite import Cite
from enduse.model.dates import DateSpan
from enduse.model.origin import Origin
from enduse.model.party import Address, Identifier, PartyKind

Measure = Literal[
    "asset_freeze",  # property blocked, no funds or economic resources
    "travel_ban",
    "export_control",  # licence needed or refused for goods, software, technology
    "denied_export",  # party may take no part in controlled exports at all
    "financial_restriction",  # capital market, correspondent or payable-through limits
    "investment_restriction",
    "transport_restriction",  # port access, airspace, services to a vessel
    "procurement_restriction",
    "transaction_restriction",  # dealings barred without a freeze
    "counter_measure",  # imposed in answer to another state's measures
    "watch",  # named for attention; no legal bar by itself
    "internal",  # the firm's own list
    "unknown",
]

NameKind = Literal["primary", "alias", "former", "original_script", "call_sign"]


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name on a listing. `weak` marks what its publisher calls low quality."""

    text: str
    kind: NameKind = "alias"
    weak: bool = False
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A tie to another listing that the publisher states.

    `relation` is the publisher's word in snake case (`owned_or_controlled_by`,
    `linked_to`, `same_as`); `target_id` is a listing id where the source gives an
    id, else empty, and then `target_name` says whom.
    """

    relation: str
    target_id: str = ""
    target_name: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A designation: who, known by what, under which programme, since when.

    `id` is the source's short name and the publisher's own id, `us-ofac-sdn:36`.
    *Unknown*: an empty tuple, string or None; never a guess.
    """

    id: str
    source: str
    kind: PartyKind
    names: tuple[ListedName, ...]
    origin: Origin
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[DateSpan, ...] = ()
    birth_places: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    nationalities: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    titles: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    measures: tuple[Measure, ...] = ()
    legal_basis: tuple[Cite, ...] = ()
    listed_on: date | None = None
    updated_on: date | None = None
    valid_to: date | None = None
    links: tuple[Link, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()

    def has_ended(self, day: date) -> bool:
        """Whether it ran out, or was taken off the list, before that day."""
        return self.valid_to is not None and self.valid_to < day

    @property
    def name(self) -> str:
        """The primary name, or the first one, or ''."""
        for name in self.names:
            if name.kind == "primary":
                return name.text
        return self.names[0].text if self.names else ""
