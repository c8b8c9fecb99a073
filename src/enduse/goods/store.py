"""Entries of goods sources on disk: one table a kind, read back as records or columns.

    <snapshot>/entries/<kind>.parquet

*Source*: written by `enduse.library` when a source is fetched or imported; which
snapshot of each source is current stands in the library's manifest, under `goods`.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import orjson

from enduse.errors import LibraryCorrupt
from enduse.goods.entry import (
    KINDS,
    Component,
    ControlEntry,
    Correlation,
    Entry,
    Maker,
    Phrase,
    Term,
)
from enduse.model import Origin

if TYPE_CHECKING:  # loaded when a table is read; codes need none of it
    import pyarrow as pa

E = TypeVar("E", Term, Correlation, ControlEntry, Component, Maker, Phrase)
_NAMES = {kind: name for name, kind in KINDS.items()}


class GoodsStore:
    """The current goods sources of a library folder, read only."""

    def __init__(self, folder: Path, current: Mapping[str, str]) -> None:
        self.folder = folder
        self.current = dict(sorted(current.items()))

    @classmethod
    def open(cls, home: Path | None = None) -> "GoodsStore":
        """The store under `home/library` as its manifest says; empty for None.

        *Raises* LibraryCorrupt for a manifest that cannot be read.
        """
        if home is None:
            return cls(Path(), {})
        path = home / "library" / "manifest.json"
        try:
            current = orjson.loads(path.read_bytes()).get("goods", {})
            return cls(path.parent, {str(k): str(v) for k, v in current.items()})
        except FileNotFoundError:
            return cls(path.parent, {})
        except (OSError, ValueError, AttributeError) as fault:
            raise LibraryCorrupt(str(path), f"not a manifest: {fault}") from None

    def sources(self, kind: type[Entry] | None = None) -> list[str]:
        """The sources that hold entries of that kind (of any, without one)."""
        return [s for s in self.current if kind is None or self._path(s, kind)]

    def entries(self, kind: type[E], source: str = "") -> Iterator[E]:
        """Every entry of a kind, of one source or of all; none for one not here."""
        held = self.sources(kind)
        for name in [source] if source else held:
            table = self.table(kind, name) if name in held else None
            origin = Origin(name, self.current.get(name, ""), "")
            for plain in table.to_pylist() if table is not None else ():
                yield _entry(kind, plain, origin)

    def table(self, kind: type[Entry], source: str) -> "pa.Table | None":
        """The columns of one source's entries; None where it holds none of the kind.

        Columns are named as the fields of the record, `locator` stands for its origin.
        *Raises* LibraryCorrupt.
        """
        path = self._path(source, kind)
        if not path:
            return None
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            with pq.ParquetFile(path) as file:  # read_table would load pandas
                return file.read()
        except (OSError, pa.ArrowInvalid) as fault:
            raise LibraryCorrupt(str(path), str(fault)) from None

    @cached_property
    def titles(self) -> "Titles":
        """The texts of HS codes, from the nomenclatures that are here."""
        return Titles(self)

    def file(self, source: str, name: str) -> Path | None:
        """The publisher's own file of that name in the current snapshot."""
        path = self.folder / source / self.current.get(source, "") / "files" / name
        return path if source in self.current and path.is_file() else None

    def _path(self, source: str, kind: type[Entry]) -> Path | None:
        sha256 = self.current.get(source)
        if not sha256:
            return None
        path = self.folder / source / sha256 / "entries" / f"{_NAMES[kind]}.parquet"
        return path if path.is_file() else None


class Titles:
    """Texts of codes, looked up by edition; each source's table is read once."""

    def __init__(self, store: GoodsStore) -> None:
        self._store = store
        self._read: dict[str, dict[str, tuple[str, str]]] = {}

    def own(self, code: str, source: str) -> str:
        """The text of the code as the source publishes it; '' where it has none."""
        return self._table(source).get(code, ("", ""))[0]

    def whole(self, code: str, source: str) -> str:
        """The text of the code that stands alone; '' where the source has none."""
        return self._table(source).get(code, ("", ""))[1]

    def _table(self, source: str) -> dict[str, tuple[str, str]]:
        if source not in self._read:
            table = self._store.table(Term, source)
            columns = (
                [table.column(n).to_pylist() for n in ("code", "own_text", "text")]
                if table is not None
                else [[], [], []]
            )
            self._read[source] = {
                code: (own, text) for code, own, text in zip(*columns, strict=True)
            }
        return self._read[source]


def write(folder: Path, kind: type[Entry], entries: Sequence[Entry]) -> None:
    """Write the entries of one kind as `folder/<kind>.parquet`."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir(exist_ok=True)
    rows = [_plain(entry) for entry in entries]
    schema = pa.schema([(name, _type(said)) for name, said in _fields(kind)])
    table = pa.Table.from_pylist(rows, schema=schema)
    pq.write_table(table, folder / f"{_NAMES[kind]}.parquet", compression="zstd")


def _fields(kind: type[Entry]) -> Iterable[tuple[str, str]]:
    for field in dataclasses.fields(kind):
        yield ("locator" if field.name == "origin" else field.name), str(field.type)


def _type(said: str) -> Any:
    import pyarrow as pa

    if "tuple" in said:
        return pa.list_(pa.string())
    return pa.date32() if "date" in said else pa.string()


def _plain(entry: Entry) -> dict[str, Any]:
    plain = {f.name: getattr(entry, f.name) for f in dataclasses.fields(entry)}
    plain["locator"] = plain.pop("origin").locator
    return plain


def _entry(kind: type[E], plain: dict[str, Any], origin: Origin) -> E:
    locator = plain.pop("locator")
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in plain.items()}
    make: Any = kind  # the columns are the fields of the kind
    return cast(E, make(**values, origin=origin.at(locator)))
