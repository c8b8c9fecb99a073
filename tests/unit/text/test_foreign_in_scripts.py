"""Foreign names as Thais, Tamils, Bengalis, Georgians and others write them."""

import pytest

from enduse.text.burmese_han import burmese_readings
from enduse.text.firm_scripts import other_readings as of_firm
from enduse.text.han_abroad import readings_abroad
from enduse.text.phonetic import HEARD, heard_likeness
from enduse.text.romanise import other_readings, romanise
from enduse.text.spelt_abroad import readings
from enduse.text.tamil import foreign_reading as tamil
from enduse.text.thai_foreign import foreign_reading as thai
from enduse.text.vietnamese_han import vietnamese_readings

_FIRMS = [
    ("ธนาคารสเบอร์แบงก์", ("sberbank__",)),
    ("บริษัท รอสเนฟต์", ("company rosneft__",)),
    ("ธนาคารกสิกรไทย", ()),
    ("სბერბანკი", ("სბერბანკ",)),
    ("ვაგნერის ჯგუფი", ("ვაგნერ ჯგუფ",)),
    ("Մոսկվայի բորսա", ("մոսկվա բորսա",)),
    ("ஸ்பெர்பேங்க்", ("sperpenk__",)),
    ("স্বেরব্যাংক", ("sberobank__",)),
    ("가스프롬방크", ("gasupuromubanku__",)),
    ("삼성전자", ()),
    ("روس\u200cاکسپورت", ("روساکسپورت",)),
    ("شرکت فولاد مبارکه", ()),
]


@pytest.mark.parametrize(("name", "read"), _FIRMS)
def test_a_foreign_firm_is_read_by_its_sound(name: str, read: tuple[str, ...]) -> None:
    assert of_firm(name) == read


_THAI = [
    ("วลาดิเมียร์ ปูติน", "vladimir putin__"),
    ("รัมซาน คาดีรอฟ", "ramzan kadirof__"),
    ("พัชรินทร์ สุขสวัสดิ์", ""),
    ("สมชาย ใจดี", ""),
    ("สุรศักดิ์ ฟ้าใส", ""),
]


@pytest.mark.parametrize(("name", "read"), _THAI)
def test_foreigners_in_thai_are_read_by_their_sound(name: str, read: str) -> None:
    assert thai(name) == read


def test_foreigners_in_tamil_are_read_by_their_sound() -> None:
    assert tamil("தாவூத் இப்ராகிம்") == "dawood ibrahim"
    assert tamil("ரம்சான் கதிரோவ்") == "ramzan katirov__"
    assert tamil("சுந்தரம் கணேசன்") == ""


def test_burmese_in_chinese_are_read_syllable_by_syllable() -> None:
    assert "min aung hlaing" in other_readings("敏昂莱")
    assert list(burmese_readings("姚明")) == []


def test_burmese_in_hangul_and_bengali() -> None:
    assert romanise("민 아웅 흘라잉", person=True) == "min__ aung hlaing"
    assert romanise("মিন অং হ্লাইং", person=True) == "min ang hlaing"


_KANA = [
    ("wareri__", "valery"),
    ("worojin__", "volodin"),
    ("warenchina__", "valentina"),
    ("aun__", "aung"),
    ("maiku__", "mike"),
]


@pytest.mark.parametrize(("kana", "name"), _KANA)
def test_kana_put_another_sound_for_one_they_lack(kana: str, name: str) -> None:
    assert heard_likeness(kana, name) == HEARD


def test_two_vavs_of_a_foreigner_are_a_w() -> None:
    assert heard_likeness("synvvar____", "sinwar") == HEARD
    assert heard_likeness("synvvar____", "sinar") < HEARD


def test_georgians_end_russian_names_in_i() -> None:
    assert other_readings("დიმიტრი პესკოვი") == ("dimitri peskov",)
    assert other_readings("ნიკოლოზ ბარათაშვილი") == ()


def test_turks_spell_arab_names_with_e() -> None:
    assert "bashar asad" in readings("Beşşar Esed")
    assert readings("Mahir Esed") == ("maher asad",)
    assert readings("Mahir Demir") == ()


def test_two_names_joined_by_and_are_two_words() -> None:
    assert readings_abroad("吉布斯和考克斯公司") == ("gibusu__ kokusu__ company",)


_VIETNAMESE = [
    ("阮文成", ("nguyen van thanh",)),
    ("阮富仲", ("nguyen phu trong",)),
    ("范明政", ("pham minh chinh",)),
    ("张国立", ()),
    ("范明", ()),
]


@pytest.mark.parametrize(("name", "read"), _VIETNAMESE)
def test_a_vietnamese_in_chinese_characters(name: str, read: tuple[str, ...]) -> None:
    assert vietnamese_readings(name) == read
