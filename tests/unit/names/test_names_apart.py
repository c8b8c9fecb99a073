"""Names that a list writes as one text are found one by one."""

from pathlib import Path

import pytest

from enduse.model import ListedName
from enduse.names.names_apart import MOST, apart, with_names_apart
from tests.unit.names.cast import listing, matcher, party

TEXTS = [
    (
        "Samir (a.k.a. Sameer, Sameir) AL-QATTAR",
        ["Samir AL-QATTAR", "Sameer AL-QATTAR"],
    ),
    ("Oleg Ivanovich ARTOV / ARTIOV", ["Oleg Ivanovich ARTIOV"]),
    ("Alexander /Alexandr Petrovich Korin", ["Alexandr Petrovich Korin"]),
    ("Олег АРТОВ / Олег АРТЬОВ", ["Олег АРТОВ", "Олег АРТЬОВ"]),
    ("Jamil Rahimi; Jameel Rahimy", ["Jamil Rahimi", "Jameel Rahimy"]),
    ("Tarkhan Gazov (original script: Тархан Газов)", ["Тархан Газов"]),
    ("Tarkhan Gazov (Tarhan Gazow, Tarkan Gasov)", ["Tarhan Gazow"]),
    ("Jamil Rahimi (born 2.3.1970 in Kabul)", ["Jamil Rahimi"]),
    ("Jamil Rahimi (Deputy Minister of Mines)", ["Jamil Rahimi"]),
    ("Jamil Rahimi (", ["Jamil Rahimi"]),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_each_name_is_taken_out(text: str, names: list[str]) -> None:
    found = apart(text)
    assert set(names) <= set(found)
    assert not any(
        "(" in name or "Minister" in name or "1970" in name for name in found
    )
    assert len(found) == len(set(found)) <= MOST


@pytest.mark.parametrize("text", ["", "(", "/;(", "Jan Kowalski", "O/C", "a;b;c" * 999])
def test_what_is_one_name_is_left(text: str) -> None:
    assert apart(text) == []


def test_a_firms_brackets_are_its_own() -> None:
    firm = listing(1, "entity", "Velmora (Hong Kong) Trading")
    assert with_names_apart(firm) is firm


def test_what_is_called_unreliable_is_a_weak_name() -> None:
    told = listing(1, "person", ListedName("Abu Tarik Gazov (peu fiable)"))
    assert [name.weak for name in with_names_apart(told).names] == [False, True]


def test_they_are_found(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "person", TEXTS[0][0], TEXTS[3][0])])
    for asked in ("Sameer al-Qattar", "Oleg Artov", "Олег Артьов"):
        found = held.match(party(asked, kind="person"))
        assert [match.listing_id for match in found] == ["test:1"], asked
