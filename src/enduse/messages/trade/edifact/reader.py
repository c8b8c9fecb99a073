"""UN/EDIFACT messages: invoices, despatch advices, bay plans, manifests, any of them.

*Source*: ISO 9735 (syntax), UN/EDIFACT directories D.93A to D.23A; segments are read by
their tag and qualifiers, so any message of any directory reads. One Message is one
`UNH` to `UNT`; a locator is `message 1907 segment 12 NAD`, segments counted from the
file's start.
"""

import re
from collections.abc import Iterator
from typing import cast

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.message import Message, Options
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.edifact.drafts import PartyDraft
from enduse.messages.trade.edifact.meaning import READERS, read
from enduse.messages.trade.edifact.segments import Segment, segments
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.notes import Notes, numbered
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "INVOIC": "invoice",
    "ORDERS": "purchase order, also ORDCHG and ORDRSP",
    "DESADV": "despatch advice, also RECADV",
    "IFTMIN": "transport instruction, also IFTMBF, IFTMBC, IFTMCS, IFTSTA",
    "BAPLIE": "bay plan: containers aboard and their ports, also MOVINS",
    "COARRI": "containers loaded or discharged, also CODECO and COPRAR",
    "CUSCAR": "cargo manifest for customs, also CUSDEC",
    "EDIFACT-nnn": "every other message: by its segments",
}
MAX_SEGMENTS = 300_000  # of one message
_START = re.compile(
    r"(?:UNA[^\r\n]{5}.\s*)?(?:UNB[^A-Za-z0-9\s]|UNH[+\x1d])", re.IGNORECASE | re.DOTALL
)


_BARE = re.compile(
    r"\s{0,20}([A-Z]{3})\+[^'\r\n]{0,400}(?:'|\r?\n)", re.IGNORECASE
)  # segments without any envelope
# What a message is whose header is lost, by the code of its document.
_BY_DOCUMENT = {
    **dict.fromkeys(("380", "381", "383", "384", "325", "386", "389"), "INVOIC"),
    **dict.fromkeys(("220", "105", "226"), "ORDERS"),
    **dict.fromkeys(("351", "350", "270"), "DESADV"),
    **dict.fromkeys(("340", "335", "705", "710"), "IFTMIN"),
    **dict.fromkeys(("85", "785"), "CUSCAR"),
    "X01": "BAPLIE",
}


def sniff(head: bytes) -> bool:
    """Whether it opens with a service string, a header or a row of known segments."""
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = head[:2048].decode("utf-16" if wide else "latin-1", "replace")
    plain = text.removeprefix("ï»¿").lstrip("\ufeff \t\r\n\x00")
    return bool(_START.match(plain)) or _is_bare(plain)


def _is_bare(text: str) -> bool:
    at, known = 0, 0
    for number in range(5):
        match = _BARE.match(text, at)
        if not match or (not number and match[1].upper() not in READERS):
            return False
        known += match[1].upper() in READERS
        at = match.end()
    return known > 3


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """Every message of the file, as a stream."""
    origin = Origin(file.name, file.sha256, "")
    stream = _Interchange(origin)
    try:
        with file.open() as content:
            for segment in segments(content):
                yield from stream.take(segment)
    except UNREADABLE as fault:
        yield from stream.end()
        yield unreadable(origin, fault)
        return
    yield from stream.end()
    if not stream.count:
        message = "holds no EDIFACT message; nothing in it was screened"
        yield Problem("edifact-no-message", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, container, place, amount and text of the message."""
    return list(cast(tuple[Fact, ...], message.content))


class _Interchange:
    """Segments gathered to messages; `count` is how many were found."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._header: Segment | None = None
        self._open: list[Segment] | None = None
        self._skipped = False
        self.count = 0

    def take(self, segment: Segment) -> Iterator[Message | Problem]:
        """Takes the next segment; gives what it completes."""
        if segment.fault:
            yield self._faulty(segment)
        if segment.tag == "UNH":
            yield from self.end()
            self._open, self._skipped = [segment], False
            self.count += 1
        elif segment.tag == "UNT":
            yield from self.end(segment)
        elif segment.tag == "UNB":
            yield from self.end()
            self._header = segment
        elif segment.tag in ("UNZ", "UNG", "UNE", "UNP"):
            yield from self.end()
        elif segment.tag == "UNO":
            yield self._object(segment)
        elif self._open is not None:
            if len(self._open) < MAX_SEGMENTS:
                self._open.append(segment)
            else:
                self._skipped = True
        elif segment.tag == "BGM" or (segment.tag in READERS and not self._header):
            type = _BY_DOCUMENT.get(segment.at(0), "") if segment.tag == "BGM" else ""
            self._open = [Segment("UNH", (("",), (type,)), segment.number), segment]
            self._skipped = False
            self.count += 1
        elif segment.tag or segment.elements:
            yield self._stray(segment)

    def end(self, trailer: Segment | None = None) -> Iterator[Message | Problem]:
        """Ends the message that is open."""
        body, self._open = self._open, None
        if body is not None:
            yield self._message(body, trailer)

    def _message(self, body: list[Segment], trailer: Segment | None) -> Message:
        head = body[0]
        number = head.at(0) or str(self.count)
        bare = not head.at(0) and not head.at(1, 1)
        type = head.at(1).upper()
        place = f"message {number}"
        notes = Notes(self._origin.at(place))
        self._senders(notes)
        state = State(notes, type, place)
        read(body[1:], state)
        if bare:
            said = (
                "has no header UNH: taken for what its segments tell; ask for all of it"
            )
            notes.report("edifact-no-header", said, place)
        else:
            self._checks(notes, body, trailer)
        version = "".join((head.at(1, 1), head.at(1, 2)))
        format = f"{type}-{version}" if version else type
        return draw_up(Drawn(format or "EDIFACT", state.number, notes))

    def _senders(self, notes: Notes) -> None:
        if self._header is None:
            return
        for role, element in (("sender", 1), ("receiver", 2)):
            value = self._header.at(element)
            if value:
                where = f"segment {self._header.number} UNB"
                draft = PartyDraft(role, where)
                note = self._header.at(element, 1)
                draft.identifiers.append(numbered("other", value, where, note=note))
                draft.note(notes)

    def _checks(
        self, notes: Notes, body: list[Segment], trailer: Segment | None
    ) -> None:
        place = notes.origin.locator
        if self._skipped:
            said = f"more than {MAX_SEGMENTS:,} segments; its rest was not read"
            notes.report("message-too-large", said, place, "error")
        if trailer is None:
            said = "not closed by UNT: the file may be cut off, ask for it again"
            notes.report("edifact-open", said, place, "error")
            return
        stated = trailer.at(0)
        if stated.isdigit() and int(stated) != len(body) + 1 and not self._skipped:
            said = (
                f"its trailer counts {stated} segments, it has {len(body) + 1}: some "
                "may be missing"
            )
            notes.report("edifact-count", said, place)

    def _faulty(self, segment: Segment) -> Problem:
        where = self._origin.at(f"segment {segment.number} {segment.tag}")
        message = f"{segment.fault}; ask for the file again"
        return Problem("edifact-segment", message, where, "error")

    def _object(self, segment: Segment) -> Problem:
        where = self._origin.at(f"segment {segment.number} UNO")
        message = "a binary file is attached inside and was not read; open it by hand"
        return Problem("attachment-not-read", message, where)

    def _stray(self, segment: Segment) -> Problem:
        where = self._origin.at(f"segment {segment.number} {segment.tag}"[:80])
        shown = "+".join([segment.tag, *(":".join(e) for e in segment.elements)])[:80]
        message = f"stands outside any message and was not screened: {shown!r}"
        return Problem("edifact-stray", message, where, "error")
