"""European lists: acts of the Official Journal, and the UK's lists held together."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import Listing
from tests.conftest import real_data
from tests.real import test_lists as real_lists

pytestmark = pytest.mark.real


def _acts() -> tuple[Path, tuple[str, ...]]:
    root = real_data("lists")
    found = sorted((root / "eu" / "journal").glob("*/*.csv"))
    return root, tuple(str(path.relative_to(root)) for path in found)


def _read(paths: list[Path]) -> dict[str, Listing]:
    files = [SourceFile.of(path) for path in paths]
    found = registry.sniff(files[0])
    assert found
    reader = registry.reader(found[0])
    rows = (r for r in reader.rows(files, found[1]) if isinstance(r, Record))
    return {i.id: i for i in reader.listings(rows) if isinstance(i, Listing)}


def test_all_acts_of_the_journal_are_one_publication() -> None:
    root, names = _acts()
    reader = registry.reader("eu-journal")
    assert len(names) == 45 + 11
    assert len(reader.group([SourceFile.of(root / name) for name in names])) == 1
    # birth dates such as "before 1964", "28 September" or of another calendar
    case = real_lists.Publication(
        names, "eu-journal", 8_017 + 417, {"date-unreadable": 20}
    )
    real_lists.test_real_list_is_read_completely(case)


def test_an_annex_iv_entry_is_no_asset_freeze() -> None:
    root, names = _acts()
    listings = _read([root / name for name in names])
    megafon = listings["eu-journal:32014R0833:IV:467"]
    assert "Megafon" in megafon.name
    assert megafon.measures == ("export_control",)
    assert ("inn", "7812014560") in {(i.scheme, i.value) for i in megafon.identifiers}
    freezes = [x for x in listings.values() if "asset_freeze" in x.measures]
    assert len(freezes) == 6_453
    assert not [x for x in freezes if any("megafon" in n.text.lower() for n in x.names)]


def test_the_uk_lists_cite_each_other() -> None:
    root = real_data("lists") / "uk"
    tables = sorted((root / "uksl_normalised_2026-05").iterdir())
    newer, older = _read(tables), _read([root / "ofsi_conlist_2025-04-10.xlsx"])
    rostec = newer["uk-sanctions:RUS0238"]
    group = next(i.value for i in rostec.identifiers if i.scheme == "ofsi_group")
    cited = {(i.scheme, i.value) for i in older[f"uk-ofsi:{group}"].identifiers}
    assert ("uk_ref", "RUS0238") in cited


def test_an_act_cut_within_a_row_is_an_error(tmp_path: Path) -> None:
    root, names = _acts()
    act = next(name for name in names if name.endswith("32014R0833.csv"))
    cut = tmp_path / "32014R0833.csv"
    cut.write_bytes((root / act).read_bytes()[:200_000])
    reader = registry.reader("eu-journal")
    results = list(reader.rows([SourceFile.of(cut)], "eu-journal"))
    assert getattr(results[-1], "severity", "") == "error"
