"""Daily states of the OFAC list as changes: the total is that of a full run."""

import csv
import gzip
from pathlib import Path

import pytest

from enduse.library.update import Update
from tests.conftest import real_data
from tests.made_firm import Firm

pytestmark = pytest.mark.real
DAYS = (
    ("sdn_2023-04-11.csv.gz", "sdn_2023-04-12.csv.gz"),
    ("sdn_2024-02-20.csv.gz", "sdn_2024-02-23.csv.gz"),
)


def names_of(path: Path) -> list[str]:
    """The names of a state of the list, as its second column has them."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        return [row[1] for row in csv.reader(stream) if len(row) > 1]


def slipped(name: str, number: int) -> str:
    """The name with a letter changed, or its words turned round."""
    if number % 2:
        return " ".join(reversed(name.replace(",", " ").split()))
    at = number % max(1, len(name))
    return name[:at] + "e" + name[at + 1 :]


def cousins(names: list[str]) -> list[str]:
    """Names put together of two listed ones: like many, equal to none."""
    words = [name.replace(",", " ").split() for name in names]
    pairs = zip(words, words[37:], strict=False)
    return [f"{a[0]} {b[-1]}" for a, b in pairs if a and b]


@pytest.mark.parametrize(("before", "after"), DAYS)
def test_a_day_of_ofac(tmp_path: Path, before: str, after: str) -> None:
    folder = real_data("lists/us_ofac/history")
    old, new = names_of(folder / before), names_of(folder / after)
    fresh = sorted(set(new) - set(old)) + sorted(set(old) - set(new))
    some = [*old[::60], *fresh]
    book = [*some, *(slipped(name, n) for n, name in enumerate(some))]
    firm = Firm(tmp_path)
    firm.customers([], [*book, *cousins(old[::9]), *cousins(fresh)])
    for day in (before, after):
        Update(firm.home / "library", "enduse test").from_paths([folder / day])
        scope, changed, lines = firm.rescreen()
        full = firm.full()
        assert [
            n
            for n, both in enumerate(zip(lines, full, strict=True))
            if len(set(both)) > 1
        ] == []
        assert len(lines) == len(full) == scope.subjects
    assert changed
    assert scope.full or (scope.listings and scope.listings.new)
