"""Whether a text is itself a message: FIN, XML, EDIFACT or PDF, plain or in base64."""

import base64
import binascii
import re

from enduse.messages.swift import mt
from enduse.messages.trade.edifact import reader as edifact

LEAST = 24  # characters; no message is shorter
_BASE64 = re.compile(r"[A-Za-z0-9+/_-][A-Za-z0-9+/_\s-]{30,}={0,2}\s*")
_XML = re.compile(
    r"<(?:\?xml\b|(?:[\w.-]{1,40}:)?(?:Document|AppHdr|DataPDU|Envelope|Invoice"
    r"|CreditNote|DespatchAdvice|Waybill|BillOfLading|CrossIndustry\w{1,30})[\s>])"
)
_SHOWN = 4096  # characters that tell what a text is
PACKED = (b"%PDF-", b"\x1f\x8b")
"""How a file opens that is read from disk: PDF and gzip."""


def payload(text: str) -> bytes:
    """The bytes of the message that a text carries, or b''."""
    if len(text) < LEAST:
        return b""
    plain = _with_line_breaks(text)
    if _is_message(plain):
        return plain.lstrip("\ufeff \t\r\n").encode("utf-8", "replace")
    return _unpacked(text)


def opens_like_one(text: str) -> bool:
    """The same for the first part of a text, which may be cut anywhere."""
    if len(text) < LEAST:
        return False
    whole = len(text) - len(text) % 4
    return _is_message(_with_line_breaks(text)) or bool(_unpacked(text[:whole]))


def _with_line_breaks(text: str) -> str:
    r"""The text, where its line breaks were written out as `\n`, with them again."""
    if "\n" in text[:_SHOWN] or "\\n" not in text[:_SHOWN]:
        return text
    return text.replace("\\r\\n", "\n").replace("\\n", "\n")


def _is_message(text: str) -> bool:
    start = text[:_SHOWN].lstrip("\ufeff \t\r\n")
    if start[:1] == "<":
        return bool(_XML.match(start))
    head = start.encode("utf-8", "replace")
    return mt.sniff(head) or edifact.sniff(head)


def _unpacked(text: str) -> bytes:
    """What a text in base64 holds, if that is a message."""
    if not _BASE64.fullmatch(text.strip()):
        return b""
    bare = "".join(text.split()).replace("-", "+").replace("_", "/").rstrip("=")
    try:
        data = base64.b64decode(bare + "=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return b""
    if data.startswith(PACKED):
        return data
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    start = data[:_SHOWN].decode("utf-16" if wide else "utf-8", "replace")
    return data if _is_message(start) else b""
