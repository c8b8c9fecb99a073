"""pdfium at arm's length: a child process is asked, and ended where it does not answer.

*Source*: docs/adr/0004-pdf.md says why, and what it costs.
"""

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from enduse.messages.trade.pdf.wire import Ask, Drawn, Opened, RawPage

T = TypeVar("T")
Box = tuple[float, float, float, float]
OPEN_SECONDS = 30.0
PAGE_SECONDS = 20.0
_CHILD = "enduse.messages.trade.pdf.child"


class NoAnswer(Exception):  # ends one question; callers make it a Problem
    """The child crashed, or took too long and was ended."""


class Pdfium:
    """One child process, started when first asked and again after a crash."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def open(self, path: Path) -> Opened:
        """How many pages there are, or why there are none. *Raises* NoAnswer."""
        return self._ask(Ask("open", str(path)), Opened, OPEN_SECONDS)

    def look(self, path: Path) -> Opened:
        """Embedded files and actions. *Raises* NoAnswer."""
        return self._ask(Ask("look", str(path)), Opened, OPEN_SECONDS)

    def page(self, path: Path, number: int) -> RawPage:
        """One page, counted from 1. *Raises* NoAnswer."""
        return self._ask(Ask("page", str(path), number), RawPage, PAGE_SECONDS)

    def image(
        self, path: Path, number: int, boxes: Sequence[Box], *, scale: float
    ) -> Drawn:
        """One page as a picture with boxes framed. *Raises* NoAnswer."""
        ask = Ask("image", str(path), number, scale, list(boxes))
        return self._ask(ask, Drawn, PAGE_SECONDS)

    def close(self) -> None:
        """Ends the child, if this process started it."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        process.wait()

    def _ask(self, ask: Ask, kind: type[T], seconds: float) -> T:
        process = self._started()
        assert process.stdin
        assert process.stdout
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        watch = threading.Timer(seconds, end)
        watch.daemon = True
        watch.start()
        try:
            process.stdin.write(msgspec.json.encode(ask) + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except (BrokenPipeError, OSError):
            line = b""
        finally:
            watch.cancel()
        if not line.endswith(b"\n"):
            self.close()
            raise NoAnswer(
                f"took more than {seconds:.0f} seconds"
                if late.is_set()
                else "the PDF library gave up on it"
            )
        return msgspec.json.decode(line, type=kind)

    def _started(self) -> subprocess.Popen[bytes]:
        mine = self._owner == os.getpid()
        if self._process and mine and self._process.poll() is None:
            return self._process
        self.close()
        self._process = subprocess.Popen(  # noqa: S603  # our own module, no shell
            [sys.executable, "-m", _CHILD],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._owner = os.getpid()
        return self._process


_READING = Pdfium()
_DRAWING = Pdfium()
atexit.register(_READING.close)
atexit.register(_DRAWING.close)


def shared() -> Pdfium:
    """The child of this process; a forked process starts one of its own."""
    return _READING


def for_pictures() -> Pdfium:
    """The child that draws pages, and never reads them.

    Drawing sizes the fonts that pdfium keeps for a whole process: pages read after it
    would have their boxes a point elsewhere.
    """
    return _DRAWING
