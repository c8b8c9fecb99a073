"""Bytes of a file to a stream's events, root element by root element."""

import re

from lxml import etree

from enduse.messages.iso20022.embedded import Refused, safe_parser
from enduse.messages.iso20022.stream import MAX_LIVE_BYTES, Stream
from enduse.model import Origin, Problem

# Where one XML document may end and another begin in the same file.
_NEXT_ROOT = re.compile(
    rb"<\?xml\s|<(?:[\w.-]{1,40}:)?(?:Document|AppHdr|Envelope|DataPDU|RequestPayload"
    rb"|Request|message|BizMsg)[\s>]"
)
_LOOK_BACK = 80  # bytes held back, so that no such place is cut by a chunk's end
_REFUSALS = {
    "xml-doctype": "it declares a DOCTYPE, which no payment message does and which can "
    "hide or swap names; refused, ask where the file comes from",
    "xml-too-deep": "its elements are nested too deep for any message; refused",
    "message-too-large": "what stands around its transactions holds more than "
    f"{MAX_LIVE_BYTES // 1024**2} MB; nothing further was read, ask for it in parts",
}


class Feeder:
    """Feeds a stream; the first fault ends it, unless it is to `mend` broken tags."""

    def __init__(self, stream: Stream, where: Origin, *, mend: bool = False) -> None:
        self._stream = stream
        self._mend = mend
        self._where = where
        self._parser: etree.XMLParser | None = None
        self._held = b""
        self._lines = 0
        self._lines_before = 0
        self._roots_before = 0

    def feed(self, data: bytes) -> Problem | None:
        """Takes the next bytes; the Problem that ends the file, or None."""
        data = self._held + data
        end = max(len(data) - _LOOK_BACK, 0)
        self._held = data[end:]
        return self._guarded(data, end)

    def close(self) -> Problem | None:
        """Ends the file."""
        fault = self._guarded(self._held, len(self._held))
        if fault is None and self._parser is None and not self._stream.roots:
            return self._problem("xml-empty", "it is empty; ask for it again")
        return fault or self._guarded(None, 0)

    def _guarded(self, data: bytes | None, end: int) -> Problem | None:
        try:
            if data is None:
                self._end_root()
            else:
                self._split(data, end)
        except Refused as refusal:
            self._stream.flush()
            return self._problem(str(refusal), _REFUSALS[str(refusal)])
        except (etree.XMLSyntaxError, ValueError) as fault:
            self._stream.flush()
            return self._malformed(fault)
        return None

    def _split(self, data: bytes, end: int) -> None:
        start = 0
        for match in _NEXT_ROOT.finditer(data):
            if match.start() >= end:
                break
            self._push(data[start : match.start()])
            start = match.start()
            if self._stream.between_roots and self._stream.roots > self._roots_before:
                self._end_root()
        self._push(data[start:end])

    def _push(self, data: bytes) -> None:
        if self._parser is None:
            data = data.lstrip(b"\t\r\n ")
            if not data:
                return
            self._parser = safe_parser(self._stream, recover=self._mend)
            self._roots_before = self._stream.roots
        if data:
            self._lines += data.count(b"\n")
            self._parser.feed(data)
            self._stream.grown(len(data))

    def _end_root(self) -> None:
        parser, self._parser = self._parser, None
        if parser is not None:
            parser.close()
        self._lines_before = self._lines

    def _malformed(self, fault: Exception) -> Problem:
        line, column = getattr(fault, "position", (0, 0))
        place = f"line {line + self._lines_before}, column {column}"
        said = str(getattr(fault, "msg", None) or fault).partition(", line ")[0]
        message = (
            f"not well-formed XML: {said}; what stands before is read, not the rest: "
            "ask for the file again"
        )
        return self._problem("xml-malformed", message, place)

    def _problem(self, code: str, message: str, place: str = "") -> Problem:
        return Problem(code, message, self._where.at(place), "error")
