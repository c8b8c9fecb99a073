"""Tariff codes, ECCNs and CAS numbers that stand in free text, with their places.

A tariff code counts where it is said to be one, where its dots or blanks show it, or,
bare, beside words of goods of its own heading (`spans.py`); each must be a code of some
edition. A CAS number needs its check digit, and its name or a substance held here.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from stdnum import casrn

from enduse.goods import cas, code_labels, hs
from enduse.goods.classify.references import references
from enduse.goods.classify.surroundings import is_money, is_place

Scheme = Literal["hs", "eccn", "cas"]
_PAIRS = r"\d\d[ ./-]?\d\d[ ./-]?\d\d"
_CODE = (
    r"\d{8}(?:\d\d){0,3}(?!\d)"
    rf"|{_PAIRS}(?:[ .]?\d{{3}} \d|(?:[ ./-]?\d\d){{0,4}})"
    r"|\d{4},\d\d(?:[,.]?\d\d){0,2}|[1-9]\d{4}|[1-9]\d{6}|[1-9]\d{8}|\d{4}\.\d"
)
_MORE = re.compile(r"\d{4}\.?\d\d(?:\.?\d\d){0,2}(?!\d)")
_LABELLED = re.compile(
    rf"(?:\b|(?<=_)){code_labels.BEFORE}?(?:{code_labels.SURE}|{code_labels.WITH_CODE})"
    rf"{code_labels.BEHIND}{{0,3}}"
    rf"[\s.:：#№=>\"'-]{{0,5}}({_CODE})(?![\d,]*\d)((?:\s?[,;/&+]\s?{_MORE.pattern})*)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\b(?:HSN(?:/SAC)?|H\.?S\.?[ -]?(?:codes?|headings?)|(?:tariff|customs)\s+heading"
    r"|товарная\s+позиция|品目)[\s.:№-]{0,4}(\d{4}|\d\d\.\d\d)(?![\d.,/-]*\d)",
    re.IGNORECASE,
)
_GROUPED = re.compile(r"(?<![\d.,/-])(\d{4} \d\d (?:\d{3} \d|\d{4}))(?![\d.,]*\d)")
_DOTTED = re.compile(
    r"(?<![\d.,/-])(\d{4}\.\d{2}(?:\.\d{2}(?:\.?\d{2})?)?)(?![\d.]*\d)"
)
_BARE = re.compile(r"(?<![\w.,/#+-])(\d{6}(?:\d{2}){0,2})(?![\w/+-]|[.,]\d)")
_ECCN = re.compile(
    r"(?:(?<![A-Za-z0-9])|(?<=ECCN))"
    r"([0-9][A-E][0-9]{3}(?:\.?[a-z](?:\.?\d{1,2})?){0,3}(?:\.\d+)*|EAR99)"
    r"(?![A-Za-z0-9])"
)
_CAS = re.compile(
    r"(\bCAS(?:RN)?(?:[ -]?(?:registry|reg|no|nr|number))*[\s.:#№-]{0,4})?"
    r"(?<![\w-])(\d{2,7}-\d\d-\d)(?![\w-])",
    re.IGNORECASE,
)
_SIX = re.compile(rf"{_PAIRS}|\d{{4}}[.,]\d|(?<!\d)\d{{4,5}}(?!\d)")
_LONG = re.compile(r"\d{6}")
_NO_DIGIT = re.compile(r"\D")
_SHORT = re.compile(r"\d{4}\.\d")
_PRICE = 7  # signs of a code that may be an amount: 8482.10
_FEWEST = 3  # letters of goods beside a code


def without_codes(text: str) -> str:
    """The text without tariff codes that are said to be such or begin it.

    The words say what the goods are; the code is read apart and held against them.

    *Example*:
    >>> without_codes("8458.11.00 - horizontal lathe"), without_codes("lathe HS 845811")
    ('horizontal lathe', 'lathe')
    """
    if not _SIX.search(text):
        return text
    left = _LABELLED.sub(_without_code, text) if code_labels.may_stand(text) else text
    left = left.lstrip()
    first = _DOTTED.match(left)
    if first and is_code(first.group(1)) and not is_money(left, *first.span(1)):
        left = left[first.end() :]
    if len(left) == len(text):
        return text
    left = left.strip(" ,;:-./()–—")
    return left if sum(map(str.isalpha, left)) >= _FEWEST else text


def _without_code(match: re.Match[str]) -> str:
    return " " if is_code(match[1]) else match.group()


def is_code(written: str) -> bool:
    """Whether a code is one of an edition, with the zero that a spreadsheet took."""
    digits = _NO_DIGIT.sub("", written)
    if not digits.isascii():
        digits = "".join(str(unicodedata.digit(sign)) for sign in digits)
    if _SHORT.fullmatch(written):
        digits = f"{digits}0"
    elif len(digits) % 2:
        digits = f"0{digits}"
    return bool(hs.editions_of(digits[:6]))


def stated_codes(text: str) -> Iterator[tuple[int, int, Scheme]]:
    """From where to where each code stands, and of which scheme; in no order."""
    for start, end in _tariff(text) if _SIX.search(text) else ():
        yield start, end, "hs"
    for match in _ECCN.finditer(text):
        if not is_place(text, match.start(1)):
            yield *match.span(1), "eccn"
    for match in _CAS.finditer(text) if "-" in text else ():
        if casrn.is_valid(match[2]) and (match[1] or cas.name(match[2])):
            yield *match.span(2), "cas"


def bare_codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Where numbers stand that could be tariff codes, and the heading of each.

    Numbers of papers and amounts are none.
    """
    if not _LONG.search(text):
        return
    papers = references(text)
    for match in _BARE.finditer(text):
        start, end = match.span(1)
        of_paper = any(a <= start < b for a, b in papers)
        if is_code(match[1]) and not of_paper and not is_money(text, start, end):
            yield start, end, match[1][:4]


def _tariff(text: str) -> Iterator[tuple[int, int]]:
    """Where tariff codes of some edition stand, as said or by their dots or blanks."""
    if code_labels.may_stand(text):
        yield from _labelled(text)
    for pattern in (_DOTTED, _GROUPED):
        for match in pattern.finditer(text):
            money = len(match[1]) == _PRICE and is_money(text, *match.span(1))
            if is_code(match[1]) and not money:
                yield match.span(1)


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    """Where codes stand behind the name of their scheme, and headings as well."""
    for match in _LABELLED.finditer(text):
        short = _SHORT.fullmatch(match[1]) and is_money(text, *match.span(1))
        if is_code(match[1]) and not short:
            yield match.span(1)
        for more in _MORE.finditer(text, *match.span(2)):
            if is_code(more.group()):
                yield more.span()
    for match in _HEADING.finditer(text):
        if hs.editions_of(_NO_DIGIT.sub("", match[1])):
            yield match.span(1)
