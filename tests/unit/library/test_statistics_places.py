"""Statistics in folders and files whose names hold marks of patterns."""

from pathlib import Path

import polars as pl
import pytest

from enduse.library.statistics import Statistics
from enduse.library.statistics_import import Importing

ROWS = {
    "reporter": ["CN"],
    "partner": ["RU"],
    "hs6": ["090111"],
    "period": ["2023-01"],
    "flow": ["X"],
    "value": [5.0],
}


@pytest.mark.parametrize("name", ["own[1].csv", "own[1].parquet", "own*.csv"])
@pytest.mark.parametrize("folder", ["[x]", "plain"])
def test_a_name_is_no_pattern(tmp_path: Path, folder: str, name: str) -> None:
    frame, home = pl.DataFrame(ROWS), tmp_path / folder
    home.mkdir()
    path = tmp_path / name
    if name.endswith("csv"):
        frame.write_csv(path)
    else:
        frame.write_parquet(path)
    outcome = Importing(home / "flows", "enduse test").files([path])
    assert [info.kept for info in outcome.imported] == [1]
    assert Statistics.open(home).scan(detail=True).collect().height == 1
