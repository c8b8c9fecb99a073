"""Firms' words of other languages and the English for them are one concept."""

import pytest

from enduse.names.form import parse
from enduse.text.written_words import WRITTEN

SAME = [
    ("Концерн Луч", "Luch Group"),
    ("车里雅宾斯克锻压厂", "Chelyabinsk Forge and Press Plant"),
    ("拉缅斯科耶仪器制造厂", "Ramenskoye Instrument-Making Plant"),
    ("카잔 헬리콥터 공장", "Kazan Helicopter Factory"),
    ("カザン・ヘリコプター工場", "Kazan Helicopter Factory"),
    ("کارخانه بالگرد کازان", "Factory helicopter Kazan"),
    ("統一エンジン製造会社", "United Engine Company"),
    ("Birleşik Motor Kurumu", "United Engine Corporation"),
    ("Nhà máy trực thăng Kazan", "Factory helicopter Kazan"),
    ("Ελληνικά Πετρέλαια", "Hellenic Petroleum"),
    ("Українська залізниця", "Ukrainian Railways"),
    ("ҚазМұнайГаз", "KazMunayGas"),
    ("Новороссийский судоремонтный завод", "Novorossiysk Shipyard"),
    ("Корпус стражей исламской революции", "Islamic Revolutionary Guard Corps"),
    ("伊斯兰革命卫队", "Islamic Revolutionary Guard Corps"),
    ("혁명수비대", "Islamic Revolutionary Guard Corps"),
    ("真主党", "Hezbollah"),
    ("하마스", "Hamas"),
    ("タリバン", "Taliban"),
    ("바그너 그룹", "Wagner Group"),
    ("俄罗斯储蓄银行", "Sberbank"),
    ("завод радиоприборов Луч", "Luch radio instrument plant"),
    ("геологоразведочная компания Луч", "Luch geological exploration company"),
    ("станкостроительный завод Луч", "Luch machine tool plant"),
    ("горно-обогатительный комбинат Луч", "Luch mining and processing plant"),
    ("теплоэнергетическая компания Луч", "Luch thermal power company"),
    ("институт сверхпроводимости Луч", "Luch institute of superconductivity"),
    ("институт теплофизики Луч", "Luch institute of thermophysics"),
    ("завод радиодеталей Луч", "Luch radio parts plant"),
    ("нефтебаза Луч", "Luch oil depot"),
    ("Верхневолжский завод Луч", "Upper Volga plant Luch"),
    ("КТЦ Луч", "Luch design and technology center"),
    ("мотострелковая бригада Луч", "Luch motorized rifle brigade"),
    ("законодательное собрание Луч", "Legislative assembly Luch"),
    ("електромеханічний завод Промінь", "Promin electromechanical plant"),
    ("міністерство внутрішніх справ", "Ministry of Internal Affairs"),
    ("нафтопереробний завод Промінь", "Promin oil refinery"),
    ("камітэт дзяржаўнай бяспекі", "State security committee"),
    ("дрэваапрацоўчы камбінат Прамень", "Pramen woodworking plant"),
    ("هيئة االتصاالت", "Communications authority"),
    ("الجهاد اإلسالمي", "Islamic Jihad"),
    ("Xibei Gongye Daxue", "Northwestern University of Technology"),
    ("شركة التخليص الجمركي", "Customs clearance company"),
    ("المخابرات العسكرية", "Military intelligence"),
    ("مجلس الأمن القومي", "National security council"),
    ("شركة بناء السفن", "Shipbuilding company"),
    ("السكك الحديدية", "Railways"),
    ("شركة المولدات", "Generators company"),
    ("شرکت نرم افزار", "Software company"),
    ("شرکت کشاورزی", "Agricultural company"),
    ("فرودگاه بین المللی", "International airport"),
    ("وزارت امور خارجه", "Ministry of foreign affairs"),
    ("دانشگاه امام حسین", "Imam Hossein University"),
    ("صنایع بسته بندی", "Packaging industries"),
    ("涡轮增压器", "turbocharger"),
    ("货物运输代理", "freight forwarding"),
    ("报关", "customs clearance"),
    ("环保科技", "environmental protection"),
    ("завод клапанов Луч", "Luch valve plant"),
    ("НИИ программных средств", "Software research institute"),
    ("Ижевский радиозавод", "Izhevsk Radioplant"),
    ("Туапсинский морской торговый порт", "Tuapse sea commercial port"),
    ("558 авіяцыйны рамонтны завод", "558 aviation repair plant"),
    ("міжнародний дитячий центр Промінь", "Promin international children's center"),
    ("Исламик Мумвмънт Узбекистан", "Islamic movement Uzbekistan"),
    ("Въоръжена ислямска група", "Armed Islamic group"),
    ("جند الخلافة في الجزائر", "Jund al-Khilafah in Algeria"),
    ("جماعة أنصار الدولة", "Jamaah Ansharut Daulah"),
    ("إمارة القوقاز", "Emarat Kavkaz"),
    ("ﺍﻟﺩﻭﻟﺔ ﺍﻹﺳﻼﻣﻳﺔ ﻓﻲ ﺍﻟﻌﺭﺍﻕ", "Islamic State in Iraq"),
    ("هیئت نظارت بر مطبوعات", "Press supervisory board"),
    ("国营钢管铸件厂", "State steel pipe casting factory"),
    ("中国北方工业公司", "China North Industries Corporation"),
    ("イスラムの遺産復興協会", "Islamic heritage revival association"),
    ("イラクのイスラム国", "Islamic State of Iraq"),
    ("チュニジア・コンバタント・グループ", "Tunisia Combatant Group"),
    ("Brevix San. ve Tic.", "Brevix industry and trade"),
    ("Brevix Ins. San. Tic.", "Brevix construction industry trade"),
    ("Brevix Dis Tic.", "Brevix Dis Ticaret"),
    ("Brevix Gida Tic.", "Brevix food trade"),
    ("Brevix IT", "Brevix information technology"),
    ("Brevix Abu Dhabi", "Brevix AbuDhabi"),
    ("Brevix Naberezhnye Chelny", "Brevix Chelny"),
]


@pytest.mark.parametrize(("said", "english"), SAME)
def test_said_as_in_english(said: str, english: str) -> None:
    ours, theirs = (parse(text, "entity").tokens for text in (said, english))
    assert sorted(ours) == sorted(theirs)


def test_brands_stay_as_they_are() -> None:
    # Nouns that are names of firms, not words about them.
    for brand in ("Радиокомпонент", "Гидроагрегат", "Радиодеталь"):
        assert len(parse(f"АО {brand}", "entity").tokens) == 1


def test_a_character_is_read_as_in_names_of_firms() -> None:
    assert parse("长光技术有限公司", "entity").tokens[0] == "changguang"


@pytest.mark.parametrize(
    "word", ["external", "detection", "valuation", "separation", "aviacon", "shining"]
)
def test_words_of_their_own_are_no_misspelt_trade_words(word: str) -> None:
    assert WRITTEN[word].word == word


def test_hiragana_joins_words_in_katakana_alone() -> None:
    assert parse("株式会社のぞみ", "entity").tokens == ("nozomi__",)
    assert parse("トヨタのれん株式会社", "entity").tokens == ("toyotanoren__",)


def test_arabs_write_no_article_of_one_h() -> None:
    assert parse("حماس", "entity").tokens == ("hamas",)  # and no diamond
    assert parse("הבנק הלאומי", "entity").tokens == ("bank", "natl")
