"""The head of a long description weighs more; a short one is left as it is."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.heads import with_head, without_opening


def test_a_long_text_says_its_head_twice() -> None:
    text = "resilient rubber ring for an electric motor of a washing machine"
    assert with_head(text) == f"{text} resilient rubber ring"


def test_a_short_text_or_one_without_attributes_is_left() -> None:
    for text in ("screws and washer from Italy", "a b c d e f g h i j k"):
        assert with_head(text) == text


@given(st.text(max_size=600))
def test_nothing_of_a_text_is_lost(text: str) -> None:
    found = with_head(text)
    assert found.startswith(text[:300])
    assert found.endswith(text[300:])


def test_what_says_that_goods_follow_is_left_out() -> None:
    assert without_opening("The product is a steel shelf") == "steel shelf"
    assert without_opening("Die Ware ist ein Luftkissen") == "Luftkissen"
    assert without_opening("品名：螺丝刀、扳手、钳子套装") == "螺丝刀、扳手、钳子套装"


def test_an_opening_with_nothing_behind_it_stays() -> None:
    for text in ("goods", "This is how you lost me", "products: 3 pcs 8482"):
        assert without_opening(text) == text
