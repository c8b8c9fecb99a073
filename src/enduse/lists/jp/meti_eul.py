"""Japan's Foreign End User List, as JSON made from METI's PDF.

*Source*: METI, https://www.meti.go.jp/policy/anpo/law05.html. The list names foreign
entities of concern for weapons of mass destruction (B, C, M, N) or conventional
weapons (CW). `addresses` holds a formal country name, and where the table was cut
badly the entity's name behind it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.json_records import json_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.model import Address, Cite, ListedName, Listing, Problem
from enduse.model.listing import NameKind
from enduse.text.dates import parse_day

CARDS = (load("jp", "meti_eul"),)
IGNORED = {
    "entry/country": "the publisher's country, always jp",
    "entry/list_id": "names the list",
    "entry/source_list_name": "names the list",
    "entry/last_verified": "when a third party looked at the notice",
    "entry/entity_type": "always organization",
}
group = one_each
fetch = downloaded  # nothing: METI serves the list as PDF only
_EDITION = re.compile(r"/(20\d\d)/\d\d/\1(\d\d)(\d\d)\d*/")
_CONCERNS = {
    "B": "biological weapons",
    "C": "chemical weapons",
    "M": "missiles",
    "N": "nuclear weapons",
    "CW": "conventional weapons",
}
_CODES = re.compile(r"(?<![A-Z])(CW|[BCMN])(?![A-Z])")
_WIDE = str.maketrans("ＢＣＭＮＷ", "BCMNW")
_HAN = re.compile(r"\s*[(（]?([\u3040-\u9fff][\u3000-\u9fff\s]*)[)）]?$")


def sniff(file: SourceFile) -> str | None:
    """`jp-meti-eul` for JSON whose records say they are of the end user list."""
    head = file.head
    marked = b'"list_id"' in head and b'"jp-end-user-list"' in head
    return "jp-meti-eul" if marked and b'"entity_name"' in head else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The edition's date, out of the address of its notice."""
    for row in rows(files, "jp-meti-eul"):
        if isinstance(row, Record):
            edition = _EDITION.search(row.text("source_url"))
            return parse_day("-".join(edition.groups())) if edition else None
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record for each object of the array."""
    for file in files:
        yield from json_records(file, source=source, table="entry")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a record."""
    for row in rows:
        problems: list[Problem] = []
        listing = _listing(row, problems)
        if listing:
            yield listing
        yield from problems


def _listing(row: Record, problems: list[Problem]) -> Listing | None:
    places = [_country_and_rest(text) for text in row.texts("addresses")]
    name, aliases = row.text("entity_name"), row.texts("aliases")
    if not name:
        name = next((rest for _, _, rest in places if rest), "") or next(
            iter(aliases), ""
        )
        message = f"has no name of its own; {name!r}, beside the country, is taken"
        problems.append(Problem("name-missing", message, row.origin, "note"))
    number = row.text("id").removeprefix("jp-eul-")
    if not name or not number:
        message = "has neither a name nor an id; left out, look at the source"
        problems.append(Problem("entry-empty", message, row.origin))
        return None
    for _, text, _ in (place for place in places if not place[0]):
        message = f"{text!r} is no country or territory enduse knows; kept as text"
        problems.append(Problem("country-unknown", message, row.origin, "note"))
    countries = tuple(sorted({code for code, _, _ in places if code}))
    url = row.text("source_url")
    return Listing(
        id=f"{row.origin.source}:{number}",
        source=row.origin.source,
        kind="entity",
        names=tuple(_names(name, aliases)),
        origin=row.origin,
        countries=countries,
        addresses=tuple(Address(country=c, country_text=t) for c, t, _ in places),
        programmes=("Foreign End User List",),
        measures=CARDS[0].measures,
        legal_basis=(*CARDS[0].law, Cite("Foreign End User List", url)),
        listed_on=parse_day(row.text("date_added")),
        reason=row.text("reason"),
        notes=tuple(_concerns(row.text("reason"))),
    )


def _names(name: str, aliases: list[str]) -> Iterator[ListedName]:
    said = [(name, "entity_name"), *((alias, "aliases") for alias in aliases)]
    for place, (text, column) in enumerate(said):
        han = _HAN.search(text)
        latin = text[: han.start()].strip() if han else text
        if latin:
            kind: NameKind = "alias" if place else "primary"
            yield ListedName(latin, kind, locator=column)
        if han:
            original = re.sub(r"\s+", "", han[1])
            yield ListedName(original, "original_script", locator=column)


def _country_and_rest(text: str) -> tuple[str, str, str]:
    """(code, country as written, what stands behind it); the longest country wins."""
    words = text.split()
    for length in range(len(words), 0, -1):
        head = " ".join(words[:length])
        code = alpha2(head)
        if code:
            return code, head, " ".join(words[length:])
    return "", text, ""


def _concerns(reason: str) -> Iterator[str]:
    codes = _CODES.findall(reason.translate(_WIDE))
    if codes:
        yield "concern: " + ", ".join(_CONCERNS[code] for code in dict.fromkeys(codes))
