"""Tables that third parties made are read as a firm's own list, every row of them."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists.own import table
from enduse.lists.record import Record, observed, paths_present
from enduse.model import Listing, Problem
from tests.conftest import real_data

pytestmark = pytest.mark.real

# File: rows that are listings, and some fields that its columns must be taken for.
TABLES = {
    "us_other/cuba_sanctions__restricted_entities.csv": (239, "id name alias parent"),
    "us_other/dod_chinese_milcorps__sanctions.csv": (397, "name former_name valid_to"),
    "us_other/fincen_special_measures__details.csv": (490, "name alias country"),
    "us_other/special_leg__inksna.csv": (28, "kind name programme listed_on"),
    "us_other/special_leg__section_1286.csv": (443, "kind name alias"),
    "us_other/special_leg__section_154.csv": (6, "name alias reason"),
    "us_other/special_leg__section_353.csv": (167, "name reason country"),
    "us_other/special_leg__section_5949.csv": (3, "name alias"),
    "us_other/special_leg__section_889.csv": (5, "name"),
    "us_ofac/sdn_parsed_2025-04.csv.gz": (17_863, "name alias nationality kind"),
    "us_ofac/sdn_names_2025-08.jsonl.gz": (17_815, "id name"),
    "eu/fsf_parsed_2025-04.csv.gz": (5_316, "name alias nationality kind"),
    "cn/opensanctions_cn_sanctions.csv": (610, "kind name original_name listed_on"),
    "ch/fiaa_freezes.csv": (158, "name birth_date passport listed_on"),
    "vessels/gur_vessels_2026-06.csv": (1_414, "name imo mmsi country former_name"),
    "vessels/ofac_sdn_vessels_2026-03-22.json": (1_450, "name imo country call_sign"),
    "vessels/sanctions_by_imo_2026-06.csv": (1_901, "imo"),
}


@pytest.mark.parametrize("name", TABLES)
def test_third_partys_table_is_read_completely(name: str) -> None:
    count, fields = TABLES[name]
    file = SourceFile.of(real_data("lists") / name)
    rows = list(table.rows([file], "own-test"))
    records = [row for row in rows if isinstance(row, Record)]
    with observed() as seen:
        results = list(table.listings(records))
    listings = [r for r in results if isinstance(r, Listing)]
    present = {p for r in records for p in paths_present(r.values, r.table)}
    faults = [r for r in (*rows, *results) if isinstance(r, Problem)]

    assert len(listings) == count
    assert set(fields.split()) <= set(table.guess(file))
    assert present - seen == set()
    assert len({listing.id for listing in listings}) == count
    assert all(listing.name for listing in listings)
    assert not [fault for fault in faults if fault.severity == "error"]


def test_notices_that_name_nobody_are_reported_row_by_row() -> None:
    file = SourceFile.of(real_data("lists") / "us_other/special_leg__fr_notices.csv")
    records = [r for r in table.rows([file], "own-test") if isinstance(r, Record)]
    results = list(table.listings(records))
    assert {r.code for r in results if isinstance(r, Problem)} == {"entry-empty"}
    assert len(results) == 58


def test_names_beside_flags_keep_the_primary_one(tmp_path: Path) -> None:
    line = '{"id": 1, "names": [{"full_name": "B", "is_primary": false},'
    path = tmp_path / "names.jsonl"
    path.write_text(line + ' {"full_name": "A", "is_primary": true}]}\n')
    records = [
        row
        for row in table.rows([SourceFile.of(path)], "own-test")
        if isinstance(row, Record)
    ]
    listing = next(r for r in table.listings(records) if isinstance(r, Listing))
    assert [name.text for name in listing.names] == ["A", "B"]
