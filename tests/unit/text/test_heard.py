"""Words heard as a script without all vowels may write them."""

import pytest

from enduse.text.hangul import hangul_reading
from enduse.text.heard import heard_as
from enduse.text.korean import is_korean
from enduse.text.romanise import romanise


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("김정은", "kim jong un"),
        ("윤석열", "yoon suk yeol"),
        ("박근혜", "park geun hye"),
        ("노무현", "roh moo hyun"),
        ("이재명", "lee jae myung"),
        ("문재인", "jae in moon"),
        ("서영 장", "jang seo young"),
    ],
)
def test_a_korean_name_is_heard_in_its_usual_spellings(hangul: str, latin: str) -> None:
    assert is_korean(hangul_reading(hangul).split(), latin.split())


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("은경 김", "kim kwang yon"),
        ("정남 강", "zheng guanghua"),
        ("서영 장", "jong yong su"),
        ("김정은", "kim jong"),
        ("김정은", "kim"),
    ],
)
def test_another_syllable_or_none_is_another_name(hangul: str, latin: str) -> None:
    assert not is_korean(hangul_reading(hangul).split(), latin.split())


@pytest.mark.parametrize(
    ("script", "latin", "same"),
    [
        ("محمد", "mohammed", True),
        ("محمد", "mehmed", True),
        ("محمد", "mahmoud", False),
        ("حسين", "hussein", True),
        ("حسين", "hocine", True),
        ("حسن", "hussein", False),
        ("سفير", "safari", False),
        ("عتاب", "adib", False),
        ("مرتضی", "morteza", True),
        ("عیسی", "essa", True),
        ("گلپایگانی", "golpayegani", True),
        ("بوتفليقة", "bouteflika", True),
        ("המזרחי", "hamizrachi", True),
        ("שרון", "sharon", True),
        ("צבי", "zvi", True),
        ("צבי", "tzvi", True),
        ("גופשטיין", "gopstein", True),
        ("ダヒル", "dahir", True),
        ("シェリフ", "cherif", True),
        ("ジョーンズ", "miller", False),
        ("グチャエフ", "guchaev", True),
    ],
)
def test_written_vowels_are_heard(script: str, latin: str, same: bool) -> None:
    assert heard_as(romanise(script), latin) is same


def test_hostile_tokens_end_soon() -> None:
    assert not heard_as("aiu" * 8 + "_", "a" * 5000 + "x")
    assert not heard_as("haweya" * 4 + "__", "a" * 23 + "k")
    assert heard_as("a" * 5000 + "_", "b")  # too long to be read
