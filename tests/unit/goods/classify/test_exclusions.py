"""What a tariff's text shuts out is left out; what it means is kept."""

import pytest

from enduse.goods.classify.exclusions import without_exclusions

SHUT_OUT = [
    ("Roller bearings (excl. tapered roller bearings)", "Roller bearings"),
    ("Wälzlager (ausg. Kugellager (auch zerlegt) und Nadellager)", "Wälzlager"),
    ("Roulements (à l'excl. des roulements à billes)", "Roulements"),
    ("Lagers (m.u.v. kogellagers), nieuw", "Lagers , nieuw"),
    ("Пряжа (кроме швейных ниток), некрашеная", "Пряжа , некрашеная"),
    ("Wire, other than of copper, for welding", "Wire, for welding"),
    ("Lathes (other than numerically controlled", "Lathes"),
]
KEPT = [
    "Ball bearings (greatest diameter 30 mm)",
    "Other than drones",
    "(excl. all of it)",
    "exception handler boards",
    "",
]


@pytest.mark.parametrize(("text", "left"), SHUT_OUT)
def test_what_is_shut_out_goes(text: str, left: str) -> None:
    assert without_exclusions(text) == left


@pytest.mark.parametrize("text", KEPT)
def test_all_else_stays(text: str) -> None:
    assert without_exclusions(text) == text
