"""Folding: accents go, signs that are letters of their script stay."""

import pytest

from enduse.goods.classify import features
from enduse.goods.classify.normal import folded, language_of, words_of

APART = [
    ("ベルト", "ヘルト"),
    ("バス", "パス"),
    ("कल", "काला"),
    ("জল", "জাল"),
    ("பல்", "பால்"),
    ("มา", "ม้า"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_vowel_signs_and_tones_tell_words_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    words = [
        {f for _, f in features.words_of([f"{text} 12"]) if f & 3 == 0}
        for text in (one, other)
    ]
    assert words[0] != words[1]


@pytest.mark.parametrize(
    "word", ["बेयरिंग", "বিয়ারিং", "தாங்கி", "ตลับลูกปืน", "បេរ៉ាំង", "ဘောလုံး"]
)
def test_a_word_with_vowel_signs_is_one_word(word: str) -> None:
    assert " " not in folded(word)
    assert words_of(r"[^\W\d_]").fullmatch(folded(word))


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Fräse Größe", "frase grosse"),
        ("é", "e"),
        ("подшипникёй", "подшипникеи"),
        ("ﾍﾞｱﾘﾝｸﾞ", "ベアリング"),  # half-width, the sign beside the letter
        ("पंप।पाइप", "पंप पाइप"),  # the danda is a stop
        ("क़लम", "कलम"),  # the dot below is left out as often as not
        ("مُحَرِّك", "محرك"),
    ],
)
def test_what_is_left_out_and_kept(written: str, plain: str) -> None:
    assert folded(written) == plain


@pytest.mark.parametrize(
    ("text", "lang"),
    [("बेयरिंग", "hi"), ("বিয়ারিং", "bn"), ("தாங்கி", "ta"), ("ตลับลูกปืน", "th")],
)
def test_scripts_of_one_language(text: str, lang: str) -> None:
    assert language_of(text) == lang
