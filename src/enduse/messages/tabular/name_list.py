"""A plain list in text: a name, or the number of a ship, bank or firm, on each line.

What people paste from a mail or a sheet: no heading, no columns. It is read only where
hardly a line could be anything else; all other text is told as of no known format.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from enduse.codes import bic, iban, imo, lei
from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.message import Message, Options
from enduse.messages.tabular.layout import layout
from enduse.messages.tabular.rows import row_facts, row_message
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import decoded

FORMATS = {"customers-list": "text with a name, an IMO number or a bank's code a line"}
MAX_BYTES = 64 * 1024 * 1024
_HEADINGS = ("Name", "IMO", "BIC", "LEI", "IBAN")
_SHOWN = 200  # lines that tell whether it is a list
_ODD_01 = 0.05  # of them may look like something else
_LONGEST, _MOST_WORDS = 100, 9
_BEFORE = re.compile(r"\s*(?:\(?\d{1,5}[.)]\s+|[-*•–]\s+)")
_NO_NAME = re.compile(r"[:;=<>{}\[\]|\\~^$%@!?]|\d{5}|,.*,|//|--")
_SENTENCE = re.compile(r"(?<![.\s]\w)(?<!\b(?:Ltd|LTD|Inc|INC|Bhd|BHD))(?<!\bCo)[.,]$")
_BEGINS = re.compile(r"[\"'«“„(]?(?:[^\W\d_a-z]|[a-z]{1,3}[ '’-]?[A-Z]|\d{1,3}\D)")
_FIGURES = 4


def sniff(head: bytes) -> bool:
    """Whether nearly all of its first lines are names or numbers, two at least."""
    if b"\0" in head[:2048] and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    cut = head[: head.rfind(b"\n") + 1] if len(head) >= 65536 else head
    lines = [line for _, line in islice(_lines(decoded(cut)), _SHOWN)]
    odd = sum(not (_codes(line) or _is_name(line)) for line in lines)
    return len(lines) > 1 and odd <= _ODD_01 * len(lines)


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a line."""
    return of_whole(file, MAX_BYTES, _read)


def _read(data: bytes, origin: Origin) -> Iterator[Message | Problem]:
    message = (
        "has no heading; each line was read as one customer, by its name or number. "
        "For countries, births and more, make it a table with headings"
    )
    yield Problem("list-guessed", message, origin, "note")
    found, _ = layout(_HEADINGS, [], {}, origin=origin)
    for number, line in _lines(decoded(data)):
        where = origin.at(f"line {number}")
        cells = _cells(line)
        yield row_message(found, cells, str(number), suffix="list", origin=where)


def facts(message: Message) -> list[Fact]:
    """The customer of the line."""
    return row_facts(message)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, without a number or point before them."""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        bare = _BEFORE.sub("", line, count=1).strip()
        if bare:
            yield number, bare


def _cells(line: str) -> Sequence[str]:
    codes = _codes(line)
    named = not codes or "BIC" in codes  # eight letters may be a name as well
    return (line if named else "", *(codes.get(h, "") for h in _HEADINGS[1:]))


def _codes(line: str) -> dict[str, str]:
    """What a line is that is one number with a scheme of its own."""
    text = line.rstrip(",;")
    if re.fullmatch(r"(?i)(?:IMO[\s:.-]*)?\d{7}", text) and imo.is_valid(text):
        return {"IMO": text}
    plain = text.replace(" ", "")
    if not plain.isascii() or not plain.isalnum() or not plain.isupper():
        return {}
    if len(plain) == 20 and lei.is_valid(plain):
        return {"LEI": plain}
    if len(plain) in (8, 11) and plain == text and not bic.fault(plain):
        return {"BIC": plain}
    return {"IBAN": plain} if len(plain) > 14 and not iban.fault(plain) else {}


def _is_name(line: str) -> bool:
    """Whether a line can be a name: short, no sentence, no label with its value."""
    words = line.split()
    return (
        len(line) <= _LONGEST
        and len(words) <= _MOST_WORDS
        and not _NO_NAME.search(line)
        and not _SENTENCE.search(line)
        and bool(_BEGINS.match(line))
        and sum(c.isalpha() for c in line) > 2
        and sum(c.isdigit() for c in line) <= _FIGURES
    )
