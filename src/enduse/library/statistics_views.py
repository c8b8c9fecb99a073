"""Which imported file says a cell that several files of one source say: the latest.

Of an earlier one a view is kept, a file of the cells that no later one says.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import polars as pl

from enduse.flows import repeats
from enduse.library.atomic import SCRATCH
from enduse.library.statistics import Imported, State, Statistics


def settled(store: Statistics) -> dict[str, str]:
    """For each file that a later one of its source says again: what is left of it."""
    found: dict[str, str] = {}
    names, infos = store.state.current, store.imported
    for place, (name, info) in enumerate(zip(names, infos, strict=True)):
        later = [
            (n, other)
            for n, other in zip(names[place + 1 :], infos[place + 1 :], strict=True)
            if other.source == info.source and _meet(info, other)
        ]
        if later:
            said = " ".join((name, *(f"{n} {o.imported}" for n, o in later)))
            key = hashlib.sha256(said.encode()).hexdigest()[:24]
            _view(store, name, [n for n, _ in later], f"views/{key}.parquet")
            found[name] = f"views/{key}.parquet"
    return found


def _meet(one: Imported, other: Imported) -> bool:
    """Whether two files can hold the same cell at all."""
    lists = ("reporters", "directions", "currencies", "levels", "editions")
    shared = all(set(getattr(one, n)) & set(getattr(other, n)) for n in lists)
    return shared and one.first <= other.last + "~" and other.first <= one.last + "~"


def _view(store: Statistics, name: str, later: Sequence[str], path: str) -> None:
    target = store.folder / path
    if target.is_file():
        return
    target.parent.mkdir(exist_ok=True)
    again = pl.concat(store.cells(n) for n in later)
    key = _key(store.cells(name), again)
    said = again.filter(pl.col("status") != "missing").select(key)
    left = store.cells(name).join(said, on=key, how="anti", nulls_equal=True)
    is_missing = pl.col("status") == "missing"
    empty = left.filter(is_missing).join(again.select(key), on=key, how="anti")
    left = pl.concat([left.filter(~is_missing), empty])
    scratch = target.with_name(f"{SCRATCH}{target.name}")
    left.sink_parquet(scratch)
    scratch.replace(target)


def _key(one: pl.LazyFrame, other: pl.LazyFrame) -> list[str]:
    """What tells cells apart; without the valuation where one file does not say it."""
    unsaid = (pl.col("valuation") == "").any()
    if any(frame.select(unsaid).collect().item() for frame in (one, other)):
        return [name for name in repeats.KEY if name != "valuation"]
    return list(repeats.KEY)


def sweep(folder: Path, state: State) -> None:
    """Remove views that nothing uses any more."""
    used = set(state.views.values())
    for path in (folder / "views").glob("*.parquet"):
        if f"views/{path.name}" not in used:
            path.unlink()
