"""The parts of a letter by e-mail: its words as lines, and the files with it."""

import email
import email.policy
import io
import re
import zipfile
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message as Letter
from pathlib import PurePosixPath

from enduse.files.unreadable import BROKEN_ZIP
from enduse.messages.markup_lines import declared_charset, lines_of_markup
from enduse.messages.trade.inside import MAX_BYTES, MAX_FILES, Carried
from enduse.model import Origin, Problem
from enduse.text.encoding import decoded

MAX_WORDS = 4_000_000  # letters of one part that are read
_MOST_PARTS = 500
_SIGNATURES = ("application/pkcs7-signature", "application/pgp-signature")
_WORD = re.compile(r"\w+")


def letter_of(data: bytes) -> Letter:
    """The letter of these bytes; what is broken in it stands as it was written."""
    return email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)


def header_words(letter: Letter | str, field: str = "") -> str:
    """The words of a field, decoded; '' where there is none."""
    said = letter if isinstance(letter, str) else str(letter.get(field, ""))
    try:
        text = str(make_header(decode_header(said)))
    except (MessageError, LookupError, UnicodeError, ValueError):
        text = said
    return " ".join(text.split())


def lines_of_body(letter: Letter) -> list[str]:
    """What the letter says, line by line; markup adds what the plain text left out."""
    plain: list[str] = []
    marked: list[str] = []
    for part in _parts(letter):
        if _is_file(part):
            continue
        kind = part.get_content_type()
        if kind == "text/html":
            marked += lines_of_markup(_text(part))
        elif kind.startswith("text/"):
            plain += _text(part).splitlines()
    known = set(_WORD.findall(" ".join(plain).casefold()))
    if not plain:
        return marked
    added = [s for s in marked if not known.issuperset(_WORD.findall(s.casefold()))]
    return [*plain, "", *added]


def files_in(letter: Letter, origin: Origin) -> tuple[list[Carried], list[Problem]]:
    """The files with a letter, those of a ZIP one by one; remarks on what is not read.

    A picture that belongs to the letter's look is a remark; one attached is a file.
    """
    found: list[Carried] = []
    remarks: list[Problem] = []
    left = MAX_BYTES
    for number, part in enumerate(_parts(letter), start=1):
        kind = part.get_content_type()
        if not _is_file(part) or kind in _SIGNATURES:
            continue
        name = _name(part, number)
        if kind.startswith("image/") and not _attached(part):
            message = f"the picture {name!r} in the letter was not read; look at it"
            where = origin.at(f"attachment={name}")
            remarks.append(Problem("mail-picture", message, where, "note"))
            continue
        for one in _opened(name, _bytes(part), left):
            left -= len(one.data)
            found.append(one)
            if len(found) > MAX_FILES:
                full = Carried("", b"", "attachment", "there are too many files")
                return [*found[:MAX_FILES], full], remarks
    return found, remarks


def _opened(name: str, data: bytes, left: int) -> Iterator[Carried]:
    """A file, or the files of a ZIP."""
    where = f"attachment={name}"
    if len(data) > left:
        yield Carried(name, b"", where, "it is larger than is read")
        return
    sheet = name.lower().endswith((".xlsx", ".xlsm", ".docx"))
    if sheet or not data.startswith(b"PK\x03\x04"):
        yield Carried(name, data, where)
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()][: MAX_FILES + 1]
            if any(m.filename == "[Content_Types].xml" for m in members):
                yield Carried(f"{name}.xlsx", data, where)
                return
            for member in members:
                inner = f"{name}#{PurePosixPath(member.filename).name}"
                if member.file_size > left or member.flag_bits & 0x1:
                    why = "it is locked, or larger than is read"
                    yield Carried(inner, b"", where, why)
                    continue
                left -= member.file_size
                with archive.open(member) as packed:
                    yield Carried(inner, packed.read(member.file_size + 1), where)
    except BROKEN_ZIP as fault:
        yield Carried(name, b"", where, f"it is a broken archive: {fault}")


def _parts(letter: Letter) -> Iterator[Letter]:
    """The parts that hold something; a letter in the letter is a file of it."""
    waiting = [letter]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        held = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(held, list):
            waiting = [p for p in held if isinstance(p, Letter)] + waiting
        else:
            yield part


def _attached(part: Letter) -> bool:
    return str(part.get("content-disposition", "")).lower().startswith("attachment")


def _is_file(part: Letter) -> bool:
    if part.get_content_type() == "message/rfc822" or _attached(part):
        return True
    return bool(_file_name(part)) or part.get_content_maintype() != "text"


def _file_name(part: Letter) -> str:
    try:
        return header_words(part.get_filename("") or "")
    except (LookupError, UnicodeError, ValueError, TypeError):
        return "attached"


def _name(part: Letter, number: int) -> str:
    name = PurePosixPath(_file_name(part).replace("\\", "/")).name[:120]
    if name:
        return name
    ending = ".eml" if part.get_content_type() == "message/rfc822" else ""
    return f"part-{number}{ending}"


def _bytes(part: Letter) -> bytes:
    held = part.get_payload()
    if isinstance(held, list):
        inner = held[0] if held else None
        return inner.as_bytes() if isinstance(inner, Letter) else b""
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Letter) -> str:
    data = _bytes(part)
    try:
        charset = part.get_content_charset() or declared_charset(data)
    except (LookupError, UnicodeError, ValueError):
        charset = ""
    return decoded(data, charset)[:MAX_WORDS]
