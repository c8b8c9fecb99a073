"""The store of trade statistics: every imported file, and one view over all of them.

flows/<source>/<sha256>/
    cells-*.parquet    the file's cells, each once (`enduse.flows.frame.SCHEMA`)
    problems.jsonl     what could not be taken as it stands
    snapshot.json      `Imported`; written last
flows/views/*.parquet  what is left of a file where a later one of its source says
                       the same cells
flows/mappings/*.toml  which column is which, for tables of somebody's own
flows/manifest.json    which snapshots are current; replaced in one rename
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from enduse.errors import LibraryCorrupt
from enduse.library.atomic import write_atomically
from enduse.library.home import home
from enduse.model import Problem
from enduse.model.encode import from_json, to_plain

if TYPE_CHECKING:  # polars is loaded when statistics are asked, not before
    import polars as pl

VERSION = 1


@dataclass(frozen=True, slots=True)
class Imported:
    """What an imported file is, and what came of it.

    `rows` counts the file's cells as rows, `kept` those in the store, `repeated`
    rows that repeat another, `parts` rows that went into a sum or stood beside their
    total, `missing` cells without a value, `refused` rows without a usable cell;
    `constants` are columns that hold one value in the whole file; `stored` the hash
    of each file made of it, by name; `seal` that of all else said here.
    """

    source: str
    file: str
    sha256: str
    reader: str
    definition: str
    imported: str
    size_bytes: int
    rows: int
    kept: int
    repeated: int
    parts: int
    missing: int
    refused: int
    problems: int
    engine: str
    about: dict[str, str] = field(default_factory=dict)
    constants: dict[str, Any] = field(default_factory=dict)
    reporters: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    currencies: tuple[str, ...] = ()
    levels: tuple[int, ...] = ()
    editions: tuple[str, ...] = ()
    first: str = ""
    last: str = ""
    stored: dict[str, str] = field(default_factory=dict)
    seal: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The current state: snapshots as `source/sha256`, in the order of import.

    `views` maps a snapshot to the file of its cells that count beside the others,
    where that is not all of them.
    """

    current: tuple[str, ...] = ()
    views: dict[str, str] = field(default_factory=dict)
    version: int = VERSION


class Statistics:
    """The store of statistics, opened at its current state."""

    def __init__(self, folder: Path, state: State) -> None:
        self.folder = folder
        self.state = state

    @classmethod
    def open(cls, place: Path | None = None) -> "Statistics":
        """The store under `place` (default: ENDUSE_HOME); empty where there is none.

        *Raises* LibraryCorrupt.
        """
        folder = (place or home()) / "flows"
        path = folder / "manifest.json"
        try:
            return cls(folder, from_json(State, path.read_bytes()))
        except FileNotFoundError:
            return cls(folder, State())
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), f"not a manifest: {fault}") from None

    @cached_property
    def imported(self) -> tuple[Imported, ...]:
        """Every current file, in the order of import. *Raises* LibraryCorrupt."""
        return tuple(self._read(name) for name in self.state.current)

    def _read(self, name: str) -> Imported:
        path = self.folder / name / "snapshot.json"
        try:
            return from_json(Imported, path.read_bytes())
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(path), f"not a snapshot: {fault}") from None

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that files were imported of, in alphabetical order."""
        return tuple(sorted({name.partition("/")[0] for name in self.state.current}))

    def scan(
        self, sources: Iterable[str] | None = None, *, detail: bool = False
    ) -> "pl.LazyFrame":
        """All current cells as one lazy frame with the columns of SCHEMA, each once.

        `sources` names the sources to take (default: all of them); with `detail`
        the cells of single second partners are there too, beside their total.
        *Raises* ValueError for a source that was not imported.
        """
        import polars as pl

        from enduse.flows.frame import SCHEMA

        wanted = set(sources) if sources is not None else set(self.sources)
        unknown = wanted - set(self.sources)
        if unknown:
            known = ", ".join(self.sources) or "none imported"
            raise ValueError(f"no source {min(unknown)!r}; known: {known}")
        frames = [
            self._view(name)
            for name in self.state.current
            if name.partition("/")[0] in wanted
        ]
        if not frames:
            return pl.LazyFrame(schema=SCHEMA)
        frame = pl.concat(frames)
        return frame if detail else frame.filter(pl.col("partner2") == "")

    def cells(self, name: str) -> "pl.LazyFrame":
        """All cells of one imported file, `source/sha256`."""
        from enduse.library import statistics_cells

        constants = self._read(name).constants
        return statistics_cells.scan(self.folder / name, constants)

    def _view(self, name: str) -> "pl.LazyFrame":
        """The cells of a file that no later file of its source says again."""
        import polars as pl

        if name in self.state.views:
            view = self.folder / self.state.views[name]
            return pl.scan_parquet(view, glob=False)
        return self.cells(name)

    def mappings(self) -> dict[str, dict[str, str]]:
        """The saved mappings, by name: field to column."""
        import tomllib

        found = {}
        for path in sorted((self.folder / "mappings").glob("*.toml")):
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            found[path.stem] = {str(k): str(v) for k, v in data["fields"].items()}
        return found

    def problems(self, name: str) -> list[Problem]:
        """What could not be taken as it stands in a snapshot, `source/sha256`."""
        lines = (self.folder / name / "problems.jsonl").read_bytes().splitlines()
        return [from_json(Problem, line) for line in lines]


def write_state(folder: Path, state: State) -> None:
    """Make `state` the current one, in one rename."""
    data = orjson.dumps(to_plain(state), option=orjson.OPT_INDENT_2)
    write_atomically(folder / "manifest.json", data)


def write_json(path: Path, value: object) -> None:
    """A value as indented JSON."""
    path.write_bytes(orjson.dumps(to_plain(value), option=orjson.OPT_INDENT_2))


def as_lines(problems: Iterable[Problem]) -> bytes:
    """Problems as JSON Lines."""
    return b"".join(orjson.dumps(to_plain(p)) + b"\n" for p in problems)


Fields = Mapping[str, str]
