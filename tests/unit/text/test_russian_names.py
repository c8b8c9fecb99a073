"""Given and fathers' names of Belarusians and Ukrainians are those of Russians."""

import pytest

from enduse.text.given_names import cluster
from enduse.text.russian_names import russian_name
from enduse.text.tables import sections


@pytest.mark.parametrize(
    ("theirs", "russian"),
    [
        ("uladzimir", "vladimir"),
        ("siamionavich", "semenovich"),
        ("mikalaeuna", "nikolaevna"),
        ("yurii", "yuri"),
        ("heorhiievich", "georgievich"),
        ("mykytovych", "nikitich"),
        ("illia", "ilya"),
        ("tymur", ""),
        ("marozau", ""),
    ],
)
def test_a_name_is_read_as_russians_have_it(theirs: str, russian: str) -> None:
    assert russian_name(theirs) == russian


def test_every_name_of_the_table_is_a_form_of_a_known_name() -> None:
    told = sections("russian_names")
    names = [line[0] for line in (*told["men"], *told["women"])]
    assert names
    assert [name for name in names if cluster(name) < 0] == []
    assert all(len(line) == 3 for line in told["men"])
