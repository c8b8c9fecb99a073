"""Skeletons and sounds of many tokens are those of each."""

from hypothesis import given
from hypothesis import strategies as st

from enduse.text import phonetic, phonetic_many
from enduse.text.skeleton import skeleton

_TOKEN = st.one_of(
    st.text("aeiouychsztjdxkgqwvbfnmrlp_0", min_size=1, max_size=12),
    st.from_regex(r"(tsch|sch|dzh|ckh|xh|nb|mb|w|y|h|j|[aei])+_{0,4}", fullmatch=True),
    st.from_regex(r"[0-9]{1,5}", fullmatch=True),
)


@given(st.lists(_TOKEN, min_size=9, max_size=40))
def test_many_have_the_skeletons_of_each(tokens: list[str]) -> None:
    assert phonetic_many.skeletons(tokens) == [skeleton(t) for t in tokens]
    found = phonetic_many.looses(tokens)
    assert found == [phonetic.loose(t) for t in tokens]
    found = phonetic_many.looses(tokens, kana=True)
    assert found == [phonetic.loose_kana(t) for t in tokens]


@given(st.lists(_TOKEN, max_size=40))
def test_many_have_the_sounds_of_each(tokens: list[str]) -> None:
    for kana in (False, True):
        found = phonetic_many.sound_keys(tokens, kana=kana)
        assert found == [phonetic.sound_keys(t, kana=kana) for t in tokens]
