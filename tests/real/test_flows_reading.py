"""Real customs statistics: what the readers make of them."""

from pathlib import Path

import polars as pl
import pytest

from enduse.flows import areas
from enduse.library.statistics import Statistics
from enduse.library.statistics_import import Importing, Outcome
from tests.conftest import real_data

ANY = pl.col("value").is_not_null()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def outcome(home: Path) -> Outcome:
    place = real_data("flows")
    files = sorted(p for p in place.rglob("*") if p.is_file())
    return Importing(home / "flows", "enduse test").files(files)


def _sum(home: Path, source: str, *tests: pl.Expr) -> float:
    frame = Statistics.open(home).scan([source]).filter(*tests)
    return float(frame.select(pl.col("value").sum()).collect().item())


def test_every_file_is_read_or_refused_with_a_remedy(outcome: Outcome) -> None:
    assert len(outcome.imported) == 20
    assert {p.code for p in outcome.refused} == {"layout-unknown"}
    assert all("--map" in p.message for p in outcome.refused)


def test_every_area_is_known(home: Path, outcome: Outcome) -> None:
    cells = Statistics.open(home).scan(detail=True)
    for column in ("reporter", "partner"):
        found = cells.select(pl.col(column).unique()).collect()[column]
        assert {a for a in found if areas.kind_of(a) == "unknown"} == set()


def test_the_sanctioned_goods(home: Path, outcome: Outcome) -> None:
    cn8 = (pl.col("level") == 8, pl.col("partner") == "RU")
    months = pl.col("month").is_between(3, 11)
    pre, post = (months & (pl.col("year") == year) for year in (2021, 2022))
    assert round(_sum(home, "own", *cn8, pre) / 1e6, 1) == 25_781.7
    assert round(_sum(home, "own", *cn8, post) / 1e6, 1) == 7_329.6


def test_the_workbook_says_what_the_table_says(home: Path, outcome: Outcome) -> None:
    stored = Statistics.open(home)
    key = ["reporter", "partner", "product", "period", "direction"]
    book = stored.scan(["eurostat-comext"]).filter(pl.col("level") == 8, ANY).collect()
    table = stored.scan(["own"]).filter(pl.col("level") == 8).collect()
    both = book.join(table, on=key, how="inner")
    assert (book.height, both.height) == (9_295, 9_295)
    assert (both["value"] == both["value_right"]).all()


def test_missing_is_not_zero(home: Path, outcome: Outcome) -> None:
    counts = {i.file: i.missing for i in outcome.imported}
    assert counts["eurostat_databrowser_DS-045409_33_products.xlsx"] == 215_237


def test_thailand_sums_to_its_world_row(home: Path, outcome: Outcome) -> None:
    thai = (pl.col("reporter") == "TH", pl.col("year") == 2024)
    world = _sum(home, "un-comtrade", *thai, pl.col("partner") == "WORLD")
    single = _sum(home, "un-comtrade", *thai, pl.col("partner") != "WORLD")
    other = _sum(home, "un-comtrade", *thai, pl.col("partner") == "OTHER_ASIA")
    assert single == pytest.approx(world)
    assert round(100 * other / world, 2) == 43.61


def test_the_imf_over_countries(home: Path, outcome: Outcome) -> None:
    countries = [
        a for a in set(areas.numbers().values()) if areas.kind_of(a) == "country"
    ]
    imports = (pl.col("direction") == "M", pl.col("partner").is_in(countries))
    for year, share in ((2021, 24.8), (2023, 45.3)):
        when = pl.col("year") == year
        china = _sum(home, "imf-imts", *imports, when, pl.col("partner") == "CN")
        assert round(100 * china / _sum(home, "imf-imts", *imports, when), 1) == share


def test_kyrgyz_exports_in_thousands(home: Path, outcome: Outcome) -> None:
    to_russia = (
        pl.col("reporter") == "KG",
        pl.col("direction") == "X",
        pl.col("partner") == "RU",
        pl.col("currency") == "USD",
    )
    found = [
        _sum(home, "national", *to_russia, pl.col("year") == y) for y in (2021, 2022)
    ]
    assert [round(v / 1e6) for v in found] == [393, 1070]


def test_russia_in_billions(home: Path, outcome: Outcome) -> None:
    russia = (
        pl.col("reporter") == "RU",
        pl.col("direction") == "M",
        pl.col("year") == 2023,
    )
    total = (pl.col("product") == "TOTAL", pl.col("partner") == "WORLD")
    assert _sum(home, "national", *russia, *total) == pytest.approx(285.057e9)
    machines = pl.col("product") == "68-70,84-97"
    assert _sum(home, "national", *russia, machines) == pytest.approx(145.766e9)
