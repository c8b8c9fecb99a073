"""A file of SWIFT messages cut into blocks, as a stream, in one pass.

*Source*: SWIFT FIN user handbook, message structure: `{1:...}{2:...}{3:{...}}{4:`
text `-}{5:{...}}`; RJE files put `$` between messages, DOS-PCC files 0x01 before and
0x03 after each, padded to 512 bytes; bank statements often come as bare field text
that ends with a line `-`. Every pattern here has a fixed width: no input makes one
search again what it has searched.
"""

import codecs
import re
from collections.abc import Iterator
from typing import IO, NamedTuple

MAX_MESSAGE = 1024 * 1024  # FIN allows 10,000 characters; what is longer is no FIN
CHUNK = 256 * 1024
_MAX_HEADER = 16 * 1024
_BLANKS = re.compile(rb"[\s\x00\x1a}]*")
_SEPARATORS = re.compile(rb"[\s\x00\x01\x03\x1a$}]*")
_RECORD_END = re.compile(rb"[\x01\x03$]")
_BLOCK = re.compile(rb"\{([0-9A-Za-z]):")
_BRACE = re.compile(rb"[{}]")
_END = re.compile(
    rb"-\}|\{[1-5S]:|[\x01\x03]|(?<=[\r\n])\$|(?<=[\r\n])-(?=[ \r\n])|(?<=[\r\n])-\Z"
    rb"|(?<=[\r\n]):20:"
)
_TAG_LINE = re.compile(rb"(?:\A|[\r\n])[ \t]{0,8}:\d\d[A-Z]?:")


class Piece(NamedTuple):
    """One block. `key` is its number or letter, `text` for field text without a
    block around it, `stray` for words between messages, `end` for a separator of
    records, `too-long` for what was skipped."""

    key: str
    content: bytes
    fault: str = ""


def pieces(stream: IO[bytes]) -> Iterator[Piece]:
    """Every block of the stream in order; memory is bounded by the longest message."""
    window = _Window(stream)
    while True:
        if window.skip_separators():
            yield Piece("end", b"")
        if window.exhausted():
            return
        yield window.block() if window.at_block() else window.bare()


CUT_OFF = "the text is not closed: the file may be cut off"
_TextEnd = tuple[int, int, str]  # where it ends, where to go on, a fault or ''


class _Window:
    """The part of the stream in memory: `data` from `at` on is not yet read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._chunks = _chunks(stream)
        self.data = b""
        self.at = 0
        self.ended = False

    def fill(self) -> None:
        """One more chunk of the stream, if there is one."""
        chunk = next(self._chunks, b"")
        self.ended = not chunk
        self.data = self.data[self.at :] + chunk
        self.at = 0

    def exhausted(self) -> bool:
        return self.ended and self.at >= len(self.data)

    def skip_separators(self) -> bool:
        """Steps over what stands between messages; whether a record ended there."""
        found = False
        while True:
            match = _SEPARATORS.match(self.data, self.at)
            end = match.end() if match else self.at
            if not found and end > self.at:
                found = bool(_RECORD_END.search(self.data, self.at, end))
            self.at = end
            if self.ended or len(self.data) - end >= 8:
                return found
            self.fill()

    def at_block(self) -> bool:
        return _BLOCK.match(self.data, self.at) is not None

    def block(self) -> Piece:
        """The block that starts here."""
        key = chr(self.data[self.at + 1])
        start = self.at + 3
        if key == "4" and self.data[start : start + 1] != b"{":
            return self._text(start, "4")
        return self._braces(key)

    def bare(self) -> Piece:
        """Field text, or stray words, without a block around them."""
        piece = self._text(self.at, "text")
        if piece.key == "text" and not _TAG_LINE.search(piece.content):
            return Piece("stray", piece.content)
        return piece

    def _braces(self, key: str) -> Piece:
        while len(self.data) - self.at < _MAX_HEADER and not self.ended:
            self.fill()
        depth, deepest = 0, 1 if key in "12" else 3
        limit = min(len(self.data), self.at + _MAX_HEADER)
        for brace in _BRACE.finditer(self.data, self.at, limit):
            depth += 1 if brace[0] == b"{" else -1
            if depth > deepest:
                break
            if not depth:
                content = self.data[self.at + 3 : brace.start()]
                self.at = brace.end()
                return Piece(key, content)
        return self._unclosed(key, limit)

    def _unclosed(self, key: str, limit: int) -> Piece:
        """A header block nobody closed: it ends at its line's end or the next block."""
        start = self.at + 3
        ends = [self.data.find(mark, start, limit) for mark in (b"\n", b"\r", b"{")]
        end = min((e for e in ends if e >= 0), default=limit)
        self.at = end
        return Piece(key, self.data[start:end], f"block {key} is not closed by a brace")

    def _text(self, start: int, key: str) -> Piece:
        offset, seen = start - self.at, start - self.at
        while True:
            done = self._text_end(self.at + seen, key, self.at + offset)
            if done:
                begin, self.at = self.at + offset, done[1]
                return Piece(key, self.data[begin : done[0]], done[2])
            if len(self.data) - self.at > MAX_MESSAGE:
                return self._skip_too_long()
            seen = max(offset, len(self.data) - self.at - _TAIL)
            self.fill()

    def _text_end(
        self, start: int, key: str, begin: int
    ) -> tuple[int, int, str] | None:
        """Where the text ends, where to go on, and a fault; None: more data needed."""
        if key == "4" and (plain := self._plain_end(start)):
            return plain
        for mark in _END.finditer(self.data, start):
            close = mark[0] in (b"-}", b"-")
            after = _BLANKS.match(self.data, mark.end()) if close else None
            follow = after.end() if after else mark.end()
            if follow >= len(self.data) and not self.ended:
                return None
            fault = self._ends_text(mark, follow, key, begin)
            if fault is not None:
                return mark.start(), mark.end() if close else mark.start(), fault
        if not self.ended:
            return None
        fault = CUT_OFF if key == "4" else ""
        return len(self.data), len(self.data), fault

    def _plain_end(self, start: int) -> _TextEnd | None:
        """The end of a text in which nothing is odd: the same answer, found faster."""
        data = self.data
        end = data.find(b"-}", start)
        odd = (
            any(data.find(mark, start, end) >= 0 for mark in _ODD) if end > 0 else True
        )
        if odd or data[end - 1 : end] != b"\n" or data[end + 2 : end + 3] not in _NEXT:
            return None
        return end, end + 2, ""

    def _ends_text(
        self, mark: re.Match[bytes], follow: int, key: str, begin: int
    ) -> str | None:
        """A fault, or '' for none, where this mark ends the text; None: it is text.

        `-}` counts only where a new block, a separator or the end follows: inside a
        narrative it is words like any others, and what stands after it still counts.
        """
        word = mark[0]
        rest = self.data[follow : follow + 4]
        if word == b"-}" or word == b"-":
            line_start = self.data[mark.start() - 1 : mark.start()] in (b"\n", b"\r")
            ends = not rest or rest[:1] in b"{$\x01\x03"
            return "" if ends or (line_start and rest == b":20:") else None
        if word == b":20:":
            again = key == "text" and self.data.find(b":20:", begin, mark.start()) >= 0
            return "" if again else None
        if word == b"$":
            ends = not rest or rest[:1] in b"\r\n{:"
            return ("" if key == "text" else _NOT_CLOSED) if ends else None
        if word[:1] == b"{" or key == "4":
            return "" if key == "text" else _NOT_CLOSED
        return ""

    def _skip_too_long(self) -> Piece:
        """Steps over a message beyond the limit, up to where the next may start."""
        shown = self.data[self.at : self.at + 80]
        self.at += 4
        while True:
            found = self.data.find(b"{1:", self.at)
            if found >= 0:
                self.at = found
                return Piece("too-long", shown)
            self.at = max(self.at, len(self.data) - 2)
            if self.ended:
                self.at = len(self.data)
                return Piece("too-long", shown)
            self.fill()


_TAIL = 1024  # blanks after a `-}` that a search may have to see again
_ODD = (b"{", b"$", b"\x01", b"\x03")
_NEXT = (b"{", b"$", b"\x03")
_NOT_CLOSED = "the text is not closed by a line '-}'"


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """The stream in chunks, UTF-16 turned into UTF-8, without a byte order mark."""
    head = stream.read(CHUNK)
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if wide or head[1:4:2] == b"\x00\x00" or head[0:3:2] == b"\x00\x00":
        order = (
            "utf-16" if wide else "utf-16-le" if head[1:2] == b"\x00" else "utf-16-be"
        )
        decoder = codecs.getincrementaldecoder(order)("replace")
        while head:
            if text := decoder.decode(head):
                yield text.encode("utf-8", "replace")
            head = stream.read(CHUNK)
        return
    yield head.removeprefix(codecs.BOM_UTF8)
    while chunk := stream.read(CHUNK):
        yield chunk
