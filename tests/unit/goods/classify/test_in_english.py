"""Descriptions put into English, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.in_english import in_english

READ = [
    ("ghế gỗ phòng ăn", "dining wood chair"),
    ("calze da uomo di cotone", "cotton man socks"),
    ("garnki ze stali nierdzewnej", "stainless steel pot cookware"),
    ("wkręty do drewna ocynkowane", "screw for galvanised wood"),
    ("былғары аяқ киім", "leather shoes"),
    ("дитячі підгузки", "diapers children"),
    ("साइकिल का टायर", "bicycle tyre"),
    ("فرش پشمی دستباف", "handmade wool carpet"),
    ("أكياس بلاستيكية", "plastic bag"),
    ("革製の財布", "leather wallet"),
    ("어린이용 우산", "children umbrella"),
    ("tulpenbollen", "tulip bulbs of plants"),
    ("elektrik motoru için rulman", "bearing for electric engine motor"),
    ("モーター用ボールベアリング", "ball bearing for engine motor"),
    ("pó de alumínio", "aluminium powder"),
    ("ghe go phong an", "dining wood chair"),
]
LEFT = [
    "wooden dining chair",
    "Vorhang aus Polyester",
    "бумажные салфетки",
    "陶瓷花盆",
    "XC7A35T-1CPG236I Xilinx 500 pcs",
    "12345",
    "",
]


@pytest.mark.parametrize(("text", "english"), READ)
def test_words_of_many_tongues(text: str, english: str) -> None:
    found = in_english(text)
    assert found is not None
    assert found.text == english


@pytest.mark.parametrize("text", LEFT)
def test_other_texts_stay(text: str) -> None:
    assert in_english(text) is None


def test_numbers_and_names_stay() -> None:
    found = in_english("ステンレス製ナット M8")
    assert found is not None
    assert found.text.split()[-1] == "m8"
    assert found.share == 1


def test_what_is_read_counts_less_where_the_thing_itself_is_not() -> None:
    """Of "leather x" and "x wallet" the second says what it is."""
    thing, said = in_english("portafoglio zzzzzz"), in_english("zzzzzz di cuoio nero")
    assert thing is not None
    assert said is not None
    assert said.share < thing.share


def test_a_sign_that_is_a_word_alone_is_none_within_another() -> None:
    """The Korean word for wool is the first sign of a word for a fence."""
    assert in_english("울 스웨터") is not None
    assert in_english("울타리") is None


@given(st.text(max_size=80))
def test_shares_are_shares(text: str) -> None:
    found = in_english(text)
    assert found is None or 0 < found.share <= 1


@given(st.sampled_from([text for text, _ in READ]))
def test_case_does_not_matter(text: str) -> None:
    assert in_english(text.upper()) == in_english(text)
