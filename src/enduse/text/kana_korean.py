"""Korean names in katakana, as lists in Japanese write them: キム・ジョンウン.

A syllable's last sound is a kana of its own, and `ン` stands for two of them, so that
a name is read in several ways.

*Source*: the practice of Japanese newspapers and ministries; general knowledge.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice, product

from enduse.text.hangul import MARK

_MOST, _FEWEST, _LONGEST = 8, 3, 4
_DOTS = re.compile(r"[\s・･=＝]+")
_FAMILIES = """キム リ イ パク チェ チョン チョ カン ユン チャン ハン オ ソ
シン リム イム クォン ファン アン ソン ホン コ ムン ヤン ペ ペク ホ ナム ノ
ハ クァク チャ チュ ミン チン チ オム ピョン ウォン パン コン ヒョン リュ ユ
リャン リョ リョム ロ トン マ メン テ ウ ク クク ソク ミョン ト キル ファ ハム"""
_ROWS = {
    "k": "カキクケコ",
    "s": "サシスセソ",
    "t": "タチツテト",
    "n": "ナニヌネノ",
    "h": "ハヒフヘホ",
    "m": "マミムメモ",
    "r": "ラリルレロ",
    "p": "パピプペポ",
    "": "アイウエオ",
}
_SAME_AS = str.maketrans(
    "ガギグゲゴザズゼゾダデドバビブベボ", "カキクケコサスセソタテトパピプペポ"
)
_OWN = """チ ji ジ ji ヂ ji ヤ ya ユ yu ヨ yo ワ wa チェ choe ジェ jae シェ sae ヒ hui
ウォ wo ウィ wi ウェ we ファ hwa フィ hwi フォ hwo フェ hoe クァ kwa クォ kwo
クェ koe グァ kwa グォ kwo グェ koe トゥ tu ドゥ tu ティ ti ディ ti"""
_E, _AE = re.compile("e$"), "ae"
_LAST = {"ン": ("n", "ng"), "ム": ("m",), "ク": ("k",), "ル": ("l",), "プ": ("p",)}
_LAST |= {"ッ": ("t",)}
_SMALL = "ァィゥェォャュョ"


@cache
def _said() -> dict[str, str]:
    """What each kana, alone or with a small one, stands for in a Korean syllable."""
    found = {
        kana: _E.sub(_AE, first + vowel)
        for first, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    }
    for kana in "キシチニヒミリピ":
        first = found[kana][:-1] if kana != "チ" else "j"
        for small, vowel in zip("ャュョ", "auo", strict=True):
            found[kana + small] = ("j" if first == "j" else first + "y") + vowel
    for small, vowel in zip("ャュョ", "auo", strict=True):
        found[f"ジ{small}"] = f"j{vowel}"
    own = _OWN.split()
    return found | dict(zip(own[::2], own[1::2], strict=True))


def koreans(name: str) -> Iterator[str]:
    """The ways to read a name in kana as Korean, syllable by syllable.

    *Example*

    >>> list(koreans("パク・ボンジュ")), list(koreans("ウラジーミル・プーチン"))
    (['pak___ pon___ ju___', 'pak___ pong___ ju___'], [])
    """
    words = [word.replace("ー", "") for word in _DOTS.split(name.strip())]
    if len(words) < 2 or words[0] not in _FAMILIES.split():
        return iter(())
    cut = [_cuts(word) for word in words[1:]]
    family = _syllable(words[0])
    ways = ([family, *chain(*way)] for way in product(*cut))
    fitting = (way for way in ways if _FEWEST <= len(way) <= _LONGEST)
    read = (" ".join(one) for way in fitting for one in product(*way))
    return islice(dict.fromkeys(read), _MOST)


def _cuts(word: str) -> list[list[tuple[str, ...]]]:
    """The ways to cut a word into one syllable or two, and to read those."""
    whole = _syllable(word)
    both = [
        [first, second]
        for at in range(1, len(word))
        if (first := _syllable(word[:at])) and (second := _syllable(word[at:]))
    ]
    return [*([[whole]] if whole else []), *both]


def _syllable(text: str) -> tuple[str, ...]:
    """The ways to read one syllable, none for what is none."""
    size = 2 if text[1:2] and text[1] in _SMALL else 1
    first, rest = text[:size], text[size:]
    said = _said().get(first) or _said().get(first.translate(_SAME_AS))
    if not said or (rest and rest not in _LAST):
        return ()
    return tuple(f"{said}{last}{MARK}" for last in _LAST.get(rest, ("",)))
