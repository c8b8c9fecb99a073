"""SWIFT MT messages: FIN as the network delivers it, RJE and DOS-PCC files, bare text.

*Source*: SWIFT Standards MT November 2025 and the FIN user handbook.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.message import Message, Options
from enduse.messages.swift import printed
from enduse.messages.swift.blocks import CUT_OFF, MAX_MESSAGE, pieces
from enduse.messages.swift.fields import Field, split, transactions
from enduse.messages.swift.glued import is_glued, rebroken
from enduse.messages.swift.headers import message_type, read_headers
from enduse.messages.swift.interpret import coverage, is_cover, read_fields
from enduse.messages.swift.reading import Reading
from enduse.messages.swift.tags import STATEMENTS
from enduse.messages.swift.units import Unit, units
from enduse.messages.trade.beside import beside
from enduse.messages.trade.draw import date_problems
from enduse.model import Fact, Origin, Problem, ProblemSeverity, SubjectKind

FORMATS = {
    "MT101": "request for transfer",
    "MT102": "multiple customer credit transfer",
    "MT103": "single customer credit transfer, also STP and REMIT",
    "MT104": "direct debit, also MT107",
    "MT199": "free format, also 299, 999 and every n9n",
    "MT200": "transfer of a bank's own funds, also 201",
    "MT202": "bank transfer, also 203",
    "MT202COV": "cover of a customer transfer, also MT205COV",
    "MT205": "bank transfer, executed",
    "MT210": "notice to receive",
    "MT400": "collection: advice of payment, also 410 to 456",
    "MT700": "documentary credit, with its continuations 701, also 705, 710, 720, 740",
    "MT707": "amendment of a credit, also 708 and 747",
    "MT750": "advice of discrepancy, also 730, 732, 734, 742, 752, 754, 756",
    "MT760": "guarantee or standby credit, also 765, 767, 768, 769",
    "MT799": "free format in trade, also 759: what it labels is read",
    "MT900": "confirmation of debit, also 910",
    "MT940": "statement, also 942 and 950: one message an entry",
    "MTnnn": "every other one: parties by their tag, all words as text",
}
_HEADS = (b"{1:F", b"{1:A", b"{2:I", b"{2:O", b"{4:\r", b"{4:\n", b"{4::")
_TAG_LINE = re.compile(r"[ \t]{0,8}:\d\d[A-Z]?:")
_GLUED = (
    "its line breaks were lost: fields were told by their tags, names by their legal "
    "form; where a name ends is a guess"
)
_DOCUMENTS = frozenset("47")
_MAX_REPEATED = 100_000  # shared fields times parts: what a real message never has


@dataclass(frozen=True, slots=True)
class Content:
    """A message's fields, own and shared, header blocks, and what was made of them."""

    headers: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    shared: tuple[Field, ...]
    facts: tuple[Fact, ...]


def sniff(head: bytes) -> bool:
    """Whether it opens like FIN, or like the fields of one."""
    text = _decoded_head(head)
    start = text.lstrip(" \t\r\n\x00\x01\x03$\ufeff")
    if not start or start[:1] in "<[":
        return False
    plain = start.encode("utf-8", "replace")
    if plain.startswith(_HEADS):
        return True
    if start[:2] in ('{"', "{ ", "{\r", "{\n"):
        return False
    if any(b"\n" + mark in plain or b"$" + mark in plain for mark in _HEADS):
        return True
    tags = [line for line in start[:4096].splitlines() if _TAG_LINE.match(line)]
    opens = bool(_TAG_LINE.match(start))
    if opens and is_glued(start[:4096]):
        return True
    if b"{1:F01" in plain[:4096] or len(tags) > (1 if opens else 2):
        return True
    return printed.is_printed(text)


def _decoded_head(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head.decode("utf-16", "replace")
    return head.replace(b"\x00", b"").decode("utf-8", "replace")


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a transaction or statement entry; a fault never stops the rest."""
    origin = Origin(file.name, file.sha256, "")
    number = 0
    try:
        with file.open() as stream:
            for unit in units(pieces(_as_fin(file, stream))):
                if "4" in unit.blocks and not unit.is_service:
                    number += 1
                    yield from _messages(unit, origin.at(f"message {number}"))
                else:
                    yield _not_a_message(unit, origin.at(f"after message {number}"))
    except UNREADABLE as fault:
        yield unreadable(origin, fault)
        return
    if not number:
        message = "holds no message enduse can read; nothing in it was screened"
        yield Problem("mt-no-message", message, origin, "error")


def _as_fin(file: SourceFile, stream: IO[bytes]) -> IO[bytes]:
    """The stream itself, or, of a print-out, the messages that it shows."""
    if not printed.is_printed(_decoded_head(file.head)):
        return stream
    data = stream.read(printed.MAX_BYTES + 1)
    if len(data) > printed.MAX_BYTES:
        raise ValueError(f"a print-out of more than {printed.MAX_BYTES:,} bytes")
    return io.BytesIO(printed.as_fin(_decoded_head(data)))


def facts(message: Message) -> list[Fact]:
    """Every party, amount and text, in the order of the fields; headers come last."""
    content: Content = message.content
    return list(content.facts)


def _not_a_message(unit: Unit, origin: Origin) -> Problem:
    shown = b" ".join([*unit.blocks.values(), *unit.stray])[:80]
    said = shown.decode("utf-8", "replace")
    if unit.too_long:
        message = (
            f"a message of more than {MAX_MESSAGE:,} bytes starts with {said!r} and "
            "was skipped: it is no FIN message, look at it by hand"
        )
        return Problem("mt-too-long", message, origin, "error")
    if unit.is_service and not unit.stray:
        message = f"a service message of the network, no payment: {said!r}"
        return Problem("mt-service-message", message, origin, "note")
    message = f"not a message, nothing in it was screened: {said!r}; look at it by hand"
    return Problem("mt-not-a-message", message, origin, "error")


def _messages(unit: Unit, origin: Origin) -> Iterator[Message]:
    blocks, guessed = _decoded(unit)
    body = blocks["4"]
    glued = is_glued(body)
    fields, before, faults = split(rebroken(body) if glued else body)
    if glued:
        faults.insert(0, _GLUED)
    mt, flag = message_type(blocks, fields)
    name = mt
    if is_cover(mt, flag, fields):
        name = f"{mt}COV"
    elif flag in ("STP", "REMIT"):
        name = f"{mt}{flag}"
    groups = _groups(mt, fields)
    shared = groups[0][1]
    base = Reading(origin, name)
    for text in before:
        base.text("unmapped", text, base.at("block 4"))
    read_fields(shared, base)
    read_headers(blocks, unit, base)
    base.facts.extend(beside(base.facts))
    for code, message, severity in (
        *_faults(unit, guessed, faults, before),
        *_doubts(blocks, fields, mt),
    ):
        base.report(code, message, origin.locator, severity)
    crowded = len(shared) * len(groups) > _MAX_REPEATED
    if crowded:
        message = f"{len(shared)} shared fields were given to its first part only"
        base.report("mt-shared-once", message, origin.locator, "warning")
    for place, (own, _) in enumerate(groups, start=1):
        word = _part(mt, place) if len(groups) > 1 or shared else ""
        whole = place == 1 or not crowded
        reading = base.copy() if whole else Reading(origin, name)
        read_fields(own, reading)
        reading.facts.extend(beside(reading.facts[len(base.facts) if whole else 0 :]))
        yield Message(
            format=f"MT{name}",
            kind=_kind(mt),
            ref=_reference(own, shared, place if word.startswith("entry") else 0),
            origin=origin.at(f"{origin.locator} {word}".rstrip()),
            content=Content(
                tuple(blocks.items()), tuple(own), tuple(shared), tuple(reading.facts)
            ),
            problems=(*reading.problems, *date_problems(reading.facts, reading.origin)),
            coverage=coverage([*shared, *own] if whole else own, reading),
        )


def _part(mt: str, place: int) -> str:
    return f"entry {place}" if mt in STATEMENTS else f"transaction {place}"


def _faults(
    unit: Unit, guessed: bool, faults: list[str], before: list[str]
) -> Iterator[tuple[str, str, ProblemSeverity]]:
    for fault in unit.faults:
        severity: ProblemSeverity = "error" if fault == CUT_OFF else "warning"
        yield "mt-block-open", f"{fault}; ask for the message again", severity
    for fault in faults:
        yield "mt-tag-inside-line", fault, "warning"
    if guessed:
        message = "is not in UTF-8 and was read as Windows-1252; letters may be wrong"
        yield "text-encoding-guessed", message, "note"
    if unit.stray or before:
        shown = (before or [unit.stray[0].decode("utf-8", "replace")])[0][:60]
        message = f"words outside any field were kept and are screened: {shown!r}"
        yield "mt-stray-text", message, "warning"
    for ack in unit.acks:
        if b"{451:1}" in ack:
            shown = ack.decode("utf-8", "replace")[:80]
            yield "mt-rejected", f"the network refused it: {shown}", "warning"


def _doubts(
    blocks: dict[str, str], fields: list[Field], mt: str
) -> Iterator[tuple[str, str, ProblemSeverity]]:
    if not fields:
        message = "has no field at all; its text is screened as it stands"
        yield "mt-no-fields", message, "error"
    if mt == "000":
        message = "its type is unknown: no header block 2, and its fields don't tell"
        yield "mt-type-unknown", message, "warning"
    elif "2" not in blocks:
        message = f"has no header block 2; by its fields it is taken for an MT{mt}"
        yield "mt-no-header", message, "note"


def _decoded(unit: Unit) -> tuple[dict[str, str], bool]:
    blocks, guessed = {}, False
    for key, content in unit.blocks.items():
        try:
            blocks[key] = content.decode("utf-8")
        except UnicodeDecodeError:
            blocks[key] = content.decode("cp1252", "replace")
            guessed = True
    return blocks, guessed


def _groups(mt: str, fields: list[Field]) -> list[tuple[list[Field], list[Field]]]:
    if mt not in STATEMENTS:
        return transactions(mt, fields)
    shared: list[Field] = []
    entries: list[list[Field]] = []
    open_entry = False
    for field in fields:
        if field.tag == "61":
            entries.append([field])
            open_entry = True
        elif field.tag == "86" and open_entry:
            entries[-1].append(field)
        else:
            shared.append(field)
            open_entry = False
    return [(entry, shared) for entry in entries] if entries else [(fields, [])]


def _reference(own: list[Field], shared: list[Field], entry: int) -> str:
    """The transaction's own reference, else the message's, with the entry's number."""
    for fields in (own, shared):
        for tag in ("21", "20") if fields is own and shared else ("20",):
            found = next((f.text for f in fields if f.tag == tag), "")
            if found:
                return f"{found}/{entry}" if entry else found
    return str(entry) if entry else ""


def _kind(mt: str) -> SubjectKind:
    return "document" if mt[:1] in _DOCUMENTS else "payment"
