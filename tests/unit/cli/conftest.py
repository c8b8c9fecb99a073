"""A library of an invented list, and customers of whom one is on it."""

from pathlib import Path

import pytest

from tests.made import customers_csv, invented_name, un_file
from tests.ran import enduse


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    listed = un_file(tmp_path_factory.mktemp("lists"), 640)
    done = enduse(home, "update", "--from", str(listed), "--json")
    assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    rows = [("A1", "Quiet Harbour Bakery", "NO"), ("A2", invented_name(7), "KP")]
    path = tmp_path / "customers.csv"
    path.write_text(customers_csv(rows), encoding="utf-8")
    return path
