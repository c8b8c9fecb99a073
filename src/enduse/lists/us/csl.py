"""The Consolidated Screening List of the US government, CSV and JSON.

Thirteen lists of Commerce, State and Treasury, one row an entry. What an entry
entails differs by list: an Entity List party is no blocked party.

*Source*: International Trade Administration,
https://www.trade.gov/consolidated-screening-list.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.json_records import json_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records, refuse_cut
from enduse.lists.us import csl_law
from enduse.lists.us.csl_ids import parse_ids
from enduse.lists.us.csl_names import parse_addresses, parse_names
from enduse.lists.us.ofac_party import KINDS, Draft, Statement, unique_names
from enduse.lists.us.ofac_remarks import statements
from enduse.model import Address, Cite, Listing, Problem
from enduse.text.dates import parse_day

CARDS = (load("us", "csl"),)
IGNORED = {
    "csl/source_list_url": "the page of the list, the same for all its entries",
    "csl/source_information_url": "the page of the list, the same for all its entries",
    "@root/total": "counts the results",
    "@root/offset": "a page of an API answer",
    "@root/search_performed_at": "of an API answer",
    "@root/sources/source": "names of the lists",
    "@root/sources/count": "counts a list",
}
group = one_each
fetch = downloaded  # the CSV file
_COLUMNS = b"entity_number,type,programs,name,title,addresses"
_NOTES = (
    ("standard_order", "Standard order"),
    ("license_requirement", "Licence requirement:"),
    ("license_policy", "Licence review policy:"),
)
_VESSEL = (
    ("call_sign", "Vessel Call Sign"),
    ("vessel_type", "Vessel Type"),
    ("gross_tonnage", "Vessel Tonnage"),
    ("gross_registered_tonnage", "Vessel Gross Registered Tonnage"),
    ("vessel_flag", "Vessel Flag"),
    ("vessel_owner", "Vessel Owner"),
)


def sniff(file: SourceFile) -> str | None:
    """`us-csl` for its CSV header, or JSON results with its columns."""
    head = file.head
    first = head[:2048].partition(b"\n")[0].replace(b'"', b"")
    if _COLUMNS in first and b"source_list_url" in first:
        return "us-csl"
    start = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    named = (b'"source_list_url"', b'"federal_register_notice"', b'"entity_number"')
    if start[:1] in (b"{", b"[") and all(name in head for name in named):
        return "us-csl"
    return None


def published(files: Sequence[SourceFile]) -> date | None:
    """None: the file gives no date; its name or folder may."""
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every row or result."""
    for file in files:
        if file.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
            yield from json_records(file, source=source, table="csl")
        else:
            yield from refuse_cut(csv_records(file, source=source, table="csl"))


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row; links go to the one entry that has the name."""
    drafts: dict[str, tuple[Draft, Record]] = {}
    seen: dict[str, int] = {}
    for row in rows:
        if row.table == "@root":
            continue
        if row.text("source") == "source":
            message = "the heading is repeated as a row; skipped"
            yield Problem("header-repeated", message, row.origin, "note")
            continue
        wanted = key = _key(row)
        seen[wanted] = seen.get(wanted, 0) + 1
        if seen[wanted] > 1:
            key = f"{wanted}-{seen[wanted]}"
            message = f"id {wanted} occurs again; the later entry is kept as {key}"
            yield Problem("id-repeated", message, row.origin, "note")
        drafts[key] = (_draft(row), row)
    ids = unique_names({key: draft for key, (draft, _) in drafts.items()})
    for key, (draft, row) in drafts.items():
        yield _listing(key, draft, row, ids)
        yield from draft.problems


def _key(row: Record) -> str:
    """The id, with the list's code where Treasury lists the same id on several."""
    found = row.text("_id") or row.text("id") or row.text("entity_number")
    code = csl_law.code_of(row.text("source"))
    if not found:
        said = "|".join(row.text(name) for name in ("source", "name", "start_date"))
        return hashlib.sha256(said.encode()).hexdigest()[:20]
    if found.isdigit() and code != "SDN":
        return f"{found}-{code.lower() or 'other'}"
    return found


def _many(row: Record, column: str) -> list[str]:
    """The values of a column: a JSON array, or text joined by `; `."""
    texts = row.texts(column)
    if isinstance(row.values.get(column), list):
        return texts
    return [part for text in texts for part in text.split("; ") if part.strip()]


def _draft(row: Record) -> Draft:
    code = csl_law.code_of(row.text("source"))
    treasury = code in csl_law.TREASURY
    said_kind = row.text("type").lower()
    kind = KINDS.get(said_kind, "unknown") if said_kind else "unknown"
    if not said_kind and code in csl_law.ENTITIES_ONLY:
        kind = "entity"
    uid = row.text("entity_number") if treasury else ""
    draft = Draft(uid, kind, row.origin)
    if treasury:
        draft.add_name(row.text("name"), "primary")
        for text in _many(row, "alt_names"):
            draft.add_name(text, "alias", locator="alt_names")
    else:
        draft.names += parse_names(row.text("name"), row.texts("alt_names"))
    draft.titles += row.texts("title")
    draft.programmes += [*_many(row, "programs")] or [code or row.text("source")]
    draft.addresses += _addresses(row, draft)
    _take_facts(row, draft)
    if not code:
        message = f"list {row.text('source')!r} is not known; what it entails neither"
        draft.problems.append(Problem("list-unknown", message, row.origin))
    return draft


def _addresses(row: Record, draft: Draft) -> Iterator[Address]:
    if not isinstance(row.values.get("addresses"), list):
        for text in row.texts("addresses"):
            yield from parse_addresses(text)
        return
    for place in row.children("addresses"):
        country = place.text("country")
        address = Address(
            street=place.text("address"),
            city=place.text("city"),
            region=place.text("state"),
            postcode=place.text("postal_code"),
            country=draft.country(country),
            country_text=country,
            locator=place.origin.locator,
        )
        if address.text:
            yield address


def _take_facts(row: Record, draft: Draft) -> None:
    for column, label in (
        ("dates_of_birth", "DOB"),
        ("places_of_birth", "POB"),
        ("nationalities", "nationality"),
        ("citizenships", "citizen"),
    ):
        for text in _many(row, column):
            draft.state(Statement(label, text, locator=column))
    for column, label in (*_VESSEL, *_NOTES):
        for text in row.texts(column):
            draft.state(Statement(label, text, locator=column))
    for said in parse_ids(row):
        draft.state(said)
    for text in row.texts("remarks"):
        for said in statements(text):
            draft.state(said)


def _listing(key: str, draft: Draft, row: Record, ids: dict[str, str]) -> Listing:
    code = csl_law.code_of(row.text("source"))
    base, law = csl_law.LISTS.get(code, (("unknown",), Cite(row.text("source"))))
    more = csl_law.nonproliferation(tuple(draft.programmes)) if code == "ISN" else ()
    rules = csl_law.footnotes(row.text("license_requirement"))
    notice = [Cite(text) for text in row.texts("federal_register_notice")]
    found = draft.listing(ids, frozenset())
    return replace(
        found,
        id=f"us-csl:{key}",
        measures=tuple(dict.fromkeys((*base, *more, *draft.measures))),
        legal_basis=(law, *(cite for _, cite in rules), *notice),
        listed_on=parse_day(row.text("start_date")),
        valid_to=parse_day(row.text("end_date")),
        notes=(*found.notes, *(note for note, _ in rules)),
    )
