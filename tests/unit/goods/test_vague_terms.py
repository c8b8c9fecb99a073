"""Vague words that may hide dual-use goods, and what foreign words mean."""

from datetime import date

import pytest

from enduse.goods.classify.vague import reason
from enduse.goods.control import ControlLists
from enduse.goods.control_list import shipped
from enduse.goods.glossary import english
from enduse.goods.vague_terms import vague_term

DAY = date(2025, 1, 1)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("payment for electronic components, contract 5", "electronic components"),
        ("Aircraft Parts", "aircraft parts"),
        ("设备配件 一批", "设备配件"),
        ("оплата за авиазапчасти", "авиазапчасти"),
        ("elektronik parça bedeli", "elektronik parça"),
        ("قطع غيار طائرات", "قطع غيار طائرات"),
    ],
)
def test_the_longest_term_is_found(text: str, term: str) -> None:
    found = vague_term(text, DAY)
    assert found
    assert found.term == term
    assert found.ask
    assert found.cites
    assert found.since


def test_a_term_has_a_first_day() -> None:
    assert vague_term("electronic components", date(2020, 1, 1)) is None


@pytest.mark.parametrize("text", ["", "cotton shirts", "spare parts", "x" * 5000])
def test_other_words_hide_nothing(text: str) -> None:
    assert vague_term(text, DAY) is None


def test_terms_control_no_code() -> None:
    lists = ControlLists.open()
    assert lists.codes("dual-use-vague") == frozenset()
    for code in ("854231", "", "3A001"):
        assert not [c for c in lists.controls(code) if c.list == "dual-use-vague"]


def test_every_term_stands_once_and_most_are_called_vague() -> None:
    terms = [entry.title for entry in shipped("dual_use_vague").entries]
    assert len(terms) == len(set(terms))
    assert all(terms)
    vague = [term for term in terms if reason(term, [0.9])]
    assert len(vague) > len(terms) * 0.8


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("обрабатывающий центр", ("обрабатывающий центр", "machining centre")),
        ("Kegelrollenlager 32218", ("Kegelrollenlager", "tapered roller bearing")),
        ("五轴联动加工中心", ("加工中心", "machining centre")),
    ],
)
def test_what_technical_words_mean(text: str, pair: tuple[str, str]) -> None:
    assert pair in english(text)


def test_words_without_a_meaning_of_their_own() -> None:
    assert english("хлеб") == ()
    assert english("") == ()
    assert len(english("MLCC CNC BLDC FPGA " * 200)) <= 8
