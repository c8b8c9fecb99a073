"""Air waybills between forwarders and airlines as text: Cargo-IMP FWB and FHL.

*Source*: IATA Cargo-IMP, messages FWB (versions 9 to 17) and FHL (2 to 5): a segment
opens with three letters, its further lines with `/`. One Message is one FWB or FHL; a
locator is `message 1 line 7 SHP`, lines counted from the message's own first.
"""

import re
from collections.abc import Iterator
from typing import cast

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.message import Message, Options
from enduse.messages.trade.cargo_imp_waybill import Part, Waybill
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.notes import Notes
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "FWB": "air waybill between forwarder and airline, Cargo-IMP",
    "FHL": "house waybills of a consolidation, Cargo-IMP",
}
MAX_BYTES = 16 * 1024 * 1024
MAX_LINES = 5_000  # of one message
_START = re.compile(r"(?:FWB/\d{1,2}|FHL/\d)\s*")
_SEGMENT = re.compile(r"([A-Z]{3})(?:/(.*))?")


def sniff(head: bytes) -> bool:
    """Whether a line of its beginning opens an FWB or FHL."""
    if head.lstrip()[:1] in (b"{", b"[", b"<", b":"):
        return False
    lines = head[:1024].decode("latin-1").splitlines()[:8]
    return any(_START.fullmatch(line) for line in lines)


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """Every message of the file."""
    return of_whole(file, MAX_BYTES, _read)


def _read(data: bytes, origin: Origin) -> Iterator[Message | Problem]:
    text = data.decode("utf-8", "replace").replace("\0", "")
    held: list[str] = []
    before: list[str] = []
    number = 0
    for line in [*text.splitlines(), "FWB/0"]:
        if _START.fullmatch(line):
            if held and _START.fullmatch(held[0]):
                number += 1
                yield _message(held, number, origin, " ".join(before))
                before = []
            else:
                before = held
            held = []
        held.append(line.rstrip())


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, place, number and text of the waybill."""
    return list(cast(tuple[Fact, ...], message.content))


def _message(lines: list[str], number: int, origin: Origin, before: str) -> Message:
    place = f"message {number}"
    notes = Notes(origin.at(place))
    notes.text("unmapped", before, place)  # the addresses of a teletype message
    reading = Waybill(notes, place)
    if len(lines) > MAX_LINES:
        said = f"more than {MAX_LINES:,} lines; its rest was not read"
        notes.report("message-too-large", said, place, "error")
    for part in _parts(lines[1:MAX_LINES]):
        reading.take(part)
    reading.close()
    if not reading.number:
        said = "gives no air waybill number; the message may be damaged, ask for it"
        notes.report("awb-missing", said, place)
    return draw_up(Drawn(lines[0].strip(), reading.number, notes))


def _parts(lines: list[str]) -> Iterator[Part]:
    part: Part | None = None
    for number, line in enumerate(lines, start=2):
        match = _SEGMENT.fullmatch(line)
        opens = match and match[1] not in ("NAM", "ADR", "LOC")
        if part is not None and not opens:
            part.lines.append(line)
            continue
        if part is not None:
            yield part
        tag = match[1] if match and opens else ""
        first = (match[2] or "") if match and opens else line
        part = Part(tag, number, [first])
    if part is not None:
        yield part
