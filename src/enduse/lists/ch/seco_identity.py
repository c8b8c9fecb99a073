"""The identities of a Swiss target: names in every spelling, births, places, papers."""

from collections.abc import Iterator, Mapping
from itertools import islice, product

from enduse.codes.country import alpha2
from enduse.lists.eu.bracketed import script_kind
from enduse.lists.record import Record
from enduse.model import Address, DateSpan, Identifier, ListedName, Problem
from enduse.model.listing import NameKind
from enduse.text.dates import parse_span

_KINDS: dict[str, NameKind] = {
    "primary-name": "primary",
    "alias": "alias",
    "formerly-known-as": "former",
}
_PAPERS = {
    "passport": "passport",
    "diplomatic-passport": "passport",
    "service-passport": "passport",
    "id-card": "national_id",
    "national-identification-number": "national_id",
    "social-security-number": "national_id",
    "residence-permit": "national_id",
}
_READ = frozenset(
    (
        *("@ssid", "@main", "name", "day-month-year", "nationality", "place-of-birth"),
        *("address", "identification-document"),
    )
)
_MOST_SPELLINGS = 64  # of one name; some have dozens a part

Places = Mapping[str, Record]


def names(body: Record) -> Iterator[ListedName]:
    """Every name in every spelling, each once; the main identity's comes first."""
    seen: set[str] = set()
    identities = list(body.children("identity"))
    identities.sort(key=lambda own: own.text("@main").lower() != "true")
    primary = True
    for own in identities:
        for name in own.children("name"):
            kind = _KINDS.get(name.text("@name-type"), "alias")
            weak = name.text("@quality").lower() == "low"
            name.text("@lang")
            for text in _spellings(name):
                first = kind == "primary" and primary
                other = "alias" if kind == "primary" else kind
                if text and (text not in seen or first):
                    seen.add(text)
                    said = "primary" if first else script_kind(text, other)
                    yield ListedName(text, said, weak, name.origin.locator)
                    primary = primary and not first


def _parts(name: Record) -> list[Record]:
    parts = list(name.children("name-part"))
    for part in parts:
        part.text("@name-part-type")
    order = {id(p): p.text("@order") for p in parts}
    parts.sort(key=lambda p: int(order[id(p)]) if order[id(p)].isdigit() else 99)
    return [part for part in parts if part.text("@name-part-type") != "title"]


def _spellings(name: Record) -> Iterator[str]:
    """The name as it stands, then once for each language and script of its variants."""
    parts = _parts(name)
    yield _joined(part.text("value") for part in parts)
    variants = [_variants(part) for part in parts]
    keys = dict.fromkeys(key for own in variants for key in own)
    for key in keys:
        choices = [
            own.get(key) or [part.text("value")]
            for own, part in zip(variants, parts, strict=True)
        ]
        for chosen in islice(product(*choices), _MOST_SPELLINGS):
            yield _joined(chosen)


def _variants(part: Record) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for variant in part.children("spelling-variant"):
        text = variant.text("#text")
        if text:
            key = (variant.text("@lang"), variant.text("@script"))
            found.setdefault(key, []).append(text)
    return found


def _joined(words: Iterator[str] | tuple[str, ...]) -> str:
    return " ".join(word.strip() for word in words if word.strip())


def titles(body: Record) -> Iterator[str]:
    """The titles among the parts of the names, each once."""
    found: dict[str, None] = {}
    for part in body.children("identity/name/name-part"):
        if part.text("@name-part-type") == "title":
            found[part.text("value")] = None
            found.update(dict.fromkeys(part.texts("spelling-variant")))
    yield from (title for title in found if title)


def births(body: Record, problems: list[Problem]) -> Iterator[DateSpan]:
    """A day, a month or a year each."""
    for own in body.children("identity/day-month-year"):
        day, month, year = (own.text(f"@{unit}") for unit in ("day", "month", "year"))
        said = f"{day.zfill(2)}/{month.zfill(2)}/{year}"
        circa = own.text("@quality").lower() in ("circa", "approximately", "low")
        span = parse_span(said) if year else None
        if span:
            yield DateSpan(span.earliest, span.latest, circa, said)
        elif day or month or year:
            message = f"birth date {said!r} is no date enduse can read"
            problems.append(Problem("date-unreadable", message, own.origin))


def nationalities(body: Record) -> Iterator[str]:
    """The countries of nationality, each once."""
    found: dict[str, None] = {}
    for country in body.children("identity/nationality/country"):
        code = alpha2(country.text("@iso-code")) or alpha2(country.text("#text"))
        country.text("#text")
        found[code] = None
    yield from (code for code in found if code)


def addresses(body: Record, places: Places) -> Iterator[Address]:
    """Each address with its place filled in."""
    for own in body.children("identity/address"):
        place = places.get(own.text("@place-id"))
        box = own.text("p-o-box")
        lines = (own.text("c-o"), f"PO Box {box}" if box else "", own.text("remarks"))
        code, name = _country(own, place)
        address = Address(
            lines=tuple(filter(None, lines)),
            street=own.text("address-details"),
            city=own.text("location") or _said(place, "location"),
            region=own.text("area") or _said(place, "area"),
            postcode=own.text("zip-code"),
            country=code,
            country_text=name,
            locator=own.origin.locator,
        )
        if address.text:
            yield address


def birth_places(body: Record, places: Places) -> Iterator[str]:
    """Each place of birth in words, once."""
    found: dict[str, None] = {}
    for own in body.children("identity/place-of-birth"):
        place = places.get(own.text("@place-id"))
        parts = [own.text(name) or _said(place, name) for name in ("location", "area")]
        _, country = _country(own, place)
        found[", ".join(filter(None, (*parts, country, own.text("remarks"))))] = None
    yield from (text for text in found if text)


def _country(own: Record, place: Record | None) -> tuple[str, str]:
    for holder in (own, place):
        for country in holder.children("country") if holder else ():
            name = country.text("#text")
            return alpha2(country.text("@iso-code")) or alpha2(name), name
    return "", ""


def _said(place: Record | None, name: str) -> str:
    return place.text(name) if place is not None else ""


def papers(body: Record) -> Iterator[Identifier]:
    """Each paper's number with who issued it and when."""
    for paper in body.children("identity/identification-document"):
        kind = paper.text("@document-type")
        issuer = next(iter(paper.children("issuer")), None)
        country = ""
        if issuer:
            code, name = issuer.text("@code"), issuer.text("#text")
            country = alpha2(code) or alpha2(name)
        paper.text("place-of-issue/@place-id")
        said = (
            ("", kind),
            ("issued ", paper.text("date-of-issue")),
            ("expires ", paper.text("expiry-date")),
            ("", paper.text("remark")),
        )
        note = "; ".join(f"{word}{text}" for word, text in said if text)
        for number in paper.texts("number"):
            scheme = _PAPERS.get(kind.lower(), "other")
            yield Identifier(scheme, number, country, note, paper.origin.locator)


def unforeseen(body: Record) -> Iterator[str]:
    """Whatever else an identity holds, in words: nothing of it is lost."""
    for own in body.children("identity"):
        for name in own.values:
            if name not in _READ:
                yield from (f"{name}: {text}" for text in _flat(own, name))


def _flat(row: Record, name: str) -> Iterator[str]:
    yield from row.texts(name)
    for child in row.children(name):
        for inner in child.values:
            if inner != "#text":
                yield from (f"{inner} {text}" for text in _flat(child, inner))
