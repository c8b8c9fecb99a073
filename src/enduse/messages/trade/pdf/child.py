"""The child process that touches PDFs: pdfium may crash, hang or swell here alone.

It answers one JSON line with one JSON line until its input ends. Memory is capped
where the system allows; the time of each answer is watched by `pdfium.py`. Nothing a
PDF wants done is done: no script, no launch, no fetch.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from enduse.messages.trade.pdf.glyphs import read_page
from enduse.messages.trade.pdf.picture import draw
from enduse.messages.trade.pdf.wire import Ask, Drawn, Opened, RawPage

MAX_MEMORY = 3 * 1024**3
_FAULTS = {
    pdfium.FPDF_ERR_PASSWORD: "password",
    pdfium.FPDF_ERR_SECURITY: "password",
}


class Held:
    """The one document that is open."""

    def __init__(self) -> None:
        self.path = ""
        self.document: Any = None

    def open(self, path: str) -> Opened:
        """Opens a file and says what it is."""
        self.close()
        self.document = pdfium.FPDF_LoadDocument(path.encode() + b"\x00", None)
        if not self.document:
            fault = _FAULTS.get(pdfium.FPDF_GetLastError(), "damaged")
            return Opened(fault=fault)
        self.path = path
        pages = pdfium.FPDF_GetPageCount(self.document)
        found = Opened(pages=pages, fault="" if pages else "empty")
        scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(self.document)
        found.actions = ["JavaScript"] if scripts > 0 else []
        return found

    def close(self) -> None:
        """Lets go of it."""
        if self.document:
            pdfium.FPDF_CloseDocument(self.document)
        self.path, self.document = "", None


def answer(ask: Ask, held: Held) -> bytes:
    """The answer to one question, as JSON."""
    if ask.do == "look":
        from enduse.messages.trade.pdf.attachments import look

        return msgspec.json.encode(look(Path(ask.path)))
    if ask.do == "open":
        return msgspec.json.encode(held.open(ask.path))
    if held.path != ask.path:
        held.open(ask.path)
    if ask.do == "image":
        drawn = Drawn()
        if held.document:
            drawn = draw(held.document, ask.page, ask.boxes, ask.scale)
        return msgspec.json.encode(drawn)
    if not held.document:
        return msgspec.json.encode(RawPage(ask.page, 0, 0, [], [], fault="not open"))
    return msgspec.json.encode(read_page(held.document, ask.page))


def main() -> None:
    """Answers until the input ends."""
    _cap_memory()
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints does not mix with the answers
    pdfium.FPDF_InitLibrary()
    held = Held()
    for line in sys.stdin.buffer:
        out.write(answer(msgspec.json.decode(line, type=Ask), held) + b"\n")
        out.flush()


def _cap_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
