"""A workbook in the old binary form, made by hand: one sheet of texts and numbers.

*Source*: [MS-XLS] 2.4 and [MS-CFB] 2.
"""

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(rows: Sequence[Sequence[str | float]]) -> bytes:
    """The bytes of a workbook whose one sheet has these rows."""
    body = b"".join(
        _cell(y, x, value) for y, row in enumerate(rows) for x, value in enumerate(row)
    )
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + body
    sheet += _record(0x0A, b"")
    top = _record(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    name = struct.pack("<BB", 5, 0) + b"Sheet"
    place = len(top) + 4 + 6 + len(name) + 4
    top += _record(0x85, struct.pack("<IBB", place, 0, 0) + name) + _record(0x0A, b"")
    return _compound(top + sheet)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _cell(y: int, x: int, value: str | float) -> bytes:
    if isinstance(value, str):
        text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
        return _record(0x204, struct.pack("<HHH", y, x, 0) + text)
    return _record(0x203, struct.pack("<HHHd", y, x, 0, value))


def _compound(stream: bytes) -> bytes:
    """A compound file with the one stream `Workbook`."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\0")
    count = len(stream) // _SECTOR
    chain = [*range(3, 2 + count), _END]
    fat = [_FAT, _END, *chain]
    fat += [_FREE] * (_SECTOR // 4 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<I", 0) + struct.pack("<I", _FREE) * 108
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(
        "Workbook", 2, _FREE, 2, len(stream)
    )
    folder = entries.ljust(_SECTOR, b"\0")
    return head + struct.pack("<128I", *fat) + folder + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    head += struct.pack("<III", _FREE, _FREE, child) + bytes(36)
    return head + struct.pack("<IQ", start, size)
