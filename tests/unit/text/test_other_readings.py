"""Names of many scripts are read as their owners spell them in Latin letters."""

import pytest

from enduse.names.other_forms import forms
from enduse.names.score import compare
from enduse.text.romanise import other_readings, romanise


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("சுந்தரம் முருகன்", "sundaram murugan"),
        ("மு. கருணாநிதி", "m. karunanithi"),
        ("വിജയൻ നായർ", "vijayan nayar"),
        ("చోప్రా కె. రావు", "chopra k. ravu"),
        ("जितेंद्र चोपड़ा", "jitendra chopra"),
        ("ਮਨਪ੍ਰੀਤ ਢਿੱਲੋਂ", "manprit dhillon"),
        ("যোগেশ বন্দ্যোপাধ্যায়", "jogesh bandyopadhyay"),
        ("สมชาย ใจดี", "somchai chaidi"),
        ("นายธนวัฒน์ จันทร์เพ็ญ", "thanawat chanphen"),
        ("บริษัท แสงทอง จำกัด", "company saengthong limited"),
        ("Μπουμπούκης Ευτυχία", "boumpoukis eftychia"),
        ("Милош Шешељ", "milos seselj"),
        ("Христо Щърбанов", "khristo shtarbanov"),
        ("Һејдәр Әлијев", "heydar aliyev"),
    ],
)
def test_a_name_is_read_by_its_language(name: str, expected: str) -> None:
    assert romanise(name, person=True) == expected


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("पूजा गायकवाड़", "Pooja Gaekwad"),
        ("রফিকুল ইসলাম", "Rafiqul Islam"),
        ("கணேசன் முருகன்", "Ganesan Murugan"),
        ("வெங்கடேசன் பாலன்", "Venkatesan Balan"),
        ("ศิริพร พงษ์ศรี", "Siriporn Pongsri"),
        ("فضل الرحمن خلیل", "Fazlur Rahman Khalil"),
        ("วิชัย ศรีวัฒนประภา", "Vichai Srivaddhanaprabha"),
        ("Григорій Гриценко", "Hryhorii Hrytsenko"),
        ("Ігар Ляшчэня", "Ihar Liashchenia"),
        ("Юрый Караеў", "Yury Karaev"),
        ("Жасур Хўжаев", "Jasur Xo'jayev"),
        ("Вагиф Ҹәфәров", "Vaqif Cafarov"),
        ("Милош Шешељ", "Milosh Sheshelj"),
        ("Γεώργιος Χατζής", "Yeoryios Hatzis"),
        ("Си Цзиньпин", "Xi Jinping"),
        ("Чжан Сяомин", "Zhang Xiaoming"),
        ("Ким Чен Ын", "Kim Jong Un"),
        ("Пак Пон Чжу", "Pak Pong Ju"),
        ("Майкл Джонсон", "Michael Johnson"),
        ("キム・ジョンウン", "Kim Jong Un"),
        ("大谷翔平", "Shohei Otani"),
        ("黒澤明", "Akira Kurosawa"),
        ("加藤太一", "Taichi Kato"),
        ("後藤隆", "Gotoh Takashi"),
        ("曾荫权", "Tsang Yam-kuen"),
        ("ファン・ビョンソ", "Hwang Pyong So"),
        ("Хельмут Мюллер", "Helmut Müller"),
    ],
)
def test_a_name_has_its_other_spelling(name: str, spelt: str) -> None:
    readings = other_readings(name)
    assert readings
    assert compare(name, spelt, kind="person")[0] > 0.9


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ("Иван Ли", "Yiwang Li"),
        ("Ким Ольга", "Kim Yong Ga"),
        ("Си Цзиньпин", "Xi Zhongxun"),
        ("พงษ์ศรี ศิริพร", "Somchai Jaidee"),
        ("キム・ジョンウン", "Kim Jong Il"),
    ],
)
def test_another_name_stays_another(name: str, spelt: str) -> None:
    assert compare(name, spelt, kind="person")[0] < 0.5


def test_russian_names_have_one_reading() -> None:
    assert other_readings("Сергей Иванов") == ()


_LETTERS = [
    range(0x0900, 0x0E00),  # of India and Sri Lanka
    range(0x0E00, 0x0E80),
    range(0x0370, 0x0530),
    range(0x0590, 0x0700),
]


@pytest.mark.parametrize("letters", _LETTERS)
def test_any_letter_is_read_at_any_place(letters: range) -> None:
    for letter in map(chr, letters):
        for text in (letter, f"{letter * 2} {letter}", f"ก{letter}ร ක{letter}ர"):
            assert isinstance(romanise(text, person=True), str)
            assert all(isinstance(way, str) for way in other_readings(text))


@pytest.mark.parametrize(
    ("name", "spelt"),
    [
        ('להב"ה', "Lehava"),
        ("شركة الفاخر لألعمال المتقدمة", "Al-Fakher Advanced Business Company"),
    ],
)
def test_a_firm_is_read_whatever_its_signs(name: str, spelt: str) -> None:
    assert compare(name, spelt, kind="entity")[0] > 0.8


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Σεργκέι Σοϊγκού", "sergei shoigu"),
        ("Αλεξάντερ Λουκασένκο", "alexander lukashenko"),
        ("Βίκτορ Μεντβεντσούκ", "viktor medvedchuk"),
        ("Ιγκόρ Σέτσιν", "igor sechin"),
        ("Ντενίς Μαντούροφ", "denis manturov"),
    ],
)
def test_greek_has_no_letters_for_the_sounds_of_others(written: str, read: str) -> None:
    assert read in other_readings(written)


def test_arabs_write_ch_as_two_letters() -> None:
    assert romanise("إيغور سيچين") in other_readings("إيغور سيتشين")
    assert other_readings("محمد") == ()


def test_a_korean_name_in_latin_letters_may_have_marks() -> None:
    tokens = [form.tokens for form in forms("Kim Chŏng-ŭn", "person")]
    assert ("kim", "jong", "un") in tokens
