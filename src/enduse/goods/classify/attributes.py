"""What a description says beside the name of the goods: numbers, units, maker, part."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from enduse.goods.classify.makers import MAKERS
from enduse.goods.parts.makers import makers
from enduse.goods.words.parts import find

_NUMBER = r"\d[\d.,]*"
_COUNT = r"(?:\d{1,3}(?: \d{3})+(?![\d.,])|\d[\d.,]*)"
_COUNTED = re.compile(rf"(?<![\w.,])({_COUNT})\s*([^\W\d_]+(?:['-][^\W\d_]+)?)")
_MEASURES = {
    "voltage": (
        ("v", "в", "伏", "فولت"),
        re.compile(
            rf"(?<![\w.])({_NUMBER}\s*(?:(?:k?V|к?В(?!\s+[^\W\d]))(?:AC|DC)?\b"
            r"|volts?\b|вольт|千?伏|فولت))"
        ),
    ),
    "power": (
        ("w", "в", "瓦", "واط"),
        re.compile(
            rf"(?<![\w.])({_NUMBER}\s*(?:(?:k|M)?(?:W|Вт|кВт)\b|[千兆]?瓦|واط))"
        ),
    ),
    "frequency": (
        ("hz", "гц", "赫", "هرتز"),
        re.compile(
            rf"(?<![\w.])({_NUMBER}\s*(?:[kMGкМГ](?:Hz|Гц)\b|[千兆吉]赫|[مج]ي[جغ]اهرتز))",
            re.IGNORECASE,
        ),
    ),
    "capacitance": (
        ("pf", "nf", "uf", "µf", "μf", "пф", "нф", "кф", "微法", "皮法"),
        re.compile(
            rf"(?<![\w.])({_NUMBER}\s*(?:(?:[pnuµμ]F|(?:п|н|мк)Ф)\b|[微皮纳]法))",
            re.IGNORECASE,
        ),
    ),
    "bore_mm": (
        ("mm", "мм", "毫米"),
        re.compile(
            r"(?<![\w.])(\d{1,4}(?:[.,]\d+)?\s*[x×*х]\s*\d{1,4}(?:[.,]\d+)?"
            r"(?:\s*[x×*х]\s*\d{1,4}(?:[.,]\d+)?)?)\s*(?:mm\b|мм\b|毫米)",
            re.IGNORECASE,
        ),
    ),
    "axes": (
        ("ax", "ach", "осев", "ek", "轴", "軸", "ejes", "محاور", "محور", "assi"),
        re.compile(
            r"(?<!\w)(\d|[三四五六七](?=轴))\s*[- ]?(?:axis|axes|achs\w*|осев\w*"
            r"|eksen\w*|轴|軸|ejes\b|assi\b|محاور|محور)",
            re.IGNORECASE,
        ),
    ),
}  # each with pieces of which one must be there, lower case
_NUMERALS = str.maketrans("三四五六七", "34567")
_PART = re.compile(r"(?<![\w/#.-])[A-Za-z0-9][A-Za-z0-9./#+-]{3,30}(?![\w])")
_DIGIT = re.compile("[0-9]")
_ANY_DIGIT = re.compile(r"\d")
_MODEL = re.compile(
    r"\b(?:model|modell|mod\.|type|typ\.?|модель|型号)(?![^\W\d_])\s*[:№#]?\s*([\w.-]{2,24})",
    re.I,
)
_MODEL_SAID = ("mod", "typ", "модель", "型号")
_OTHER = re.compile(
    r"^(?:\d+[.,]?\d*[a-zA-Zµ]{1,4}(?:/\d+[.,]?\d*[a-zA-Zµ]{1,4})*"  # measures
    r"|\d[\d.,]*/[A-Za-z]+"  # a price for each
    r"|UN\d{4}|[A-Z]{3}U\d{7}"  # dangerous goods, a container
    r"|M\d{1,2}[xX*]\d{1,4})$"  # a thread
)
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{2,4}(?![\w-])")
_PLURAL = re.compile(r" (?:device|instrument|semiconductor|machine|bearing|tool)s$")
_FIRST = re.compile(r"[^\W_]+")
MOST = 5


def attributes_of(text: str) -> dict[str, list[str]]:
    """What could be read, by name; only what is there.

    *Shape*: `maker`, `part_numbers`, `quantity` and `unit` (UN/ECE Rec. 20 where it
    could be told; none for a number that "qty" or "x" marks), `voltage`, `power`,
    `frequency`, `capacitance`, `bore_mm`, `axes`, `model`: lists of strings as written,
    at most five each.

    *Example*:
    >>> attributes_of("XC7A35T-1CPG236I Xilinx 500 pcs")["part_numbers"]
    ['XC7A35T-1CPG236I']
    """
    cut = text[:2000]
    lower = cut.lower()
    found: dict[str, list[str]] = {}
    parts = part_numbers(cut)
    named = _makers(cut.casefold()) or _short_makers(cut, parts)
    if named:
        found["maker"] = named
    if parts:
        found["part_numbers"] = parts
    if _ANY_DIGIT.search(cut) or "轴" in cut:
        _measured(cut, lower, found)
    model = _MODEL.findall(cut) if _held(_MODEL_SAID, lower) else ()
    if model:
        found["model"] = model[:MOST]
    return found


def part_numbers(text: str) -> list[str]:
    """Words shaped like a maker's part number: letters and digits, no plain measure.

    *Example*:
    >>> part_numbers("ADUM1401ARWZ Analog Devices 5V 10mm")
    ['ADUM1401ARWZ']
    """
    return list(_part_numbers(text))


@lru_cache(maxsize=2048)  # a description is asked for them by each who reads it
def _part_numbers(text: str) -> tuple[str, ...]:
    if not _DIGIT.search(text):
        return ()
    pieces = (piece for piece in text.split() if not piece.isalpha())
    matches = (match for piece in pieces for match in _PART.finditer(piece))
    found = (match.group().rstrip(".-/") for match in matches)
    return tuple(dict.fromkeys(word for word in found if is_part(word)))[:MOST]


def is_part(word: str) -> bool:
    """Whether a word is shaped like a part number."""
    if len(word) < 5:
        return False
    digits = sum(map(str.isdigit, word))
    letters = sum(map(str.isalpha, word))
    if digits < 2 or not letters or _OTHER.match(word):
        return False
    upper = sum(map(str.isupper, word))
    return upper * 2 >= letters


def _measured(text: str, lower: str, found: dict[str, list[str]]) -> None:
    _counted(text, lower, found)
    for name, (pieces, pattern) in _MEASURES.items():
        values = pattern.findall(text) if _held(pieces, lower) else ()
        if values:
            found[name] = list(dict.fromkeys(values))[:MOST]
    if "axes" in found:
        found["axes"] = [number.translate(_NUMERALS) for number in found["axes"]]


def _counted(text: str, lower: str, found: dict[str, list[str]]) -> None:
    """How many of what unit; without one only where the number is said to be it."""
    units = _units()
    amounts: list[tuple[str, str]] = []
    for match in _COUNTED.finditer(text):
        word = match[2].lower()
        code = units.spaced.get(word) or units.wide.get(word[:2])
        code = code or units.wide.get(word[:1])
        if code and len(amounts) < MOST:
            amounts.append((match[1].rstrip(".,"), code))
    if amounts:
        found["quantity"] = [number for number, _ in amounts]
        found["unit"] = [code for _, code in amounts]
    elif _held(units.hints, lower) and (said := units.said.search(text)):
        found["quantity"] = [next(filter(None, said.groups())).rstrip(".,")]


class _Units(NamedTuple):
    """Codes of units, of those without blanks, and a number that is said to be one."""

    spaced: dict[str, str]
    wide: dict[str, str]
    said: re.Pattern[str]
    hints: tuple[str, ...]


@cache
def _units() -> _Units:
    place = files("enduse.goods.words") / "quantities.toml"
    told = tomllib.loads(place.read_text(encoding="utf-8"))
    before = "|".join(map(re.escape, told["before"]["words"].split()))
    return _Units(
        {word: c for c, words in told["units"].items() for word in words.split()},
        {word: c for c, words in told["wide"].items() for word in words.split()},
        re.compile(
            rf"(?<!\w)(?:{before})\s?[.:：=]{{0,2}}\s?({_COUNT})"
            r"|(?<=\w)\s+[x×]\s?(\d{1,6})\s*$|^\s*(\d{1,5})\s?[x×]\s",
            re.IGNORECASE,
        ),
        (*told["before"]["words"].split(), " x", "x ", "×"),
    )


def _held(pieces: Sequence[str], text: str) -> bool:
    for piece in pieces:  # noqa: SIM110  (a generator costs more than what it asks)
        if piece in text:
            return True
    return False


def _short_makers(text: str, parts: Sequence[str]) -> list[str]:
    """Makers by two to four capitals that the grammar of a part number bears out."""
    short = _CAPITALS.findall(text) if parts else ()
    if not short:
        return []
    said = frozenset[str]().union(*map(makers, short))
    read = (reading.maker for part in parts for reading in find(part)[:1])
    return list(dict.fromkeys(one for one in read if makers(one) & said))


def _makers(lower: str) -> list[str]:
    lower = lower.replace("-", " ")
    firsts = _maker_words()
    spoken = firsts.keys() & _FIRST.findall(lower)
    if not spoken:
        return []
    near = sorted({pair for first in spoken for pair in firsts[first]})
    held = (name for _, word, name in near if word in lower and _alone(word, lower))
    return list(dict.fromkeys(held))


def _alone(word: str, text: str) -> bool:
    at = text.find(word)
    end = at + len(word)
    before, after = text[at - 1 : at], text[end : end + 1]
    return not before.isalnum() and not after.isalnum()


@cache
def _maker_words() -> dict[str, tuple[tuple[int, str, str], ...]]:
    """By its first run of letters and digits: place, word and name of each maker."""
    told: dict[str, list[tuple[int, str, str]]] = {}
    pairs = [(word, name) for name, words in MAKERS.items() for word in words]
    pairs += [(word[:-1], name) for word, name in pairs if _PLURAL.search(word)]
    for place, (said, name) in enumerate(pairs):
        word = said.casefold().replace("-", " ")
        told.setdefault(_FIRST.findall(word)[0], []).append((place, word, name))
    return {first: tuple(found) for first, found in told.items()}
