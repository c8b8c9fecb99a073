"""One list, four official formats: a party must come out alike from each.

OFAC publishes the non-SDN list as delimited files, XML, advanced and enhanced XML.
The copies at hand are of different days, so a few parties changed in between: those
are counted, and the count is part of the claim.
"""

from collections.abc import Callable
from functools import cache

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import Listing
from tests.conftest import real_data

pytestmark = pytest.mark.real

FILES = {
    "delimited": ("cons_2025-04/cons_prim.csv", "cons_2025-04/cons_add.csv"),
    "xml": ("consolidated_2025-03-28.xml",),
    "enhanced": ("CONS_ENHANCED_2025-01-10.zip",),
    "advanced": ("cons_advanced_2020-03-17.xml.gz",),
}


@cache
def parties(shape: str) -> dict[str, Listing]:
    root = real_data("lists/us_ofac")
    files = [SourceFile.of(root / name) for name in FILES[shape]]
    name, source = registry.sniff(files[0]) or ("", "")
    reader = registry.reader(name)
    rows = [r for r in reader.rows(files, source) if isinstance(r, Record)]
    found = (r for r in reader.listings(rows) if isinstance(r, Listing))
    return {listing.id: listing for listing in found}


def differing(one: str, other: str, what: Callable[[Listing], object]) -> set[str]:
    """The ids of both shapes whose `what` is not the same."""
    first, second = parties(one), parties(other)
    both = first.keys() & second.keys()
    assert len(both) >= 366
    return {uid for uid in both if what(first[uid]) != what(second[uid])}


def names(listing: Listing) -> set[tuple[str, str, bool]]:
    return {
        (n.text, n.kind, n.weak) for n in listing.names if n.kind != "original_script"
    }


def numbers(listing: Listing) -> set[tuple[str, str]]:
    return {(i.scheme, i.value) for i in listing.identifiers}


def births(listing: Listing) -> set[tuple[object, object]]:
    return {(d.earliest, d.latest) for d in listing.birth_dates}


SAME: dict[str, Callable[[Listing], object]] = {
    "kind": lambda party: party.kind,
    "primary name": lambda party: party.name,
    "births": births,
    "birth places": lambda party: set(party.birth_places),
    "genders": lambda party: set(party.genders),
    "nationalities": lambda party: set(party.nationalities),
    "programmes": lambda party: set(party.programmes),
    "measures": lambda party: set(party.measures),
}


@pytest.mark.parametrize("what", SAME)
def test_delimited_xml_and_enhanced_agree(what: str) -> None:
    assert differing("xml", "delimited", SAME[what]) == set()
    assert differing("xml", "enhanced", SAME[what]) == set()


def test_names_agree_in_both_xml_formats() -> None:
    assert differing("xml", "enhanced", names) == set()


def test_weak_aliases_agree_except_where_remarks_are_cut() -> None:
    def weak(listing: Listing) -> set[str]:
        return {name.text for name in listing.names if name.weak}

    cut = {"us-ofac-cons:17014", "us-ofac-cons:17018", "us-ofac-cons:30930"}
    assert differing("xml", "delimited", weak) == cut


def test_identifiers_agree_except_where_remarks_are_cut() -> None:
    assert len(differing("xml", "delimited", numbers)) <= 10
    assert differing("xml", "enhanced", numbers) <= {"us-ofac-cons:18784"}


def test_addresses_agree() -> None:
    def addresses(listing: Listing) -> set[str]:
        return {address.text for address in listing.addresses}

    # one `AZ 1008` that the delimited file does not set apart from its city
    assert len(differing("xml", "delimited", addresses)) <= 1


def test_links_lead_to_the_same_parties() -> None:
    def targets(listing: Listing) -> set[str]:
        return {link.target_id or link.target_name for link in listing.links}

    assert differing("xml", "delimited", targets) == set()
    # one leads to HAMAS, which only the enhanced file gives an id on the SDN list
    assert differing("xml", "enhanced", targets) == {"us-ofac-cons:9647"}


def test_five_years_older_advanced_file_differs_only_as_the_list_did() -> None:
    assert differing("xml", "advanced", lambda party: party.kind) == set()
    assert differing("xml", "advanced", births) == set()
    unchanged = 366 - 55  # 55 parties were renamed from 2020 to 2025
    assert len(differing("xml", "advanced", lambda p: p.name)) == 366 - unchanged
    assert len(differing("xml", "advanced", numbers)) <= 60
