"""Every list reader, held to a small file of its format and what it must give.

To add a reader: put its input under `lists/<source id>/` and run
`pytest tests/golden --golden-update`, then read the `expected.json` it wrote.
A source whose format has several shapes has a folder for each below its own:
`lists/<source id>/<shape>/`.
"""

from pathlib import Path
from typing import Any

import pytest

from enduse.lists import registry
from enduse.model import Listing
from enduse.model.encode import from_plain, to_plain
from tests.golden.source_case import hold, inputs, read_through, sniffed

HERE = Path(__file__).parent / "lists"
CASES = sorted({f.parent for f in HERE.rglob("*") if f.is_file()})


def read_case(folder: Path) -> dict[str, Any]:
    files = inputs(folder)
    name, source = sniffed(files, registry.sniff)
    reader = registry.reader(name)
    return read_through(
        files, reader, (name, source), reader.listings, called="listings"
    )


@pytest.mark.parametrize("folder", CASES, ids=lambda f: str(f.relative_to(HERE)))
def test_list_golden(folder: Path, golden_update: bool) -> None:
    found = read_case(folder)
    hold(found, folder / "expected.json", update=golden_update)
    listings = found["listings"]
    for plain in listings:
        assert to_plain(from_plain(Listing, plain)) == plain
        assert plain["origin"]["locator"]
    assert len({plain["id"] for plain in listings}) == len(listings)


@pytest.mark.parametrize("source", sorted(registry.cards()))
def test_every_source_has_a_golden(source: str) -> None:
    assert any((HERE / source).rglob("expected.json")), "no golden for this source"
