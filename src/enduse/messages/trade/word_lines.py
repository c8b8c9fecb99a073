"""The lines of a document of a word processor: Office Open XML and OpenDocument text.

A table's row is a line, or as many as its highest cell has, with wide gaps between.
*Source*: ECMA-376 part 1, 17; ISO/IEC 26300.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from enduse.files.unreadable import BROKEN_ZIP
from enduse.messages.side_by_side import side_by_side

MAX_BYTES = 64 * 1024 * 1024
"""Of all parts together, unpacked."""
_PARTS = ("word/header", "word/document", "word/footnotes", "word/endnotes",
          "word/comments", "word/footer", "content.xml", "styles.xml")  # fmt: skip
_PARAGRAPHS = frozenset(("p", "h"))
_ROWS = frozenset(("tr", "table-row"))
_CELLS = frozenset(("tc", "table-cell", "covered-table-cell"))
_SIGNS = {"tab": "    ", "br": "\n", "cr": "\n", "line-break": "\n", "s": " "}
_UNSAID = frozenset(("instrText",))


def lines_of_document(data: bytes) -> list[str]:
    """The lines of all parts with words. *Raises* ValueError, saying what is wrong."""
    lines: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            named = [m for m in archive.infolist() if m.filename.endswith(".xml")]
            wanted = [m for p in _PARTS for m in named if m.filename.startswith(p)]
            if sum(member.file_size for member in wanted) > MAX_BYTES:
                raise ValueError(f"it unpacks to more than {MAX_BYTES // 1024**2} MB")
            for member in wanted:
                lines += _lines(archive.read(member))
    except BROKEN_ZIP as fault:
        raise ValueError(f"a broken package: {fault}") from fault
    except etree.XMLSyntaxError as fault:
        raise ValueError(f"a part of it is no XML: {fault}") from fault
    return lines


def _lines(data: bytes) -> list[str]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    return list(_of(etree.fromstring(data, parser)))


def _of(element: etree._Element) -> Iterator[str]:
    """The lines of an element: its paragraphs and the rows of its tables, in order."""
    for child in element:
        kind = _kind(child)
        if kind in _PARAGRAPHS:
            yield from _said(child).split("\n")
        elif kind in _ROWS:
            yield from _row([c for c in child.iter() if _is_cell_of(c, child)])
        else:
            yield from _of(child)


def _is_cell_of(cell: etree._Element, row: etree._Element) -> bool:
    if _kind(cell) not in _CELLS:
        return False
    above = next((a for a in cell.iterancestors() if _kind(a) in _ROWS), None)
    return above is row


def _row(cells: list[etree._Element]) -> Iterator[str]:
    yield from side_by_side([list(_of(cell)) for cell in cells])


def _said(paragraph: etree._Element) -> str:
    words: list[str] = []
    for event, one in etree.iterwalk(paragraph, events=("start", "end")):
        kind = _kind(one)
        if event == "start":
            words.append(_SIGNS.get(kind, ""))
            words.append("" if kind in _UNSAID else one.text or "")
        elif one is not paragraph:
            words.append(one.tail or "")
    return "".join(words)


def _kind(element: etree._Element) -> str:
    tag = element.tag
    return etree.QName(tag).localname if isinstance(tag, str) else ""
