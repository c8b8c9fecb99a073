"""A file's cells on disk: streamed out, checked, and each written once.

Where a column holds one value in the whole file it is kept in the snapshot, not in
the cells (`constants`). Files of millions of rows are resolved reporter by reporter,
so that memory does not grow with the file.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    parts = sorted(folder.glob("cells-*.parquet"))
    return complete(pl.scan_parquet(parts, glob=False), constants)


def complete(
    frame: pl.LazyFrame, constants: Mapping[str, Any], *, splits: bool = False
) -> pl.LazyFrame:
    """The frame with its constants, and defaults for what no file says."""
    have = frame.collect_schema().names()
    columns = []
    for name, kind in SCHEMA.items():
        if name in constants:
            columns.append(pl.lit(constants[name], kind).alias(name))
        elif name in have:
            columns.append(pl.col(name))
        elif name == "status":
            columns.append(_status().alias(name))
        elif name == "period":
            columns.append(pl.col("year").cast(pl.String).fill_null("").alias(name))
        elif name == "year" or name == "month":
            columns.append(pl.lit(0, kind).alias(name))
        else:
            columns.append(pl.lit(_DEFAULTS[name], kind).alias(name))
    parts = [name for name in have if name.startswith(SPLIT)] if splits else []
    return frame.select(*columns, *parts)


def _status() -> pl.Expr:
    has = pl.col("value").is_not_null()
    return pl.when(has).then(pl.lit("reported")).otherwise(pl.lit("missing"))


def write(
    told: Cells, place: Path, scratch: Path, origin: Origin, constants: dict[str, Any]
) -> Counts:
    """Write the cells of a file to `place`, each once, and count.

    A file of one year that has no column for it gains it as a constant.
    *Raises* polars' errors for a file that turns out not to be what it seemed.
    """
    raw = scratch / "raw"
    raw.mkdir()
    path = raw / "cells-0.parquet"
    told.frame.sink_parquet(path, compression="zstd", compression_level=1)
    _settle_year(path, constants)
    stored = pl.scan_parquet(path, glob=False)
    varying = [n for n in stored.collect_schema().names() if n not in constants]
    frame = complete(stored, constants, splits=True)
    counts = Counts(rows=stored.select(pl.len()).collect().item())
    is_clean = True
    for problem in _faults(frame, varying, origin):
        counts.problems.append(problem)
        is_clean = is_clean and problem.code in ("area-unknown", "value-unreadable")
    is_large = counts.rows > _WHOLE and not told.totals
    if is_large and is_clean and _is_distinct(frame, varying):
        nulls = stored.select(pl.col("value").null_count()).collect().item()
        path.rename(place / path.name)
        counts.kept, counts.missing = counts.rows, nulls
        return counts
    for number, batch in enumerate(_batches(frame, counts.rows)):
        lean = _once(batch, told, counts, origin)
        lean = lean.drop([n for n in constants if n in lean.columns])
        lean.write_parquet(place / f"cells-{number}.parquet")
    return counts


def _once(
    batch: pl.DataFrame, told: Cells, counts: Counts, origin: Origin
) -> pl.DataFrame:
    usable = batch.filter(_usable())
    done = repeats.resolve(usable, told.totals)
    counts.refused += batch.height - usable.height
    counts.repeated += done.repeated
    counts.parts += done.parts
    counts.kept += done.frame.height
    counts.missing += done.frame["value"].null_count()
    counts.problems += _contradictions(done.contradicting, origin)
    return done.frame


def _settle_year(path: Path, constants: dict[str, Any]) -> None:
    frame = pl.scan_parquet(path, glob=False)
    names = frame.collect_schema().names()
    if "year" in names and "period" not in names:
        least, most = pl.col("year").min().alias("a"), pl.col("year").max().alias("b")
        first, last = frame.select(least, most).collect().row(0)
        if first == last and first:
            constants |= {"period": str(first), "year": int(first)}


def _is_distinct(frame: pl.LazyFrame, varying: Sequence[str]) -> bool:
    """Whether every row is a cell of its own."""
    key = [name for name in repeats.KEY if name in varying or name == "period"]
    said = pl.struct(key).hash().alias("key")
    hashes = frame.select(said).collect(engine="streaming")["key"].sort()
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


def _faults(
    frame: pl.LazyFrame, varying: Sequence[str], origin: Origin
) -> Iterator[Problem]:
    """What the cells say was not understood, by kind, with the first row of each."""
    tests = {n: pl.col(n) == "" for n in _UNUSABLE if n in varying or n == "period"}
    if "status" in varying:
        tests["status"] = pl.col("status") == "unreadable"
    sums = (test.sum().alias(name) for name, test in tests.items())
    found = frame.select(*sums).collect(engine="streaming").row(0, named=True)
    for name, count in found.items():
        if not count:
            continue
        row = frame.filter(tests[name]).select(pl.col("row").min()).collect().item()
        code = "value" if name == "status" else name
        text = f"{count:,} rows are left out: their {_UNUSABLE.get(name)}"
        if name == "status":
            text = f"{count:,} values are no numbers; their cells have no value"
        yield Problem(f"{code}-unreadable", text, origin.at(f"row={row}"))
    for column in ("reporter", "partner", "partner2"):
        if column in varying:
            yield from _unknown(frame, column, origin)


def _unknown(frame: pl.LazyFrame, column: str, origin: Origin) -> Iterator[Problem]:
    counted = frame.group_by(column).agg(pl.len().alias("n"), pl.col("row").min())
    strange = counted.filter(pl.col(column).str.starts_with("?"))
    for name, count, row in strange.sort("row").collect(engine="streaming").rows():
        text = (
            f"{name.strip('?')!r} is no area enduse knows; its {count:,} cells are "
            f"kept under that name and counted with no country"
        )
        yield Problem("area-unknown", text, origin.at(f"row={row}"))


def _contradictions(frame: pl.DataFrame, origin: Origin) -> Iterator[Problem]:
    names = ("row", "reporter", "partner", "product", "period", "direction", "value")
    for row, *cell, value in frame.head(_ALIKE).select(names).rows():
        other = "no value" if value is None else f"another value ({value})"
        text = (
            f"gives {' '.join(cell)} {other} than an earlier row, "
            "which counts; if a column tells them apart: --map procedure=COLUMN"
        )
        yield Problem("cell-contradicted", text, origin.at(f"row={row}"))
    if frame.height > _ALIKE:
        text = f"{frame.height - _ALIKE:,} more cells are contradicted by later rows"
        yield Problem("cell-contradicted", text, origin)


def reach(frame: pl.LazyFrame, constants: Mapping[str, Any]) -> dict[str, Any]:
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
        if column in constants:
            found[name] = (constants[column],)
            continue
        values = frame.select(pl.col(column).unique()).collect(engine="streaming")
        found[name] = tuple(sorted(values.to_series()))
    if "period" in constants:
        return {**found, "first": constants["period"], "last": constants["period"]}
    span = (pl.col("period").min().alias("a"), pl.col("period").max().alias("b"))
    first, last = frame.select(span).collect(engine="streaming").row(0)
    return {**found, "first": first or "", "last": last or ""}
