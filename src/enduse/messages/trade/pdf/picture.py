"""A page drawn by pdfium as PNG. Runs in the child."""

import base64
import ctypes
import struct
import zlib
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from enduse.messages.trade.pdf.wire import Drawn

MAX_PIXELS = 20_000_000
_MARK = bytes((0x1A, 0x5F, 0xD0))  # blue, green, red of a frame, as pdfium orders them
_WHITE = 0xFFFFFFFF


def draw(
    document: Any,
    number: int,
    boxes: Sequence[tuple[float, float, float, float]],
    scale: float,
) -> Drawn:
    """The page with frames round the boxes; empty where it cannot be drawn."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return Drawn()
    try:
        wide = pdfium.FPDF_GetPageWidthF(page)
        high = pdfium.FPDF_GetPageHeightF(page)
        most = (MAX_PIXELS / max(wide * high, 1)) ** 0.5
        scale = max(min(scale, most), 0.05)
        width, height = max(int(wide * scale), 1), max(int(high * scale), 1)
        return Drawn(base64.b64encode(_png(page, width, height, boxes, scale)).decode())
    finally:
        pdfium.FPDF_ClosePage(page)


def _png(
    page: Any,
    width: int,
    height: int,
    boxes: Sequence[tuple[float, float, float, float]],
    scale: float,
) -> bytes:
    if not boxes:
        return _grey(page, width, height)
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        flags = pdfium.FPDF_ANNOT
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        buffer = pdfium.FPDFBitmap_GetBuffer(bitmap)
        pixels = bytearray(ctypes.string_at(buffer, stride * height))
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    for box in boxes:
        _frame(pixels, (width, height, stride), [round(v * scale) for v in box])
    rows = b"".join(
        b"\x00" + _rgb(pixels[y * stride : y * stride + width * 4])
        for y in range(height)
    )
    return _file(struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), rows)


def _grey(page: Any, width: int, height: int) -> bytes:
    """The page in sixteen greys: a third of the bytes of colours, as legible."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        flags = pdfium.FPDF_ANNOT | pdfium.FPDF_GRAYSCALE
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = b"".join(
        b"\x00" + _packed(pixels[y * stride : y * stride + width])
        for y in range(height)
    )
    return _file(struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0), rows)


def _packed(row: bytes) -> bytes:
    """Two pixels of four bits in a byte."""
    even = row if len(row) % 2 == 0 else row + b"\xff"
    high, low = even[0::2].translate(_HIGH), even[1::2].translate(_LOW)
    both = int.from_bytes(high, "big") | int.from_bytes(low, "big")
    return both.to_bytes(len(high), "big")


_HIGH = bytes(level & 0xF0 for level in range(256))
_LOW = bytes(level >> 4 for level in range(256))


def _file(head: bytes, rows: bytes) -> bytes:
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _rgb(row: bytearray) -> bytes:
    out = bytearray(len(row) // 4 * 3)
    out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(out)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)


def _frame(pixels: bytearray, size: tuple[int, int, int], box: Sequence[int]) -> None:
    """Two pixels of colour round a box."""
    width, height, stride = size
    x0, y0, x1, y1 = box[0] - 3, box[1] - 3, box[2] + 3, box[3] + 3
    for y in range(max(y0, 0), min(y1 + 1, height)):
        edge = y < y0 + 2 or y > y1 - 2
        spans = ((x0, x1),) if edge else ((x0, x0 + 1), (x1 - 1, x1))
        for left, right in spans:
            left, right = max(left, 0), min(right + 1, width)
            if right > left:
                at = y * stride + left * 4
                pixels[at : at + (right - left) * 4] = (_MARK + b"\xff") * (
                    right - left
                )
