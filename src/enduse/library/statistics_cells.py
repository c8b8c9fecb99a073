"""A file's cells on disk: streamed out, checked, and each written once.

Where a column holds one value in the whole file it is kept in the snapshot, not in
the cells (`constants`). Files of millions of rows are resolved reporter by reporter,
so that memory does not grow with the file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from enduse.flows import repeats
from enduse.flows.cells import SPLIT, Cells
from enduse.flows.frame import SCHEMA
from enduse.model import Origin, Problem

_WHOLE = 2_000_000  # rows that are resolved at once
_ALIKE = 10  # contradictions that are told one by one
_DEFAULTS: dict[str, object] = {
    "partner2": "",
    "edition": "",
    "valuation": "",
    "currency": "",
    "quantity": None,
    "unit": "",
    "net_kg": None,
    "value_estimated": False,
    "quantity_estimated": False,
}
_UNUSABLE = {
    "reporter": "reporter is empty",
    "partner": "partner is empty",
    "product": "product is no code",
    "period": "period is neither a year nor a month",
    "direction": "direction is neither export nor import",
}


@dataclass
class Counts:
    """How many rows came in, and what became of them; see `Imported`."""

    rows: int = 0
    kept: int = 0
    repeated: int = 0
    parts: int = 0
    missing: int = 0
    refused: int = 0
    problems: list[Problem] = field(default_factory=list)


def scan(folder: Path, constants: Mapping[str, Any]) -> pl.LazyFrame:
    """The cells written to `folder`, with the columns of SCHEMA in its order."""
    return complete(pl.scan_parquet(folder / "cells-*.parquet"), constants)


def complete(
    frame: pl.LazyFrame, constants: Mapping[str, Any], *, splits: bool = False
) -> pl.LazyFrame:
    """The frame with its constants, and defaults for what no file says."""
    have = frame.collect_schema().names()
    columns = []
    for name, kind in SCHEMA.items():
        if name in have:
            columns.append(pl.col(name))
        elif name == "status":
            columns.append(_status().alias(name))
        else:
            value = constants.get(name, _DEFAULTS.get(name))
            columns.append(pl.lit(value, kind).alias(name))
    parts = [name for name in have if name.startswith(SPLIT)] if splits else []
    return frame.select(*columns, *parts)


def _status() -> pl.Expr:
    has = pl.col("value").is_not_null()
    return pl.when(has).then(pl.lit("reported")).otherwise(pl.lit("missing"))


def write(
    told: Cells,
    place: Path,
    scratch: Path,
    origin: Origin,
    constants: Mapping[str, Any],
) -> Counts:
    """Write the cells of a file to `place`, each once, and count.

    *Raises* polars' errors for a file that turns out not to be what it seemed.
    """
    raw = scratch / "raw"
    raw.mkdir()
    told.frame.sink_parquet(
        raw / "cells-0.parquet", compression="zstd", compression_level=1
    )
    frame = complete(pl.scan_parquet(raw / "cells-0.parquet"), constants, splits=True)
    counts = Counts(rows=frame.select(pl.len()).collect().item())
    counts.problems += _faults(frame, origin)
    if not told.totals and counts.rows > _WHOLE and _is_clean(frame):
        nulls = frame.select(pl.col("value").null_count()).collect().item()
        (raw / "cells-0.parquet").rename(place / "cells-0.parquet")
        counts.kept, counts.missing = counts.rows, nulls
        return counts
    for number, batch in enumerate(_batches(frame, counts.rows)):
        usable = batch.filter(_usable())
        done = repeats.resolve(usable, told.totals)
        counts.refused += batch.height - usable.height
        counts.repeated += done.repeated
        counts.parts += done.parts
        counts.kept += done.frame.height
        counts.missing += done.frame["value"].null_count()
        counts.problems += _contradictions(done.contradicting, origin)
        lean = done.frame.drop([n for n in constants if n in done.frame.columns])
        lean.write_parquet(place / f"cells-{number}.parquet")
    return counts


def _is_clean(frame: pl.LazyFrame) -> bool:
    """Whether every row is a cell of its own and none is to be left out."""
    if not frame.select(_usable().all()).collect(engine="streaming").item():
        return False
    key = pl.struct(repeats.KEY).hash().alias("key")
    hashes = frame.select(key).collect(engine="streaming")["key"].sort()
    return not (hashes.diff(null_behavior="drop") == 0).any()


def _batches(frame: pl.LazyFrame, rows: int) -> Iterator[pl.DataFrame]:
    """All rows, whole or so many reporters at a time."""
    if rows <= _WHOLE:
        yield frame.collect()
        return
    sizes = frame.group_by("reporter").len().sort("reporter").collect()
    batch: list[str] = []
    size = 0
    for reporter, count in sizes.rows():
        if batch and size + count > _WHOLE:
            yield frame.filter(pl.col("reporter").is_in(batch)).collect()
            batch, size = [], 0
        batch.append(reporter)
        size += count
    yield frame.filter(pl.col("reporter").is_in(batch)).collect()


def _usable() -> pl.Expr:
    return pl.all_horizontal(pl.col(name) != "" for name in _UNUSABLE)


def _faults(frame: pl.LazyFrame, origin: Origin) -> Iterator[Problem]:
    """What the cells say was not understood, by kind, with the first row of each."""
    tests = {name: pl.col(name) == "" for name in _UNUSABLE}
    tests["status"] = pl.col("status") == "unreadable"
    counted = [e.sum().alias(f"{n}:n") for n, e in tests.items()]
    first = [pl.col("row").filter(e).min().alias(f"{n}:row") for n, e in tests.items()]
    found = (
        frame.select(*counted, *first).collect(engine="streaming").row(0, named=True)
    )
    for name in tests:
        count, row = found[f"{name}:n"], found[f"{name}:row"]
        if count and name == "status":
            text = f"{count:,} values are no numbers; their cells have no value"
            yield Problem("value-unreadable", text, origin.at(f"row={row}"))
        elif count:
            text = f"{count:,} rows are left out: their {_UNUSABLE[name]}"
            yield Problem(f"{name}-unreadable", text, origin.at(f"row={row}"))
    for column in ("reporter", "partner", "partner2"):
        yield from _unknown(frame, column, origin)


def _unknown(frame: pl.LazyFrame, column: str, origin: Origin) -> Iterator[Problem]:
    strange = (
        frame.filter(pl.col(column).str.starts_with("?"))
        .group_by(column)
        .agg(pl.len().alias("n"), pl.col("row").min())
        .sort("row", column)
        .collect(engine="streaming")
    )
    for name, count, row in strange.rows():
        text = (
            f"{name.strip('?')!r} is no area enduse knows; its {count:,} cells are "
            f"kept under that name and counted with no country"
        )
        yield Problem("area-unknown", text, origin.at(f"row={row}"))


def _contradictions(frame: pl.DataFrame, origin: Origin) -> Iterator[Problem]:
    names = ("row", "reporter", "partner", "product", "period", "direction", "value")
    for row, *cell, value in frame.head(_ALIKE).select(names).rows():
        text = (
            f"gives {' '.join(cell)} another value ({value}) than an earlier row, "
            "which counts; if a column tells them apart, say which: --map procedure=COLUMN"
        )
        yield Problem("cell-contradicted", text, origin.at(f"row={row}"))
    if frame.height > _ALIKE:
        text = f"{frame.height - _ALIKE:,} more cells are contradicted by later rows"
        yield Problem("cell-contradicted", text, origin)


def reach(frame: pl.LazyFrame) -> dict[str, Any]:
    """What the cells are about: areas, directions, periods, as the snapshot says it."""
    lists = {
        "reporters": "reporter",
        "directions": "direction",
        "currencies": "currency",
        "levels": "level",
        "editions": "edition",
    }
    found: dict[str, Any] = {}
    for name, column in lists.items():
        values = frame.select(pl.col(column).unique()).collect(engine="streaming")
        found[name] = tuple(sorted(values.to_series()))
    span = (pl.col("period").min().alias("a"), pl.col("period").max().alias("b"))
    first, last = frame.select(span).collect(engine="streaming").row(0)
    return {**found, "first": first or "", "last": last or ""}
