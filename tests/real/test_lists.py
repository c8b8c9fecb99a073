"""Every real list file is read completely: counts are the publisher's own.

One line of `COUNTS` per publication: the file or files, their source, how many
listings the publisher put in, and which problem codes the files really contain.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from enduse.lists import registry
from enduse.lists.record import Record, observed, paths_present
from enduse.lists.source_file import SourceFile
from enduse.model import Listing, Problem
from tests.conftest import real_data

pytestmark = pytest.mark.real


@dataclass(frozen=True)
class Publication:
    """What one real publication must give."""

    files: tuple[str, ...]
    source: str
    listings: int
    problems: dict[str, int] = field(default_factory=dict)


PUBLICATIONS = [
    Publication(("un/consolidated_2025-04-19.xml.gz",), "un-sc", 684 + 193),
    Publication(("un/consolidated_2026-02-27.xml.gz",), "un-sc", 730 + 273),
    Publication(("un/consolidated_2026-04-17.xml.gz",), "un-sc", 733 + 272),
    Publication(("un/consolidated_2026-08-01.xml",), "un-sc", 736 + 275),
]


@pytest.mark.parametrize("case", PUBLICATIONS, ids=lambda case: case.files[0])
def test_real_list_is_read_completely(case: Publication) -> None:
    root = real_data("lists")
    files = [SourceFile.of(root / name) for name in case.files]
    found = {registry.sniff(file) for file in files}
    assert {source for _, source in filter(None, found)} == {case.source}
    name = next(name for name, _ in filter(None, found))
    reader = registry.reader(name)
    rows = list(reader.rows(files, case.source))
    records = [row for row in rows if isinstance(row, Record)]
    with observed() as seen:
        results = list(reader.listings(records))
    listings = [r for r in results if isinstance(r, Listing)]
    present = {p for r in records for p in paths_present(r.values, r.table)}

    assert len(listings) == case.listings
    assert present - seen - set(reader.IGNORED) == set()
    assert len({listing.id for listing in listings}) == len(listings)
    assert all(listing.name for listing in listings)
    assert _counts([*rows, *results]) == case.problems


def _counts(results: list[object]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for problem in results:
        if isinstance(problem, Problem):
            counts[problem.code] = counts.get(problem.code, 0) + 1
    return counts


def test_missing_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENDUSE_TEST_DATA", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="NOT RUN"):
        real_data("lists")
