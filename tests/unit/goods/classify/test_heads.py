"""The head of a long description weighs more; a short one is left as it is."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.goods.classify.heads import with_head


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
