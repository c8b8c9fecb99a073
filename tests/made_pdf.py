"""PDF files that tests make, byte by byte: any script, no font files, no library.

Letters are half as wide as high, Han characters as wide as high; a font is named but
not embedded, and a ToUnicode map says what each code means.
"""

from dataclasses import dataclass, field

A4 = (595, 842)


@dataclass
class Page:
    """A page to write on; `y` counts from the top, in points."""

    size: tuple[int, int] = A4
    rotate: int = 0
    content: list[str] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False
    ) -> "Page":
        """Puts words with their base line at `y`."""
        code = text.encode("utf-16-be").hex()
        font = "F2" if bold else "F1"
        where = f"{x} {self.size[1] - y}"
        self.content.append(f"BT /{font} {size} Tf {where} Td <{code}> Tj ET")
        return self

    def turned(self, x: float, y: float, text: str, *, size: float = 9) -> "Page":
        """Puts words that run upwards."""
        code = text.encode("utf-16-be").hex()
        where = f"0 1 -1 0 {x} {self.size[1] - y}"
        self.content.append(f"BT /F1 {size} Tf {where} Tm <{code}> Tj ET")
        return self

    def right(self, x: float, y: float, text: str, *, size: float = 9) -> "Page":
        """Puts words that end at `x`."""
        return self.text(x - width(text, size), y, text, size=size)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draws a ruled line."""
        high = self.size[1]
        self.content.append(f"{x0} {high - y0} m {x1} {high - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """Draws a frame."""
        high = self.size[1]
        self.content.append(f"{x0} {high - y1} {x1 - x0} {y1 - y0} re S")
        return self

    def lines(self, x: float, y: float, *texts: str, size: float = 9) -> "Page":
        """Puts lines under each other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * size * 1.25, text, size=size)
        return self

    def picture(self) -> "Page":
        """Covers the page with a picture, as a scanner does."""
        self.content.append(f"q {self.size[0]} 0 0 {self.size[1]} 0 0 cm /Im1 Do Q")
        return self


def width(text: str, size: float) -> float:
    """How wide a text is."""
    return sum(size * (1.0 if ord(c) > 0x2E80 else 0.5) for c in text)


def pdf(*pages: Page, extra: str = "", objects: tuple[bytes, ...] = ()) -> bytes:
    """The file; `extra` goes into its catalogue, `objects` are numbered from 20."""
    made: dict[int, bytes] = {}
    kids = " ".join(f"{100 + 2 * n} 0 R" for n in range(len(pages)))
    made[1] = f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode()
    made[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    for number, name in ((3, "Made"), (6, "Made-Bold")):
        made |= _font(number, name)
    made[9] = _stream(_to_unicode())
    made[10] = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    for number, data in enumerate(objects, start=20):
        made[number] = data
    for number, page in enumerate(pages):
        at = 100 + 2 * number
        made[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.size[0]} "
            f"{page.size[1]}] "
            f"/Rotate {page.rotate} /Contents {at + 1} 0 R /Resources << /Font "
            "<< /F1 3 0 R /F2 6 0 R >> /XObject << /Im1 10 0 R >> >> >>"
        ).encode()
        made[at + 1] = _stream("\n".join(page.content).encode())
    return _file(made)


def _font(number: int, name: str) -> dict[int, bytes]:
    bold = 700 if name.endswith("Bold") else 400
    return {
        number: (
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
            f"/DescendantFonts [{number + 1} 0 R] /ToUnicode 9 0 R >>"
        ).encode(),
        number + 1: (
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo "
            "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            f"/FontDescriptor {number + 2} 0 R /DW 1000 /W [0 11903 500] >>"
        ).encode(),
        number + 2: (
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox "
            f"[0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight "
            f"700 /StemV 80 /FontWeight {bold} >>"
        ).encode(),
    }


def _to_unicode() -> bytes:
    ranges = [f"<{n:02X}00> <{n:02X}FF> <{n:02X}00>" for n in range(0xD8)]
    blocks = [ranges[at : at + 100] for at in range(0, len(ranges), 100)]
    body = "\n".join(
        f"{len(block)} beginbfrange\n" + "\n".join(block) + "\nendbfrange"
        for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName /Made def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{body}\nendcmap end end"
    ).encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n" % len(data) + data + b"\nendstream"


def _file(made: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, data in sorted(made.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + data + b"\nendobj\n"
    start, size = len(out), max(made) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (
            places.get(number, 0),
            b"n" if number in places else b"f",
        )
    return bytes(out) + (
        b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    )
