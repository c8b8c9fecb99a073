"""A customer's further people: its owners, who runs it, speaks or stands for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from enduse.messages.tabular.layout import ALIASES, NAME_PARTS
from enduse.messages.tabular.row import SEVERAL, Row, locator
from enduse.messages.tabular.row_faults import unread
from enduse.messages.tabular.row_party import party_of
from enduse.model import Fact, Origin, Text

_NAMES = ("name", *NAME_PARTS, *ALIASES)
_SHARE = re.compile(r"[\s(\[,:–—-]*\b\d{1,3}(?:[.,]\d+)?\s*%[)\]]*")
_COUNTED = re.compile(r"^\s*(?:\d{1,2}[.)]\s*|[•*]\s*)")
_COUNTS = re.compile(r"(?<=[\w.)])[\s,]+(?=\d{1,2}[.)]\s)")  # `Ann B. 2) Carl D.`
_NOBODY = re.compile(
    r"[\W_]*|n/?a|nil|none|no|yes|y|n|not applicable|нет|да|yok|无|없음|keine|aucun",
    re.IGNORECASE,
)


def related_facts(row: Row, origin: Origin) -> list[Fact]:
    """Every one of the people that a row names beside its customer, and what is left.

    A cell may name several, with what is said of each in the cells beside; what cannot
    be told apart is a Text.
    """
    found = (_of(Row(one, row.cells), origin) for one in row.layout.related.values())
    return list(chain.from_iterable(found))


def _of(row: Row, origin: Origin) -> Iterator[Fact]:
    named = [n for field in _NAMES for n in row.layout.columns(field)]
    split = {n: _people(row.text(n)) for n in named}
    count = max(map(len, split.values()), default=0)
    left = set(row.layout.taken())
    for place in range(count):
        cells = [""] * len(row.cells)
        for number in row.layout.taken():
            text = row.text(number)
            parts = split.get(number) or _parts(text)
            if len(parts) == count:
                cells[number] = parts[place]
            if len(parts) == count or not text:
                left.discard(number)
        one = Row(row.layout, tuple(cells))
        where = origin.at(locator(one, _first(cells, named), origin))
        party = replace(party_of(one, origin, "related"), origin=where)
        yield Fact("related", party, where)
        for number, text in unread(one):
            yield Fact("unmapped", Text(text), origin.at(locator(one, number, origin)))
    for number in sorted(left):
        if text := row.text(number):
            yield Fact("unmapped", Text(text), origin.at(locator(row, number, origin)))


def _first(cells: Sequence[str], named: Sequence[int]) -> int:
    filled = (n for n in named if n < len(cells) and cells[n])
    return next(filled, named[0])


def _parts(text: str) -> list[str]:
    return [part for piece in SEVERAL.split(text) if (part := piece.strip())]


def _people(text: str) -> list[str]:
    """The people a cell names, without what they hold and how they are counted."""
    parts = _parts(_COUNTS.sub(";", text))
    if len(parts) == 1 and _is_row_of_names(
        by_comma := _SHARE.sub("", text).split(",")
    ):
        parts = by_comma
    bare = (_COUNTED.sub("", _SHARE.sub("", part)).strip(" ,") for part in parts)
    return [name for name in bare if name and not _NOBODY.fullmatch(name)]


def _is_row_of_names(parts: Sequence[str]) -> bool:
    """Whether commas part whole names: no `Sechin, Igor`, no `Acme Trading, Ltd`."""
    return len(parts) > 1 and all(len(part.split()) > 1 for part in parts)
