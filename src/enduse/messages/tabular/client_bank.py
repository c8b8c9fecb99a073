"""Payments that 1C and banks of Russia exchange: `1CClientBankExchange`.

Each document is a row whose headings are its keys: who pays, who is paid, for what.
*Source*: 1C, "Формат обмена с системами Клиент банка", version 1.03.
"""

from collections.abc import Iterator

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.message import Message, Options
from enduse.messages.tabular.layout import Layout, layout
from enduse.messages.tabular.rows import formats, row_facts, row_message
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import decoded

FORMATS = formats("1c", "a document each of 1CClientBankExchange")
MAX_BYTES = 256 * 1024 * 1024
_MARK = b"1CClientBankExchange"
_BEGIN, _END, _NUMBER = "СекцияДокумент", "КонецДокумента", "Номер"
_KIND, _PURPOSE = "Вид документа", "НазначениеПлатежа"


def sniff(head: bytes) -> bool:
    """Whether it begins with the name of the format."""
    return head.lstrip(b"\xef\xbb\xbf \r\n").startswith(_MARK)


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document."""
    return of_whole(file, MAX_BYTES, _read)


def _read(data: bytes, origin: Origin) -> Iterator[Message | Problem]:
    text = decoded(data)
    layouts: dict[tuple[str, ...], Layout] = {}
    count = 0
    for place, document, whole_one in _documents(text):
        count += 1
        where = origin.at(f"line {place}")
        if not whole_one:
            message = f"the document ends without {_END}: the file may be cut off"
            yield Problem("row-malformed", message, where)
        keys, values = tuple(document), list(document.values())
        if keys not in layouts:
            layouts[keys], _ = layout(keys, [values], {}, origin=where)
        number = document.get(_NUMBER) or str(count)
        yield row_message(layouts[keys], values, number, suffix="1c", origin=where)
    if not count:
        message = "holds no document: nothing in it was screened"
        yield Problem("table-empty", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """The parties of the document and every other word in it."""
    return row_facts(message)


def _documents(text: str) -> Iterator[tuple[int, dict[str, str], bool]]:
    """The line, the keys and values of each document, and whether it has an end."""
    found: dict[str, str] | None = None
    begun = 0
    for number, line in enumerate(text.splitlines(), start=1):
        key, _, value = line.partition("=")
        key = key.strip()
        if key == _BEGIN:
            if found is not None:
                yield begun, found, False
            found, begun = {_KIND: value.strip()}, number
        elif key == _END and found is not None:
            yield begun, found, True
            found = None
        elif found is not None and value.strip():
            key = _PURPOSE if key.startswith(_PURPOSE) else key  # its lines, or again
            held, said = found.get(key, ""), value.strip()
            found[key] = held if said in held else f"{held}\n{said}".strip()
    if found is not None:
        yield begun, found, False
