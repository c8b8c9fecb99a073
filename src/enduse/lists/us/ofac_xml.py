"""OFAC's plain XML: `sdn.xml` and `consolidated.xml`, one `sdnEntry` a party.

The namespace changed in 2024 and local names did not; `publshInformation` is OFAC's
own spelling. Weak aliases are told by `category`; links stand in the remarks.

*Source*: OFAC, sdn.xsd (https://ofac.treasury.gov/sdn-list-data-formats-data-schemas).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.us import ofac_source
from enduse.lists.us.ofac_party import KINDS, NAME_KINDS, Draft, Statement, finished
from enduse.lists.us.ofac_remarks import statements
from enduse.lists.xml_records import xml_records
from enduse.model import Address, Listing, Problem
from enduse.text.dates import parse_day

CARDS = ofac_source.CARDS
_LISTS = {
    "idList/id": "number",
    "akaList/aka": "alias",
    "addressList/address": "address",
    "nationalityList/nationality": "nationality",
    "citizenshipList/citizenship": "citizenship",
    "dateOfBirthList/dateOfBirthItem": "date of birth",
    "placeOfBirthList/placeOfBirthItem": "place of birth",
}
IGNORED = {
    "@root/@schemaLocation": "technical",
    **{f"sdnEntry/{path}/uid": f"key of the {what}" for path, what in _LISTS.items()},
    **{
        f"sdnEntry/{path}/mainEntry": "all are alike to a screen; order keeps the main"
        for path in _LISTS
    },
}
_FACTS = (
    ("nationalityList/nationality/country", "nationality"),
    ("citizenshipList/citizenship/country", "citizen"),
    ("dateOfBirthList/dateOfBirthItem/dateOfBirth", "DOB"),
    ("placeOfBirthList/placeOfBirthItem/placeOfBirth", "POB"),
    ("vesselInfo/callSign", "Vessel Call Sign"),
    ("vesselInfo/vesselType", "Vessel Type"),
    ("vesselInfo/tonnage", "Vessel Tonnage"),
    ("vesselInfo/grossRegisteredTonnage", "Vessel Gross Registered Tonnage"),
    ("vesselInfo/vesselFlag", "Vessel Flag"),
    ("vesselInfo/vesselOwner", "Vessel Owner"),
)
_PROGRAM = re.compile(rb"<program>([^<]*)</program>")
group = one_each
fetch = downloaded


def sniff(file: SourceFile) -> str | None:
    """The list a file with the root element `sdnList` is of."""
    if b"<sdnList" not in file.head[:4096]:
        return None
    tags = [tag.decode("utf-8", "replace") for tag in _PROGRAM.findall(file.head)]
    return ofac_source.source_of(file, tags[:40])


def published(files: Sequence[SourceFile]) -> date | None:
    """`Publish_Date`, month first."""
    for record in rows(files, "us-ofac-sdn"):
        if isinstance(record, Record) and record.table == "publshInformation":
            return parse_day(record.text("Publish_Date"), month_first=True)
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """The publication's own record, then one for each `sdnEntry`."""
    for file in files:
        yield from xml_records(file, {"publshInformation", "sdnEntry"}, source=source)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing an entry; fewer entries than `Record_Count` is an error."""
    drafts: dict[str, Draft] = {}
    told: Record | None = None
    for row in rows:
        if row.table == "publshInformation":
            told = row
        elif row.table == "sdnEntry":
            uid = row.text("uid")
            if uid.isdigit() and uid not in drafts:
                drafts[uid] = _draft(row, uid)
            else:
                message = f"entry id {uid!r} is repeated or no number; not read"
                yield Problem("id-unusable", message, row.origin, "error")
    if told:
        yield from _counted(told, len(drafts))
    yield from finished(drafts)


def _counted(told: Record, found: int) -> Iterator[Problem]:
    told.text("Publish_Date")
    said = told.text("Record_Count")
    if said and said != str(found):
        message = f"the file says it has {said} entries and has {found}"
        yield Problem("count-mismatch", message, told.origin, "error")


def _draft(row: Record, uid: str) -> Draft:
    kind = KINDS.get(row.text("sdnType").lower(), "unknown")
    draft = Draft(uid, kind, row.origin)
    draft.add_name(_name(row), "primary")
    for alias in row.children("akaList/aka"):
        word = alias.text("type").replace(".", "").lower()
        weak = alias.text("category").lower() == "weak"
        where = alias.origin.locator
        name_kind = NAME_KINDS.get(word, "alias")
        draft.add_name(_name(alias), name_kind, weak=weak, locator=where)
    draft.titles += row.texts("title")
    draft.programmes += row.texts("programList/program")
    for path, label in _FACTS:
        for text in row.texts(path):
            draft.state(Statement(label, text))
    for number in row.children("idList/id"):
        draft.state(_number(number))
    for place in row.children("addressList/address"):
        draft.add_address(_address(place))
    for remark in row.texts("remarks"):
        for said in statements(remark):
            draft.state(said)
    return draft


def _name(row: Record) -> str:
    return ", ".join(filter(None, (row.text("lastName"), row.text("firstName"))))


def _number(row: Record) -> Statement:
    issued, expires = row.text("issueDate"), row.text("expirationDate")
    dates = (issued and f"issued {issued}", expires and f"expires {expires}")
    return Statement(
        row.text("idType"),
        row.text("idNumber"),
        row.text("idCountry"),
        " ".join(filter(None, dates)),
        row.origin.locator,
    )


def _address(row: Record) -> Address:
    streets = (row.text(f"address{i}") for i in (1, 2, 3))
    regions = (row.text("stateOrProvince"), row.text("region"))
    return Address(
        street=", ".join(filter(None, streets)),
        city=row.text("city"),
        region=", ".join(filter(None, regions)),
        postcode=row.text("postalCode"),
        country_text=row.text("country"),
        locator=row.origin.locator,
    )
