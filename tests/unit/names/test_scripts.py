"""People whose names are known in two scripts are found from either, among others."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyName
from enduse.names import index
from enduse.names.matcher import Matcher

_ORIGIN = Origin("t", "", "1")
KNOWN = {
    "ทักษิณ ชินวัตร": "Thaksin Shinawatra",
    "नरेन्द्र मोदी": "Narendra Modi",
    "राहुल गांधी": "Rahul Gandhi",
    "अमित शाह": "Amit Shah",
    "दाऊद इब्राहिम": "Dawood Ibrahim",
    "विजय माल्या": "Vijay Mallya",
    "अरविंद केजरीवाल": "Arvind Kejriwal",
    "शाहरुख़ ख़ान": "Shah Rukh Khan",
    "Նիկոլ Փաշինյան": "Nikol Pashinyan",
    "Սերժ Սարգսյան": "Serzh Sargsyan",
    "Ռոբերտ Քոչարյան": "Robert Kocharyan",
    "Գագիկ Ծառուկյան": "Gagik Tsarukyan",
    "მიხეილ სააკაშვილი": "Mikheil Saakashvili",
    "ბიძინა ივანიშვილი": "Bidzina Ivanishvili",
    "ირაკლი ღარიბაშვილი": "Irakli Garibashvili",
    "Κυριάκος Μητσοτάκης": "Kyriakos Mitsotakis",
    "Αλέξης Τσίπρας": "Alexis Tsipras",
    "Γεώργιος Παπανδρέου": "George Papandreou",
    "Γιάνης Βαρουφάκης": "Yanis Varoufakis",
    "মুহাম্মদ ইউনূস": "Muhammad Yunus",
    "عمران خان": "Imran Khan",
    "نواز شریف": "Nawaz Sharif",
    "ዐቢይ አህመድ": "Abiy Ahmed",
    "ኢሳያስ አፈወርቂ": "Isaias Afwerki",
    "習近平": "Xi Jinping",
    "蔡英文": "Tsai Ing-wen",
    "馬英九": "Ma Ying-jeou",
    "李嘉誠": "Li Ka-shing",
    "梁振英": "Leung Chun-ying",
    "李光耀": "Lee Kuan Yew",
    "安倍晋三": "Abe Shinzo",
    "岸田文雄": "Kishida Fumio",
    "潘基文": "Ban Ki-moon",
    "金正恩": "Kim Jong Un",
    "李在明": "Lee Jae-myung",
    "陳水扁": "Chen Shui-bian",
    "任正非": "Ren Zhengfei",
    "孟晚舟": "Meng Wanzhou",
    "賴清德": "Lai Ching-te",
    "李登輝": "Lee Teng-hui",
    "李家超": "Lee Ka-chiu",
    "石破茂": "Ishiba Shigeru",
    "高市早苗": "Takaichi Sanae",
    "黃之鋒": "Wong Chi-fung",
    "黎智英": "Lai Chee-ying",
    "김정은": "Kim Jong Un",
    "윤석열": "Yoon Suk Yeol",
    "이재명": "Lee Jae-myung",
    "문재인": "Moon Jae-in",
    "박근혜": "Park Geun-hye",
    "반기문": "Ban Ki-moon",
    "리선권": "Ri Son Gwon",
    "최룡해": "Choe Ryong Hae",
    "조용원": "Jo Yong Won",
    "이재용": "Lee Jae-yong",
    "정의선": "Chung Eui-sun",
    "노무현": "Roh Moo-hyun",
    "이명박": "Lee Myung-bak",
    "김여정": "Kim Yo Jong",
    "한동훈": "Han Dong-hoon",
    "יחיא סנואר": "Yahya Sinwar",
    "בנימין נתניהו": "Benjamin Netanyahu",
    "אביגדור ליברמן": "Avigdor Lieberman",
    "איתמר בן גביר": "Itamar Ben-Gvir",
    "בצלאל סמוטריץ'": "Bezalel Smotrich",
    "בני גנץ": "Benny Gantz",
    "יאיר לפיד": "Yair Lapid",
    "איסמאעיל הנייה": "Ismail Haniyeh",
    "חסן נסראללה": "Hassan Nasrallah",
    "דן גרטלר": "Dan Gertler",
    "عبد الفتاح السيسي": "Abdel Fattah el-Sisi",
    "معمر القذافي": "Muammar Gaddafi",
    "بشار الأسد": "Bashar al-Assad",
    "حسن نصر الله": "Hassan Nasrallah",
    "أيمن الظواهري": "Ayman al-Zawahiri",
    "محمود أحمدی‌نژاد": "Mahmoud Ahmadinejad",
    "قاسم سلیمانی": "Qasem Soleimani",
    "علی خامنه‌ای": "Ali Khamenei",
    "سراج الدين حقاني": "Sirajuddin Haqqani",
    "خليفة حفتر": "Khalifa Haftar",
    "عبد الحميد الدبيبة": "Abdul Hamid Dbeibeh",
    "رامي مخلوف": "Rami Makhlouf",
    "ウラジーミル・プーチン": "Vladimir Putin",
    "ドナルド・トランプ": "Donald Trump",
    "セルゲイ・ラブロフ": "Sergey Lavrov",
    "アレクサンドル・ルカシェンコ": "Alexander Lukashenko",
    "オサマ・ビンラディン": "Osama bin Laden",
    "ヴォロディミル・ゼレンスキー": "Volodymyr Zelensky",
    "ロマン・アブラモヴィッチ": "Roman Abramovich",
    "エフゲニー・プリゴジン": "Yevgeny Prigozhin",
    "ジョージ・ブッシュ": "George Bush",
    "アドルフ・ヒトラー": "Adolf Hitler",
    "Хулио Иглесиас": "Julio Iglesias",
    "Джордж Буш": "George Bush",
    "Рамзан Кадыров": "Ramzan Kadyrov",
    "Қасым-Жомарт Тоқаев": "Kassym-Jomart Tokayev",
    "Аляксандр Лукашэнка": "Aleksandr Lukashenko",
    "Гурбангулы Бердымухамедов": "Gurbanguly Berdimuhamedow",
    "Шавкат Мирзиёев": "Shavkat Mirziyoyev",
    "Младен Ђорђевић": "Mladen Djordjevic",
    "Милорад Додик": "Milorad Dodik",
}


def matcher_of(names: Sequence[str], folder: Path) -> Matcher:
    """A matcher over a listing for each name, by its number."""
    folder.mkdir()
    index.build(
        [
            Listing(f"t:{at}", "t", "person", (ListedName(name),), _ORIGIN)
            for at, name in enumerate(names)
        ],
        folder,
    )
    return Matcher(index.NameIndex.open(folder))


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Matcher, Matcher]:
    """One that knows all in Latin letters, and one that knows them in their own."""
    folder = tmp_path_factory.mktemp("scripts")
    latin = matcher_of(list(KNOWN.values()), folder / "latin")
    return latin, matcher_of(list(KNOWN), folder / "own")


@pytest.mark.parametrize(("own", "latin"), KNOWN.items())
def test_both_ways(own: str, latin: str, both: tuple[Matcher, Matcher]) -> None:
    wanted = f"t:{list(KNOWN).index(own)}"
    for asked, matcher in zip((own, latin), both, strict=True):
        party = Party("x", _ORIGIN, (PartyName(asked),), "person")
        assert wanted in [match.listing_id for match in matcher.match(party)], asked


@pytest.mark.parametrize(
    ("own", "latin"),
    [
        ("이영길", "RI Yong Gil"),  # the North writes 리
        ("אברהם לוי", "Ibrahim LEVI"),
        ("김성수", "KIM Jong Su"),
        ("김영수", "KIM Yong Su"),  # too many bear it
        ("刘建国", "LIU Jianmin"),
        ("중수 이", "LI Jong Su"),  # one is 중, the other 종
        ("Andrew Johnson", "JOHNSON, Andrea"),
    ],
)
def test_somebody_else(own: str, latin: str, tmp_path: Path) -> None:
    matcher = matcher_of([latin], tmp_path / "one")
    assert not matcher.match(Party("x", _ORIGIN, (PartyName(own),), "person"))


@pytest.mark.parametrize(
    "written",
    [
        "디오스다도 카베요",
        "ديوسدادو كابيلو",
        "דיוסדאדו קביו",
        "ディオスダド・カベジョ",
        "迪奥斯达多·卡韦略",
        "Диосдадо Кабельо",
    ],
)
def test_two_of_three_words_find_a_listing(written: str, tmp_path: Path) -> None:
    names = (ListedName("Diosdado Cabello Rondón"),)
    index.build([Listing("t:1", "t", "person", names, _ORIGIN)], tmp_path)
    asked = Party("a", _ORIGIN, (PartyName(written),), "person")
    assert Matcher(index.NameIndex.open(tmp_path)).match(asked)
