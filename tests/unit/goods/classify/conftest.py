"""A machine on which nothing was imported: the package's own lines only."""

from pathlib import Path

import pytest

from enduse.goods.classify import Classifier


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Classifier:
    """The classifier of an empty home."""
    home: Path = tmp_path_factory.mktemp("home")
    return Classifier.open(home)
