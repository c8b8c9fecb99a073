"""Foreign names that Chinese and Korean write by sound are read by their sounds."""

import pytest

from enduse.text.foreign_sounds import han_foreign, hangul_foreign
from enduse.text.heard import heard_as
from enduse.text.romanise import other_readings, romanise

_HEARD = [
    ("拉夫罗夫", "lavrov"),
    ("卢卡申科", "lukashenko"),
    ("绍伊古", "shoigu"),
    ("佩斯科夫", "peskov"),
    ("라브로프", "lavrov"),
    ("루카셴코", "lukashenko"),
    ("메드베데프", "medvedev"),
    ("푸틴", "putin"),
    ("말로페예프", "malofeev"),
]


@pytest.mark.parametrize(("written", "latin"), _HEARD)
def test_each_sound_may_be_the_one_of_the_latin_name(written: str, latin: str) -> None:
    han = han_foreign(f"谢尔盖 {written}").removeprefix("sergei ")
    read = hangul_foreign(written) or han
    assert read.endswith("__")
    assert heard_as(read, latin), read
    assert not heard_as(read, "ivanenko")


@pytest.mark.parametrize(
    "name", ["张国立", "习近平", "欧阳 修明", "王 小明", "阿里", ""]
)
def test_a_chinese_name_is_no_foreign_one(name: str) -> None:
    assert han_foreign(name) == ""


@pytest.mark.parametrize(
    "word", ["김정은", "리병철", "박태환", "최룡해", "a", "", "김a"]
)
def test_a_korean_name_is_no_foreign_one(word: str) -> None:
    assert hangul_foreign(word) == ""


def test_a_dot_between_words_is_a_blank() -> None:
    assert other_readings("弗拉基米尔·普京") == ("vladimir puchin__",)
    assert romanise("블라디미르 푸틴", person=True) == "vladimir putin__"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("세르게이 쇼이구", "sergei syoigu__"),
        ("니콜라스 마둔스키", "nicolas madunsuki__"),
        ("바샤르 알아사드", "bashar asadu__"),
        ("뱌체슬라프 볼로딘", "vyacheslav borodin__"),
        ("김 철수", "kim___ chol___ su___"),
    ],
)
def test_a_hangul_name_with_one_foreign_word_is_foreign(
    written: str, read: str
) -> None:
    assert romanise(written) == read


@pytest.mark.parametrize(
    ("written", "family"),
    [("세르게이 체메조프", "chemezov"), ("마리야 자하로바", "zakharova")],
)
def test_one_hangul_letter_is_j_or_z(written: str, family: str) -> None:
    (other,) = other_readings(written)
    assert heard_as(other.split()[-1], family)


def test_a_korean_name_has_no_reading_with_z() -> None:
    assert other_readings("조정은") == ()


@pytest.mark.parametrize(
    "written",
    [
        "نيكولاس مادورو",
        "ניקולס מדורו",
        "Николас Мадуро",
        "ნიკოლას მადურო",
        "Նիկոլաս Մադուրո",
        "Νικολάς Μαδούρο",
        "尼古拉斯·马杜罗",
    ],
)
def test_a_name_of_foreigners_names_alone_is_as_in_latin_letters(written: str) -> None:
    assert "nicolas maduro" in other_readings(written)


def test_a_name_with_an_arab_one_is_no_foreigners() -> None:
    assert "nicolas" not in " ".join(other_readings("نيكولاس حسن")).split()
