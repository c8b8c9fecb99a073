"""Which listings, on any list, are of one subject.

Two listings are tied when they share an identifier that stands for one party, when
one cites the other's number, or when name and birth date (of a person) or name and
country (of an entity) are the same, unless one list has the value on several
listings, for then it tells none of them apart. Ties are joined (union-find), so a
subject is everything that hangs together. A tie never removes a listing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from enduse.model import Identifier, Listing

VERSION = 3
_OWN_NUMBER = {
    "us-ofac-sdn": "ofac_id",
    "us-ofac-cons": "ofac_id",
    "uk-sanctions": "uk_ref",
    "uk-ofsi": "ofsi_group",
}
_ONE_PARTY = {
    *("lei", "imo", "inn", "ogrn", "uscc", "wallet", "isin", "duns", "mmsi"),
    *("un_ref", "eu_ref", "uk_ref", "ofsi_group", "ofac_id", "seco_ssid"),
}
_ONE_PARTY_OF_A_COUNTRY = {"passport", "national_id", "tax_id", "registration"}
_MIN_NUMBER = 5  # a shorter registration number is met by chance
_MIN_NAME = 8  # letters of an entity's name, below which it is met by chance
_MAX_IN_ONE_LIST = 2  # a value on more listings of a list tells none of them apart


def numbered(listings: Iterable[Listing]) -> dict[str, int]:
    """A number for each listing that shares its subject with another.

    *Shape*: listing id -> subject number, only for subjects of two listings or more,
    numbered in order of their first listing.
    """
    holders: dict[str, list[str]] = {}
    order: list[str] = []
    for listing in listings:
        order.append(listing.id)
        for key in keys(listing):
            holders.setdefault(key, []).append(listing.id)
    root = _joined(holders)
    numbers: dict[str, int] = {}
    found: dict[str, int] = {}
    for listing_id in order:
        if listing_id in root:
            top = _top(root, listing_id)
            numbers[listing_id] = found.setdefault(top, len(found))
    return numbers


def keys(listing: Listing) -> Iterator[str]:
    """The values that tie a listing to others of its subject, each once."""
    seen: set[str] = set()
    for key in (*_number_keys(listing), *_name_keys(listing)):
        if key not in seen:
            seen.add(key)
            yield key


def _number_keys(listing: Listing) -> Iterator[str]:
    own = _OWN_NUMBER.get(listing.source)
    if own:
        yield f"{own}:{listing.id.partition(':')[2].upper()}"
    for identifier in listing.identifiers:
        key = _number_key(identifier)
        if key:
            yield key
    for link in listing.links:
        if link.relation == "same_as" and link.target_id:
            yield f"listing:{link.target_id}"
    yield f"listing:{listing.id}"


def _number_key(identifier: Identifier) -> str:
    value = re.sub(
        r"[^0-9A-Z.]" if "_ref" in identifier.scheme else r"[^0-9A-Z]",
        "",
        identifier.value.upper(),
    )
    if identifier.scheme in _ONE_PARTY:
        return f"{identifier.scheme}:{value}" if value else ""
    local = identifier.scheme in _ONE_PARTY_OF_A_COUNTRY and identifier.country
    if local and len(value) >= _MIN_NUMBER:
        return f"{identifier.scheme}:{identifier.country}:{value}"
    return ""


def _name_keys(listing: Listing) -> Iterator[str]:
    strong = (name.text for name in listing.names if not name.weak)
    names = {key for key in map(_name_key, strong) if len(key) >= _MIN_NAME}
    if listing.kind == "person":
        days = (b.earliest for b in listing.birth_dates if b.earliest == b.latest)
        marks = [day.isoformat() for day in days]
    else:
        marks = list(listing.countries)
    for name in sorted(names):
        if " " in name:
            yield from (f"name:{listing.kind}:{name}:{mark}" for mark in marks)


def _name_key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(sorted(re.findall(r"\w+", bare)))


def _joined(holders: dict[str, list[str]]) -> dict[str, str]:
    """A forest over the tied listings: each points towards its subject's first one.

    Numbers tie first. A name then joins two subjects only if no list has a listing in
    both: a list knows its own parties apart, and shared aliases must not undo that.
    """
    root: dict[str, str] = {}
    lists: dict[str, Counter[str]] = {}
    names_last = sorted(holders.items(), key=lambda item: item[0].startswith("name:"))
    for key, ids in names_last:
        if len(ids) < 2 or max(_lists(ids).values()) > _MAX_IN_ONE_LIST:
            continue
        for other in ids[1:]:
            tops = sorted({_top(root, ids[0]), _top(root, other)})
            merged = sum((lists.setdefault(t, _lists([t])) for t in tops), Counter())
            if key.startswith("name:") and max(merged.values()) > 1:
                continue
            root[tops[-1]] = tops[0]
            lists[tops[0]] = merged
    return root


def _lists(ids: Iterable[str]) -> Counter[str]:
    """How many of the listings each list (one annex of one act) has."""
    return Counter(listing_id.rpartition(":")[0] for listing_id in ids)


def _top(root: dict[str, str], item: str) -> str:
    while root.setdefault(item, item) != item:
        root[item] = root[root[item]]
        item = root[item]
    return item
