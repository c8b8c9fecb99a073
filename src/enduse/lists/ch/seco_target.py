"""A target of the Swiss list: whether it is listed, under what, and who it is."""

import re
from collections.abc import Iterator
from datetime import date

from enduse.codes.mentions import mentioned
from enduse.lists.card import load
from enduse.lists.ch import seco_identity as identity
from enduse.lists.record import Record
from enduse.model import Cite, Identifier, Link, Listing, Measure, Problem
from enduse.model.party import PartyKind
from enduse.text.dates import parse_day

_UN_REF = re.compile(r"[A-Z]{2}[ei]\.\d{3}$")
_EU_REF = re.compile(r"EU\.\d+\.\d+$")
_WORDS: tuple[tuple[str, Measure], ...] = (
    (r"financ|freez|froz|finanz|gel des|congel", "asset_freeze"),
    (r"travel|entry|admission|einreise|entrée", "travel_ban"),
    (r"vessel|ship|schiff|navire", "transport_restriction"),
    (r"export|goods|güter|biens|dual.use", "export_control"),
    (r"transaction", "transaction_restriction"),
)
_ANNEX = re.compile(r"\b(?:annex|annexe|anhang)\s+(\d+)", re.IGNORECASE)
_DAYS = ("@effective-date", "@publication-date", "@enactment-date")


class Background:
    """What targets refer to: places, sets with their programme, the file's day."""

    def __init__(self) -> None:
        self.day: date | None = None
        self.places: dict[str, Record] = {}
        self.sets: dict[str, tuple[str, str, str]] = {}

    def add_place(self, place: Record) -> None:
        """Remember a place by its number."""
        self.places[place.text("@ssid")] = place

    def add_programme(self, programme: Record) -> None:
        """Remember (key, name, what the set says) for each set, English first."""
        key, name = (
            _english(programme, "program-key"),
            _english(programme, "program-name"),
        )
        origin = programme.text("origin")
        for part in programme.children("sanctions-set"):
            number, said = part.text("@ssid"), part.text("#text")
            if number not in self.sets or part.text("@lang") == "eng":
                self.sets[number] = (f"{key} ({origin})" if origin else key, name, said)


def _english(row: Record, name: str) -> str:
    parts = [(part.text("@lang"), part.text("#text")) for part in row.children(name)]
    return next((t for lang, t in parts if lang == "eng"), parts[0][1] if parts else "")


def is_delisted(target: Record, as_of: date | None) -> bool:
    """Whether its newest modification took it off the list by the file's own day."""
    kind, day = _newest(target)
    return kind == "de-listed" and (day is None or as_of is None or day <= as_of)


def _newest(target: Record) -> tuple[str, date | None]:
    """(type, day) of the newest modification; the file has the newest first."""
    newest: tuple[str, date | None] = ("", None)
    for change in target.children("modification"):
        days = [day for day in (parse_day(change.text(p)) for p in _DAYS) if day]
        kind, day = change.text("@modification-type"), days[0] if days else None
        if not newest[0] or (day and (newest[1] is None or day > newest[1])):
            newest = (kind, day)
    return newest


def listing_of(target: Record, background: Background) -> Iterator[Listing | Problem]:
    """The listing of one target, then what was not read of it."""
    body = next(
        (
            b
            for name in ("individual", "entity", "object")
            for b in target.children(name)
        ),
        None,
    )
    names = tuple(identity.names(body)) if body else ()
    own_id = target.text("@ssid")
    if body is None or not names or not own_id:
        message = "a target without a number, a body or a name was left out"
        yield Problem("entry-incomplete", message, target.origin)
        return
    problems: list[Problem] = []
    sets = _sets(target, background)
    addresses = tuple(identity.addresses(body, background.places))
    nationalities = tuple(identity.nationalities(body))
    kind, day = _newest(target)
    yield Listing(
        id=f"{target.origin.source}:{own_id}",
        source=target.origin.source,
        kind=_kind(body),
        names=names,
        origin=target.origin,
        identifiers=(*_references(target), *_numbers(body)),
        birth_dates=tuple(identity.births(body, problems)),
        birth_places=tuple(identity.birth_places(body, background.places)),
        genders=tuple(body.texts("@sex")),
        countries=tuple(
            sorted({*nationalities, *(a.country for a in addresses)} - {""})
        ),
        nationalities=nationalities,
        addresses=addresses,
        titles=tuple(identity.titles(body)),
        programmes=tuple(dict.fromkeys(key for key, _, _ in sets)),
        measures=_measures(body, sets),
        legal_basis=(*(Cite(name, "", said) for _, name, said in sets), *_law()),
        listed_on=min(_changed(target, "listed"), default=None),
        updated_on=max(_changed(target, ""), default=None),
        valid_to=day if kind == "de-listed" else None,
        links=tuple(_links(target, body)),
        reason="\n".join(body.texts("justification")),
        notes=tuple(_notes(target, body)),
    )
    yield from problems


def _law() -> tuple[Cite, ...]:
    return load("ch", "seco").law


def _kind(body: Record) -> PartyKind:
    name = body.path.rpartition("/")[2]
    if name == "object":
        said = body.text("@object-type").lower()
        return (
            "aircraft"
            if said == "aircraft"
            else "vessel"
            if said == "vessel"
            else "unknown"
        )
    return "person" if name == "individual" else "entity"


def _sets(target: Record, background: Background) -> list[tuple[str, str, str]]:
    numbers = (*target.texts("@sanctions-set-id"), *target.texts("sanctions-set-id"))
    found = (background.sets.get(number) for number in dict.fromkeys(numbers))
    return [known for known in found if known]


def _measures(body: Record, sets: list[tuple[str, str, str]]) -> tuple[Measure, ...]:
    """What all the sets of a target come to, by their words."""
    found: dict[Measure, None] = {}
    for key, name, said in sets:
        found.update(dict.fromkeys(_measures_of(f"{key} {name}", said)))
    if not found or (_kind(body) == "vessel" and set(found) == {"asset_freeze"}):
        vessel = _kind(body) == "vessel"
        return ("transport_restriction",) if vessel else load("ch", "seco").measures
    return tuple(found)


def _measures_of(programme: str, said: str) -> list[Measure]:
    """A set that names only an annex: assets are frozen, but in the ordinance on
    Ukraine that is Annex 8, and its other annexes leave open what they entail."""
    words = [m for words, m in _WORDS if re.search(words, said, re.IGNORECASE)]
    annex = _ANNEX.search(said)
    if words or not annex:
        return list(words)
    many = "ukraine" in programme.lower()
    return ["unknown"] if many and annex[1] != "8" else ["asset_freeze"]


def _references(target: Record) -> Iterator[Identifier]:
    yield Identifier("seco_ssid", target.text("@ssid"), locator="@ssid")
    for text in target.texts("foreign-identifier"):
        kinds = (("un_ref", _UN_REF), ("eu_ref", _EU_REF))
        scheme = next((s for s, p in kinds if p.match(text)), "other")
        yield Identifier(scheme, text, locator="foreign-identifier")


def _numbers(body: Record) -> Iterator[Identifier]:
    seen: set[tuple[str, str]] = set()
    said = (i for text in body.texts("other-information") for i in mentioned(text))
    for found in (*identity.papers(body), *said):
        if (found.scheme, found.value) not in seen:
            seen.add((found.scheme, found.value))
            yield found


def _changed(target: Record, kind: str) -> Iterator[date]:
    for change in target.children("modification"):
        days = [day for day in (parse_day(change.text(p)) for p in _DAYS) if day]
        if days and (not kind or change.text("@modification-type") == kind):
            yield days[0]


def _links(target: Record, body: Record) -> Iterator[Link]:
    for tie in body.children("relation"):
        to = tie.text("@target-id")
        words = tie.text("@relation-type").replace("-", "_") or "related_to"
        said = tie.text("remark")
        yield Link(
            words,
            f"{target.origin.source}:{to}" if to else "",
            said,
            tie.origin.locator,
        )


def _notes(target: Record, body: Record) -> Iterator[str]:
    yield from body.texts("other-information")
    for place in (target, body):
        for extra in place.children("generic-attribute"):
            yield f"{extra.text('@name')}: {extra.text('#text')}"
    for change in target.children("modification"):
        yield from (f"modification: {text}" for text in change.texts("remark"))
    yield from identity.unforeseen(body)
