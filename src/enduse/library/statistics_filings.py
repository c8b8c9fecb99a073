"""Who filed which periods, kept beside the cells so that no question reads them all.

`filings.parquet` in a snapshot's folder is derived: it is made again where missing.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from enduse.library.statistics import Statistics

if TYPE_CHECKING:
    import polars as pl

NAME = "filings-1.parquet"


def filings(store: Statistics) -> "pl.DataFrame":
    """`source`, `reporter`, `direction`, `period`, `year`, `level` of all that is held.

    `level` is the number of digits of the longest code. Cells without a value are no
    filing.
    """
    import polars as pl

    parts = [_of_snapshot(store, name) for name in store.state.current]
    if not parts:
        return pl.DataFrame(schema=_schema())
    return pl.concat(parts)


def _of_snapshot(store: Statistics, name: str) -> "pl.DataFrame":
    import polars as pl

    place = store.folder / name / NAME
    if place.is_file():
        return pl.read_parquet(place, glob=False)
    found = (
        store.cells(name)
        .filter(pl.col("status") != "missing")
        .group_by("source", "reporter", "direction", "period", "year")
        .agg(pl.col("level").max())
        .collect(engine="streaming")
        .select(pl.col(column).cast(kind) for column, kind in _schema().items())
    )
    _keep(found, place)
    return found


def _keep(found: "pl.DataFrame", place: Path) -> None:
    """Write what was derived, where the folder can be written to."""
    scratch = place.with_suffix(".part")
    try:
        found.write_parquet(scratch)
        scratch.replace(place)
    except OSError:
        scratch.unlink(missing_ok=True)


def _schema() -> "dict[str, pl.DataType | type[pl.DataType]]":
    from enduse.flows.frame import SCHEMA

    names = ("source", "reporter", "direction", "period", "year", "level")
    return {name: SCHEMA[name] for name in names}
