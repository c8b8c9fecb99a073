"""MOFCOM's Export Control, Unreliable Entity and Watch Lists, gathered as JSON.

*Source*: notices of the Bureau of Security and Control, https://aqygzj.mofcom.gov.cn/.
Three lists with three effects in one file. It has **no status**: what MOFCOM suspended
or revoked in November 2025 still stands in it, so every listing says so.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.json_records import json_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.model import Address, Cite, ListedName, Listing, Measure, Problem
from enduse.text.dates import parse_day

CARDS = (load("cn", "mofcom"),)
IGNORED = {
    "entry/country": "the publisher's country, always cn",
    "entry/last_verified": "when a third party looked at the notice",
    "entry/entity_type": "always organization",
}
group = one_each
fetch = downloaded  # nothing: MOFCOM serves notices one by one, as text
# list id in the file: programme, which law of the card, measures
_LISTS: dict[str, tuple[str, int, tuple[Measure, ...]]] = {
    "cn-export-control-watchlist": ("Export Control List", 0, ("export_control",)),
    "cn-unreliable-entity-list": (
        "Unreliable Entity List",
        1,
        ("counter_measure", "transaction_restriction", "investment_restriction"),
    ),
    "cn-attention-list": ("Watch List", 2, ("watch",)),
}
_SUSPENSIONS = date(2025, 11, 10)
_NO_STATUS = "status not stated by the source"
_SUSPENDED = (
    f"{_NO_STATUS}: the suspensions and revocations of November 2025 are not reflected;"
    " read MOFCOM's later notices before relying on this entry"
)
_MANNER = re.compile(r"^参与对台湾地区军售的(?:美国)?")
_MORE = re.compile(r"等\s*(\d+)\s*家")
_ALSO = re.compile(r"等\s*(?:\d+\s*家)?\s*(?:外国)?实体$|及其分支机构")
_BRACKETED = re.compile(r"[（(]([^（()）]*[A-Za-z][^（()）]*)[)）]")
_POSTCODE = re.compile(r"[（(]\s*邮编[:：]\s*([^)）]+)[)）]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
_SPACE = re.compile(r"\s+")


def sniff(file: SourceFile) -> str | None:
    """`cn-mofcom` for JSON whose records name one of the three lists."""
    head = file.head
    marked = b'"list_id"' in head and b'"entity_name"' in head
    known = any(f'"{name}"'.encode() in head for name in _LISTS)
    return "cn-mofcom" if marked and known else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest date of listing."""
    records = (r for r in rows(files, "cn-mofcom") if isinstance(r, Record))
    days = (parse_day(record.text("date_added")) for record in records)
    return max(filter(None, days), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record for each object of the array."""
    for file in files:
        yield from json_records(file, source=source, table="entry")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a record; ids that two notices share get the notice's own mark."""
    records = [row for row in rows if row.table == "entry"]
    shared = Counter(row.text("id") for row in records)
    for row in records:
        problems: list[Problem] = []
        listing = _listing(row, shared[row.text("id")] > 1, problems)
        if listing:
            yield listing
        yield from problems


def _listing(row: Record, shared: bool, problems: list[Problem]) -> Listing | None:
    names = tuple(_names(row))
    if not names:
        problems.append(Problem("entry-empty", "an entry without a name", row.origin))
        return None
    _incomplete(row, problems)
    programme, law, measures = _of_list(row, problems)
    listed = parse_day(row.text("date_added"))
    if row.text("date_added") and not listed:
        message = f"{row.text('date_added')!r} is no date enduse can read"
        problems.append(Problem("date-unreadable", message, row.origin))
    addresses = tuple(map(_address, row.texts("addresses")))
    basis = CARDS[0].law[law : law + 1] if law >= 0 else ()
    notice = Cite(
        f"MOFCOM notice, {row.text('source_list_name')}", row.text("source_url")
    )
    return Listing(
        id=_id(row, shared, problems),
        source=row.origin.source,
        kind="entity",
        names=names,
        origin=row.origin,
        countries=tuple(sorted({a.country for a in addresses} - {""})),
        addresses=addresses,
        programmes=(programme,),
        measures=measures,
        legal_basis=(*basis, notice),
        listed_on=listed,
        reason=row.text("reason"),
        notes=(_NO_STATUS if listed and listed > _SUSPENSIONS else _SUSPENDED,),
    )


def _id(row: Record, shared: bool, problems: list[Problem]) -> str:
    own = row.text("id")
    made = f"{row.origin.source}:{own.removeprefix('cn-')}"
    if shared or not own:
        said = f"{row.text('source_url')} {row.text('entity_name')}"
        made += "_" + hashlib.sha256(said.encode()).hexdigest()[:8]
        message = f"id {own!r} stands for more than one entry; this one is {made}"
        problems.append(Problem("id-not-unique", message, row.origin, "note"))
    return made


def _of_list(
    row: Record, problems: list[Problem]
) -> tuple[str, int, tuple[Measure, ...]]:
    name = row.text("list_id")
    if name in _LISTS:
        return _LISTS[name]
    message = f"{name!r} is none of MOFCOM's lists enduse knows; its effect is unknown"
    problems.append(Problem("list-unknown", message, row.origin))
    return name, -1, ("unknown",)


def _names(row: Record) -> Iterator[ListedName]:
    """Names without `which took part in arms sales to Taiwan` and other remarks."""
    kept: dict[str, str] = {}
    for column in ("entity_name", "aliases"):
        for said in row.texts(column):
            text = _clean(said)
            bare = _ALSO.sub("", _MANNER.sub("", text))
            for inner in _BRACKETED.findall(bare) if not _LATIN.match(bare) else ():
                kept.setdefault(_clean(inner), column)
                bare = _BRACKETED.sub("", bare)
            kept.setdefault(_clean(bare), column)
    names = sorted(filter(None, kept), key=lambda name: not _LATIN.search(name))
    for place, name in enumerate(names):
        where = kept[name]
        if not place:
            yield ListedName(name, "primary", locator=where)
        elif _LATIN.search(name):
            yield ListedName(name, "alias", locator=where)
        else:
            yield ListedName(name, "original_script", locator=where)


def _incomplete(row: Record, problems: list[Problem]) -> None:
    more = _MORE.search(row.text("entity_name"))
    if more:
        message = (
            f"names one of {more[1]} entities of its notice; the others are not in the"
            f" file, see {row.text('source_url')}"
        )
        problems.append(Problem("entry-abridged", message, row.origin))


def _address(text: str) -> Address:
    postcode = _POSTCODE.search(text)
    line = _clean(_POSTCODE.sub("", text))
    tail = line.rpartition(",")[2].strip(" .") if "," in line else ""
    heads = (line[:length] for length in (4, 3, 2))
    code = alpha2(tail) or next((c for head in heads if (c := alpha2(head))), "")
    return Address(
        lines=(line,), postcode=postcode[1].strip() if postcode else "", country=code
    )


def _clean(text: str) -> str:
    return _SPACE.sub(" ", _UNSEEN.sub("", text)).strip(" ,;，；")
