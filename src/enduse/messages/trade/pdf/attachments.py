"""What a PDF carries or would do: embedded files, scripts, launches. Runs in the child.

*Source*: ISO 32000-2:2020, 7.11.4 (embedded files), 12.6 (actions).
"""

import itertools
import logging
import re
from pathlib import Path
from typing import Any

from enduse.messages.trade.pdf.wire import Attached, Opened

MAX_ATTACHMENTS = 50
MAX_ATTACHED_BYTES = 32 * 1024 * 1024
_ACTIONS = {
    "JavaScript": re.compile(rb"/S\s*/JavaScript\b|/JavaScript\s+\d+ \d+ R"),
    "Launch": re.compile(rb"/S\s*/Launch\b"),
    "SubmitForm": re.compile(rb"/S\s*/SubmitForm\b"),
    "GoToE": re.compile(rb"/S\s*/GoToE\b"),
    "RichMedia": re.compile(rb"/Subtype\s*/RichMedia\b"),
}
_SCANNED = 64 * 1024 * 1024
_PAGES_LOOKED_AT = 200


def look(path: Path) -> Opened:
    """The embedded files and the actions of a PDF; what fails is said, not raised."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    found = Opened(actions=_plain_actions(path))
    try:
        from pypdf import PdfReader

        reader = PdfReader(path, strict=False)
        found.pages = 1
        if reader.is_encrypted:
            reader.decrypt("")
        found.actions += _hidden_actions(reader)
        found.attachments = _attached(reader)
    except RecursionError:
        found.fault = "its objects are nested without end"
    except Exception as fault:
        found.fault = f"{type(fault).__name__}: {fault}"[:200]
    found.actions = sorted(set(found.actions))
    return found


def _plain_actions(path: Path) -> list[str]:
    with path.open("rb") as stream:
        data = stream.read(_SCANNED)
    return [name for name, pattern in _ACTIONS.items() if pattern.search(data)]


def _hidden_actions(reader: Any) -> list[str]:
    """Actions in compressed objects: of the catalogue, of pages, of links."""
    root = reader.trailer["/Root"].get_object()
    found = []
    opened = root.get("/OpenAction")
    opened = opened.get_object() if opened is not None else None
    actions = [opened] if isinstance(opened, dict) else []
    names = root.get("/Names")
    if names is not None and "/JavaScript" in names.get_object():
        found.append("JavaScript")
    for page in itertools.islice(reader.pages, _PAGES_LOOKED_AT):
        actions += _page_actions(page)
    for action in actions:
        kind = str(action.get("/S", "")).removeprefix("/")
        if kind in _ACTIONS:
            found.append(kind)
    return found


def _page_actions(page: Any) -> list[Any]:
    found = []
    holders = [page, *(note.get_object() for note in page.get("/Annots") or ())]
    for holder in holders[:500]:
        one = holder.get("/A")
        found.append(one.get_object() if one is not None else None)
        more = holder.get("/AA")
        more = more.get_object() if more is not None else {}
        found += [part.get_object() for part in more.values()]
    return [action for action in found if isinstance(action, dict)]


def _attached(reader: Any) -> list[Attached]:
    found: list[Attached] = []
    left = MAX_ATTACHED_BYTES
    for item in itertools.islice(reader.attachment_list, MAX_ATTACHMENTS + 1):
        name = str(item.name)[:200]
        if len(found) == MAX_ATTACHMENTS:
            return [*found, Attached("", fault="there are more than are read")]
        try:
            data = bytes(item.content)
        except Exception as fault:
            found.append(Attached(name, fault=f"{type(fault).__name__}: {fault}"[:200]))
            continue
        if len(data) > left:
            found.append(Attached(name, fault="it is larger than is read"))
            continue
        left -= len(data)
        found.append(Attached(name, data))
    return found
