"""Names of firms in Chinese characters: general words in English, the rest in pinyin.

A name is simplified and cut into the words of `han_firms.toml`, longest first; what is
left between them is the firm's own name and becomes one word.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from enduse.text.tables import table

_SHORTEST = 5  # characters from which a text without a firm's ending is read so
_READ = 80  # characters of a name
_LONGEST = 8  # characters of a word
_UNKNOWN, _KNOWN = 10, 3  # cost of a character of no word, and of a word
_PARTS = re.compile(r"[0-9]+|[^0-9\s()（）·,.、-]+")
_JOINED = re.compile("(?<=[一-鿿])[-－](?=[一-鿿])")  # of two words: `金刚石-安泰`
_DIGITS = {char: n for n, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_NUMERALS = "〇零一二三四五六七八九十百"
_NUMBER = re.compile(
    rf"第([{_NUMERALS}]+)|([{_NUMERALS}]{{2,}})|([{_NUMERALS}]+)(?=[号厂所局院])"
)
_PLANT = "厂"  # at the end: a word by itself, so 化工厂 is 化工 and 厂
_PLACE_ENDS = ("市", "省", "区", "县")
_ONE = "厂所局部社院业号区县市省镇村馆寺港岛处厅"
_ENDINGS = re.compile(
    "公司|会社|集团|企业|[厂所院局处厅部]$|银行|大学|学校|协会|商会|中心|委员会|合作社|"
    "研究|部队|基金|联合|总厂|工场|株式"
)


@cache
def _simple() -> dict[int, str]:
    characters = table("han_firms")["characters"]
    both = ("".join(characters[side].split()) for side in ("from", "to"))
    return str.maketrans(dict(zip(*both, strict=True)))


@cache
def _words() -> dict[str, str]:
    tables: dict[str, dict[str, str]] = table("han_firms")
    named = (t.items() for name, t in tables.items() if name != "characters")
    return {
        form: english
        for items in named
        for english, forms in items
        for form in forms.replace("·", "").split()
    }


@cache
def _dotted() -> tuple[str, ...]:
    """Known companies whose names have a dot between two foreign names."""
    forms = " ".join(table("han_firms")["brands"].values()).split()
    return tuple(form for form in forms if "·" in form)


def _cut(text: str) -> list[str]:
    """The text in known words and what stands between them, least left unknown.

    *Example*

    >>> _cut("沃泰国际贸易")
    ['沃泰', '国际贸易']
    """
    best: list[tuple[int, int]] = [(0, 0)]  # cost of a beginning, its last cut
    for end in range(1, len(text) + 1):
        last = end == len(text) and text.endswith(_PLANT)
        cost = best[end - 1][0] + (_KNOWN + 1 if last else _UNKNOWN)
        found = (cost, end - 1)
        for start in range(max(0, end - _LONGEST), end - 1):
            if text[start:end] in _words():
                found = min(found, (best[start][0] + _KNOWN, start))
        best.append(found)
    cuts, at = [], len(text)
    while at:
        cuts.append((best[at][1], at))
        at = best[at][1]
    return _runs(text, reversed(cuts))


def _cut_part(part: str) -> list[str]:
    return [part] if part.isascii() else _cut(part)


def _runs(text: str, cuts: Iterable[tuple[int, int]]) -> list[str]:
    """The pieces of a cut text, single characters that follow each other as one."""
    pieces: list[str] = []
    loose = False
    for start, end in cuts:
        single = end - start == 1
        if single and loose:
            pieces[-1] += text[start:end]
        else:
            pieces.append(text[start:end])
        loose = single
    return pieces


def simplified(text: str) -> str:
    """The text with traditional and Japanese characters as simplified ones.

    *Example*

    >>> simplified("貿易")
    '贸易'
    """
    return text.translate(_simple())


def firm_reading(text: str, spelt: Callable[[str], str]) -> str:
    """A firm's name in Latin letters, or '' where the text looks like no firm.

    `spelt` gives the pinyin of what is no general word.

    *Example*

    >>> firm_reading("深圳市精密機械有限公司", lambda text: "x")
    'shenzhen precision machinery co ltd'
    """
    plain = _JOINED.sub("", simplified(text))
    is_firm = _ENDINGS.search(plain) is not None
    may_be_person = not is_firm and (len(plain) < _SHORTEST or "·" in plain)
    for form in _dotted() if "·" in plain else ():
        plain = plain.replace(form, form.replace("·", ""))
    parts = _PARTS.findall(_NUMBER.sub(_number, plain)[:_READ])
    pieces = [piece for part in parts for piece in _cut_part(part)]
    known = [piece in _words() for piece in pieces]
    if not any(known) or (may_be_person and not all(known)):
        return ""
    return " ".join(filter(None, _read(pieces, spelt)))


def _read(pieces: list[str], spelt: Callable[[str], str]) -> Iterator[str]:
    for at, piece in enumerate(pieces):
        if piece in _words() and len(piece) > 1:
            yield _words()[piece]
        elif piece.isascii():
            yield piece
        else:
            yield from _own_name(piece, spelt, first=at == 0)


def _own_name(piece: str, spelt: Callable[[str], str], *, first: bool) -> Iterator[str]:
    """What stands between general words: `义乌市`, `鲁信厂`, or a name alone."""
    if len(piece) > 2 and piece[2] in _PLACE_ENDS:
        yield spelt(piece[:2])
        piece = piece[3:]
    if piece[:1] in _PLACE_ENDS and not first:
        piece = piece[1:]
    if len(piece) == 1 and piece in _words():
        yield _words()[piece]
    elif len(piece) > 2 and piece[-1] in _ONE:
        yield spelt(piece[:-1])
        yield _words().get(piece[-1], "")
    elif piece in _ONE:
        yield _words().get(piece, "")
    elif piece:
        yield spelt(piece)


def _number(found: re.Match[str]) -> str:
    return f" {_value(found[1] or found[2] or found[3])} "


def _value(numeral: str) -> int:
    """The value of a Chinese numeral, with places (`五十四`) or digit by digit."""
    if not set(numeral) & {"十", "百"}:
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, 0
    for char in numeral:
        if char == "百":
            total, digit = total + max(1, digit) * 100, 0
        elif char == "十":
            total, digit = total + max(1, digit) * 10, 0
        else:
            digit = _DIGITS[char]
    return total + digit
