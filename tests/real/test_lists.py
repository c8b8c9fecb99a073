"""Every real list file is read completely: counts are the publisher's own.

One line of `COUNTS` per publication: the file or files, their source, how many
listings the publisher put in, and which problem codes the files really contain.
"""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record, observed, paths_present
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
    Publication(("ca/sema_2025-04.xml",), "ca-sema", 4_759, {"date-unreadable": 2}),
    Publication(
        ("au/dfat_consolidated_2026-08-02.xlsx",),
        "au-dfat",
        3_846,
        {"date-unreadable": 4},
    ),
    Publication(
        ("au/regulation8_consolidated_2024-12.xlsx",),
        "au-dfat",
        3_062,  # parties; 100 more references like `34c1` are names of theirs
        {"date-unreadable": 9},
    ),
    Publication(
        ("jp/meti_foreign_end_user_list_2025-09-29.json",),
        "jp-meti-eul",
        835,
        {"name-missing": 37},
    ),
    Publication(
        (
            "jp/meti_russia_2025-09-12/250912_list_daisangoku_tokutei.pdf.txt",
            "jp/meti_russia_2025-09-12/250912_list_russia_tokutei.pdf.txt",
            "jp/meti_russia_2025-09-12/list_belarus_tokutei.pdf.txt",
        ),
        "jp-meti-russia",
        561 + 56 + 27,
    ),
    Publication(
        ("cn/mofcom_lists_2026-07-19.json",),
        "cn-mofcom",
        240,
        {"id-not-unique": 4, "entry-abridged": 2},
    ),
    Publication(
        ("ua/opensanctions_ua_war_sanctions_2026-03-13.targets.simple.csv",),
        "ua-war-sanctions",
        5_600,
    ),
    Publication(
        ("opensanctions/yente_entities.delta_2024-07.json.gz",),
        "ftm-yente-entities-delta",
        451 + 97 + 27 + 1,  # of 1,700 operations: the parties added or changed
        {"delta-only": 1},
    ),
    Publication(("un/consolidated_2026-08-01.xml",), "un-sc", 736 + 275),
    Publication(("uk/ofsi_conlist_2025-04-10.xlsx",), "uk-ofsi", 4_686),
    Publication(
        tuple(
            f"uk/uksl_normalised_2026-05/subject{table}"
            for table in (
                "s.csv",
                "_names.csv",
                "_dobs.csv",
                "_identifiers.csv",
                "_countries.csv.gz",
            )
        ),
        "uk-sanctions",
        6_046,
    ),
    Publication(("ch/fiaa_freezes.csv",), "ch-fiaa", 158),
    Publication(
        (
            "us_ofac/sdn_2023-12-28/sdn.csv",
            "us_ofac/sdn_2023-12-28/alt.csv",
            "us_ofac/sdn_2023-12-28/add.csv",
            "us_ofac/sdn_2023-12-28/sdn_comments.csv",
        ),
        "us-ofac-sdn",
        13_821,
        {"rows-unattached": 1, "remarks-cut": 7},
    ),
    Publication(
        ("us_ofac/sdn_2024-05-03/sdn.csv",),
        "us-ofac-sdn",
        14_965,
        {"publication-incomplete": 1, "remarks-cut": 18},
    ),
    Publication(
        (
            "us_ofac/sdn_2024-05-03/sdn.csv",
            "us_ofac/alt_add_2026-08-02/alt.csv",
            "us_ofac/alt_add_2026-08-02/add.csv",
            "us_ofac/alt_add_2026-08-02/sdn_comments.csv",
        ),
        "us-ofac-sdn",
        14_965,
        {
            "publication-mixed": 1,
            "rows-unattached": 1,
            "remarks-cut": 8,
        },
    ),
    *(
        Publication(
            (f"us_ofac/history/sdn_{day}.csv.gz",),
            "us-ofac-sdn",
            count,
            {"publication-incomplete": 1, "remarks-cut": cut},
        )
        for day, count, cut in (
            ("2021-09-02", 9_120, 5),
            ("2022-02-17", 9_056, 7),
            ("2022-02-25", 9_214, 7),
            ("2023-04-11", 11_973, 14),
            ("2023-04-12", 12_117, 14),
            ("2024-02-20", 13_931, 18),
            ("2024-02-23", 14_484, 18),
            ("2024-03-06", 14_436, 18),
            ("2024-05-02", 14_973, 18),
        )
    ),
    Publication(
        ("us_ofac/cons_2025-04/cons_prim.csv", "us_ofac/cons_2025-04/cons_add.csv"),
        "us-ofac-cons",
        443,
        {"publication-incomplete": 1, "remarks-cut": 10},
    ),
    Publication(("us_ofac/consolidated_2025-03-28.xml",), "us-ofac-cons", 443),
    Publication(("us_ofac/CONS_ENHANCED_2025-01-10.zip",), "us-ofac-cons", 443),
    Publication(("us_ofac/cons_advanced_2020-03-17.xml.gz",), "us-ofac-cons", 375),
    Publication(
        ("us_csl/consolidated_2022-05-06.csv.gz",),
        "us-csl",
        14_160,
        {"id-repeated": 1},
    ),
    Publication(
        ("us_csl/csl_partial_2023-11-30.csv.gz",),
        "us-csl",
        4_228 - 1,  # one row is the heading again
        {
            "row-ragged": 1,
            "table-truncated": 1,
            "header-repeated": 1,
        },
    ),
    Publication(
        ("us_bis/dpl_2023-11-30.txt",), "us-bis-dpl", 665, {"date-unreadable": 1}
    ),
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
    counts = _counts([*rows, *results])
    unknown_countries = counts.pop("country-unknown", 0)
    assert counts == case.problems
    assert unknown_countries <= 10, "regions are named as countries now and then"


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
