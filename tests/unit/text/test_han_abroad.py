import pytest
from hypothesis import given
from hypothesis import strategies as st

from enduse.names.score import compare
from enduse.text.han_abroad import readings_abroad


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("朝鮮銀龍貿易会社", "Korea Unryong Trading Corporation"),
        ("白鶴総会社", "Paekhak General Corporation"),
        ("艾维泰克公司", "Avitek Corp."),
        ("铁山解决方案公司", "Iron Mountain Solutions"),
        ("蓝鹰控股公司", "Blue Eagle Holdings, Inc."),
        ("青木精密工業株式会社", "Aoki Precision Industry Co., Ltd."),
        ("铁山材料研究院", "Tieshan Materials Research Institute"),
    ],
)
def test_a_brand_is_read_by_sound_by_meaning_or_in_korean(text: str, name: str) -> None:
    assert compare(text, name, kind="entity")[0] >= 0.5
    assert compare(name, text, kind="entity")[0] >= 0.5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("朝鮮銀龍貿易会社", "Korea Samhung Trading Corporation"),
        ("艾维泰克公司", "Boratek Corp."),
        ("铁山解决方案公司", "Copper Valley Solutions"),
        ("蓝鹰控股公司", "Black Swan Holdings, Inc."),
    ],
)
def test_another_brand_is_another_firm(text: str, name: str) -> None:
    assert compare(text, name, kind="entity")[0] < 0.5


def test_a_firm_of_japan_is_not_read_in_korean() -> None:
    read = " ".join(readings_abroad("青木精密工業株式会社"))
    assert "_" not in read


@pytest.mark.parametrize("text", ["Vortek Ltd", "ООО Вортек", "", "·" * 50])
def test_other_texts_have_no_such_reading(text: str) -> None:
    assert readings_abroad(text) == ()


@given(st.text(alphabet="安杜里尔公司铁山朝鮮会社·株式0A 第五厂", max_size=40))
def test_any_text_is_read(text: str) -> None:
    assert all(one.isascii() for one in readings_abroad(text))


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("朝鮮革新貿易会社", "korea hyoksin_ trading company"),
        ("鴨緑江開発銀行", "amrokkang_ development bank"),
        ("大安重機械連合企業所", "taean_ heavy machinery complex"),
    ],
)
def test_what_north_korea_calls_firms_is_read_in_korean(text: str, read: str) -> None:
    assert read in readings_abroad(text)


def test_a_chinese_firm_called_by_a_word_is_not_read_in_korean() -> None:
    assert all("_" not in one for one in readings_abroad("革新贸易有限公司"))
