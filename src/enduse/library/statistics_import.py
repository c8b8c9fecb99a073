"""Files of trade statistics into the store: whole or not at all, the same file once."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from enduse.files.source_file import SourceFile
from enduse.flows import once, registry
from enduse.flows.cells import Cells
from enduse.library import statistics
from enduse.library.atomic import SCRATCH, new_folder, only_one
from enduse.library.statistics import Imported, State, Statistics
from enduse.model import Origin, Problem

_WHOLE = 3_000_000  # rows that are resolved at once; more go reporter by reporter
_ALIKE = 20  # problems of one kind that are told one by one
_UNUSABLE = {
    "reporter": "reporter is empty",
    "partner": "partner is empty",
    "product": "product is no code",
    "period": "period is neither a year nor a month",
    "direction": "direction is neither export nor import",
}


@dataclass
class Outcome:
    """What came of an import: files taken, files that were there, problems."""

    imported: list[Imported] = field(default_factory=list)
    unchanged: list[Imported] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Importing:
    """One run of `enduse flows import`, into the store in `folder`."""

    folder: Path
    engine: str
    layout: str = ""
    source: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], None] = lambda _: None

    def files(self, paths: Sequence[Path]) -> Outcome:
        """Import every file; one that cannot be read stops no other.

        *Raises* LibraryBusy.
        """
        outcome = Outcome()
        with only_one(self.folder):
            for path in paths:
                self._one(SourceFile.of(path), outcome)
        return outcome

    def _one(self, file: SourceFile, outcome: Outcome) -> None:
        self.say(f"reading {file.name}")
        origin = Origin(file.name, file.sha256, "")
        layout = self.layout or registry.sniff(file)
        if not layout:
            outcome.refused.append(_unknown(file, origin))
            return
        store = Statistics(self.folder, Statistics.open(self.folder.parent).state)
        known = _already(store, file, layout, self.mapping)
        if known:
            outcome.unchanged.append(known)
            return
        try:
            info, problems = self._read(file, layout)
        except (PolarsError, OSError, EOFError, ValueError) as fault:
            message = f"not readable as {layout}: {_first_line(fault)}"
            outcome.refused.append(Problem("file-unreadable", message, origin, "error"))
            return
        outcome.problems += problems
        if not info:
            message = f"holds no cell that could be read as {layout}; see its problems"
            outcome.refused.append(Problem("file-empty", message, origin, "error"))
            return
        self._switch(store, info)
        outcome.imported.append(info)

    def _read(
        self, file: SourceFile, layout: str
    ) -> tuple[Imported | None, list[Problem]]:
        reader = registry.reader(layout)
        scratch = Path(tempfile.mkdtemp(dir=self.folder, prefix=SCRATCH))
        try:
            reading = registry.Reading(scratch, self.mapping)
            rows = reader.rows(file, reading)
            told = reader.flows(rows, reading)
            source = self.source or reader.SOURCE
            return self._store(file, told, scratch, (layout, source, dict(rows.about)))
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def _store(
        self,
        file: SourceFile,
        told: Cells,
        scratch: Path,
        names: tuple[str, str, dict[str, str]],
    ) -> tuple[Imported | None, list[Problem]]:
        layout, source, about = names
        origin = Origin(file.name, file.sha256, "")
        raw = scratch / "raw.parquet"
        frame = told.frame.with_columns(pl.lit(source).alias("source"))
        frame.sink_parquet(raw, compression="zstd", statistics=True)
        self.say(f"checking {file.name}")
        told_rows = pl.scan_parquet(raw).select(pl.len()).collect().item()
        problems = [*told.problems, *_faults(raw, origin)]
        with new_folder(self.folder / source / file.sha256) as place:
            counts = _resolved(
                raw, place / "cells.parquet", told.totals, origin, problems
            )
            if not counts["kept"]:
                raise_empty = True
            else:
                raise_empty = False
            info = Imported(
                source=source, file=file.name, sha256=file.sha256, reader=layout,
                definition=told.definition, size_bytes=file.path.stat().st_size,
                imported=datetime.now(UTC).isoformat(timespec="seconds"),
                rows=told_rows, problems=len(problems), engine=self.engine,
                about=about, **counts, **_reach(place / "cells.parquet"),
            )  # fmt: skip
            (place / "problems.jsonl").write_bytes(statistics.as_lines(problems))
            statistics.write_json(place / "snapshot.json", info)
        return (None if raise_empty else info), problems

    def _switch(self, store: Statistics, info: Imported) -> None:
        name = f"{info.source}/{info.sha256}"
        current = (*(n for n in store.state.current if n != name), name)
        statistics.write_state(self.folder, State(current))


def _unknown(file: SourceFile, origin: Origin) -> Problem:
    message = (
        "is of no layout enduse knows: its headings name no reporter or partner, time "
        "and value; say which column is which: --map partner=COLUMN --map "
        "period=COLUMN --map value=COLUMN, or the layout: --format "
        + "|".join(registry.names())
    )
    return Problem("layout-unknown", message, origin, "error")


def _already(
    store: Statistics, file: SourceFile, layout: str, mapping: Mapping[str, str]
) -> Imported | None:
    for info in store.imported:
        if info.sha256 == file.sha256 and info.reader == layout and not mapping:
            return info
    return None


def _first_line(fault: BaseException) -> str:
    return str(fault).strip().partition("\n")[0]


def _faults(raw: Path, origin: Origin) -> Iterator[Problem]:
    """What the cells say was not understood, by kind, with the first row of each."""
    frame = pl.scan_parquet(raw)
    for column, what in _UNUSABLE.items():
        wrong = frame.filter(pl.col(column) == "")
        found = wrong.select(pl.len().alias("n"), pl.col("row").min()).collect().row(0)
        if found[0]:
            message = f"{found[0]:,} rows are left out: their {what}"
            yield Problem(f"{column}-unreadable", message, origin.at(f"row={found[1]}"))
    for column in ("reporter", "partner", "partner2"):
        unknown = (
            frame.filter(pl.col(column).str.starts_with("?"))
            .group_by(column)
            .agg(pl.len().alias("n"), pl.col("row").min())
            .sort("row", column)
            .collect()
        )
        for name, count, row in unknown.rows():
            message = (
                f"{name.strip('?')!r} is no area enduse knows; its {count:,} cells "
                f"are kept under that name and counted with no country"
            )
            yield Problem("area-unknown", message, origin.at(f"row={row}"))
    wrong = frame.filter(pl.col("status") == "unreadable")
    count, row = wrong.select(pl.len(), pl.col("row").min()).collect().row(0)
    if count:
        message = f"{count:,} values are no numbers; their cells are kept without value"
        yield Problem("value-unreadable", message, origin.at(f"row={row}"))


def _usable() -> pl.Expr:
    return pl.all_horizontal(pl.col(name) != "" for name in _UNUSABLE)


def _resolved(
    raw: Path,
    target: Path,
    totals: Mapping[str, frozenset[str]],
    origin: Origin,
    problems: list[Problem],
) -> dict[str, int]:
    """Write each cell once; *Shape*: the counts of `Imported`."""
    frame = pl.scan_parquet(raw)
    whole = frame.filter(_usable()).collect()
    refused = frame.select(pl.len()).collect().item() - whole.height
    done = repeats.resolve(whole, totals)
    problems += _contradictions(done.contradicting, origin)
    done.frame.write_parquet(target, compression="zstd", statistics=True)
    return {
        "kept": done.frame.height,
        "repeated": done.repeated,
        "parts": done.parts,
        "missing": done.frame["value"].null_count(),
        "refused": refused,
    }


def _contradictions(frame: pl.DataFrame, origin: Origin) -> Iterator[Problem]:
    names = ("row", "reporter", "partner", "product", "period", "direction", "value")
    for row, *cell, value in frame.head(_ALIKE).select(names).rows():
        message = (
            f"gives {' '.join(cell)} another value ({value}) than an earlier row, which "
            "counts; if a column tells them apart, say which: --map procedure=COLUMN"
        )
        yield Problem("cell-contradicted", message, origin.at(f"row={row}"))
    if frame.height > _ALIKE:
        message = f"{frame.height - _ALIKE:,} more cells are contradicted by later rows"
        yield Problem("cell-contradicted", message, origin)


def _reach(path: Path) -> dict[str, Any]:
    """What the cells are about, for the manifest."""
    frame = pl.scan_parquet(path)
    lists = {
        "reporters": "reporter",
        "directions": "direction",
        "currencies": "currency",
        "levels": "level",
        "editions": "edition",
    }
    found: dict[str, Any] = {
        name: tuple(frame.select(pl.col(column).unique().sort()).collect().to_series())
        for name, column in lists.items()
    }
    span = frame.select(
        pl.col("period").min().alias("first"), pl.col("period").max().alias("last")
    )
    first, last = span.collect().row(0)
    return {**found, "first": first or "", "last": last or ""}
