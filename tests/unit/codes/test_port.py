"""Ports are one place in every spelling, and no place where it cannot be told."""

import pytest

from enduse.codes import port
from enduse.codes.country import is_code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Jebel Ali, Dubai", "AEJEA"),
        ("JEBEL ALI PORT, U.A.E.", "AEJEA"),
        ("AE JEA", "AEJEA"),
        ("جبل علي", "AEJEA"),
        ("上海港", "CNSHA"),
        ("Порт Новороссийск, Россия", "RUNVS"),
        ("MERSIN PORT / TURKEY", "TRMER"),
        ("Tripoli, Lebanon", "LBKYE"),
        ("Poti Georgia", "GEPTI"),
    ],
)
def test_a_port_in_its_spellings(said: str, code: str) -> None:
    found = port.find(said)
    assert found is not None
    assert found.unlocode == code
    assert found.country == code[:2]


@pytest.mark.parametrize(
    "said", ["Tripoli", "Odessa, TX, USA", "China", "", "ANY PORT IN CHINA", "x" * 999]
)
def test_what_is_no_port_or_several(said: str) -> None:
    assert port.find(said) is None


def test_a_part_is_the_same_as_the_whole_and_a_neighbour_is_not() -> None:
    whole, part = port.by_code("AEDXB"), port.by_code("AEJEA")
    other = port.by_code("AESHJ")
    assert whole is not None
    assert part is not None
    assert other is not None
    assert port.is_same(whole, part)
    assert port.is_same(part, whole)
    assert not port.is_same(part, other)


def test_every_line_of_the_table_stands_for_itself() -> None:
    seen = set()
    for one, iata, names in port._ports():
        assert is_code(one.country)
        assert one.unlocode not in seen or not one.unlocode
        assert not one.within or port.by_code(one.within), one
        assert not iata or port.by_iata(iata)
        assert all(port.find(name, one.country) for name in names), names
        seen.add(one.unlocode)
