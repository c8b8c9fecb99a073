"""Firms' names in two languages, with words that translators leave out or change."""

from pathlib import Path

import pytest

from enduse.names.features import in_translation
from enduse.names.form import parse
from enduse.names.score import compare_forms
from enduse.names.weights import ClassWeigher
from tests.unit.names import cast

_TAKEN = -0.4

SAME = tuple(
    row.split(" = ")
    for row in """
Концерн «Бирулин Радиотехнические системы связи» = Birulin Radio Communication Systems
Управление нефтяного бурения Бирулин Тархан = Birulin Tarkhan Oil Drilling Department
ОКБ «Бирулин Тарханов» = Birulin Tarkhanov Research Design Bureau
Институт приборов Бирули Тархан Вар = Biruli Tarkhan Var Institute of Instruments IPRIB
Фонд исследований мировой политики Бирулин = Birulin Global Policy Research Foundation
""".strip().splitlines()
)
OTHER = tuple(
    row.split(" = ")
    for row in """
Концерн «Бирулин Радиотехнические системы связи» = Birulin Radio Optical Systems Concern
НПО «Бирулин» = Birulin Trading LLC
Управление нефтяного бурения Бирулин Тарханов = Birulin Tarkhanov Oil Drilling Vessel
Институт приборов Бирули Тархан Вар = Biruli Tarkhan Var Institute of Instruments ROKT
""".strip().splitlines()
)


def _made_up(left: str, right: str, kind: str = "entity") -> bool:
    forms = parse(left, "entity"), parse(right, "entity")
    names = compare_forms(*forms, ClassWeigher(), "entity")
    assert names is not None
    found = in_translation.part(
        names, "person" if kind == "person" else "entity", _TAKEN
    )
    return found is not None and found.weight > 0


@pytest.mark.parametrize(("left", "right"), SAME)
def test_words_that_translators_change_are_made_up_for(left: str, right: str) -> None:
    assert _made_up(left, right)
    assert _made_up(right, left)


@pytest.mark.parametrize(("left", "right"), OTHER)
def test_another_line_or_word_is_not(left: str, right: str) -> None:
    assert not _made_up(left, right)
    assert not _made_up(right, left)


def test_one_word_of_four_may_be_put_otherwise_where_latin_is_not_asked_for() -> None:
    asked = "Содружество офицеров Бирулин за безопасность"
    listed = "Birulin Union of Officers for Security"
    assert _made_up(asked, listed)
    assert not _made_up(listed, asked)
    assert not _made_up(asked, "Birulin Bank of Officers for Security")


def test_names_in_one_script_and_of_persons_are_left_alone() -> None:
    left, right = SAME[0]
    assert not _made_up(left, right, "person")
    assert not _made_up("Radio Engineering Communication Systems Concern", right)


def test_a_name_in_another_script_is_searched_with_a_lower_need(tmp_path: Path) -> None:
    listed = "Concern of Russia Radiotechnical and Information Systems"
    found = cast.matcher(tmp_path, [cast.listing(1, "entity", listed)])
    asked = cast.party("Радиотехнические и информационные системы", kind="entity")
    other = cast.party("Радиотехнические приборы", kind="entity")
    assert [match.name for match in found.match(asked)] == [listed]
    both = found.match_all([asked, other])
    assert [[match.name for match in one] for one in both] == [[listed], []]
