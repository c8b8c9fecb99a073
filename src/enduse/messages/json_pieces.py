"""JSON text as a stream of its values, however long the file is.

*Source*: RFC 8259; https://jsonlines.org.
"""

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from enduse.files.source_file import block

MAX_VALUE = 1024 * 1024
MAX_LEVELS = 20  # of objects stepped into; what is deeper is one value
_CHUNK = 256 * 1024
_BLANK = " \t\r\n\ufeff"
_Pairs = list[tuple[str, Any]]


class Piece(NamedTuple):
    """One value with its JSON pointer; `fault` is a sentence where it is none.

    `loose` marks what stands beside the lists of an object that was stepped into.
    """

    pointer: str
    value: Any
    fault: str = ""
    loose: bool = False


def object_of(pairs: _Pairs) -> dict[str, Any]:
    """An object; a key written twice keeps all its values."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            before = found[key] if isinstance(found[key], list) else [found[key]]
            value = [*before, value]
        found[key] = value
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=object_of)


def pieces(
    stream: IO[bytes], codec: str, *, most: int = MAX_VALUE, cut: bool = False
) -> Iterator[Piece]:
    """Every value of a file of one, of several after another, or of an array.

    An object of more than `most` characters is stepped into: its lists give their
    items, its other members come as loose pieces. `cut` says that the text is the
    beginning of a longer one, whose last object is stepped into as well.
    """
    decoder = codecs.getincrementaldecoder(codec)("replace")
    return _Reader(stream, decoder, most, cut).pieces()


@dataclass(slots=True)
class _Frame:
    """An array or object that is open; `count` is how many values it has given."""

    closing: str
    pointer: str
    count: int = 0
    key: str = ""

    def place(self) -> str:
        """The pointer of the value that comes next."""
        if self.closing == "}":
            return f"{self.pointer}/{escaped(self.key)}"
        return f"{self.pointer}/{self.count}"


class _Reader:
    """The part of the text in memory: `buffer` from `at` on is not yet read."""

    def __init__(
        self,
        stream: IO[bytes],
        decoder: codecs.IncrementalDecoder,
        most: int,
        cut: bool,
    ) -> None:
        self._stream = stream
        self._decoder = decoder
        self._most = most
        self._cut = cut
        self._buffer = ""
        self._at = 0
        self._ended = False
        self._open: list[_Frame] = []
        self._number = 0

    def pieces(self) -> Iterator[Piece]:
        """Every value, in order."""
        while self._next():
            if self._closes():
                continue
            if self._wants_key() and not self._key():
                if self._cut:
                    return
                yield self._broken()
            elif self._opens_list():
                self._step_in("]")
            else:
                yield from self._value()
        if self._open and not self._cut:
            said = "the file ends before it is closed: it may be cut off, ask for it"
            yield Piece(self._open[-1].pointer, None, f"{said} again")

    def _closes(self) -> bool:
        """Steps over the end of what is open; whether it stands here."""
        if not self._open or self._buffer[self._at] != self._open[-1].closing:
            return False
        self._open.pop()
        self._at += 1
        return True

    def _opens_list(self) -> bool:
        """Whether a list of values starts here: the file's, or one of a frame's."""
        first = not self._open and not self._number
        return self._buffer[self._at] == "[" and (first or self._wants_key())

    def _next(self) -> bool:
        """Whether there is more than blanks and commas."""
        while True:
            blanks = f"{_BLANK},]}}" if not self._open else f"{_BLANK},"
            while self._at < len(self._buffer) and self._buffer[self._at] in blanks:
                self._at += 1
            if self._at < len(self._buffer):
                return True
            if self._ended:
                return False
            self._fill()

    def _fill(self) -> None:
        held = self._buffer[self._at :]
        data = block(self._stream, max(_CHUNK, len(held)))
        self._ended = not data
        text = self._decoder.decode(data, final=self._ended)
        self._buffer, self._at = held + text, 0

    def _wants_key(self) -> bool:
        return bool(self._open) and self._open[-1].closing == "}"

    def _key(self) -> bool:
        """Reads a key and its colon; whether there is one."""
        key, end, _ = self._decoded()
        while not end and not self._ended and len(self._buffer) - self._at < self._most:
            self._fill()
            key, end, _ = self._decoded()
        if not end or not isinstance(key, str):
            return False
        self._at = end
        if not self._next() or self._buffer[self._at] != ":":
            return False
        self._at += 1
        self._open[-1].key = key
        return self._next()

    def _value(self) -> Iterator[Piece]:
        while True:
            value, end, broken = self._decoded()
            whole = self._ended or end < len(self._buffer) or isinstance(value, dict)
            if end and whole:
                self._at = end
                yield self._piece(value)
                return
            longer = len(self._buffer) - self._at
            if not self._ended and not broken and longer <= self._most:
                self._fill()
            elif self._may_step_in(broken):
                self._step_in("}")
                return
            else:
                yield self._broken()
                return

    def _may_step_in(self, broken: bool) -> bool:
        """Whether an object is too long, or cut, rather than broken."""
        deep = len(self._open) >= MAX_LEVELS
        opens = self._buffer[self._at] == "{" and not broken and not deep
        first = not self._open and not self._number
        return opens and (self._cut or not self._ended or first)

    def _step_in(self, closing: str) -> None:
        self._open.append(_Frame(closing, self._counted()))
        self._at += 1

    def _piece(self, value: Any) -> Piece:
        loose = self._wants_key() and not isinstance(value, dict)
        return Piece(self._counted(ended=True), value, loose=loose)

    def _counted(self, *, ended: bool = False) -> str:
        """The pointer of the next value; one that is alone in its file has none.

        `ended` says that the value has been read, so that a look behind it may tell.
        """
        if not self._open:
            self._number += 1
            several = self._number > 1 or (ended and self._next())
            return f"/{self._number - 1}" if several else ""
        place = self._open[-1].place()
        self._open[-1].count += 1
        return place

    def _decoded(self) -> tuple[Any, int, bool]:
        """The value that starts here, its end or 0, and whether more can't help."""
        try:
            value, end = _DECODER.raw_decode(self._buffer, self._at)
        except RecursionError:
            return None, 0, True
        except json.JSONDecodeError as fault:
            near = fault.pos >= len(self._buffer) - 16
            return None, 0, not (near or fault.msg.startswith("Unterminated"))
        except ValueError:
            return None, 0, True
        return value, end, False

    def _broken(self) -> Piece:
        """What cannot be read, up to the end of its line."""
        shown = self._buffer[self._at : self._at + 80]
        pointer = self._counted()
        found = self._buffer.find("\n", self._at)
        while found < 0 and not self._ended:
            self._at = len(self._buffer)
            self._fill()
            found = self._buffer.find("\n")
        self._at = found + 1 if found >= 0 else len(self._buffer)
        return Piece(
            pointer, None, f"no JSON object enduse can read: {shown!r}; correct it"
        )


def escaped(key: str) -> str:
    """A key as a step of a JSON pointer."""
    return key.replace("~", "~0").replace("/", "~1")
