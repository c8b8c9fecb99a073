"""Codes of the export bans of Regulation (EU) No 833/2014, by CN code.

A table with a column `code` (CN of 8 digits, or a whole heading) whose file name says
`833`, with optional columns `annex`, `description`, `since` and `until`. A heading that
stands beside its own subheadings is a heading of the table, not a ban of its own.

*Source*: Regulation (EU) No 833/2014, annexes, http://data.europa.eu/eli/reg/2014/833/oj.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.goods import hs
from enduse.goods.control_list import hs_edition
from enduse.goods.entry import ControlEntry, Entry
from enduse.goods.headings import headings
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem
from enduse.text.dates import parse_day

CARDS = (load("lists", "eu_833"),)
IGNORED: dict[str, str] = {}
group = one_each
published = undated
fetch = downloaded
_DAY = re.compile(r"(20\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_CODES = ("code", "cn", "cn8", "cn code", "cn_code")
_ASK = (
    "Eight-digit CN code and annex: does the ban reach these very goods?",
    "Destination, end user, and any tie to Russia or Belarus",
    "Exemption, wind-down or authorisation relied on",
    "Does the contract forbid re-export to Russia (Article 12g)?",
)


def sniff(file: SourceFile) -> str | None:
    """`eu-833` for a table of codes named after the regulation."""
    named = headings(file)
    if "833" not in file.stem or not set(named) & set(_CODES):
        return None
    if "hs6" in named or "tier" in named or len(named) > 8:
        return None
    return "eu-833"


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One control entry a code; headings that only stand above others are noted."""
    held = [(row, code) for row in rows if (code := _code(row)) or True]
    longer = {code[:n] for _, code in held for n in (4, 6) if len(code) > n}
    for row, code in held:
        if not code:
            message = f"{_said(row)[:40]!r} is no CN code of 4 to 8 digits; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
        elif code in longer:
            message = f"{code} stands above codes of its own; those are taken"
            yield Problem("goods-code-heading", message, row.origin, "note")
        else:
            yield from _entry(row, code)


def _entry(row: Record, code: str) -> Iterator[Entry | Problem]:
    state = _state(row)
    edition = f"CN{state.year}" if state else "CN"
    base = hs_edition(edition)
    if base not in hs.editions_of(code[:6] if len(code) >= 6 else code):
        message = f"{code}: no such code in {base}; kept as it stands"
        yield Problem("goods-code-edition", message, row.origin, "note")
    days = {name: parse_day(row.text(name)) for name in ("since", "until")}
    for name, day in days.items():
        if row.text(name) and not day:
            message = f"{name} {row.text(name)[:40]!r} is no date; write YYYY-MM-DD"
            yield Problem("date-unreadable", message, row.origin)
    annex = row.text("annex")
    yield ControlEntry(
        code=code,
        edition=edition,
        title=row.text("description") or row.text("product") or _TITLE,
        origin=row.origin,
        tier=f"Annex {annex}" if annex[:1].isalnum() and "nnex" not in annex else annex,
        since=days["since"] or state,
        until=days["until"],
        grade="corroborated",
        ask=_ASK,
        ordinary_uses=("any trade that neither goes to Russia nor by a way to it",),
    )


_TITLE = "Named in an export ban of Regulation (EU) No 833/2014"


def _said(row: Record) -> str:
    named = {str(name).strip().lower(): str(name) for name in row.values}
    return next((row.text(named[n]) for n in _CODES if n in named), "")


def _code(row: Record) -> str:
    """The digits with a lost zero put back; '' for what is no such code."""
    digits = "".join(c for c in _said(row) if c not in " .")
    if not digits.isascii() or not digits.isdigit() or not 3 <= len(digits) <= 10:
        return ""
    return "0" + digits if len(digits) % 2 else digits


def _state(row: Record) -> date | None:
    """The day the codes are known to have been in force, from the file's name."""
    match = _DAY.search(row.origin.locator)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None
