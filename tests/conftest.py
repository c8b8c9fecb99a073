"""What every test may use: the golden flag, and the folder of real files."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("quick", deadline=None, max_examples=60)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=3_000,
    suppress_health_check=list(HealthCheck),
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

DATA = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --golden-update` rewrites expected outputs; review the diff."""
    parser.addoption("--golden-update", action="store_true", help="rewrite goldens")


@pytest.fixture
def golden_update(request: pytest.FixtureRequest) -> bool:
    """Whether to rewrite expected outputs instead of comparing."""
    return bool(request.config.getoption("--golden-update"))


def real_data(folder: str) -> Path:
    """The folder of real files, or a skip that names what was not run."""
    place = Path(os.environ.get("ENDUSE_TEST_DATA", DATA)) / folder
    if not place.is_dir():
        pytest.skip(f"NOT RUN: real files {folder!r} are not on this machine")
    return place
