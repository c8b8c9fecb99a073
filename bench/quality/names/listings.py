"""Listings to measure with, and the part of them that nothing is tuned on."""

import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import Listing

_ENDINGS = (".xml", ".csv", ".gz", ".xlsx", ".json")
_HELD_TENTHS = 3


def read_listings(folder: Path, *, cache: Path | None = None) -> list[Listing]:
    """Every listing of every file that a reader knows, newest reading per id.

    `cache` is a file of this process's own making; it is read where it exists.
    """
    if cache and cache.exists():
        kept: list[Listing] = pickle.loads(cache.read_bytes())
        return kept
    found: dict[str, Listing] = {}
    for (name, source), files in _publications(folder).items():
        reader = registry.reader(name)
        for group in reader.group(files):
            rows = (r for r in reader.rows(group, source) if isinstance(r, Record))
            for listing in reader.listings(rows):
                if isinstance(listing, Listing) and listing.names:
                    found[listing.id] = listing
    listings = list(found.values())
    if cache:
        cache.write_bytes(pickle.dumps(listings))
    return listings


def _publications(folder: Path) -> dict[tuple[str, str], list[SourceFile]]:
    found: dict[tuple[str, str], list[SourceFile]] = {}
    for path in sorted(folder.rglob("*")):
        if "history" in path.parts or path.suffix not in _ENDINGS:
            continue  # older states of a list that is read already
        if path.is_file() and (sniffed := registry.sniff(SourceFile.of(path))):
            name, source = sniffed
            found.setdefault((name, source), []).append(SourceFile.of(path))
    return found


def is_held(listing: Listing) -> bool:
    """Whether a listing is in the three tenths that nothing is tuned on.

    By the words of its name, so that a party on two lists is in one part.
    """
    return is_held_name(listing.name)


def is_held_name(name: str) -> bool:
    """The same of the name that a listing has first."""
    words = " ".join(sorted(name.casefold().replace(",", " ").split()))
    return crc32(words.encode()) % 10 < _HELD_TENTHS


def without(listing: Listing, texts: Sequence[str]) -> Listing:
    """The listing with the names of these texts taken out."""
    kept = tuple(name for name in listing.names if name.text not in texts)
    return replace(listing, names=kept)
