"""Foreign names as Thais write them by sound: `เซอร์เกย์ ลาฟรอฟ` is Sergei Lavrov.

Thais keep a sound that Thai has not at the end of a syllable, `ฟ` or `ซ`, and put a
mark on a letter that they leave unsaid, `ร์`; no Thai name has either. Such a name is
read letter by letter into tokens that are heard as kana are (`heard.KANA`), for `ก` may
be a g, `ซ` a z and `ว` a v; a name that many bear is given as Latin letters have it.

*Source*: the Royal Society's rules for writing foreign words; the names of
`foreign_sounds.txt`, general knowledge.
"""

import re
from functools import cache

from enduse.text.tables import sections
from enduse.text.thai import firm_words, thai_reading

MARK = "__"
_TONES = re.compile("[่-๋็]")
_UNSAID = re.compile("([ก-ฮ])[ิุ]?์")
_FOREIGN = re.compile(r"[ซฟฮ]|[าีูอยเแโ].?ร์|[ลกสซคฟมนง]์|[บปพคกฟสซดทต]รอฟ")
_THAI = re.compile(r"(?:นทร|ษณ|[ศคทดณ]|(?<![ฟซส])ต)[ิุ]?์|ศักดิ|พงษ")
_FIRST = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬฮ",
        (
            *("k", "k", "k", "k", "k", "k", "ng", "j", "sh", "sh", "z", "sh", "y"),
            *("d", "t", "t", "t", "t", "n", "d", "t", "t", "t", "t", "n", "b", "p"),
            *("p", "f", "p", "f", "p", "m", "y", "r", "r", "v", "s", "s", "s", "h"),
            *("r", "h"),
        ),
        strict=True,
    )
)
_C, _NEXT = "([ก-ฮ](?:[รลว](?=[ก-ฮ]?[ะัา-ู]|[ก-ฮ]))?)", "(?![ะัา-ู])"
# Shapes of syllables by their signs, and what vowel stands behind the first consonant.
_SHAPES = tuple(
    (re.compile(shape), said)
    for shape, said in (
        (f"เ{_C}ีย", "ia"),
        (f"เ{_C}ือ", "ua"),
        (f"เ{_C}า", "ao"),
        (f"เ{_C}อ{_NEXT}", "e"),
        (f"เ{_C}ิ", "e"),
        (f"เ{_C}ย{_NEXT}", "ei"),
        (f"เ{_C}ะ?", "e"),
        (f"แ{_C}ะ?", "a"),
        (f"โ{_C}ะ?", "o"),
        (f"[ไใ]{_C}ย?{_NEXT}", "ai"),
        (f"{_C}ัว", "ua"),
        (f"{_C}[ัาะ]", "a"),
        (f"{_C}ำ", "am"),
        (f"{_C}[ิี]", "i"),
        (f"{_C}[ึื]อ?", "u"),
        (f"{_C}[ุู]", "u"),
        (f"{_C}อ{_NEXT}", "o"),
    )
)
_CARRIER = "อ"
_LEAST = 2


@cache
def _names() -> dict[str, str]:
    """Names that many foreigners bear, without the marks of tones."""
    lines = sections("foreign_sounds")["thai names"]
    return {_plain(form): name for name, *forms in lines for form in forms}


def _plain(word: str) -> str:
    return _TONES.sub("", word)


def foreign_reading(text: str) -> str:
    """A foreigner's name, or one of a foreign firm, '' for one that may be Thai.

    *Example*

    >>> foreign_reading("เซอร์เกย์ ลาฟรอฟ"), foreign_reading("สมชาย ใจดี")
    ('sergei rafrof__', '')
    """
    words = [_plain(word) for word in text.split()]
    if not any(map(is_foreign, words)) or any(map(_THAI.search, words)):
        return ""
    return _foreign(_plain(text))


def firm_reading(text: str) -> str:
    """A firm's name with a foreign one between its general words, else ''.

    *Example*

    >>> firm_reading("ธนาคารสเบอร์แบงก์"), firm_reading("ธนาคารกสิกรไทย")
    ('bank sberbank__', '')
    """
    plain = _plain(text)
    pieces = [x.strip() for x in firm_words().split(plain)]
    own = [x for x in pieces[::2] if x]
    if not any(is_foreign(x) for one in own for x in one.split()):
        return ""
    if any(map(_THAI.search, own)):
        return ""
    read = [
        thai_reading(piece) if at % 2 else _foreign(piece)
        for at, piece in enumerate(pieces)
        if piece
    ]
    return " ".join(" ".join(read).split())


def _foreign(piece: str) -> str:
    return " ".join(_names().get(x) or _marked(_read(x)) for x in piece.split())


def is_foreign(word: str) -> bool:
    """Whether a word, without marks of tones, has what no Thai name has."""
    return word in _names() or _FOREIGN.search(word) is not None


def _read(word: str) -> str:
    word = _UNSAID.sub(r"\1", word)
    read, at = [], 0
    while at < len(word):
        for shape, vowel in _SHAPES:
            if found := shape.match(word, at):
                first = "" if found[1] == _CARRIER else found[1]
                read.append("".join(_FIRST.get(c, "") for c in first) + vowel)
                at = found.end()
                break
        else:
            read.append(_FIRST.get(word[at], ""))
            at += 1
    return "".join(read).replace("ngk", "nk")


def _marked(read: str) -> str:
    return f"{read}{MARK}" if len(read) >= _LEAST else read
