"""XML lists, element by element, with entities, DTDs and the network off."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.model import Origin, Problem

_SAFE = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "remove_comments": True,
    "remove_pis": True,
}


def xml_records(
    file: SourceFile, tags: Collection[str], *, source: str
) -> Iterator[Record | Problem]:
    """One record for every element whose local name is in `tags`, in file order.

    Memory does not grow with the file. A root element's own attributes come as a
    record of table `@root`. Namespaces are dropped: publishers change them.
    *Unknown*: broken XML ends the stream with an `error` Problem.
    """
    origin = Origin(source, file.sha256, file.name)
    try:
        with file.open() as stream:
            yield Record(_root(stream), origin.at("/"), "@root")
        with file.open() as stream:
            yield from _records(stream, tags, origin)
    except (etree.XMLSyntaxError, OSError, EOFError, ValueError) as fault:
        where = origin.at(f"{file.name}:{getattr(fault, 'lineno', '') or ''}")
        said = str(getattr(fault, "msg", None) or fault).partition(", line ")[0]
        message = f"not readable as XML, the list is incomplete: {said}"
        yield Problem("xml-malformed", message, where, "error")


def _records(
    stream: Any, tags: Collection[str], origin: Origin
) -> Iterator[Record | Problem]:
    counts: dict[str, int] = {}
    depth_open = 0
    wanted = [f"{{*}}{tag}" for tag in tags]  # lxml passes the others over quickly
    for event, element in etree.iterparse(
        stream, events=("start", "end"), tag=wanted, huge_tree=True, **_SAFE
    ):
        if event == "start":
            depth_open += 1
            continue
        depth_open -= 1
        if depth_open:
            continue
        name = local_name(element)
        counts[name] = counts.get(name, 0) + 1
        tree = element_tree(element)
        values = tree if isinstance(tree, dict) else {"#text": tree}
        yield Record(values, origin.at(f"//{name}[{counts[name]}]"), name)
        _forget(element)


def _root(stream: Any) -> dict[str, Any]:
    """The root element's attributes. *Raises* ValueError where it has a DOCTYPE."""
    events = etree.iterparse(stream, events=("start",), huge_tree=True, **_SAFE)
    for _, root in events:
        if root.getroottree().docinfo.doctype:
            raise ValueError("it declares a DOCTYPE, which no list needs; refused")
        return _attributes(root)
    return {}


def _forget(element: Any) -> None:
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]


def local_name(element: Any) -> str:
    """The tag without its namespace."""
    return _bare(str(element.tag))


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return name.rpartition("}")[2]


def _attributes(element: Any) -> dict[str, Any]:
    return {f"@{_bare(name)}": value for name, value in element.items()}


def element_tree(element: Any) -> dict[str, Any] | str:
    """An element as the JSON-like tree that `Record` holds; a bare leaf is its text."""
    values = _attributes(element)
    for child in element:
        name, value = _bare(str(child.tag)), element_tree(child)
        if name not in values:
            values[name] = value
        elif isinstance(values[name], list):
            values[name].append(value)
        else:
            values[name] = [values[name], value]
    text = (element.text or "").strip() if len(element) else (element.text or "")
    if not values:
        return text
    if text.strip():
        values["#text"] = text
    return values
