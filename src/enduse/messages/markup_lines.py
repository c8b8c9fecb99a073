"""The lines of a page in HTML, as a browser lays them: blocks below each other, the
cells of a table's row beside each other.
"""

import re

from enduse.messages.side_by_side import side_by_side

_BLOCKS = frozenset((
    "address", "article", "blockquote", "br", "caption", "div", "dd", "dl", "dt",
    "fieldset", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "option", "p", "pre", "section", "table", "tbody",
    "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_UNSAID = frozenset(("script", "style", "head", "title"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_BLANKS = re.compile(r"\s+")


def declared_charset(data: bytes) -> str:
    """The encoding that a page in HTML says it is in, or ''."""
    said = _CHARSET.search(data[:4096])
    return said[1].decode("ascii", "replace") if said else ""


def lines_of_markup(text: str) -> list[str]:
    """The words of HTML, a line for each block, cells parted by wide gaps.

    *Example*

    >>> lines_of_markup("<p>Kal<b>ash</b><table><tr><td>A<br>B<td>C<br>D</table>")
    ['Kalash', 'A    C', 'B    D']
    """
    from lxml import etree, html

    if not text.strip():
        return []
    try:
        parser = html.HTMLParser(
            encoding="utf-8",
            no_network=True,
            remove_comments=True,
            remove_pis=True,
            huge_tree=True,  # nothing here walks by recursion
        )
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return _bare(text)
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        return _bare(text)  # nested too deep: the rest of it is not in the tree
    page = _Page()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            page.begin(tag, "" if tag in _UNSAID else element.text or "")
        else:
            page.end(tag, element.tail or "")
    return [line.rstrip() for line in page.lines() if line.strip()]


def _bare(text: str) -> list[str]:
    """The words of markup that no parser reads, without its tags."""
    lines = re.sub(r"<[^>]{0,2000}>", "\n", text).splitlines()
    return [line for line in lines if line.strip()]


class _Page:
    """The lines said so far; those of an open cell stand in a sheet of their own."""

    def __init__(self) -> None:
        self._sheets: list[list[str]] = [[""]]
        self._rows: list[list[list[str]]] = []
        self._kept = 0  # elements open whose blanks are kept

    def begin(self, tag: str, text: str) -> None:
        """An element opens, with the words before the first one in it."""
        if tag in _CELLS and self._rows:
            self._sheets.append([""])
        elif tag in _BLOCKS:
            self._break()
        if tag == "tr":
            self._rows.append([])
        self._kept += tag == "pre"
        self._say(text)

    def end(self, tag: str, tail: str) -> None:
        """An element closes, with the words behind it."""
        self._kept -= tag == "pre"
        if tag in _CELLS and self._rows:
            cell = self._sheets.pop()
            self._rows[-1].append([line for line in cell if line.strip()])
        elif tag in _CELLS:
            self._sheets[-1][-1] += "    "
        elif tag == "tr":
            self._sheets[-1] += side_by_side(self._rows.pop())
            self._break()
        elif tag in _BLOCKS and tag != "br":
            self._break()
        self._say(tail)

    def lines(self) -> list[str]:
        """All that was said."""
        return [line for sheet in self._sheets for line in sheet]

    def _break(self) -> None:
        if self._sheets[-1][-1]:
            self._sheets[-1].append("")

    def _say(self, text: str) -> None:
        sheet = self._sheets[-1]
        if self._kept:
            first, *more = text.expandtabs(8).split("\n")
            sheet[-1] += first
            sheet.extend(more)
            return
        said = _BLANKS.sub(" ", text)
        if not sheet[-1] or sheet[-1].endswith(" "):
            said = said.lstrip(" ")
        sheet[-1] += said
