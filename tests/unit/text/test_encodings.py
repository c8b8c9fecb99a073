"""Which encoding a text is in: old ones are guessed by the letters it then has."""

import io

import pytest

from enduse.text.encoding import encoding_of

TEXTS = {
    "cp1251": [
        "ФИО;Гражданство\nОбразцов Сергей;Россия\n",
        "N\nИВАНОВ ИВАН\n",
    ],
    "cp866": [
        "ФИО;Гражданство\nОбразцов Сергей;Россия\n",
        "N\nИванов Иван\n",
    ],
    "koi8-r": ["ФИО;Гражданство\nОбразцов Сергей;Россия\n", "Name\nООО РОМАШКА\n"],
    "gb18030": [
        "客户名称,国籍\n深圳某某贸易有限公司,中国\n",
        "Name\n王伟,Ex\n",
    ],
    "big5": [
        "客戶名稱,國籍\n台北貿易公司,台灣\n",
        "Name\n臺灣精密機械股份有限公司\n",
    ],
    "shift_jis": ["顧客名,国籍\n株式会社アルファ,日本\n", "Name\nアルファ自動車\n"],
    "euc-kr": ["고객명,국적\n주식회사 알파,대한민국\n", "Name\n김철수\n박영희\n"],
    "cp1254": ["Müşteri Adı;Uyruğu\nİbrahim Çiçek;Türkiye\n", "Name\nGülşen Ağaoğlu\n"],
    "cp1250": ["Název;Země\nJiří Dvořák;Česko\n", "Name\nŻegluga Łódź\n"],
    "cp1252": ["Name;Land\nMüller;Österreich\n", "Name\nPeñalver\n", "N\nBjørnstad\n"],
    "cp1256": ["اسم العميل;الجنسية\nمحمد علي;مصر\n", "Name\nشركة النور للتجارة\n"],
    "cp1255": ["שם לקוח;אזרחות\nמשה כהן;ישראל\n", "Name\nמשה כהן\nדוד לוי\n"],
    "cp1253": ["Επωνυμία;Χώρα\nΠαπαδόπουλος;Ελλάδα\n", "Name\nΓεώργιος Παππάς\n"],
}


@pytest.mark.parametrize("codec", TEXTS)
def test_old_encodings_are_told_by_their_letters(codec: str) -> None:
    for text in TEXTS[codec]:
        data = text.encode(codec)
        found = encoding_of(io.BytesIO(data))
        assert (data.decode(found.codec), found.certain) == (text, False)


def test_utf_8_with_a_lost_byte_is_utf_8() -> None:
    data = "Имя;Страна\nОбразцов Сергей;Россия\n".encode()
    assert encoding_of(io.BytesIO(data[:20] + data[21:])).codec == "utf-8-sig"


@pytest.mark.parametrize("data", [b"\xff", b"\x80\x81", b"a\xe9", b"\xc3"])
def test_any_bytes_have_an_encoding(data: bytes) -> None:
    assert data.decode(encoding_of(io.BytesIO(data)).codec, "replace")
