"""Every reader of goods sources, held to a small file of its format and what it gives.

To add a reader: put its input under `goods/<case>/`, run
`pytest tests/golden/test_goods.py --golden-update`, and read what it wrote.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from enduse.goods import registry
from enduse.lists import registry as lists
from tests.golden.source_case import hold, inputs, read_through, sniffed

HERE = Path(__file__).parent / "goods"
CASES = sorted({f.parent for f in HERE.rglob("*") if f.is_file()})


def read_case(folder: Path) -> dict[str, Any]:
    files = inputs(folder)
    name, source = sniffed(files, registry.sniff)
    assert not any(lists.sniff(file) for file in files), "a list reader takes it too"
    assert registry.card(source).licence
    reader = registry.reader(name)
    return read_through(files, reader, (name, source), reader.entries, called="entries")


@pytest.mark.parametrize("folder", CASES, ids=lambda f: str(f.relative_to(HERE)))
def test_goods_golden(folder: Path, golden_update: bool) -> None:
    found = read_case(folder)
    hold(found, folder / "expected.json", update=golden_update)
    assert all(plain["origin"]["locator"] for plain in found["entries"])


@pytest.mark.parametrize("name", sorted(registry.READERS))
def test_every_reader_has_a_golden(name: str) -> None:
    readers = {json.loads(p.read_text())["reader"] for p in HERE.rglob("expected.json")}
    assert name in readers
