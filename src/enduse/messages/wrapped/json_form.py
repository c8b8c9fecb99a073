"""ISO 20022 messages written as JSON, turned into the XML they stand for.

*Source*: ISO 20022 JSON, where an element's name is a key, its attributes are keys with
`@` (or, for an amount, `Ccy` beside `value`), and what repeats is a list.
"""

import re
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from enduse.messages.iso20022.vocabulary import BODIES

_NAME = re.compile(r"[^\w.-]|^(?=[\d.-])")
_TEXT = frozenset(("#text", "$", "$t", "_", "_text", "value", "Value", "amt", "text"))
_BODY = "|".join(BODIES)
MARK = re.compile(rf'"(?:[\w.-]{{1,40}}:)?(?:{_BODY})"\s{{0,40}}:\s{{0,40}}[{{\[]')


def holds_body(value: Any) -> bool:
    """Whether an object is a message in this form, with or without `Document`."""
    if not isinstance(value, dict):
        return False
    return any(_local(key) in BODIES for key in value)


def as_xml(value: dict[str, Any]) -> bytes:
    """The message as XML of local names; business header and body in `Document`.

    *Raises* RecursionError for what is nested without end.
    """
    inner = "".join(_element(key, item) for key, item in value.items())
    return f"<Document>{inner}</Document>".encode("utf-8", "replace")


def _element(key: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(key, item) for item in value)
    if key.startswith(("@", "xmlns")) or value is None:
        return ""
    name = _NAME.sub("_", _local(key))
    if not isinstance(value, dict):
        said = str(value).lower() if isinstance(value, bool) else str(value)
        return f"<{name}>{escape(said)}</{name}>"
    return f"<{name}{_attributes(value)}>{_content(value)}</{name}>"


def _attributes(value: dict[str, Any]) -> str:
    said = {
        key.lstrip("@"): str(item)
        for key, item in value.items()
        if key.startswith("@") or (key == "Ccy" and isinstance(item, str))
    }
    plain = {_NAME.sub("_", _local(key)): text for key, text in said.items()}
    return "".join(f" {key}={quoteattr(text)}" for key, text in plain.items())


def _content(value: dict[str, Any]) -> str:
    parts = []
    for key, item in value.items():
        if key in _TEXT and not isinstance(item, list | dict):
            parts.append(escape(str(item)))
        elif key != "Ccy" or not _TEXT.intersection(value):
            parts.append(_element(key, item))
    return "".join(parts)


def _local(key: str) -> str:
    return key.rpartition(":")[2]
