"""Every reader of goods sources, held to a small file of its format and what it gives.

To add a reader: put its input under `goods/<case>/`, run
`pytest tests/golden/test_goods.py --golden-update`, and read what it wrote.
"""

import json
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.goods import registry
from enduse.lists import registry as lists
from enduse.lists.record import Record, observed, paths_present
from enduse.model import Problem
from enduse.model.encode import to_plain

HERE = Path(__file__).parent / "goods"
CASES = sorted({f.parent for f in HERE.rglob("*") if f.is_file()})


def inputs(folder: Path) -> list[SourceFile]:
    paths = [p for p in sorted(folder.iterdir()) if p.name != "expected.json"]
    return [SourceFile.of(path) for path in paths]


def read_case(folder: Path) -> dict[str, object]:
    files = inputs(folder)
    sniffed = {registry.sniff(file) for file in files}
    assert len(sniffed) == 1, f"{folder}: sniffed as {sniffed}"
    found = sniffed.pop()
    assert found, f"no reader knows {folder}"
    assert not any(lists.sniff(file) for file in files), "a list reader takes it too"
    name, source = found
    reader = registry.reader(name)
    assert len(reader.group(files)) == 1
    assert registry.card(source).licence
    rows = list(reader.rows(files, source))
    records = [row for row in rows if isinstance(row, Record)]
    with observed() as seen:
        results = list(reader.entries(records))
    present = {p for r in records for p in paths_present(r.values, r.table)}
    assert not present - seen - set(reader.IGNORED), "neither read nor ignored"
    published = reader.published(files)
    return {
        "source": source,
        "reader": name,
        "published": published.isoformat() if published else None,
        "entries": [to_plain(r) for r in results if not isinstance(r, Problem)],
        "problems": [to_plain(r) for r in (*rows, *results) if isinstance(r, Problem)],
    }


@pytest.mark.parametrize("folder", CASES, ids=lambda f: str(f.relative_to(HERE)))
def test_goods_golden(folder: Path, golden_update: bool) -> None:
    found = read_case(folder)
    expected = folder / "expected.json"
    if golden_update:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        expected.write_text(text + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))
    entries = found["entries"]
    assert isinstance(entries, list)
    assert all(plain["origin"]["locator"] for plain in entries)


@pytest.mark.parametrize("name", sorted(registry.READERS))
def test_every_reader_has_a_golden(name: str) -> None:
    readers = {json.loads(p.read_text())["reader"] for p in HERE.rglob("expected.json")}
    assert name in readers
