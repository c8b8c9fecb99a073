"""Postal addresses: structured, hybrid, and free lines with a country at their end."""

import re
from functools import lru_cache

from enduse.codes.country import alpha2, is_code
from enduse.messages.iso20022.book import Book
from enduse.messages.iso20022.node import Node
from enduse.messages.iso20022.vocabulary import PLACEHOLDER_TOWNS, PLACEHOLDERS
from enduse.model import Address, PartyName

_STREET = ("StrtNm", "BldgNb")
_LINES = (
    "CareOf",
    "Dept",
    "SubDept",
    "BldgNm",
    "Flr",
    "UnitNb",
    "PstBx",
    "Room",
    "TwnLctnNm",
    "AdrLine",
)
_IN_LINES = frozenset(_LINES)
PARTS = frozenset(
    (*_STREET, *_LINES, "DstrctNm", "CtrySubDvsn", "PstCd", "TwnNm", "Ctry")
)
_NOWHERE = frozenset(("ZZ", "UN", "EU"))
_CODED_LINE = re.compile(r"(?:3/)?([A-Z]{2})/")  # field 50F's `3/DE/BERLIN`


def read(node: Node, path: str, book: Book) -> Address | None:
    """The address in an element of address parts, or None where it says nothing."""
    said: dict[str, list[str]] = {}
    for child, where in book.below(node, path):
        name = child.name
        if name not in PARTS:
            book.unread.append((child, where))
            continue
        text = child.text()
        if not text:
            continue
        if text.upper() in PLACEHOLDERS:
            book.exempt += 1
            continue
        if name == "TwnNm" and text.upper() in PLACEHOLDER_TOWNS:
            message = f"town {text!r} is a placeholder: ask for the real town"
            book.report("town-placeholder", message, where, "note")
            book.exempt += 1
            continue
        if name == "Ctry" and not is_code(text):
            message = f"{text!r} is no ISO 3166 country code; kept as text"
            book.report("country-unknown", message, where)
        if name == "CareOf":
            book.draft("care_of", where).names.append(PartyName(text, where))
        said.setdefault(name, []).append(text)
        book.screened += 1
    return _address(said, path) if said else None


def _address(said: dict[str, list[str]], path: str) -> Address:
    lines: tuple[str, ...] = ()
    if not _IN_LINES.isdisjoint(said):
        lines = tuple([text for name in _LINES for text in said.get(name, ())])
    written = _joined(said, "Ctry")
    country = alpha2(written) if written else _of_lines(said.get("AdrLine", []))
    return Address(
        lines,
        _joined(said, *_STREET),
        _joined(said, "TwnNm"),
        _joined(said, "DstrctNm", "CtrySubDvsn"),
        _joined(said, "PstCd"),
        "" if country in _NOWHERE else country,
        "" if written == country else written,
        path,
    )


def _joined(said: dict[str, list[str]], *names: str) -> str:
    """What some parts of an address say, joined by blanks."""
    texts: list[str] = []
    for name in names:
        if name in said:
            texts += said[name]
    return " ".join(texts) if texts else ""


def _of_lines(lines: list[str]) -> str:
    for line in reversed(lines):
        coded = _CODED_LINE.match(line)
        if coded and is_code(coded[1]):
            return coded[1]
    return _of_last(lines[-1]) if lines else ""


@lru_cache(maxsize=8192)
def _of_last(line: str) -> str:
    """The country that a last line names in words; two letters may be a state's."""
    for text in (line, line.rpartition(",")[2]):
        code = alpha2(text) if len(text.strip()) > 3 else ""
        if code:
            return code if code.startswith("UA-") else code[:2]
    return ""
