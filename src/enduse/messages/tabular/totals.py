"""Rows of a table that are no record: totals, counts, and its header said again.

What is left out is told. A row with a reference of its own, a country, or any word but
those of totals is a record: there are firms named Total.
"""

import re
from collections.abc import Sequence

from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.row import bare
from enduse.model import Origin, Problem

# What the row of a total is called, in the languages whose headings are read.
_SURE = (
    r"(?:grand|sub|over-?all|general|report|page|running)[ -]?totals?",
    r"(?:gesamt|end|zwischen)summe|sous-total|subtotaal|(?:ara|genel) toplam",
    r"(?:общий )?итого(?: по .{1,30})?|общо|σύνολο|összesen|барлығы",
    r"[合总總小共総][计計]|合计|总额|합계|총계|소계",
    r"المجموع|ال[إا]جمالي|جمع کل|סה[\"״]כ|tổng cộng",
)
# These are names too: alone in the column of names they are one.
_ALSO_NAMES = (
    r"totals?|tota(?:l|le|al|ale|ux)(?: g[eé]n[eé]rale?)?|sum(?:ma)?s?|sum[aă]|summe",
    r"gesamt|insgesamt|toplam|yekun|razem|og[oó][lł]em|celkem|spolu|ukupno|skupaj",
    r"cəmi|jami|жами|итог|всего|разом|усього|مجموع|جمع|tổng|jumlah|รวม",
)
_COUNTED = (
    r"rows?|records?|lines?|entries|items?|customers?|clients?|counterpart(?:y|ies)|"
    r"payments?|transactions?|zeilen|datensätze|kunden|lignes|filas|registros|"
    r"строк[аи]?|запис(?:ь|и|ей)|клиент(?:а|ов)?|kayıt|satır|条|行|筆|件|건"
)
_NUMBER = (
    r"[(-]?(?:[A-Z€$£¥₽]{1,3} ?)?\d[\d.,' \u00a0\u202f]*%?(?: ?[A-Z€$£¥₽]{1,3})?\)?"
)
_ONLY_NUMBER = re.compile(_NUMBER)
_BEHIND = (
    rf"(?: (?:number |no\.? )?(?:of )?(?:{_COUNTED}))?"
    rf"\s*[:=–-]?\s*(?:{_NUMBER})?\s*(?:{_COUNTED})?"
)
_NAMED = re.compile(rf"(?:{'|'.join((*_SURE, *_ALSO_NAMES))}){_BEHIND}", re.IGNORECASE)
_SURELY = re.compile(rf"(?:{'|'.join(_SURE)}){_BEHIND}", re.IGNORECASE)
_COUNT = re.compile(
    rf"\(?{_NUMBER} (?:{_COUNTED})\)?|(?:{_COUNTED}|count|n)\s*[:=]\s*{_NUMBER}"
    r"|\(\d+ rows? affected\)",
    re.IGNORECASE,
)
_LONGEST = 60  # characters of a cell that names a total
_WORDS = 2  # cells of such a row that are more than a number
_NAMES = ("name", "first_name", "last_name", "alias")


def no_record(layout: Layout, cells: Sequence[str], origin: Origin) -> Problem | None:
    """What is told of a row that is no record of its table; None for a record."""
    words: dict[int, str] = {}
    numbers = 0
    for place, cell in enumerate(cells):
        text = bare(cell)
        if not text:
            continue
        if _ONLY_NUMBER.fullmatch(text):
            numbers += 1
        elif len(words) < _WORDS and len(text) <= _LONGEST:
            words[place] = text
        else:
            return _header_again(layout, cells, origin)
    if not words or not _is_total(layout, words, numbers):
        return _header_again(layout, cells, origin) if len(words) > 1 else None
    references = (bare(cells[n]) for n in layout.columns("id") if n < len(cells))
    if any(text and text not in words.values() for text in references):
        return None
    said = next(iter(words.values()))
    message = (
        f"reads as a total of the table ({said!r}), not as a record of it; it was not "
        "screened. If it is one, give it a reference or a country"
    )
    return Problem("row-total", message, origin, "note")


def _header_again(
    layout: Layout, cells: Sequence[str], origin: Origin
) -> Problem | None:
    if tuple(cells) != layout.headings:
        return None
    message = "is the header again; it was not screened"
    return Problem("header-again", message, origin, "note")


def _is_total(layout: Layout, words: dict[int, str], numbers: int) -> bool:
    """Whether all words of a row, by their columns, are those of a total."""
    counts = {n for n, word in words.items() if _COUNT.fullmatch(word)}
    named = {n for n, word in words.items() if _NAMED.fullmatch(word)}
    if len(counts | named) < len(words):
        return False
    if not named:
        return len(words) == 1 and not numbers
    if numbers or counts or any(map(_surely, words.values())):
        return True
    return named.isdisjoint(n for field in _NAMES for n in layout.columns(field))


def _surely(word: str) -> bool:
    return bool(_SURELY.fullmatch(word)) or any(map(str.isdigit, word))
