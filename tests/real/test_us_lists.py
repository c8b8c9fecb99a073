"""The US folder as a user would import it: what belongs together, what is no list."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.library.update import Update
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.lists.us import ofac_delimited
from enduse.model import Listing, Problem
from tests.conftest import real_data

pytestmark = pytest.mark.real

NO_LISTS = (
    "sdn_parsed_2025-04.csv.gz",
    "sdn_names_2025-08.jsonl.gz",
    "history/sdn_first_last_seen_2021-09_2024-05.csv.gz",
    "history/snapshots.csv",
    "cons_2025-04/dat_spec.txt",
    "sdn_advanced_2024-03-06/idregdocuments.csv.gz",
    "sdn_advanced_2024-03-06/profile_relationships.csv",
    "sdn_advanced_2024-03-06/reference_values.csv",
    "sdn_advanced_2024-03-06/excerpts/minified_DistinctParties.xml",
    "sdn_advanced_2024-03-06/sdn_advanced.xsd",
)


@pytest.mark.parametrize("name", NO_LISTS)
def test_reshaped_files_are_not_taken_for_official_ones(name: str) -> None:
    file = SourceFile.of(real_data("lists/us_ofac") / name)
    found = registry.sniff(file)
    assert found is None or not found[1].startswith("us-")


def delimited_files(root: Path, source: str) -> list[SourceFile]:
    files = (SourceFile.of(path) for path in sorted(root.rglob("*.csv*")))
    return [file for file in files if ofac_delimited.sniff(file) == source]


def test_the_folder_groups_into_publications() -> None:
    root = real_data("lists/us_ofac")
    groups = ofac_delimited.group(delimited_files(root, "us-ofac-sdn"))
    sizes = sorted(len(group) for group in groups)
    assert sizes == [1] * 9 + [4, 4]
    mixed = next(g for g in groups if any("2026-08-02" in str(f.path) for f in g))
    assert any("sdn_2024-05-03" in str(f.path) for f in mixed)
    cons = ofac_delimited.group(delimited_files(root, "us-ofac-cons"))
    assert [len(group) for group in cons] == [2]


def test_aliases_without_a_main_file_are_rows_and_an_error() -> None:
    folder = real_data("lists/us_ofac/alt_add_2026-08-02")
    files = [SourceFile.of(path) for path in sorted(folder.iterdir())]
    rows = list(ofac_delimited.rows(files, "us-ofac-sdn"))
    records = [row for row in rows if isinstance(row, Record)]
    assert len(records) == 20_169 + 24_920 + 33
    problems = [row for row in rows if isinstance(row, Problem)]
    assert [(p.code, p.severity) for p in problems] == [("primary-missing", "error")]
    assert list(ofac_delimited.listings(records)) == []


def test_known_parties_of_the_sdn_list() -> None:
    folder = real_data("lists/us_ofac/sdn_2023-12-28")
    files = [SourceFile.of(path) for path in sorted(folder.iterdir())]
    rows = ofac_delimited.rows(files, "us-ofac-sdn")
    records = [row for row in rows if isinstance(row, Record)]
    found = ofac_delimited.listings(records)
    by_id = {item.id: item for item in found if isinstance(item, Listing)}
    megafon = by_id["us-ofac-sdn:42086"]
    assert ("inn", "7812014560", "RU") in {
        (i.scheme, i.value, i.country) for i in megafon.identifiers
    }
    rostec = by_id["us-ofac-sdn:17260"]
    assert rostec.programmes == ("UKRAINE-EO13662", "RUSSIA-EO14024")
    assert rostec.measures == ("asset_freeze", "financial_restriction")
    linked = [link for item in by_id.values() for link in item.links]
    named = [link for link in linked if link.relation == "linked_to"]
    assert len(named) > 5_900
    assert sum(not link.target_id for link in named) <= 15


def test_a_whole_publication_is_worth_a_few_days(tmp_path: Path) -> None:
    """The newer non-SDN set lacks its aliases; the older XML has them."""
    root = real_data("lists") / "us_ofac"
    given = [root / "cons_2025-04", root / "consolidated_2025-03-28.xml"]
    outcome = Update(tmp_path / "library", "enduse test").from_paths(given)
    (snapshot,) = outcome.switched
    assert [file.name for file in snapshot.info.files] == [given[1].name]
