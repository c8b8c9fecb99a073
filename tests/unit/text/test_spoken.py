"""What names sound like, however they are put into Latin letters."""

import pytest

from enduse.text.spoken import spoken

SAME = (
    "saeed said, dayf deif, saxena saksena, azeez aziz, qassem kassim, husayn hussein"
)
SAME += ", schojgu shoigu, soeharto suharto, haniyeh haniya, yaqoob yaqub, rajeev rajiv"
OTHER = "salman suleiman, jensen jansen, olsen olson, maria mario, hasan husayn"


@pytest.mark.parametrize("pair", SAME.split(", "))
def test_one_name_sounds_the_same_however_it_is_spelt(pair: str) -> None:
    one, other = pair.split()
    assert spoken(one) == spoken(other) != ""


@pytest.mark.parametrize("pair", OTHER.split(", "))
def test_two_names_do_not(pair: str) -> None:
    one, other = pair.split()
    assert spoken(one) != spoken(other)


@pytest.mark.parametrize("token", ["li", "12", "a1b2", "", "mhmd_"])
def test_what_tells_no_sound_has_none(token: str) -> None:
    assert spoken(token) == ""
