"""ISO 20022 messages in XML: any of them, any version, bare or in an envelope.

*Source*: ISO 20022, https://www.iso20022.org; the version is read from the namespace's
end and everything else by local name, so national and market variants read alike.

One Message is one transaction (credit transfer, direct debit, returned or cancelled
payment), one statement entry, one remittance advice; a message without any of these is
one Message as a whole. `ref` is the ordering customer's reference: EndToEndId unless
NOTPROVIDED, then TxId, InstrId, UETR, the entry's reference, the message's own id.

XML is read with DTDs, entities and the network off. A DOCTYPE is refused before any of
the body is used. A locator is an XPath of local names.
"""

import re
from collections.abc import Iterator
from typing import cast

from enduse.files.source_file import SourceFile, block
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.iso20022 import salvage
from enduse.messages.iso20022.feed import Feeder
from enduse.messages.iso20022.stream import Stream
from enduse.messages.iso20022.vocabulary import BODIES
from enduse.messages.message import Message, Options
from enduse.messages.recoded import is_declared_wrong
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "pacs.008": "FI to FI customer credit transfer",
    "pacs.009": "financial institution credit transfer, core and cover",
    "pacs.004": "payment return",
    "pacs.002": "payment status report",
    "pain.001": "customer credit transfer initiation",
    "camt.052": "account report",
    "camt.053": "account statement",
    "camt.054": "debit and credit notification",
    "camt.056": "payment cancellation request",
    "camt.029": "resolution of investigation",
    "remt.001": "remittance advice",
    "iso20022": "any other ISO 20022 message, read by the shape of its elements",
}
_CHUNK = 64 * 1024
_MARKS = re.compile(
    rb"iso:(?:std:iso:)?20022|"
    rb"\b(?:pacs|pain|camt|remt|acmt|admi|head|reda|auth|trck)\.\d{3}\.\d{3}\.\d{2}|"
    rb"(?:<|&lt;)(?:[\w.-]+:)?(?:" + "|".join(BODIES).encode() + rb")\b"
)


def sniff(head: bytes) -> bool:
    """Whether it is XML with a namespace, a message name or an element of ISO 20022."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")
    return plain.startswith(b"<") and bool(_MARKS.search(plain))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """Every message of the file, as a stream."""
    if is_declared_wrong(file):
        found = list(salvage.otherwise_encoded(file))
        if found:
            yield from found
            return
    where = Origin(file.name, file.sha256, "")
    stream = Stream(file.name, file.sha256)
    feeder = Feeder(stream, where)
    given = messages = 0
    fault: Problem | None = None
    try:
        with file.open() as content:
            while fault is None and (data := block(content, _CHUNK)):
                fault = feeder.feed(data)
                some = _drained(stream)
                given, messages = given + len(some), messages + _messages(some)
                yield from some
    except UNREADABLE as broken:
        stream.flush()
        yield from _drained(stream)
        yield unreadable(where, broken)
        return
    fault = fault or feeder.close()
    if fault is None:
        stream.finish()
    last = _drained(stream)
    yield from last
    if fault and salvage.is_open_to_it(fault):
        yield from salvage.behind(file, fault, messages + _messages(last))
    elif fault:
        yield fault
    elif not (given or last):
        message = "it holds no message; ask for it again"
        yield Problem("no-message", message, where, "error")


def _messages(found: list[Message | Problem]) -> int:
    return sum(isinstance(item, Message) for item in found)


def _drained(stream: Stream) -> list[Message | Problem]:
    out, stream.out = stream.out, []
    return out


def facts(message: Message) -> list[Fact]:
    """Every party, amount and text of the message, its headers' first."""
    return list(cast(tuple[Fact, ...], message.content))
