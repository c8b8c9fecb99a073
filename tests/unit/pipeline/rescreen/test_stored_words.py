"""Words of rows that are as they were are carried over as if they were read again."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from enduse.library.books import Array, Customers
from enduse.model import Origin, Party, PartyName
from enduse.pipeline.case import case_of_party
from enduse.pipeline.rescreen.stored_words import carried, unpacked
from enduse.pipeline.rescreen.words import Gathered, words_of

ORIGIN = Origin("test", "", "")
BEFORE = ("Brelov Trading LLC", "Иван Петров", "Ada Brelova", "Corvan Foods GmbH")
NOW = ("Ada Brelova", "Mirela Sovran", "Brelov Trading LLC", "Ada Brelova")
PLACES = np.array([2, -1, 0, 2])


def _gathered(names: Sequence[str], rows: Sequence[int], into: Gathered) -> Gathered:
    parties = (Party("customer", ORIGIN, (PartyName(names[row]),)) for row in rows)
    into.add(words_of(rows, map(case_of_party, parties)))
    return into


def _stored(folder: Path, gathered: Gathered) -> Customers:
    folder.mkdir()
    customers = Customers(folder)
    customers.add(gathered.arrays())
    return customers


def _plain(customers: Customers) -> list[list[str]]:
    """All that is stored, by rows and words instead of numbers."""
    words = unpacked(customers, "vocab")
    ends = customers.array("name_ends")

    def said(name: str, at: int) -> tuple[str, ...]:
        run: Array = customers.array(f"name_{name}")[ends[at] : ends[at + 1]]
        return tuple(words[i] for i in run.tolist())

    holders = customers.array("name_row").tolist()
    names = [
        (row, said("words", at), said("spelt", at)) for at, row in enumerate(holders)
    ]
    keys, pairs = (_beside(customers, f"{x}_row", f"{x}_hash") for x in ("key", "pair"))
    sought = _beside(customers, "sought_hash", "sought_word")
    asked = [(made, words[at]) for made, at in sought]
    return [sorted(map(str, x)) for x in (words, names, keys, pairs, asked)]


def _beside(customers: Customers, one: str, other: str) -> list[tuple[int, int]]:
    both = (customers.array(name).tolist() for name in (one, other))
    return list(zip(*both, strict=True))


def test_carried_is_as_read(tmp_path: Path) -> None:
    old = _stored(tmp_path / "old", _gathered(BEFORE, range(4), Gathered()))
    into = Gathered()
    into.carry(carried(old, PLACES))
    new = _stored(tmp_path / "new", _gathered(NOW, [1], into))
    read = _stored(tmp_path / "read", _gathered(NOW, range(4), Gathered()))
    assert _plain(new) == _plain(read)
    assert "ivan" not in unpacked(new, "vocab")


def test_nothing_to_carry(tmp_path: Path) -> None:
    old = _stored(tmp_path / "old", _gathered(BEFORE, range(4), Gathered()))
    into = Gathered()
    into.carry(carried(old, np.array([-1, -1, -1, -1])))
    new = _stored(tmp_path / "new", _gathered(NOW, range(4), into))
    read = _stored(tmp_path / "read", _gathered(NOW, range(4), Gathered()))
    assert _plain(new) == _plain(read)
