"""Goods, tariff codes and part numbers in free text, with the place of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from enduse.goods import hs
from enduse.goods.classify import phrases
from enduse.goods.classify.attributes import is_part
from enduse.goods.classify.latinised import as_written
from enduse.goods.classify.normal import folded
from enduse.goods.classify.references import references
from enduse.goods.classify.stems import stem
from enduse.goods.classify.surroundings import is_money, is_other, is_place
from enduse.goods.words import parts

Kind = Literal["goods", "hs", "eccn", "part"]
MAX_TEXT = 20_000
_NAMED = (
    r"H\.?\s?S\.?|HTS|HSN|CN|SH|NCM|TARIFF|TARIC|CUSTOMS|COMMODITY|ZOLLTARIF|WARENNUMMER"
    r"|ARANCELARI[OA]|PARTIDA|GT[Iİ]P|TN\s?VED|ТН\s?ВЭД|УКТ\s?ЗЕД|КОД\s+ТОВАРА"
    r"|HS编码|海关编码|商品编码|税则号列?|税号|تعرفه"
)  # the schemes that codes are said to be of
_PAIRS = r"\d\d[ ./-]?\d\d[ ./-]?\d\d"
_CODE = (
    rf"{_PAIRS}(?:[ .]?\d{{3}} \d|(?:[ ./]?\d\d){{0,4}})"
    r"|[1-9]\d{6}|[1-9]\d{8}|\d{4}\.\d"
)
_MORE = re.compile(r"\d{4}\.?\d\d(?:\.?\d\d){0,2}(?!\d)")
_LABELLED = re.compile(
    rf"\b(?:(?:code|kod|código|код|کد)\s+)?(?:{_NAMED})"
    r"(?:[ -]?(?:codes?|no|nr|number|nummer|kodu?|код|еаэс))*"
    rf"[\s.:：#№-]{{0,4}}({_CODE})(?!\d)((?:\s?[,;/&+]\s?{_MORE.pattern})*)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<![\d.,/-])(\d{4} \d\d (?:\d{3} \d|\d{4}))(?![\d.,]*\d)")
_DOTTED = re.compile(
    r"(?<![\d.,/-])(\d{4}\.\d{2}(?:\.\d{2}(?:\.?\d{2})?)?)(?![\d.]*\d)"
)
_ECCN = re.compile(
    r"(?<![A-Za-z0-9])([0-9][A-E][0-9]{3}(?:\.[a-z](?:\.\d+)*)?|EAR99)(?![A-Za-z0-9])"
)
_PART = re.compile(
    r"(?<![A-Za-z0-9/#.-])[A-Za-z0-9][A-Za-z0-9/#+.-]{4,39}(?![A-Za-z0-9])"
)
_WITH_DIGIT = re.compile(r"[^\s\d]*\d\S{3,}")
_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\d[\d. A-E]\d|[A-Za-z]\d\d")
_SIX = re.compile(rf"{_PAIRS}|\d{{4}}\.\d")
_NO_DIGIT = re.compile(r"\D")
_SHORT = re.compile(r"\d{4}\.\d")
_PRICE = 7  # signs of a code that may be an amount: 8482.10
_FEWEST = 3  # letters of goods beside a code
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}")


@dataclass(frozen=True, slots=True)
class GoodSpan:
    """A piece of text that names goods: from `start` up to `end`, as written."""

    start: int
    end: int
    text: str
    kind: Kind


def without_codes(text: str) -> str:
    """The text without tariff codes that are said to be such or begin it.

    The words say what the goods are; the code is read apart and held against them.

    *Example*:
    >>> without_codes("8458.11.00 - horizontal lathe"), without_codes("lathe HS 845811")
    ('horizontal lathe', 'lathe')
    """
    if not _SIX.search(text):
        return text
    left = _LABELLED.sub(" ", text).lstrip()
    first = _DOTTED.match(left)
    if first and _is_code(first.group(1)) and not is_money(left, *first.span(1)):
        left = left[first.end() :]
    if len(left) == len(text):
        return text
    left = left.strip(" ,;:-./()–—")
    return left if sum(map(str.isalpha, left)) >= _FEWEST else text


def _is_code(written: str) -> bool:
    """Whether a code is one of an edition, with the zero that a spreadsheet took."""
    digits = _NO_DIGIT.sub("", written)
    if _SHORT.fullmatch(written):
        digits = f"{digits}0"
    elif len(digits) % 2:
        digits = f"0{digits}"
    return bool(hs.editions_of(digits[:6]))


def find_goods(text: str) -> list[GoodSpan]:
    """The goods phrases, HS and ECCN codes and part numbers of a text, in its order.

    Spans do not overlap. A part number counts where a maker's grammar has it; a phrase
    where it stands among the known words of trade.

    *Example*:
    >>> [(s.text, s.kind) for s in find_goods("PAYMENT FOR CNC LATHE HS 8458.11")]
    [('CNC LATHE', 'goods'), ('8458.11', 'hs')]
    """
    cut = text[:MAX_TEXT]
    found: list[GoodSpan] = []
    if _DIGITS.search(cut):
        found += _codes(cut)
        found += _parts(cut)
    found += _phrases(cut)
    taken: list[GoodSpan] = []
    end = 0
    order = {"hs": 0, "eccn": 1, "part": 2, "goods": 3}
    for span in sorted(found, key=lambda s: (s.start, order[s.kind], -s.end)):
        if span.start >= end:
            taken.append(span)
            end = span.end
    return taken


def _codes(text: str) -> list[GoodSpan]:
    found = []
    for start, end in _places_of_codes(text) if _SIX.search(text) else ():
        found.append(GoodSpan(start, end, text[start:end], "hs"))
    for match in _ECCN.finditer(text):
        if not is_place(text, match.start(1)):
            found.append(GoodSpan(match.start(1), match.end(1), match[1], "eccn"))
    return found


def _places_of_codes(text: str) -> Iterator[tuple[int, int]]:
    """Where tariff codes of some edition stand, as said or by their dots or blanks."""
    for match in _LABELLED.finditer(text):
        short = _SHORT.fullmatch(match[1]) and is_money(text, *match.span(1))
        if _is_code(match[1]) and not short:
            yield match.span(1)
        for more in _MORE.finditer(text, *match.span(2)):
            if _is_code(more.group()):
                yield more.span()
    for pattern in (_DOTTED, _GROUPED):
        for match in pattern.finditer(text):
            money = len(match[1]) == _PRICE and is_money(text, *match.span(1))
            if _is_code(match[1]) and not money:
                yield match.span(1)


def _parts(text: str) -> list[GoodSpan]:
    found = []
    papers = references(text)
    for match in _WITH_DIGIT.finditer(text):
        piece = match.group()
        if not any(map(str.isalpha, piece)):
            continue
        for inner in _PART.finditer(piece):
            word = inner.group().rstrip("./-+#")
            if is_part(word) and any(_sure(r.pattern) for r in parts.find(word)):
                start = match.start() + inner.start()
                if not any(a <= start < b for a, b in papers):
                    found.append(GoodSpan(start, start + len(word), word, "part"))
    return found


def _sure(pattern: str) -> bool:
    """Whether a pattern says enough to stand without its maker's name."""
    return sum(sign.isalnum() for sign in pattern) >= 4


def _phrases(text: str) -> list[GoodSpan]:
    known = phrases.sizes()
    plain = _plain_words(text)
    stems = [stem(word) for word in plain]
    found = _unspaced(text) if not text.isascii() else []
    if known.keys().isdisjoint(stems):
        return found
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    at = 0
    while at < len(words):
        lengths = known.get(stems[at])
        size = next((n for n in lengths or () if _held(stems, at, n)), 0)
        if size:
            start, end = words[at][0], words[at + size - 1][1]
            if not is_other(text, start, end):
                found.append(GoodSpan(start, end, text[start:end], "goods"))
        at += max(size, 1)
    return found


def _plain_words(text: str) -> list[str]:
    """The words of a text, folded; Russian ones in Latin letters put back."""
    if text.isascii():
        words = _WORD.findall(text.lower())
        written = as_written(text)
        if written is text:
            return words
        own = _WORD.findall(written)
        return [folded(word) for word in own] if len(own) == len(words) else words
    return [folded(word) for word in _WORD.findall(text)]


def _held(stems: list[str], at: int, size: int) -> bool:
    found = stems[at : at + size]
    return len(found) == size and phrases.key(found) in phrases.stemmed()


def _unspaced(text: str) -> list[GoodSpan]:
    """Known words within runs of signs that are written without blanks."""
    known = phrases.phrases()
    found = []
    for run in _HAN.finditer(text):
        signs, at = run.group(), 0
        while at < len(signs) - 1:
            size = next(
                (n for n in range(min(12, len(signs) - at), 1, -1)
                 if signs[at : at + n] in known),
                0,
            )  # fmt: skip
            if size:
                start = run.start() + at
                piece = signs[at : at + size]
                found.append(GoodSpan(start, start + size, piece, "goods"))
            at += max(size, 1)
    return found
