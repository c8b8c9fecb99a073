"""Names of one firm in two languages or scripts, and names of sister firms."""

import pytest

from enduse.model import PartyKind
from enduse.names.form import parse
from enduse.names.score import compare
from enduse.text.firm_bodies import spelt_out
from enduse.text.firm_text import readable
from enduse.text.firm_words import concepts
from enduse.text.han_firms import firm_reading, simplified
from enduse.text.misspelt import corrected
from enduse.text.scripts import scripts

# Names in the manner of registers; most firms are made up.
SAME = """
Vereinigte Schiffbaugesellschaft Brelov|United Shipbuilding Corporation Brelov
Moskauer Institut für Wärmetechnik|Moscow Institute of Thermal Technology
Usine d'hélicoptères de Brelov|Brelov Helicopter Plant
Brelovský vrtulníkový závod|Brelov Helicopter Plant
Zjednoczona Korporacja Stoczniowa|United Shipbuilding Corporation
Compañía Nacional Iraní de Petróleo|National Iranian Oil Company
Banca centrale della Federazione Russa|Central Bank of the Russian Federation
İran Merkez Bankası|Central Bank of Iran
Minsker Automobilwerk|Minsk Automobile Plant
ООО «Вортек Майнинг»|Vortek Mining LLC
ООО «Брелов Девелопмент»|Brelov Development LLC
АО «Брелов Инжиниринг Групп»|Brelov Engineering Group JSC
ООО «Прайм Лоджистикс»|Prime Logistics LLC
ООО «Эшелон Секьюрити»|Echelon Security LLC
Служба внешней разведки Вортека|Foreign Intelligence Service of Vortek
Завод искусственного волокна «Брелов»|Brelov Artificial Fibre Plant
ААТ «Аршанскі завод узбраення»|Orsha Armament Plant JSC
АО «Завод «Сплав» имени А.Н. Брелова»|Brelov SPLAV Plant JSC
АО «Брелов», ООО «Вортекмаш»|Vortekmash LLC
فورتك تريدنج ليمتد|Vortek Trading Limited
شركة فورتك لوجستيك للحلول|Vortek Logistics Solutions Company
朝鮮銀龍貿易会社|Korea Unryong Trading Corporation
艾维泰克公司|Avitek Corp.
铁山解决方案公司|Iron Mountain Solutions
深圳市华强电子科技有限公司|Shenzhen Huaqiang Electronic Technology Co., Ltd.
深圳市鼎芯微电子有限公司|Shenzhen Dingxin Microelectronics Co Ltd
广州市海鸥进出口贸易有限公司|Guangzhou Haiou Import and Export Trading Co., Ltd.
北京天宇航空设备有限公司|Beijing Tianyu Aviation Equipment Co., Ltd.
上海精诚数控机床有限公司|Shanghai Jingcheng CNC Machine Tool Co., Ltd
香港宏达国际贸易有限公司|Hong Kong Hongda International Trade Co Limited
沈阳机床股份有限公司|Shenyang Machine Tool Co Ltd
东莞市创新精密五金有限公司|Dongguan Chuangxin Precision Hardware Co., Ltd.
武汉光谷激光技术股份有限公司|Wuhan Guanggu Laser Technology Co., Ltd.
哈尔滨工业大学|Harbin Institute of Technology
成都四威功率电子科技有限公司|Chengdu Siwei Power Electronic Technology Co Ltd
江苏亨通光电股份有限公司|Jiangsu Hengtong Optic-Electric Co Ltd
浙江大华技术股份有限公司|Zhejiang Dahua Technology Co., Ltd.
杭州海康威视数字技术股份有限公司|Hangzhou Hikvision Digital Technology Co., Ltd.
大連海興貿易有限公司|Dalian Haixing Trading Co., Ltd
青岛远洋船务有限公司|Qingdao Ocean Shipping Co., Ltd.
ООО «Ромашка-Электроникс»|LLC Romashka Electronics
ООО «Техносервис»|Tekhnoservis LLC
АО «Ростовская судоверфь»|Rostov Shipyard JSC
Институт прикладной физики|Institute of Applied Physics
АО «НПО «Квант»|JSC Research and Production Association Kvant
ФГУП «Завод им. Морозова»|Morozov Plant FSUE
ПАО «Тульский оружейный завод»|Tula Arms Plant PJSC
ООО «ТД «Станкоимпорт»|Trading House Stankoimport LLC
ООО «Балтийская транспортная компания»|Baltic Transport Company LLC
ЗАО «Спецэлектрон»|CJSC Spetselektron
ТОО «Казахстан Авиа Индустрия»|Kazakhstan Avia Industry LLP
ТОВ «Київський завод автоматики»|Kyiv Automation Plant LLC
ООО «Северный ветер Логистика»|Severny Veter Logistics LLC
Центральное конструкторское бюро «Рубин»|Central Design Bureau Rubin
شركة النور للتجارة العامة|Al Noor General Trading Company
شركة دمشق للنقل البحري|Damascus Maritime Transport Company
شركة الأمل للاستيراد والتصدير|Al Amal Import and Export Company
شركة بارسيان للبتروكيماويات|Parsian Petrochemical Company
شرکت صنایع الکترونیک ایران|Iran Electronics Industries
شرکت حمل و نقل دریایی جهان|Jahan Marine Transport Company
بانک تجارت|Bank Tejarat
شركة الشرق للصناعات الهندسية|Al Sharq Engineering Industries Company
مؤسسة البركة للصرافة|Al Baraka Exchange Establishment
شرکت هواپیمایی ماهان|Mahan Airlines Company
주식회사 한빛정밀|Hanbit Precision Co., Ltd.
삼성전자 주식회사|Samsung Electronics Co., Ltd.
대성무역회사|Daesong Trading Company
조선광업개발무역회사|Korea Mining Development Trading Corporation
한국항공우주산업 주식회사|Korea Aerospace Industries Co., Ltd.
동방해운 주식회사|Dongbang Shipping Co Ltd
株式会社日立製作所|Hitachi Ltd
三菱重工業株式会社|Mitsubishi Heavy Industries, Ltd.
東京計器株式会社|Tokyo Keiki Inc.
サクラテクノロジー株式会社|Sakura Technology Co., Ltd.
日本電子材料株式会社|Japan Electronic Materials Corporation
חברת אלקטרוניקה ישראלית בע"מ|Israeli Electronics Company Ltd
תעשייה אווירית לישראל בע"מ|Israel Aerospace Industries Ltd
बजाज इलेक्ट्रॉनिक्स लिमिटेड|Bajaj Electronics Limited
Ελληνική Ναυτιλιακή Εταιρεία ΑΕ|Hellenic Shipping Company SA
Demir Dış Ticaret Limited Şirketi|Demir Foreign Trade Ltd
Maschinenfabrik Keller GmbH|Keller Machine Factory LLC
Fabryka Łożysk Tocznych Kraśnik S.A.|Krasnik Bearing Factory SA
ООО «Микродрайв»|Microdrive LLC
АО «НПП «Краснознамёнец»|Krasnoznamenets Research and Production Enterprise JSC
Молодая гвардия Единой России|Young Guard of United Russia
Басманный районный суд города Москвы|Basmanny District Court of Moscow
АО КБ «Модульбанк»|JSC Commercial Bank Modulbank
ООО ТД «Кама»|LLC TD Kama
АО «НПК «Зелвагон» имени П.А. Орлова»|Research and Production Corporation Zelvagon
АО «680 Авиационный ремонтный завод»|JSC 680 ARZ
خبرگزاری تسنیم|Tasnim News Agency
شرکت بهره برداری نفت و گاز زاگرس جنوبی|South Zagros Oil and Gas Production Company
مكتب حنيفة للصرافة|Hanifa Money Exchange Office
Московский институт теплотехники|Moscow Institute of Thermal Technology
Российская национальная перестраховочная компания|Russian National Reinsurance Company
Керченская паромная переправа|Kerch Ferry
بانک مرکزی ایران|Central Bank of Iran
شرکت هواپیماسازی ایران|Iran Aircraft Manufacturing Company
شركة حمص لتكرير النفط|Homs Oil Refinery Company
香港聯合物流有限公司|Hong Kong United Logistics Limited
日本工作機械販売株式会社|Japan Machine Tool Sales Co., Ltd.
Karadeniz Gemi İnşa Sanayi A.Ş.|Black Sea Shipbuilding Industry Inc
"""
SISTERS = """
Vereinigte Schiffbaugesellschaft Brelov|United Aircraft Corporation Brelov
Minsker Automobilwerk|Minsk Tractor Plant
Shenzhen Dingxin Electronics Co Ltd|东莞市鼎芯电子有限公司
Scientific Research Institute No. 5|НИИ № 6
Third Machine Tool Plant|第四机床厂
Rostov Shipyard JSC|АО «Тульская судоверфь»
Al Amal Shipping Company|شركة الأمل للتأمين
Luch Insurance LLC|ООО «Луч Текстиль»
朝鮮銀龍貿易会社|Korea Samhung Trading Corporation
ООО «Вортек Майнинг»|Vortek Logistics LLC
فورتك تريدنج ليمتد|Vortek Insurance Limited
艾维泰克公司|Boratek Corp.
"""


def rows(table: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    found = [line.split("|") for line in table.strip().splitlines()]
    return [(left, right) for left, right in found]


@pytest.mark.parametrize(("left", "right"), rows(SAME))
def test_one_firm_in_two_languages(left: str, right: str) -> None:
    there, back = (
        compare(a, b, kind="entity") for a, b in ((left, right), (right, left))
    )
    assert there[0] == back[0]
    assert there[0] >= 0.5


@pytest.mark.parametrize(("left", "right"), rows(SISTERS))
def test_sister_firms_stay_apart(left: str, right: str) -> None:
    assert compare(left, right, kind="entity")[0] < 0.5


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("NPO Luch", "scientific manufacturing assoc luch"),
        (
            "Research and Production Association Luch",
            "scientific manufacturing assoc luch",
        ),
        ("Luch Works (LW)", "luch factory"),
        ("АО «Завод «Луч» (АО «ЗЛ»)", "factory luch"),
        ("Luch Shipyard (also known as Beam)", "luch shipbuilding"),
        ("JOINT SOTCK COMPANY LUCH", "luch"),
        ("Luch Plant named after A. B. Petrov", "luch factory petrov"),
        ("COMPANY LUCH LIABILITY LIMITED", "luch"),
        ("Brelov Trading LLJ", "brelov trade"),
        ("Сызранский завод", "syzran factory"),
        ("The Company", "the"),
        ("Company", "co"),
        ("Fora Bank", "fora bank"),
        ("Ant Trade Co", "ant trade"),
        ("HK (Hong Kong) Beam Ltd", "hongkong beam"),
        ("BEAM TRADING (HONG KONG) LTD", "beam trade hongkong"),
        ("Beam Imp. & Exp. Co", "beam impex"),
    ],
)
def test_concepts_of_a_name(name: str, tokens: str) -> None:
    assert " ".join(parse(name, "entity").tokens) == tokens


def test_a_phrase_put_as_more_words_than_it_has_is_spelt_as_those() -> None:
    form = parse("Hunan Guofang Keji University", "entity")
    assert len(form.tokens) == len(form.spelt) == 5
    assert all(form.spelt)


def test_every_concept_has_its_spelling() -> None:
    for left, right in rows(SAME):
        for name in (left, right):
            form = parse(name, "entity")
            assert len(form.tokens) == len(form.spelt) > 0
            assert parse(" ".join(form.tokens), "entity").tokens


@pytest.mark.parametrize(
    "word",
    ["shopping", "internet", "evolution", "rational", "reading", "brelov"],
)
def test_a_right_word_is_never_put_right(word: str) -> None:
    assert corrected(word) == word


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("internatonal", "international"),
        ("electrnoics", "electronics"),
        ("hsipping", "shipping"),
        ("managemnet", "management"),
    ],
)
def test_a_wrong_letter_is_put_right(wrong: str, right: str) -> None:
    assert corrected(wrong) == right


def test_chinese_is_simplified_and_cut() -> None:
    assert simplified("貿易會社") == "贸易会社"
    assert firm_reading("第七七一研究所", str) == "771 research institute"
    assert firm_reading("鲁信市机械厂", str).split()[-2:] == ["machinery", "factory"]
    assert firm_reading("张国立", str) == ""
    assert firm_reading("弗拉基米尔·普京", str) == ""


@pytest.mark.parametrize(
    "text", ["", " ", "()", "((((", "（）", "№", "و", "公司", "АО", "\x00"]
)
def test_odd_names_are_read(text: str) -> None:
    kinds: tuple[PartyKind, ...] = ("entity", "unknown")
    for kind in kinds:
        form = parse(text, kind)
        assert len(form.tokens) == len(form.spelt)
    assert readable(text) is not None
    assert concepts(spelt_out(text.split(), text)) is not None
    assert scripts(text) is not None
