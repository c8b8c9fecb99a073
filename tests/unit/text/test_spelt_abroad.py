"""Names as French, German, Polish and other papers spell them are read as English."""

import pytest

from enduse.text.spelt_abroad import readings

_SPELT = [
    ("Sergueï Choïgou", "sergei shoigu"),
    ("Serguei Choigou", "sergei shoigu"),
    ("Siergiej Szojgu", "sergei shoigu"),
    ("Sergej Šojgu", "sergei shoigu"),
    ("Sergej Sjojgoe", "sergey shoygu"),
    ("Sergey Şoygu", "sergey shoygu"),
    ("Alexandre Loukachenko", "alexandre lukashenko"),
    ("Alaksandr Łukaszenka", "alaksandr lukashenka"),
    ("Jewgeni Prigoschin", "yevgeni prigozhin"),
    ("Evgueni Prigojine", "evgeni prigozhin"),
    ("Wladimir Schirinowski", "vladimir zhirinovski"),
    ("Walentina Matwijenko", "valentina matvienko"),
    ("Iouri Tchaïka", "yuri chaika"),
    ("Jurij Čajka", "yuriy chaika"),
    ("Wiaczesław Wołodin", "viacheslav volodin"),
    ("Igor Schuwalow", "igor shuvalov"),
    ("Guennadi Timtchenko", "gennadi timchenko"),
    ("Serguéi Shoigú", "sergei shoigu"),
    ("Βλαντίμιρ Πούτιν", "vladimir poutin"),
    ("Vladimirs Putins", "vladimir putin"),
    ("Vladimiras Putinas", "vladimir putin"),
    ("Vlagyimir Putyin", "vladimir putin"),
    ("Wladimir Poetin", "vladimir putin"),
    ("Andrej Belousow", "andrey belousov"),
    ("Dmitrij Miedwiediew", "dmitriy medvedev"),
    ("Ali Chamenei", "ali khamenei"),
    ("Alí Jamenei", "ali khamenei"),
    ("Ali Hamaney", "ali khamenei"),
    ("Abdülmelik el-Husi", "abdulmelik el houthi"),
    ("Kim Jong-oen", "kim jong un"),
    ("Kim Dzong Un", "kim jong un"),
    ("Uladzimir MAROZAU", "vladimir marozov"),
    ("Vadzim Dzmitryevich IPATAU", "vadim dmitrievich ipatov"),
    ("Valeriy Vasylyovych HERASYMOV", "valery vasilievich gerasimov"),
    ("Siarhei Mikalaevich KHAMENKA", "sergei nikolaevich khamenko"),
    ("HAIDUKEVICH, Aleh Siarheevich", "gaidukevich oleg sergeevich"),
    ("Hanna Barisauna LIAVUSIK", "anna borisovna leusik"),
    ("Uladzimir NAUMAU", "vladimir naumov"),
    ("Uladzimir RAUKOU", "vladimir ravkov"),
    ("OLIYNYK, Volodymyr Mykolayovych", "oleinik vladimir nikolaevich"),
    ("Larysa Ihorivna BRYCHEVA", "larisa igorevna brycheva"),
    ("PURHIN, Andriy", "purgin andrey"),
    ("Xasan Cabdulle XIRSI", "hasan abdulle hirsi"),
    ("Axmed DIIRIYE", "ahmed diriye"),
    ("XUUROW, Xassan Cabshir", "hurow hassan abshir"),
    ("Ramsan Kadyrow", "ramzan kadyrov"),
    ("Ratko Zivkovic", "ratko zhivkovich"),
    ("Dragan Cvetkovic", "dragan tsvetkovich"),
    ("Radisavljevic Milojko", "radisavlevich miloyko"),
    ("KUDRIAVTCEV Konstantin", "kudryavtsev konstantin"),
    ("Evgenii Tcoi", "evgeniy tsoy"),
    ("Mykola Asarow", "mykola azarov"),
    ("Suleyman Kerimoff", "suleyman kerimov"),
    ("Konstantin Lvovitj ERNST", "konstantin lvovich ernst"),
    ("CHANTHRAPRAPHAPHON, Aphinya", "chantraprapapon apinya"),
    ("UDOMDECH, Ronnayuth", "udomdet ronnayut"),
    ("Ye Win U", "ye win oo"),
    ("Vaxtang Gomelauri", "vakhtang gomelauri"),
    ("Shavkat Xalilov", "shavkat khalilov"),
    ("Alena Mikalaeuna DMUHAILA", "elena nikolaevna dmuhaila"),
    ("HVOZDIEV Valentyn", "gvozdev valentin"),
    ("Ghasem Ghorbani", "qasem qorbani"),
    ("Baqer Qalibaf", "bagher ghalibaf"),
    ("Khaled Chehab", "khaled shehab"),
    ("Chaim Katz", "haim kaz"),
    ("Thet Thet Khine", "thet thet khaing"),
    ("Vladimirs Solovjovs", "vladimir solovyov"),
    ("Alekszandr Lukasenka", "aleksandr lukashenka"),
]


@pytest.mark.parametrize(("spelt", "read"), _SPELT)
def test_a_name_spelt_abroad_is_read_as_english_writes_it(
    spelt: str, read: str
) -> None:
    assert read in readings(spelt)


@pytest.mark.parametrize(
    "name",
    [
        "Sergei Shoigu",
        "John Smith",
        "Hugh Vaughan",
        "Wang Qishan",
        "Mahmoud Hassan",
        "Maria Garcia",
        "Wei Zhang",
        "Yevgeniy Prigozhin",
        "Yury Chaika",
        "Maxim Oreshkin",
        "Xu Zhangli",
        "U Ye Win",
        "Alexander Petrovich Barsukov",
        "",
    ],
)
def test_a_name_without_signs_of_a_language_has_no_other_reading(name: str) -> None:
    assert readings(name) == ()


@pytest.mark.parametrize("name", ["Guillaume Pirouette", "Thierry Choux"])
def test_a_frenchmans_listed_name_stands_as_it_is(name: str) -> None:
    assert readings(name, asked=False) == ()


@pytest.mark.parametrize("name", ["ch" * 5000, "\x00sch\ufffd", "ş ç ğ " * 15, "Šč"])
def test_what_is_no_name_is_read_within_bounds(name: str) -> None:
    assert all(len(read.split()) <= 6 for read in readings(name))
