"""The Denied Persons List of the Bureau of Industry and Security, a tab file.

A denied person may take no part in an export of anything subject to the EAR. The file
has no ids: a party is told by its name, its city and the day its order began.

*Source*: 15 CFR 764.3(a)(2); https://www.bis.doc.gov/dpl/dpl.txt.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records, refuse_cut
from enduse.lists.us.csl_names import parse_names
from enduse.model import Address, Cite, Listing, Problem
from enduse.text.dates import parse_day

CARDS = (load("us", "bis_dpl"),)
IGNORED: dict[str, str] = {}
group = one_each
fetch = downloaded  # the tab file
_HEADS = (b"Name", b"Street_Address", b"City", b"State", b"Country", b"Postal_Code")
_LAST_YEAR = 2200  # no update is from later; the file has had 3033


def sniff(file: SourceFile) -> str | None:
    """`us-bis-dpl` for its heading."""
    first = file.head[:1024].removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0]
    heads = first.replace(b'"', b"").split(b"\t")
    ours = tuple(heads[:6]) == _HEADS and b"Standard_Order" in heads
    return "us-bis-dpl" if ours else None


def published(files: Sequence[SourceFile]) -> date | None:
    """None: `Last_Update` is of single rows, and some are not of this world."""
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every row."""
    for file in files:
        table = csv_records(file, source=source, table="dpl", delimiter="\t")
        yield from refuse_cut(table)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row."""
    seen: dict[str, int] = {}
    for row in rows:
        said = "|".join(row.text(c) for c in ("Name", "City", "Effective_Date"))
        key = hashlib.sha256(said.encode()).hexdigest()[:16]
        seen[key] = seen.get(key, 0) + 1
        problems: list[Problem] = []
        suffix = f"-{seen[key]}" if seen[key] > 1 else ""
        yield _listing(row, f"{row.origin.source}:{key}{suffix}", problems)
        yield from problems


def _listing(row: Record, listing_id: str, problems: list[Problem]) -> Listing:
    address = _address(row)
    names = tuple(parse_names(row.text("Name"), []))
    if not names:
        message = "the row has no name: nobody can be found by it"
        problems.append(Problem("name-missing", message, row.origin))
    law = CARDS[0].law[0]
    return Listing(
        id=listing_id,
        source=row.origin.source,
        kind="unknown",
        names=names,
        origin=row.origin,
        countries=(address.country,) if address.country else (),
        addresses=(address,) if address.text else (),
        programmes=("DPL",),
        measures=CARDS[0].measures,
        legal_basis=(law, *(Cite(text) for text in row.texts("FR_Citation"))),
        listed_on=_day(row, "Effective_Date", problems),
        updated_on=_day(row, "Last_Update", problems),
        valid_to=_day(row, "Expiration_Date", problems),
        notes=tuple(_notes(row)),
    )


def _address(row: Record) -> Address:
    country = row.text("Country")
    return Address(
        street=row.text("Street_Address"),
        city=row.text("City"),
        region=row.text("State"),
        postcode=row.text("Postal_Code"),
        country=alpha2(country),
        country_text=country,
    )


def _day(row: Record, column: str, problems: list[Problem]) -> date | None:
    text = row.text(column)
    found = parse_day(text, month_first=True)
    if found and found.year > _LAST_YEAR:
        found = None
    if text and not found:
        message = f"{column} {text!r} is no date that can be; left open"
        problems.append(Problem("date-unreadable", message, row.origin))
    return found


def _notes(row: Record) -> Iterator[str]:
    for column, word in (("Standard_Order", "Standard order"), ("Action", "Action:")):
        yield from (f"{word} {text}" for text in row.texts(column))
