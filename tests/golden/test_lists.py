"""Every list reader, held to a small file of its format and what it must give.

To add a reader: put its input under `lists/<source id>/` and run
`pytest tests/golden --golden-update`, then read the `expected.json` it wrote.
A source whose format has several shapes has a folder for each below its own:
`lists/<source id>/<shape>/`.
"""

import json
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record, observed, paths_present
from enduse.model import Listing, Problem
from enduse.model.encode import from_plain, to_plain

HERE = Path(__file__).parent / "lists"
CASES = sorted({f.parent for f in HERE.rglob("*") if f.is_file()})


def read_case(folder: Path) -> dict[str, object]:
    files = [
        SourceFile.of(path)
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != "expected.json"
    ]
    sniffed = {registry.sniff(file) for file in files}
    assert len(sniffed) == 1, f"{folder}: sniffed as {sniffed}"
    found = sniffed.pop()
    assert found, f"no reader knows {folder}"
    name, source = found
    reader = registry.reader(name)
    assert len(reader.group(files)) == 1
    rows = list(reader.rows(files, source))
    records = [row for row in rows if isinstance(row, Record)]
    with observed() as seen:
        results = list(reader.listings(records))
    present = {p for r in records for p in paths_present(r.values, r.table)}
    assert not present - seen - set(reader.IGNORED), "neither read nor ignored"
    published = reader.published(files)
    return {
        "source": source,
        "reader": name,
        "published": published.isoformat() if published else None,
        "listings": [to_plain(r) for r in results if isinstance(r, Listing)],
        "problems": [to_plain(r) for r in (*rows, *results) if isinstance(r, Problem)],
    }


@pytest.mark.parametrize("folder", CASES, ids=lambda f: str(f.relative_to(HERE)))
def test_list_golden(folder: Path, golden_update: bool) -> None:
    found = read_case(folder)
    expected = folder / "expected.json"
    if golden_update:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        expected.write_text(text + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))
    listings = found["listings"]
    assert isinstance(listings, list)
    for plain in listings:
        assert to_plain(from_plain(Listing, plain)) == plain
        assert plain["origin"]["locator"]
    assert len({plain["id"] for plain in listings}) == len(listings)


@pytest.mark.parametrize("source", sorted(registry.cards()))
def test_every_source_has_a_golden(source: str) -> None:
    assert any((HERE / source).rglob("expected.json")), "no golden for this source"
