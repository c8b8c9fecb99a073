"""What a description says beside the name of the goods: numbers, units, maker, part."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from enduse.goods.classify.makers import MAKERS

_NUMBER = r"\d[\d.,]*"
_QUANTITY = re.compile(
    rf"(?<![\w.,])({_NUMBER})\s*(pcs?|pieces?|pce|units?|sets?|nos|ea|шт|компл|adet|stk|stück|"
    r"kgs?|кг|tons?|mt|т|rolls?|reels?|boxes|cartons?|m|mtr|l|ltr|"
    r"pièces?|uds|unidades|piezas|pezzi|szt|"
    r"个|件|台|套|只)\b\.?",
    re.IGNORECASE,
)  # fmt: skip
_UNITS = {
    **dict.fromkeys(
        [
            "pc",
            "pcs",
            "piece",
            "pieces",
            "pce",
            "unit",
            "units",
            "nos",
            "ea",
            "шт",
            "adet",
            "stk",
            "stück",
            "pièce",
            "pièces",
            "uds",
            "unidades",
            "piezas",
            "pezzi",
            "szt",
        ],
        "H87",
    ),
    **dict.fromkeys(["个", "件", "台", "只"], "H87"),
    **dict.fromkeys(["set", "sets", "компл", "套"], "SET"),
    **dict.fromkeys(["kg", "kgs", "кг"], "KGM"),
    **dict.fromkeys(["ton", "tons", "mt", "т"], "TNE"),
    **dict.fromkeys(["m", "mtr"], "MTR"),
    **dict.fromkeys(["l", "ltr"], "LTR"),
}
_MEASURES = {
    "voltage": (
        ("v", "в"),
        re.compile(rf"(?<![\w.])({_NUMBER}\s*(?:k?V|к?В(?!\s+[^\W\d]))(?:AC|DC)?)\b"),
    ),
    "power": (
        ("w", "в"),
        re.compile(rf"(?<![\w.])({_NUMBER}\s*(?:k|M)?(?:W|Вт|кВт))\b"),
    ),
    "frequency": (
        ("hz",),
        re.compile(rf"(?<![\w.])({_NUMBER}\s*(?:k|M|G)Hz)\b", re.IGNORECASE),
    ),
    "capacitance": (
        ("pf", "nf", "uf", "µf", "μf"),
        re.compile(rf"(?<![\w.])({_NUMBER}\s*[pnuµμ]F)\b", re.IGNORECASE),
    ),
    "bore_mm": (
        ("mm",),
        re.compile(
            r"(?<![\w.])(\d{1,4}(?:[.,]\d+)?\s*[x×*х]\s*\d{1,4}(?:[.,]\d+)?"
            r"(?:\s*[x×*х]\s*\d{1,4}(?:[.,]\d+)?)?)\s*mm\b",
            re.IGNORECASE,
        ),
    ),
    "axes": (
        ("ax", "ach", "осев", "ek", "轴"),
        re.compile(
            r"\b(\d)\s*[- ]?(?:axis|axes|achs\w*|осев\w*|eksen\w*|轴)", re.IGNORECASE
        ),
    ),
}  # each with pieces of which one must be there, lower case
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
_FIRST = re.compile(r"[^\W_]+")
MOST = 5


def attributes_of(text: str) -> dict[str, list[str]]:
    """What could be read, by name; only what is there.

    *Shape*: `maker`, `part_numbers`, `quantity` and `unit` (UN/ECE Rec. 20 where it
    could be told), `voltage`, `power`, `frequency`, `capacitance`, `bore_mm`, `axes`,
    `model`: lists of strings as written, at most five each.

    *Example*:
    >>> attributes_of("XC7A35T-1CPG236I Xilinx 500 pcs")["part_numbers"]
    ['XC7A35T-1CPG236I']
    """
    cut = text[:2000]
    lower = cut.lower()
    found: dict[str, list[str]] = {}
    makers = _makers(cut.casefold())
    if makers:
        found["maker"] = makers
    parts = part_numbers(cut)
    if parts:
        found["part_numbers"] = parts
    if _ANY_DIGIT.search(cut):
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
    amounts = _QUANTITY.findall(text)[:MOST]
    if amounts:
        found["quantity"] = [number.rstrip(".,") for number, _ in amounts]
        found["unit"] = [_UNITS.get(unit.lower(), unit) for _, unit in amounts]
    for name, (pieces, pattern) in _MEASURES.items():
        values = pattern.findall(text) if _held(pieces, lower) else ()
        if values:
            found[name] = list(dict.fromkeys(values))[:MOST]


def _held(pieces: Sequence[str], text: str) -> bool:
    for piece in pieces:  # noqa: SIM110  (a generator costs more than what it asks)
        if piece in text:
            return True
    return False


def _makers(lower: str) -> list[str]:
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
    for place, (said, name) in enumerate(pairs):
        word = said.casefold()
        told.setdefault(_FIRST.findall(word)[0], []).append((place, word, name))
    return {first: tuple(found) for first, found in told.items()}
