"""Letters by e-mail: who wrote to whom, what the letter says, and the files with it.

*Source*: RFC 5322 (letters), RFC 2045 to 2049 (MIME). One Message is one letter; each
attached file is read by the reader that knows it, as a paper of the same deal, under
the name of both (`letter.eml#invoice.pdf`). A link or picture is never fetched.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message as Letter
from email.utils import getaddresses

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.mail_parts import files_in, header_words, letter_of, lines_of_body
from enduse.messages.message import Message, Options
from enduse.messages.trade.inside import with_carried
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.titled import first_number
from enduse.messages.trade.text_lines import leaves_of
from enduse.messages.trade.text_paper import drawn, read_page
from enduse.model import Fact, Identifier, Origin, Party, PartyName, Problem
from enduse.text.dates import parse_day

FORMATS = {
    "mail": "letter by e-mail, its text and its attached files",
    "mail-nnn": "the same, with a paper of that kind in its own text",
}
MAX_BYTES = 128 * 1024 * 1024
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\r?\n[ \t]|$)")
_KNOWN = frozenset(
    b"from to cc date subject message-id mime-version received return-path".split()
)
_PEOPLE = {
    "from": "sender",
    "sender": "sender",
    "reply-to": "sender",
    "to": "receiver",
    "cc": "receiver",
    "bcc": "receiver",
}
_MOST_PEOPLE = 200
_ISSUED = re.compile(r"(?:\w{3},\s*)?(\d{1,2}\s+\w{3}\s+\d{4})")


def sniff(head: bytes) -> bool:
    """Whether it opens with the fields of a letter, three that every letter has."""
    if not re.match(rb"\s{0,8}(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)", head):
        return False
    known = set()
    for line in head.lstrip()[:16384].splitlines():
        if not line.strip():
            break
        field = _FIELD.match(line + b" ")
        if field:
            known.add(field[1].lower())
        elif line[:1] not in b" \t" and not line.startswith(b"From "):
            return False
    return len(known & _KNOWN) >= 3 and not known.isdisjoint((b"from", b"received"))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """The letter, then the papers in its files."""
    return of_whole(file, MAX_BYTES, lambda data, origin: _read(data, origin, options))


def _read(data: bytes, origin: Origin, options: Options) -> Iterator[Message | Problem]:
    letter = letter_of(data)
    files, left_out = files_in(letter, origin)
    message = _letter(letter, origin, left_out)
    yield from with_carried([message], files, origin, options, sheets=True)


def facts(message: Message) -> list[Fact]:
    """Everything the letter says, found while it was read."""
    return list(message.content)


def _letter(letter: Letter, origin: Origin, left_out: list[Problem]) -> Message:
    sheet = Sheet(Notes(origin))
    sheet.notes.problems.extend(left_out)
    _heading(letter, sheet.notes)
    for leaf in leaves_of("\n".join(lines_of_body(letter))):
        read_page(leaf, sheet)
    message = drawn(sheet, "mail")
    subject = header_words(letter, "subject")
    ref = first_number(sheet, sheet.kind) or subject or "letter"
    format_ = f"mail-{sheet.kind}" if sheet.kind else "mail"
    return replace(message, format=format_, ref=ref, origin=origin.at("letter"))


def _heading(letter: Letter, notes: Notes) -> None:
    """Who wrote to whom, when, and about what."""
    told: set[tuple[str, str]] = set()
    for field, role in _PEOPLE.items():
        said = [str(value) for value in letter.get_all(field, [])]
        where = notes.origin.at(f"header {field}")
        for name, address in getaddresses(said)[:_MOST_PEOPLE]:
            party = _person(header_words(name), address, role, where)
            key = (role, address.lower() or name)
            if key not in told and (party.names or party.identifiers):
                told.add(key)
                notes.leaves += 1
                notes.screened += 1
                notes.party(party)
    subject = header_words(letter, "subject")
    if subject:
        notes.leaves += 1
        notes.screened += 1
        notes.narrative("narrative", subject, "header subject")
    sent = _ISSUED.search(header_words(letter, "date"))
    day = parse_day(sent[1]) if sent else None
    if day:
        notes.date("related_date", day.isoformat(), "header date", day=day)


def _person(name: str, address: str, role: str, where: Origin) -> Party:
    names = (PartyName(name, where.locator),) if name and "@" not in name else ()
    mail = address.strip()
    ids = (Identifier("email", mail, "", "", where.locator),) if "@" in mail else ()
    return Party(role, where, names, "unknown", ids)
