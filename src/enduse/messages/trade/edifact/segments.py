"""An EDIFACT interchange cut into segments, as a stream, in one pass.

*Source*: ISO 9735-1:2002, syntax versions 1 to 4: `UNA` names the six service signs,
`?` releases the next sign; `UNB` names the character set. A binary object stands
between `UNO` and `UNP`. Files that a mail or a terminal has passed through may have
lost the sign at a segment's end and have a line each, or be in lower case.
"""

import codecs
import re
from collections.abc import Iterator
from typing import IO, NamedTuple

MAX_SEGMENT = 1024 * 1024
CHUNK = 64 * 1024
_CHARSETS = {
    "UNOA": "ascii",
    "UNOB": "ascii",
    "UNOC": "latin-1",
    "UNOD": "iso8859-2",
    "UNOE": "iso8859-5",
    "UNOF": "iso8859-7",
    "UNOG": "iso8859-3",
    "UNOH": "iso8859-4",
    "UNOI": "iso8859-6",
    "UNOJ": "iso8859-8",
    "UNOK": "iso8859-9",
    "UNOX": "latin-1",
    "UNOY": "utf-8",
    "UNOW": "utf-8",
    "KECA": "euc-kr",
}
_CODEC_OF = re.compile(rb"UNB[^A-Z]{1,3}(UNO[A-KWXY]|KECA)", re.IGNORECASE)
_BLANKS = b" \t\r\n\x00\x1a"
_LINE = re.compile(rb"(?:\A|[\r\n])[ \t]{0,8}[A-Za-z]{3}(?=[+:])")
_SIGN_AT_END = re.compile(rb"'[ \t]{0,8}(?:[\r\n]|\Z|[A-Za-z]{3}\+)")
_SHORT = 6  # characters of a code at most; what is longer may be a name


class Signs(NamedTuple):
    """The service signs of an interchange."""

    component: str = ":"
    element: str = "+"
    decimal: str = "."
    release: str = "?"
    repeat: str = ""
    end: str = "'"


class Segment(NamedTuple):
    """One segment. `elements` holds the components of each data element after the tag;
    `number` counts from 1 in the file; `fault` says what is wrong with it, or ''."""

    tag: str
    elements: tuple[tuple[str, ...], ...]
    number: int
    decimal: str = "."
    fault: str = ""

    def at(self, element: int, component: int = 0) -> str:
        """One component, counted from 0, or '' where it is not given."""
        if element < len(self.elements):
            parts = self.elements[element]
            if component < len(parts):
                return parts[component].strip()
        return ""

    def whole(self, element: int) -> tuple[str, ...]:
        """All components of a data element."""
        return self.elements[element] if element < len(self.elements) else ()


def segments(stream: IO[bytes]) -> Iterator[Segment]:
    """Every segment of the stream; memory is bounded by the longest of them."""
    signs, codec, number = Signs(), "latin-1", 0
    window = _Window(stream)
    while True:
        window.skip()
        if window.exhausted():
            return
        if window.starts(b"UNA"):
            signs = _signs(window.take(9).decode("latin-1"))
            continue
        if window.starts(b"UNB"):
            codec = window.codec()
        if not number and window.has_lines():
            signs = signs._replace(end="\n")
        number += 1
        raw, fault = window.until(signs)
        text = decoded(raw, codec)
        yield _segment(text, signs, number, fault)
        if raw[:4].rstrip(signs.element.encode("latin-1")) == b"UNO":
            fault = window.skip_object(signs)
            if fault:
                yield Segment("", (), number, signs.decimal, fault)


def decoded(raw: bytes, codec: str) -> str:
    """The text of a segment: UTF-8 where it is, else in the character set named."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        named = codec if codec not in ("ascii", "utf-8") else "cp1252"
        return raw.decode(named, "replace")


def _signs(una: str) -> Signs:
    """The signs that `UNA` names; a letter or a blank among them names none."""
    component, element, decimal, release, repeat, end = list(una[3:9].ljust(6, "'"))
    return Signs(
        component,
        element,
        decimal if decimal in ".," else ".",
        "" if release == " " else release,
        "" if repeat == " " else repeat,
        end,
    )


def _segment(text: str, signs: Signs, number: int, fault: str) -> Segment:
    elements = [
        _cut(e, signs.component, signs) for e in _split(text, signs.element, signs)
    ]
    head = elements[0][0].strip() if elements else ""
    if head.islower():
        elements = [tuple(map(_raised, element)) for element in elements]
    return Segment(head.upper(), tuple(elements[1:]), number, signs.decimal, fault)


def _raised(text: str) -> str:
    """A code as its standard writes it; words stay in lower case."""
    plain = len(text) <= _SHORT and text.isascii() and text.isalnum()
    return text.upper() if plain else text


def _split(text: str, sign: str, signs: Signs) -> list[str]:
    """The text between signs that are not released; releases stay in."""
    if not signs.release or signs.release not in text:
        return text.split(sign)
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == signs.release:
            at += 2
            continue
        if text[at] == sign:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _cut(text: str, sign: str, signs: Signs) -> tuple[str, ...]:
    repeats = _split(text, signs.repeat, signs) if signs.repeat else [text]
    parts = [part for repeat in repeats for part in _split(repeat, sign, signs)]
    if not signs.release or signs.release not in text:
        return tuple(parts)
    return tuple(_released(part, signs.release) for part in parts)


def _released(text: str, release: str) -> str:
    out, at = [], 0
    while at < len(text):
        if text[at] == release:
            at += 1
        out.append(text[at : at + 1])
        at += 1
    return "".join(out)


class _Window:
    """The part of the stream in memory: `data` from `at` on is not yet read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._wide: codecs.IncrementalDecoder | None = None
        self.data = b""
        self.at = 0
        self.ended = False
        self._first = True

    def fill(self) -> None:
        """One more chunk of the stream."""
        chunk = self._stream.read(CHUNK)
        self.ended = not chunk
        if self._first:
            self._first = False
            if chunk[:2] in (b"\xff\xfe", b"\xfe\xff"):
                self._wide = codecs.getincrementaldecoder("utf-16")("replace")
            chunk = chunk.removeprefix(codecs.BOM_UTF8)
        if self._wide is not None:
            chunk = self._wide.decode(chunk).encode("utf-8", "replace")
        self.data = self.data[self.at :] + chunk
        self.at = 0

    def exhausted(self) -> bool:
        return self.ended and self.at >= len(self.data)

    def skip(self) -> None:
        """Steps over blanks and line breaks between segments."""
        while True:
            while self.at < len(self.data) and self.data[self.at] in _BLANKS:
                self.at += 1
            if self.ended or len(self.data) - self.at >= 64:
                return
            self.fill()

    def starts(self, mark: bytes) -> bool:
        found = self.data[self.at : self.at + len(mark)]
        return found.upper() == mark

    def has_lines(self) -> bool:
        """Whether segments end with their lines and no sign ends any of them."""
        head = self.data[self.at : self.at + 4096]
        return len(_LINE.findall(head)) >= 3 and not _SIGN_AT_END.search(head)

    def take(self, size: int) -> bytes:
        taken = self.data[self.at : self.at + size]
        self.at += size
        return taken

    def codec(self) -> str:
        found = _CODEC_OF.match(self.data, self.at)
        return (
            _CHARSETS.get(found[1].decode().upper(), "latin-1") if found else "latin-1"
        )

    def until(self, signs: Signs) -> tuple[bytes, str]:
        """The bytes up to the segment's end, and a fault, or ''."""
        end = signs.end.encode("latin-1")
        release = signs.release.encode("latin-1")
        seen = self.at
        while True:
            found = self.data.find(end, seen)
            if found < 0:
                if self.ended:
                    raw = self.take(len(self.data) - self.at)
                    return raw.rstrip(
                        _BLANKS
                    ), "it is not closed: the file may be cut off"
                if len(self.data) - self.at > MAX_SEGMENT:
                    return self._too_long(end)
                behind = len(self.data) - self.at
                self.fill()
                seen = self.at + behind
                continue
            if release and self._is_released(found, release):
                seen = found + 1
                continue
            raw = self.data[self.at : found]
            self.at = found + 1
            return raw.rstrip(b"\r"), ""

    def _is_released(self, place: int, release: bytes) -> bool:
        count = 0
        while (
            place - count - 1 >= self.at
            and self.data[place - count - 1 : place - count] == release
        ):
            count += 1
        return count % 2 == 1

    def _too_long(self, end: bytes) -> tuple[bytes, str]:
        """Steps over a segment beyond the limit."""
        shown = self.data[self.at : self.at + 200]
        self.at = len(self.data)
        while True:
            found = self.data.find(end, self.at)
            if found >= 0:
                self.at = found + 1
                break
            self.at = len(self.data)
            if self.ended:
                break
            self.fill()
        return shown, f"it is longer than {MAX_SEGMENT:,} bytes; its rest was skipped"

    def skip_object(self, signs: Signs) -> str:
        """Steps over a binary object up to its `UNP`; a fault, or ''."""
        mark = b"UNP" + signs.element.encode("latin-1")
        while True:
            found = self.data.find(mark, self.at)
            if found >= 0:
                self.at = found
                return ""
            self.at = max(self.at, len(self.data) - len(mark))
            if self.ended:
                self.at = len(self.data)
                return "a binary object is not closed by UNP: the file may be cut off"
            self.fill()
