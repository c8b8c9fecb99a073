"""Which old encoding a text is likeliest in, by the letters that it then has.

A text read in a wrong encoding has letters that are rare in its language, or small
ones before capitals; one read in the right one has headings that are known, too.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from enduse.text.headers import is_known, kind_of
from enduse.text.related_headers import related_of

_LONG = 3  # bytes beyond ASCII in a row: a word of another script, or a sign of Chinese
_OTHER = 0.5  # of the bytes beyond ASCII stand in such a row
_SAMPLE = 64 * 1024
_HEADED = 20  # lines among which headings are looked for
_KNOWN = 0.4  # what a known heading adds, three at most
_CELLS = re.compile(r'[,;\t|\n"]')
_WORD = re.compile(r"[^\W\d_]+")


class _Codec(NamedTuple):
    """A codec, the letters frequent in what is written in it, and their usual share."""

    name: str
    letters: frozenset[str]
    share_01: float


_RU = _Codec("cp1251", frozenset("оеаинтсрвлкмд"), 0.75)
_AR, _HE, _EL = "اليمنوراتبدةع", "יוהאלרתשמנבד", "αοιεστνηρκλυάέήίόύώπ"
_JA = "ーンスアイルトラリクシタの株式会社東京都市区県田山日本"
_KO = (
    "이가다은는의에한사지기대리고하주식회사김박정조최강윤장임서울시구동로길무역산업전자공인천해"
    "국성명"
)
_HAN = (
    "公司有限贸易科技发展国际市路号区省工业机电子中华人民王李张刘陈实业进出口物流器材技术设备"
    "精密新能源东方海山江天大金龙华明光信通建安北京上深圳广州香港客户名称国籍地址电话证件号码"
)
_TRAD = (
    "公司有限貿易科技發展國際市路號區省工業機電子中華人民王李張劉陳實業進出口物流器材技術設備"
    "精密新能源東方海山江天大金龍華明光信通建安北京上深圳廣州香港客戶名稱國籍地址電話證件號碼"
    "臺灣台北高雄街樓段"
)
_OF_TWO_BYTES = (
    _Codec("gb18030", frozenset(_HAN), 0.22),
    _Codec("big5", frozenset(_TRAD), 0.22),
    _Codec("shift_jis", frozenset(_JA), 0.3),
    _Codec("euc-kr", frozenset(_KO), 0.3),
    _Codec("euc-jp", frozenset(_JA), 0.3),
)
_OTHER_SCRIPTS: tuple[_Codec, ...] = (
    _RU,
    _RU._replace(name="cp866"),
    _RU._replace(name="koi8-r"),
    _Codec("cp1256", frozenset(_AR), 0.75),
    _Codec("cp1255", frozenset(_HE), 0.7),
    _Codec("cp1253", frozenset(_EL), 0.9),
)
_LATIN: tuple[_Codec, ...] = (
    _Codec("cp1252", frozenset("äöüßàâçèéêëîïôùûñáíóúãõåæøœ’“”–"), 1.0),
    _Codec("cp1254", frozenset("çğıöşüâîû’“”–"), 1.0),
    _Codec("cp1250", frozenset("ąćęłńóśźżáčďéěíňřšťúůýžľĺŕäôöőüűđăâîşţ’„”–"), 1.0),
    _Codec("cp1257", frozenset("āčēģīķļņšūžąęėįųõäöü’„”–"), 1.0),
)


def likeliest(sample: bytes) -> str:
    """The codec in which a text without a byte order mark, and not UTF-8, reads best.

    *Unknown*: `cp1252` where nothing speaks for another.
    """
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    text = cut[:_SAMPLE]
    runs = re.findall(rb"[\x80-\xff]+", text)
    high = sum(map(len, runs))
    long = sum(len(run) for run in runs if len(run) >= _LONG)
    single = _OTHER_SCRIPTS if high and long >= _OTHER * high else _LATIN
    return max((*single, *_OF_TWO_BYTES), key=lambda codec: _score(text, codec)).name


def _score(sample: bytes, codec: _Codec) -> float:
    text = _decoded(sample, codec.name)
    if text is None:
        return -1.0
    beyond = [c for c in text.casefold() if not c.isascii() and not c.isspace()]
    if not beyond:
        return 0.0
    share = sum(1 for c in beyond if c in codec.letters) / len(beyond)
    return share / codec.share_01 - _odd(text) + _KNOWN * min(3, sum(_known(text)))


def _decoded(sample: bytes, codec: str) -> str | None:
    """The text in a codec; None where it is none, but for a sign cut off at its end."""
    for end in (len(sample), len(sample) - 1, len(sample) - 3):
        try:
            return sample[:end].decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _odd(text: str) -> float:
    """The share of words with a small letter before a capital, or with no letters."""
    words = [w for w in _WORD.findall(text) if not w.isascii()]
    mixed = sum(1 for w in words if not (w.islower() or w.isupper() or w.istitle()))
    signs = sum(1 for c in text if not c.isascii() and _is_sign(c))
    letters = sum(1 for c in text if not c.isascii())
    cased = any(w.lower() != w.upper() for w in words)
    return (mixed / len(words) if words and cased else 0.0) + signs / max(letters, 1)


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "CS" or char in "¿¡¹²³¼½¾"


def _known(text: str) -> Iterator[bool]:
    """For each cell of the first lines not in ASCII, whether it is known."""
    cells = {c.strip() for c in _CELLS.split("\n".join(text.splitlines()[:_HEADED]))}
    for cell in sorted(cells):
        if not cell.isascii() and len(cell) < 80:
            yield is_known(cell) or bool(related_of(cell)) or bool(kind_of(cell))
