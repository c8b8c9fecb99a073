"""An OFAC entry while it is being read: the same for all of OFAC's file formats.

Every format says the same things in its own syntax. A reader turns its syntax into
names, addresses and statements (`Tax ID No.` = `7707083893`); here they get meaning,
so that an entry comes out alike whichever file it was read from.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from enduse.codes.country import alpha2
from enduse.lists.us import ofac_labels, ofac_law
from enduse.model import (
    Address,
    DateSpan,
    Identifier,
    Link,
    ListedName,
    Listing,
    Measure,
    Origin,
    PartyKind,
    Problem,
)
from enduse.model.listing import NameKind
from enduse.text.dates import parse_span

KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "entity": "entity",
    "": "entity",  # a null type means an entity in the delimited files
    "vessel": "vessel",
    "aircraft": "aircraft",
}
NAME_KINDS: dict[str, NameKind] = {"fka": "former", "aka": "alias", "nka": "alias"}
OTHER_LIST = {"us-ofac-sdn": "us-ofac-cons", "us-ofac-cons": "us-ofac-sdn"}
_NOWHERE = {"", "undetermined", "none identified", "unknown", "-0-"}
_ALIAS = re.compile(r"([afn])\.?k\.?a\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact about a party in OFAC's words. `detail` is issue and expiry dates.

    *Unknown*: a remark that has no known label has `label` ''.
    """

    label: str
    value: str
    country: str = ""
    detail: str = ""
    locator: str = ""


@dataclass(slots=True)
class Draft:
    """An entry being put together; `listing` gives the finished record."""

    uid: str
    kind: PartyKind
    origin: Origin
    names: list[ListedName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    births: list[DateSpan] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    genders: list[str] = field(default_factory=list)
    nationalities: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    programmes: list[str] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    authorities: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    dates: list[date] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add_name(
        self, text: str, kind: NameKind, *, weak: bool = False, locator: str = ""
    ) -> None:
        """Take a name, unless it is blank or was there before."""
        if text and all(text != n.text for n in self.names):
            self.names.append(ListedName(text, kind, weak, locator))

    def add_address(self, address: Address) -> None:
        """Take an address that says anything, with the code of its country."""
        if address.text and address.text.lower() not in _NOWHERE:
            code = self.country(address.country_text)
            self.addresses.append(replace(address, country=code))

    def country(self, text: str) -> str:
        """The ISO code of a country as OFAC writes it, else '' and a note."""
        code = alpha2(text)
        if not code and text.lower() not in _NOWHERE:
            message = f"{text!r} is no country or territory enduse knows; kept as text"
            self.problems.append(
                Problem("country-unknown", message, self.origin, "note")
            )
        return code

    def state(self, said: Statement) -> None:
        """Take a fact: into its field if there is one, else into the notes."""
        alias = _ALIAS.match(said.label)
        take = _TAKERS.get(said.label.rstrip(":").lower())
        if alias:
            kind = NAME_KINDS[f"{alias[1].lower()}ka"]
            self.add_name(said.value, kind, weak=True, locator=said.locator)
        elif take:
            take(self, said)
        elif ofac_labels.scheme_of(said.label):
            self._identify(said)
        else:
            self.note(said)

    def note(self, said: Statement) -> None:
        """Keep the words, and what a directive or menu item in them entails."""
        place = f"({said.country})" if said.country else ""
        words = (said.label, said.value, place, said.detail)
        text = " ".join(part for part in words if part)
        if text and text not in self.notes:
            self.notes.append(text)
        self.measures.extend(ofac_law.of_statement(said.label, said.value))

    def _identify(self, said: Statement) -> None:
        scheme = ofac_labels.scheme_of(said.label)
        if scheme == "wallet":
            note = said.label.rpartition("-")[2].strip()
        else:
            note = "; ".join(part for part in (said.label, said.detail) if part)
        code = self.country(said.country)
        number = Identifier(scheme, said.value, code, note, said.locator)
        if said.value and number not in self.identifiers:
            self.identifiers.append(number)

    def birth(self, said: Statement) -> None:
        """Take a date of birth."""
        span = parse_span(said.value)
        if span:
            self.births.append(span)
        else:
            message = f"birth date {said.value!r} is no date enduse can read"
            self.problems.append(Problem("date-unreadable", message, self.origin))
            self.note(said)

    def listing(self, ids: Mapping[str, str], known: frozenset[str]) -> Listing:
        """The finished record.

        `ids` maps the names that stand for exactly one entry of the list to its id,
        `known` holds all ids: a link to another id points to OFAC's other list.
        """
        source = self.origin.source
        own = {a.country for a in self.addresses} | {*self.nationalities}
        countries = frozenset(own | {*self.countries}) - {""}
        found = ofac_law.of_programmes(source, self.programmes)
        measures = tuple(dict.fromkeys((*found, *self.measures)))
        own_number = [Identifier("ofac_id", self.uid)] if self.uid else []
        numbers = (_refined(i, self.kind, countries) for i in self.identifiers)
        return Listing(
            id=f"{source}:{self.uid}",
            source=source,
            kind=self.kind,
            names=tuple(self.names),
            origin=self.origin,
            identifiers=tuple(dict.fromkeys((*own_number, *numbers))),
            birth_dates=tuple(dict.fromkeys(self.births)),
            birth_places=tuple(dict.fromkeys(self.birth_places)),
            genders=tuple(dict.fromkeys(self.genders)),
            countries=tuple(sorted(countries)),
            nationalities=tuple(dict.fromkeys(filter(None, self.nationalities))),
            addresses=tuple(self.addresses),
            titles=tuple(self.titles),
            programmes=tuple(dict.fromkeys(self.programmes)),
            measures=measures or ("unknown",),
            legal_basis=ofac_law.cites(self.programmes, self.authorities),
            listed_on=min(self.dates, default=None),
            updated_on=max(self.dates, default=None) if len(self.dates) > 1 else None,
            links=tuple(
                dict.fromkeys(_resolved(k, source, ids, known) for k in self.links)
            ),
            notes=tuple(self.notes),
        )


def _refined(
    number: Identifier, kind: PartyKind, countries: frozenset[str]
) -> Identifier:
    label = number.note.partition(";")[0]
    if number.scheme == "wallet":
        return number
    where = frozenset({number.country}) if number.country else countries
    scheme, value = ofac_labels.refined(label, number.value, where)
    if scheme == "national_id" and kind != "person":
        scheme = "registration"
    return replace(number, scheme=scheme, value=value)


def _resolved(
    link: Link, source: str, ids: Mapping[str, str], known: frozenset[str]
) -> Link:
    if link.target_id:
        uid = link.target_id
        home = source if uid in known else OTHER_LIST.get(source, source)
        return replace(link, target_id=f"{home}:{uid}")
    name = link.target_name
    uid = ids.get(name) or ids.get(name.removesuffix(".")) or ids.get(f"{name}.", "")
    return replace(link, target_id=f"{source}:{uid}") if uid else link


def finished(drafts: Mapping[str, Draft]) -> Iterator[Listing | Problem]:
    """All drafts as listings, links between them resolved, and their problems."""
    ids = unique_names(drafts)
    known = frozenset(drafts)
    for draft in drafts.values():
        yield draft.listing(ids, known)
        yield from draft.problems


def unique_names(drafts: Mapping[str, Draft]) -> dict[str, str]:
    """The primary names that one entry alone has, with its id; notes missing names."""
    named: dict[str, list[str]] = {}
    for uid, draft in drafts.items():
        for name in draft.names[:1]:
            named.setdefault(name.text, []).append(uid)
        if not draft.names:
            message = "the entry has no name: it can be found by its numbers only"
            draft.problems.append(Problem("name-missing", message, draft.origin))
    return {name: uids[0] for name, uids in named.items() if len(uids) == 1}


def _place(draft: Draft, said: Statement) -> None:
    draft.birth_places.append(said.value)


def _gender(draft: Draft, said: Statement) -> None:
    draft.genders.append(said.value.lower())


def _nationality(draft: Draft, said: Statement) -> None:
    _take_country(draft, said, draft.nationalities)


def _registered(draft: Draft, said: Statement) -> None:
    _take_country(draft, said, draft.countries)


def _take_country(draft: Draft, said: Statement, into: list[str]) -> None:
    code = draft.country(said.value)
    into.append(code)
    if not code:
        draft.note(said)


def _issuer(draft: Draft, said: Statement) -> None:
    draft.add_name(said.value, "alias", locator=said.locator)


def _link(draft: Draft, said: Statement) -> None:
    relation = said.label.rstrip(":").lower().replace(" ", "_")
    draft.links.append(Link(relation, "", said.value, said.locator))


_TAKERS: dict[str, Callable[[Draft, Statement], None]] = {
    "dob": Draft.birth,
    "birthdate": Draft.birth,
    "pob": _place,
    "place of birth": _place,
    "gender": _gender,
    "nationality": _nationality,
    "nationality country": _nationality,
    "citizen": _nationality,
    "citizenship country": _nationality,
    "nationality of registration": _registered,
    "vessel flag": _registered,
    "issuer name": _issuer,
    "linked to": _link,
    "aircraft operator": _link,
    "vessel owner": _link,
}
