"""What a line says of the sale, not of the goods: number, price, delivery.

"2 SETS VERTICAL MACHINING CENTER FOB DALIAN AT USD 41,500/SET" is read as
"VERTICAL MACHINING CENTER". Weights, sizes and contents stay: they tell of the goods.
"""

import re

_NUMBER = r"(?:\d{1,3}(?: \d{3})+|\d[\d.,]*)"
_SIGNS = ("$", "€", "£", "¥", "₽", "元")
_CODES = ("usd", "eur", "gbp", "cny", "rmb", "rub", "aed", "try", "kzt", "chf", "руб")
_CURRENCY = (
    r"(?:US\$|\$|€|£|¥|₽|USD|EUR|GBP|CNY|RMB|RUB|AED|TRY|KZT|CHF|руб\.?|元|美元)"
)
_UNIT = (
    r"(?:pcs|pce?|pieces?|units?|sets?|nos|ea|each|pairs?|reels?|ctns?|cartons?|pkgs?"
    r"|pallets?|plts?|lots?|adet|takım|шт|штук|компл(?:ект(?:а|ов)?)?|единиц[ыа]?"
    r"|pièces?|unités?|stück|stk|uds|unidades|piezas|pezzi|sztuk|szt"
    r"|台|个|件|套|只|片|颗|批|箱|個|本|대|개)"
)
_EACH = rf"(?:\s*(?:/|per\b|за)\s*(?:{_UNIT}|kg|mt|ton|кг|т)\b\.?)?"
_PRICE = re.compile(
    rf"(?:(?:\bat|@|\bпо(?: цене)?|\bà)\s*)?(?<!\w){_CURRENCY}"
    rf"\s?{_NUMBER}(?![\w-]){_EACH}"
    rf"|(?<![\w.,/-]){_NUMBER}\s?{_CURRENCY}(?!\w){_EACH}",
    re.IGNORECASE,
)
_PACKING = r"(?:cut\s+tape|(?:tape\s*(?:&|and)\s*)?reels?|trays?|tubes?|tape)"
_PACKED = re.compile(rf"(?P<part>\d\S*)[\s,/]+{_PACKING}\s*$", re.IGNORECASE)
_COUNT = re.compile(
    rf"(?<![\w.,/-])(?:x\s?)?{_NUMBER}\s?{_UNIT}(?![\w-])\.?"
    rf"(?:\s*/\s*{_PACKING}\b|\s+(?:of|de|di)\b)?"
    r"|(?<![\w.,])(?:qty|quantity|q-ty|кол-во|数量)\s*[.:]?\s*\d[\d.,]*"
    r"|(?<=[^\W\d])\s+x\s?\d{1,5}\s*(?=$|[,;])"
    r"|(?<![\d./])\d{1,2}[./]\d{1,2}[./](?:19|20)\d{2}(?![\d./])"
    r"|^\s*[+:/]+\s*(?:\d{2}[A-Z]?|RFB|INV|ROC)\s*[:/]\s*",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    rf"\d\s?{_UNIT.replace('ı', '[ıi]')}|qty|quant|q-ty|кол-во|数量|\sx\s?\d"
    r"|\d[./]\d{1,2}[./](?:19|20)|^\s*[+:/]"
)  # whether `_COUNT` may find something in a text of small letters, a plainer question
_TAX = re.compile(
    r"(?:в\s+т\.?\s?ч\.?\s+)?\bНДС\b(?:\s+\d+\s?%)?|(?:incl|excl)\.?\s+VAT\b|不?含税|(?:货|采购)款",
    re.IGNORECASE,
)
_TERM = r"(?:FOB|CIF|CFR|CNF|CPT|CIP|DAP|DDP|DDU|DPU|EXW|FCA|FAS)"
_PLACE = (
    r"(?:\s+(?:PORT\s+OF\s+)?[^\W\d_]{3,20}\b(?:[ ,]+(?:CHINA|RUSSIA|TURKEY|UAE))?)?"
)
_DELIVERED = re.compile(rf"(?<=\w)[\s,;]+{_TERM}\b{_PLACE}")
_DIGIT = re.compile(r"\d")
_FEWEST = 3  # letters of goods that must be left
_BEFORE = 2  # words of goods that stand before where they are delivered
LONGEST = 600  # characters in which terms are looked for


def without_terms(text: str) -> str:
    """The text without what it says of the sale; the same where little else is said.

    *Example*:
    >>> without_terms("2 SETS VERTICAL MACHINING CENTER FOB DALIAN")
    'VERTICAL MACHINING CENTER'
    >>> without_terms("示波器 5台 CIF 圣彼得堡")
    '示波器'
    >>> without_terms("EP4CE22F17C8N cut tape")
    'EP4CE22F17C8N'
    """
    if len(text) > LONGEST:
        return text
    left = _without_place(text)
    if _DIGIT.search(left):
        lower = left.lower()
        if any(code in lower for code in _CODES) or any(s in left for s in _SIGNS):
            left = _PRICE.sub(" ", left)
        if _COUNTED.search(left.lower()):
            left = _COUNT.sub(" ", left)
        left = _PACKED.sub(r"\g<part>", left)
    if not left.isascii() or "VAT" in left:
        left = _TAX.sub(" ", left)
    if len(left) == len(text):
        return text
    left = " ".join(left.split()).replace(" ,", ",").strip(" /,;:+@-")
    enough = sum(map(_tells, left)) >= _FEWEST
    return left if enough else text


def _without_place(text: str) -> str:
    """The text without the term of delivery and its place."""
    found = _DELIVERED.search(text)
    if not found or len(text[: found.start()].split()) < _BEFORE:
        return text
    return f"{text[: found.start()]} {text[found.end() :]}"


def _tells(sign: str) -> int:
    """How much a sign counts: of a script without blanks two signs are a word."""
    return sign.isalpha() * (2 if sign > "\u3040" else 1)
