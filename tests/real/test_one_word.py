"""Every firm that a list names by one word is found by that word, as it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import Listing, Origin, Party, PartyName
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from enduse.names.weights import PLACE, class_weight
from enduse.text.given_names import cluster
from tests.conftest import real_data

pytestmark = pytest.mark.real
LISTS = (
    "au/dfat_consolidated_2026-08-02.xlsx",
    "uk/ofsi_conlist_2025-04-10.xlsx",
)
_FEWEST_LETTERS = 4


def firms(path: Path) -> Iterator[Listing]:
    """The firms of a real list."""
    files = [SourceFile.of(path)]
    name, source = registry.sniff(files[0]) or ("", "")
    reader = registry.reader(name)
    records = [r for r in reader.rows(files, source) if isinstance(r, Record)]
    for found in reader.listings(records):
        if isinstance(found, Listing) and found.kind == "entity":
            yield found


def is_anyones(name: str) -> bool:
    """Whether a name is nothing but a short one, a place, a trade or a given name.

    With its legal form beside it even such a word is a firm's, but for letters.
    """
    form = parse(name, "entity")
    word = (form.spelt or form.tokens or ("",))[0]
    if len(word) < _FEWEST_LETTERS:
        return len(form.raw) < _FEWEST_LETTERS or not form.legal or len(word) < 3
    said = class_weight(form.tokens[0]) <= PLACE or cluster(form.tokens[0]) >= 0
    return said and not form.legal


@pytest.mark.parametrize("path", LISTS)
def test_found_as_listed(path: str, tmp_path: Path) -> None:
    listings = list(firms(real_data("lists") / path))
    build(listings, tmp_path)
    matcher = Matcher(NameIndex.open(tmp_path))
    asked = [
        (listing.id, name.text)
        for listing in listings
        for name in listing.names
        if not name.weak and len(parse(name.text, "entity").tokens) == 1
    ]
    origin = Origin("test", "", "")
    parties = [Party("test", origin, (PartyName(x),), "entity") for _, x in asked]
    found = matcher.match_all(parties, limit=60)
    missed = [
        text
        for (listing, text), matches in zip(asked, found, strict=True)
        if listing not in {match.listing_id for match in matches}
    ]
    assert len(asked) > len(listings) / 10
    assert [text for text in missed if not is_anyones(text)] == []
