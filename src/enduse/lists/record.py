"""A row as its publisher wrote it: nested text with a place, and what was read of it.

Every reader turns its file into records before it thinks about meaning, so the rows
can be stored unchanged and a test can ask which columns nobody looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from enduse.model import Origin

_reading: ContextVar[set[str] | None] = ContextVar("reading", default=None)


class Record:
    """One row of a list, read-only.

    *Shape*: `values` is a JSON-like tree: a column name to a string, a dict, or a
    list of those. XML attributes are `@name`, text beside attributes is `#text`.
    `table` names which of a source's tables it is from; `path` is where in the row.
    """

    __slots__ = ("_origin", "_parent", "_path", "_step", "table", "values")

    def __init__(
        self, values: Mapping[str, Any], origin: Origin, table: str, path: str = ""
    ) -> None:
        self.values = values
        self.table = table
        self._origin: Origin | None = origin
        self._path = path or table
        self._parent: Record | None = None
        self._step = ""

    @property
    def origin(self) -> Origin:
        """Where the record is in its file; made when asked, for most never are."""
        if self._origin is None:
            above = self._parent.origin if self._parent else Origin("", "", "")
            self._origin = above.at(f"{above.locator}/{self._step}")
        return self._origin

    @property
    def path(self) -> str:
        """The columns that lead to the record, its table first."""
        if not self._path and self._parent:
            self._path = f"{self._parent.path}/{self._step.partition('[')[0]}"
        return self._path

    def text(self, path: str) -> str:
        """The first text at `path` (`A/B`), stripped, or '' where there is none."""
        value = self.values.get(path)
        if isinstance(value, str):
            self.note_read(path)
            return value.strip()
        return next((text for text in self.texts(path)), "")

    def texts(self, path: str) -> list[str]:
        """Every non-blank text at `path`, stripped, in order."""
        head, _, rest = path.rpartition("/")
        if path in self.values:
            head, rest = "", path  # a column may have a slash in its own name
        if not head and not self.values.get(rest):
            self.note_read(rest)
            return []
        places = self.children(head) if head else [self]
        found: list[str] = []
        for place in places:
            place.note_read(rest)
            for value in _as_list(place.values.get(rest)):
                text = _text_of(value)
                if text:
                    found.append(text)
        return found

    def children(self, path: str) -> list["Record"]:
        """The nested records at `path`, in order, each with its own origin."""
        head, _, rest = path.partition("/")
        own = [self._child(head, i, v) for i, v in enumerate(self._list(head))]
        if not rest:
            return own
        return [grandchild for child in own for grandchild in child.children(rest)]

    def note_read(self, name: str) -> None:
        """Remember that this column was looked at (only while a test observes)."""
        seen = _reading.get()
        if seen is not None:
            seen.add(f"{self.path}/{name}")

    def _list(self, name: str) -> Sequence[Any]:
        self.note_read(name)
        return _as_list(self.values.get(name))

    def _child(self, name: str, index: int, value: Any) -> "Record":
        below = Record.__new__(Record)
        below.values = value if isinstance(value, dict) else {"#text": value}
        below.table = self.table
        below._origin = None
        below._path = ""
        below._parent = self
        below._step = f"{name}[{index + 1}]"
        return below


def _as_list(value: Any) -> Sequence[Any]:
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def _text_of(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("#text", "")
    return str(value).strip()


@contextmanager
def observed() -> Iterator[set[str]]:
    """Collect the paths (`table/column/...`) that are read while the block runs."""
    seen: set[str] = set()
    token = _reading.set(seen)
    try:
        yield seen
    finally:
        _reading.reset(token)


def paths_present(values: Mapping[str, Any], path: str) -> Iterator[str]:
    """Every path below `path` that carries a non-blank text in `values`."""
    for name, value in values.items():
        for item in _as_list(value):
            if isinstance(item, Mapping):
                yield from paths_present(item, f"{path}/{name}")
            elif str(item).strip():
                # text beside attributes is read by naming the element itself
                yield path if name == "#text" else f"{path}/{name}"
