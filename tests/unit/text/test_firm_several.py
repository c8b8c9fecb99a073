import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.text.firm_several import names_within


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vortek JSC (also known as NPO Vortekmash)", "NPO Vortekmash"),
        ("Vortek JSC a.k.a. Vortekmash Works", "Vortekmash Works"),
        ("Brelov Corporation, Vortek Works JSC", "Vortek Works JSC"),
        ("Vortek Works / OJSC Brelovmash", "OJSC Brelovmash"),
        ("ФГУП «ВОРТЕК» или ФГУП «Брелов Завод»", "ФГУП «Брелов Завод»"),
        ("Завод «Луч» имени А.Н. Брелова", "Завод «Луч» Брелов"),
        ("Завод «Луч» имени В. Вортекского", "Завод «Луч» Вортекский"),
        ("Luch Plant named after A.N. Brelov", "Luch Plant Brelov"),
        ("BCC Brelov Casting Combine Oslo", "Brelov Casting Combine Oslo"),
        ("BIC BRELOV INSTITUTE OF CASTING AS", "BRELOV INSTITUTE OF CASTING AS"),
        (
            "ВЗКТ - Вортекский завод колёсных тягачей",
            "Вортекский завод колёсных тягачей",
        ),
    ],
)
def test_each_name_of_a_text_is_read(text: str, said: str) -> None:
    assert said in names_within(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vortek Trading Co., Ltd.",
        "Vortek (Shenzhen) Co., Ltd",
        "Vortek Mining, Inc.",
        "Vortek - Brelov GmbH",
        "Vortek Fund (Class A)",
        "Brelov Institute of Casting LLC",
        "",
    ],
)
def test_a_text_of_one_name_has_no_other(text: str) -> None:
    assert names_within(text) == ()


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    for name in names_within(text):
        assert name != text
        assert name


def test_a_long_text_is_read_to_a_bound() -> None:
    assert len(names_within("Vortek JSC / " * 10_000)) <= 6
