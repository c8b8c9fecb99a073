import pytest

from enduse.names.features import of_firms
from enduse.names.features.legal_forms import home
from enduse.names.form import parse
from enduse.names.score import compare, compare_forms
from enduse.names.weights import ClassWeigher


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Vortek Global S.p.A.", "italian"),
        ("Vortek Global GmbH", "german"),
        ("Vortek Pvt. Ltd.", "indian"),
        ("VORTEK SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "polish"),
        ("ООО «Вортек»", "slavic"),
        ("JSC Vortek", "slavic"),
        ("Vortek Co., Ltd.", ""),
        ("Vortek", ""),
        ("", ""),
    ],
)
def test_a_form_is_of_a_country_or_of_none(text: str, of: str) -> None:
    assert home(text) == of


def _score(left: str, right: str) -> float:
    return compare(left, right, kind="entity")[0]


def test_the_form_of_another_country_counts_against() -> None:
    alike = _score("Vortek Trading GmbH", "Vortek Trading GmbH")
    other = _score("Vortek Trading GmbH", "Vortek Trading S.r.l.")
    assert other < alike


def test_a_form_put_into_english_does_not() -> None:
    assert _score("ООО Вортек Трейдинг", "Vortek Trading LLC") >= 0.8
    assert _score("Vortek Trading GmbH", "Vortek Trading Ltd") >= 0.8


def _slip(left: str, right: str) -> float:
    both = parse(left, "entity"), parse(right, "entity")
    names = compare_forms(*both, ClassWeigher(), "entity")
    assert names is not None
    found = of_firms.inexact(names, "entity")
    return found.weight if found else 0.0


def test_a_slip_beside_the_form_of_another_country_is_another_name() -> None:
    kept = _slip("Vortek Trading Ltd", "Vorsek Trading Ltd")
    assert _slip("Vortek Trading S.r.l.", "Vorsek Trading Ltd") < kept
    assert _slip("Vortek Trading", "Vorsek Trading GmbH") == kept
