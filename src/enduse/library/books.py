"""Books that are kept screened: what is stored of each, and what is current.

A book is a table or a folder of customers, of payments, or of both.


    ENDUSE_HOME/books/<id>/
        current.json         `BookState`: what it was last screened at; one rename
        told.json, .jsonl    what the last run with a change said, and its lines
        customers/<name>/    the rows and their words: see `Customers`
        results/<name>/      what came of them: see `Results`

`id` is a hash of where the book lies. Everything but `current.json` is written once.
"""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import pyarrow as pa
from numpy.typing import NDArray

from enduse.errors import LibraryCorrupt
from enduse.library.atomic import new_folder, write_atomically
from enduse.model.encode import from_json, to_plain

Array = NDArray[Any]
ROWS = pa.schema(
    [
        ("ref", pa.string()),
        ("kind", pa.string()),
        ("locator", pa.string()),
        ("format", pa.string()),
        ("file", pa.int32()),
        ("layout", pa.int32()),
        ("content", pa.binary()),
        ("problems", pa.binary()),
        ("print", pa.binary(16)),
    ]
)
WATCHED = pa.schema([("row", pa.int32()), ("mark", pa.string()), ("line", pa.binary())])


@dataclass(frozen=True, slots=True)
class BookFile:
    """A file of a book: its name, its hash."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class BookState:
    """What a book was last screened at. `code` is a print of all that screens it.

    `names` is how many names the lists had; `options` how its columns were told.
    """

    place: str
    customers: str
    results: str
    files: tuple[BookFile, ...]
    library: dict[str, str]
    threshold: float
    as_of: str
    code: str
    rows: int
    names: int
    options: dict[str, str] = field(default_factory=dict)
    goods: dict[str, str] = field(default_factory=dict)


class Book:
    """One book in the store."""

    def __init__(self, home: Path, place: str) -> None:
        self.place = place
        name = hashlib.sha256(place.encode()).hexdigest()[:16]
        self.folder = home / "books" / name

    @property
    def state(self) -> BookState | None:
        """What is current, None for a new book. *Raises* LibraryCorrupt."""
        path = self.folder / "current.json"
        try:
            return from_json(BookState, path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), f"not a book's state: {fault}") from None

    def customers(self, name: str) -> "Customers":
        """The stored rows of that name. *Raises* LibraryCorrupt."""
        return Customers(self.folder / "customers" / name)

    def results(self, name: str) -> "Results":
        """The stored results of that name. *Raises* LibraryCorrupt."""
        return Results(self.folder / "results" / name)

    def keep_told(self, told: Mapping[str, Any], lines: Iterable[bytes]) -> None:
        """Keep what a run tells, so that it can be told again."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.folder / "told.jsonl", b"".join(lines))
        data = orjson.dumps(to_plain(dict(told)), option=orjson.OPT_INDENT_2)
        write_atomically(self.folder / "told.json", data)

    def told(self) -> tuple[dict[str, Any], bytes] | None:
        """What the last run with a change told, and its lines; None before any.

        *Raises* LibraryCorrupt.
        """
        path = self.folder / "told.json"
        try:
            return orjson.loads(path.read_bytes()), path.with_suffix(
                ".jsonl"
            ).read_bytes()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), f"not what was told: {fault}") from None

    def switch(self, state: BookState) -> None:
        """Make `state` the current one, and remove what no state needs any more."""
        data = orjson.dumps(to_plain(state), option=orjson.OPT_INDENT_2)
        write_atomically(self.folder / "current.json", data)
        for kind, kept in (("customers", state.customers), ("results", state.results)):
            for old in (self.folder / kind).iterdir():
                if old.name != kept:
                    shutil.rmtree(old, ignore_errors=True)


class Customers:
    """The rows of a book and the words they may be found by, mapped into memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def rows(self) -> pa.Table:
        """The rows, in the book's order; `ROWS`. *Raises* LibraryCorrupt."""
        return _table(self.folder / "rows.arrow")

    @cached_property
    def meta(self) -> dict[str, Any]:
        """`files`, `layouts`: plain values. *Raises* LibraryCorrupt."""
        path = self.folder / "meta.json"
        try:
            found: dict[str, Any] = orjson.loads(path.read_bytes())
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), str(fault)) from None
        return found

    def array(self, name: str) -> Array:
        """A stored array, mapped. *Raises* LibraryCorrupt."""
        path = self.folder / f"{name}.npy"
        try:
            mapped = np.load(path, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), str(fault)) from None
        found: Array = mapped.view(np.ndarray)  # the same memory, quicker to index
        return found

    def add(self, arrays: dict[str, Array]) -> None:
        """Store arrays beside the rows, before the book is switched to them."""
        for name, array in arrays.items():
            np.save(self.folder / f"{name}.npy", array, allow_pickle=False)


class Results:
    """What came of a book: rows to watch, prints of listings, weights of words."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def watched(self) -> pa.Table:
        """The rows with a finding, or nearly; `WATCHED`. *Raises* LibraryCorrupt."""
        return _table(self.folder / "watched.arrow")

    def prints(self, source: str) -> dict[str, bytes]:
        """Listing id -> print, of the snapshot of a source; {} for an unknown one."""
        path = self.folder / f"prints-{source}.arrow"
        if not path.is_file():
            return {}
        table = _table(path)
        ids, prints = table.column("id").to_pylist(), table.column("print").to_pylist()
        return dict(zip(ids, prints, strict=True))

    def weights(self) -> dict[str, Array]:
        """`hash`, `weight` and `known` of every listed word at that time."""
        names = ("hash", "weight", "known")
        try:
            return {n: np.load(self.folder / f"word-{n}.npy") for n in names}
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(self.folder), str(fault)) from None


def write_customers(
    folder: Path, batches: Iterable[dict[str, list[Any]]], meta: dict[str, Any]
) -> Customers:
    """Write rows into a new folder; `meta` is read after the last batch.

    *Shape*: a batch has a list of values for each column of `ROWS`.
    """
    with new_folder(folder) as scratch:
        with pa.ipc.new_file(str(scratch / "rows.arrow"), ROWS) as out:
            for batch in batches:
                out.write_batch(pa.RecordBatch.from_pydict(batch, schema=ROWS))
        (scratch / "meta.json").write_bytes(orjson.dumps(to_plain(meta)))
    return Customers(folder)


def write_results(
    folder: Path,
    watched: Sequence[tuple[int, str, bytes | None]],
    prints: dict[str, dict[str, bytes]],
    weights: dict[str, Array],
) -> None:
    """Write results into a new folder, whole or not at all."""
    columns = list(zip(*watched, strict=True)) or [(), (), ()]
    with new_folder(folder) as scratch:
        _write(scratch / "watched.arrow", columns, WATCHED)
        schema = pa.schema([("id", pa.string()), ("print", pa.binary())])
        for source, found in prints.items():
            path = scratch / f"prints-{source}.arrow"
            _write(path, (list(found), list(found.values())), schema)
        for name, array in weights.items():
            np.save(scratch / f"word-{name}.npy", array, allow_pickle=False)


def slices(rows: int, size: int) -> Iterator[tuple[int, int]]:
    """(first, last) of parts of at most `size` rows."""
    return ((at, min(rows, at + size)) for at in range(0, rows, size))


def _write(path: Path, columns: Sequence[Any], schema: pa.Schema) -> None:
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    with pa.ipc.new_file(str(path), schema) as out:
        out.write_table(pa.Table.from_arrays(arrays, schema=schema))


def _table(path: Path) -> pa.Table:
    try:
        with pa.memory_map(str(path)) as source:
            return pa.ipc.open_file(source).read_all()
    except (OSError, pa.ArrowInvalid) as fault:
        raise LibraryCorrupt(str(path), str(fault)) from None
