"""A person, entity, vessel or aircraft met in a message or a customer file."""

from dataclasses import dataclass
from typing import Literal

from enduse.model.dates import DateSpan
from enduse.model.origin import Origin
from enduse.model.quick import quick

PartyKind = Literal["person", "entity", "vessel", "aircraft", "unknown"]


@quick
@dataclass(frozen=True, slots=True)
class PartyName:
    """One name as written. `locator` is empty where the party's own holds."""

    text: str
    locator: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Identifier:
    """A number or code that stands for a party.

    `scheme` is a name from `enduse.codes.SCHEMES` (`lei`, `bic`, `imo`, `inn`,
    `passport`, ...) or `other`; `value` is kept as written; `country` is ISO 3166
    alpha-2, upper case, empty where unknown.
    """

    scheme: str
    value: str
    country: str = ""
    note: str = ""
    locator: str = ""


@quick
@dataclass(frozen=True, slots=True)
class Address:
    """A postal address, structured, hybrid or free.

    `country` is ISO 3166 alpha-2, upper case, empty where unknown; `lines` are the
    free lines as written; `text` joins all of it for a reader.
    """

    lines: tuple[str, ...] = ()
    street: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    country_text: str = ""
    locator: str = ""

    @property
    def text(self) -> str:
        """All parts in reading order, joined by commas."""
        place = (self.street, self.city, self.region, self.postcode)
        country = self.country_text or self.country
        return ", ".join(part for part in (*self.lines, *place, country) if part)


@quick
@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that an input names, with the role it plays there.

    `role` is the field's own term in snake case: `debtor`, `creditor_agent`,
    `ultimate_debtor`, `customer`. `countries` are ISO 3166 alpha-2 codes of
    nationality, residence or registration; `genders` are as written.
    """

    role: str
    origin: Origin
    names: tuple[PartyName, ...] = ()
    kind: PartyKind = "unknown"
    identifiers: tuple[Identifier, ...] = ()
    birth_dates: tuple[DateSpan, ...] = ()
    birth_places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[Address, ...] = ()
    genders: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The first name, or the first identifier where there is none, or ''."""
        if self.names:
            return self.names[0].text
        return self.identifiers[0].value if self.identifiers else ""
