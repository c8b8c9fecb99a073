"""One form for every form of a word."""

import pytest

from enduse.goods.classify.tongues import tongue, tongues_of

SAME = [
    ("it", "bianco", "bianche"),
    ("es", "colchón", "colchones"),
    ("pt", "balão", "balões"),
    ("pl", "drewniany", "drewniane"),
    ("uk", "дерев'яний", "дерев’яні"),
    ("kk", "шұлық", "шұлықтары"),
    ("tr", "sandalye", "sandalyeler"),
    ("nl", "pan", "pannen"),
    ("ar", "منشفة", "المنشفة"),
    ("fa", "کاشی", "كاشي"),
    ("hi", "जूता", "जूते"),
]
LETTERS = [
    ("革製の財布", ("ja",)),
    ("가죽 지갑", ("ko",)),
    ("लकड़ी", ("hi",)),
    ("کیف چرمی", ("ar", "fa")),
    ("ағаш есік", ("kk",)),
    ("дерев'яні двері", ("uk",)),
    ("ложка", ("uk", "kk")),
    ("рыба", ()),
    ("ξύλο", ("it", "es", "pt", "nl", "pl", "tr", "vi")),
]


@pytest.mark.parametrize(("lang", "one", "other"), SAME)
def test_forms_of_a_word(lang: str, one: str, other: str) -> None:
    own = tongue(lang)
    first, second = ([own.cut(w) for w in own.words(x)] for x in (one, other))
    assert first == second


@pytest.mark.parametrize(("lang", "one", "other"), [
    ("vi", "giày", "giấy"), ("ja", "ベア", "ヘア"), ("hi", "तेल", "ताला"),
    ("fa", "برنجی", "برگی"), ("pl", "sok", "sos"),
])  # fmt: skip
def test_other_words_stay_apart(lang: str, one: str, other: str) -> None:
    own = tongue(lang)
    first, second = ([own.cut(w) for w in own.words(x)] for x in (one, other))
    assert first != second


@pytest.mark.parametrize(("text", "langs"), LETTERS)
def test_tongues_by_letters(text: str, langs: tuple[str, ...]) -> None:
    assert tongues_of(text) == langs


def test_no_such_tongue() -> None:
    with pytest.raises(KeyError):
        tongue("xx")
