"""A case of a source's golden: its files read by whoever knows them, held to a file."""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record, observed, paths_present
from enduse.lists.sources import SourceReader
from enduse.model import Problem
from enduse.model.encode import to_plain

Sniff = Callable[[SourceFile], tuple[str, str] | None]


def inputs(folder: Path) -> list[SourceFile]:
    """The publisher's files of a case."""
    paths = (p for p in sorted(folder.iterdir()) if p.is_file())
    return [SourceFile.of(path) for path in paths if path.name != "expected.json"]


def sniffed(files: list[SourceFile], sniff: Sniff) -> tuple[str, str]:
    """The reader and the source that all files of a case are of."""
    found = {sniff(file) for file in files}
    assert len(found) == 1, f"sniffed as {found}"
    one = found.pop()
    assert one, f"no reader knows {files}"
    return one


def read_through(
    files: list[SourceFile],
    reader: SourceReader,
    named: tuple[str, str],
    meaning: Callable[[Iterable[Record]], Iterator[Any]],
    *,
    called: str,
) -> dict[str, Any]:
    """What a reader gives: every path of the rows read, or ignored with a reason."""
    assert len(reader.group(files)) == 1
    rows = list(reader.rows(files, named[1]))
    records = [row for row in rows if isinstance(row, Record)]
    with observed() as seen:
        results = list(meaning(records))
    present = {p for r in records for p in paths_present(r.values, r.table)}
    assert not present - seen - set(reader.IGNORED), "neither read nor ignored"
    published = reader.published(files)
    return {
        "source": named[1],
        "reader": named[0],
        "published": published.isoformat() if published else None,
        called: [to_plain(r) for r in results if not isinstance(r, Problem)],
        "problems": [to_plain(r) for r in (*rows, *results) if isinstance(r, Problem)],
    }


def hold(found: dict[str, Any], expected: Path, *, update: bool) -> None:
    """Holds what was read to the file of what it must be, or rewrites that."""
    if update:
        text = json.dumps(found, ensure_ascii=False, indent=1)
        expected.write_text(text + "\n", encoding="utf-8")
    assert found == json.loads(expected.read_text(encoding="utf-8"))
