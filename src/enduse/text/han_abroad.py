"""Names of firms in Chinese characters as they are read outside China.

General words are put into English as ever; the firm's own name between them may be a
foreign name put into characters by sound (`艾维泰克`, Avitek), an English brand put
into Chinese by meaning (`铁山`, Iron Mountain), a family of Japan, or Korean (`連光`,
Ryongwang), as lists in Japanese write firms of North Korea.

*Source*: `heard_characters.txt`, `meant_words.txt` and `korean_characters.txt`.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from enduse.text.han import han_reading
from enduse.text.han_firms import firm_reading, simplified
from enduse.text.han_person import japanese_families
from enduse.text.hangul import syllable
from enduse.text.heard import KANA, VOWELLESS
from enduse.text.scripts import scripts

_FEWEST_HEARD = 2  # characters of a name that is put in by sound
_LONGEST_WORD = 4
_OF_KOREA = re.compile(r"朝鲜|平壤|合营会社|企业所")
_JAPANESE = re.compile(r"株式|有限|合同会社|合资会社")
_ACADEMY = "研究院"  # an academy to some lists, a research institute to others
_COMPANY = "公司"
_AND = re.compile("[和与]")
_VOICED = {"k": "g", "t": "d", "p": "b", "j": "j"}
# A last and a first sound that are said otherwise where they meet: `Amrokgang`.
_MET = {"pr": "mr", "pn": "mn", "pm": "mm", "kn": "ngn", "km": "ngm", "kr": "ngr"}
# A North Korean firm called by a word, before the words for what it does: `革新贸易`.
_CALLED_BY_WORD = re.compile(
    r"(?P<before>朝鲜)?(?P<name>[\u4e00-\u9fff]{2})"
    r"(?P<rest>(?:[\u4e00-\u9fff]{2})?(?:贸易|机械|金融|技术|船舶|自动车|银行)"
    r"(?:总?会社|会社)?)"
)
_NO_READING = "\0"


def readings_abroad(text: str) -> tuple[str, ...]:
    """The readings of a firm's name beside that of China: none for most.

    *Example*

    >>> readings_abroad("艾维泰克公司"), readings_abroad("铁山公司")
    (('aiweitaiku__ company',), ('iron mountain company',))
    >>> readings_abroad("朝鮮三興貿易会社")
    ('korea samhung_ trading company',)
    >>> readings_abroad("朝鮮革新貿易会社")[-1]
    'korea hyoksin_ trading company'
    """
    if "Hani" not in scripts(text):
        return ()
    plain = simplified(text).replace("·", "")
    ways: list[Callable[[str], str]] = [_heard, _meant]
    if _OF_KOREA.search(plain) or _is_korean(plain):
        ways = [_in_korean]
    elif _JAPANESE.search(plain):
        ways.append(_in_japanese)
    elif plain != text and not plain.endswith(_COMPANY):
        ways.append(_in_korean)  # as Japan writes it, a body of Korea maybe
    read = dict.fromkeys(firm_reading(plain, way) for way in ways)
    if _in_korean in ways and (called := _CALLED_BY_WORD.fullmatch(plain)):
        read[_called_by_word(called)] = None
    if _ACADEMY in plain:
        read[han_reading(plain).replace("academy", "research institute")] = None
    return tuple(one for one in read if one and _NO_READING not in one)


def _is_korean(plain: str) -> bool:
    return plain.endswith("会社") and not _JAPANESE.search(plain)


def _heard(piece: str) -> str:
    """A piece by sound; two firms' names with `and` between them are two words."""
    both = _AND.split(piece)
    if len(both) > 1 and min(map(len, both)) >= _FEWEST_HEARD:
        return " ".join(map(_heard, both))
    sounds = [_table("heard_characters").get(char, "") for char in piece]
    if len(piece) < _FEWEST_HEARD or not all(sounds):
        return _NO_READING
    return f"{''.join(sounds)}{KANA}"


def _meant(piece: str) -> str:
    """The piece in words, longest first."""
    words, found, at = _meanings(), [], 0
    while at < len(piece):
        ends = range(min(len(piece), at + _LONGEST_WORD), at, -1)
        end = next((end for end in ends if piece[at:end] in words), 0)
        if not end:
            return _NO_READING
        found.append(words[piece[at:end]])
        at = end
    return " ".join(found)


def _in_japanese(piece: str) -> str:
    """As a family's name, which many firms of Japan bear."""
    return _families().get(piece, _NO_READING)


@cache
def _families() -> Mapping[str, str]:
    families = japanese_families().items()
    return {simplified(name): read[0] for name, read in families}


def _in_korean(piece: str) -> str:
    """As North Korea reads it, initials voiced between voiced sounds."""
    known = [_table("korean_characters").get(char, "") for char in piece]
    if not all(known):
        return _NO_READING
    read = ""
    for sound in map(syllable, known):
        voiced = read.endswith(("a", "e", "i", "o", "u", "n", "m", "l", "ng"))
        first = _VOICED.get(sound[0], sound[0]) if voiced else sound[0]
        single = not sound.startswith(("kk", "tt", "pp", "jj"))
        read = _join(read, first + sound[1:] if single else sound)
    return f"{read}{VOWELLESS}"


def _join(read: str, sound: str) -> str:
    """A syllable behind those before it, both as they sound where they meet."""
    met = _MET.get(read[-1:] + sound[0])
    return read[:-1] + met + sound[1:] if met else read + sound


def _called_by_word(found: re.Match[str]) -> str:
    """The name in Korean, though it is a word: `Korea Hyoksin Trading`."""
    read = [firm_reading(found["rest"], _in_korean) or _NO_READING]
    read.insert(0, _in_korean(found["name"]))
    return " ".join([*(["korea"] if found["before"] else []), *read])


@cache
def _table(name: str) -> Mapping[str, str]:
    """Characters and the sound each has."""
    return {char: sound for sound, written in _lines(name) for char in written}


@cache
def _meanings() -> Mapping[str, str]:
    return dict(_lines("meant_words"))


def _lines(name: str) -> list[tuple[str, str]]:
    text = (files("enduse.text") / f"{name}.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    if name == "korean_characters":
        return [(sound, simplified(written)) for sound, written in rows]
    return [(first, second) for first, second in rows]
