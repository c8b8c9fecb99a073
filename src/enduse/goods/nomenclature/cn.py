"""Self-explanatory texts of the EU's Combined Nomenclature, in any language.

A table `cn8,hs6,text`, or one with `CN code` and a text column. Year and language are
in the file's name or folder (`cn2023_de.csv`); the texts stand alone as published.

*Source*: Eurostat, Combined Nomenclature, self-explanatory texts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from enduse.files.source_file import SourceFile
from enduse.goods import hs
from enduse.goods.control_list import hs_edition
from enduse.goods.entry import Entry, Term
from enduse.goods.headings import headings
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.card import Card
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem

TEMPLATE = load("nomenclature", "cn")
CARDS: tuple[Card, ...] = ()
IGNORED = {"row/hs6": "the first six digits of the code"}
group = one_each
published = undated
fetch = downloaded
_CODE = ("cn8", "cn code", "cn_code", "cnkey", "cn")
_TEXT = ("text", "description", "self-explanatory text", "sel_expl_text")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_LANG = re.compile(r"(?:^|[^a-z])([a-z]{2})(?=[^a-z]|$)")
_LANGUAGES = frozenset(
    [
        *("bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr"),
        *("hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"),
    ]
)
_SOURCE = re.compile(r"cn-(20[0-4]\d)-([a-z]{2})")


def sniff(file: SourceFile) -> str | None:
    """`cn-2023-de` and the like; English and the newest year where no name tells."""
    named = set(headings(file))
    if not (named & set(_CODE[:-1]) and named & set(_TEXT)):
        return None
    names = (file.stem, file.path.parent.name.lower())
    year = next((m[1] for n in names if (m := _YEAR.search(n))), "")
    found = (lang for n in names for lang in _LANG.findall(n) if lang in _LANGUAGES)
    return f"cn-{year or hs.EDITIONS[0][2:]}-{next(found, 'en')}"


def card_for(source: str) -> Card | None:
    """The card of one year and language; None for another source."""
    match = _SOURCE.fullmatch(source)
    if not match:
        return None
    title = f"{TEMPLATE.title} {match[1]} ({match[2]})"
    return replace(TEMPLATE, id=source, title=title)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One term a line."""
    for row in rows:
        named = {str(name).strip().lower(): str(name) for name in row.values}
        code = _first(row, named, _CODE)
        text = _first(row, named, _TEXT)
        match = _SOURCE.fullmatch(row.origin.source)
        year, lang = match.groups() if match else ("", "")
        digits = "".join(code.split())
        if not digits.isascii() or not digits.isdigit() or not 7 <= len(digits) <= 8:
            message = f"{code[:40]!r} is no CN code of eight digits; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        digits = digits.zfill(8)
        edition = hs_edition(f"CN{year}")
        if edition not in hs.editions_of(digits[:6]):
            message = f"{digits}: {digits[:6]} is no code of {edition}"
            yield Problem("goods-code-edition", message, row.origin, "note")
        yield Term(digits, text, text, f"CN{year}", lang, row.origin)


def _first(row: Record, named: dict[str, str], wanted: Sequence[str]) -> str:
    return next((row.text(named[name]) for name in wanted if name in named), "")
