"""Names that many people bear: shares, sexes and fixed spellings."""

from enduse.text.common_names import is_spelt_one_way, sexes, share


def test_shares_fall_with_the_rank_and_none_is_more_than_a_third() -> None:
    assert share("smith") > share("cox") > share("brelov") == 0
    assert 0.2 < share("kim") < 0.34


def test_a_name_of_men_of_women_of_both_and_of_nobody() -> None:
    assert (sexes("mauricio"), sexes("marcia")) == ("m", "f")
    assert set(sexes("kim")) == {"m", "f"}
    assert sexes("brelov") == ""


def test_a_name_of_another_script_has_several_spellings() -> None:
    assert is_spelt_one_way("reed")
    assert not is_spelt_one_way("mohammed")
    assert not is_spelt_one_way("brelov")
