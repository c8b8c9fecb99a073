"""Groups and their members: one or the other is counted, never both.

An aggregate that a query names is taken from its own rows where those cover all that
its members have, else from its members' rows. One that it does not name is left out.
"""

from collections.abc import Iterable
from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.once import omission
from enduse.flows.query import Query

_NAMES = {"reporter": "who", "partner": "whom"}


def expanded(named: Iterable[str]) -> set[str]:
    """The areas named, and the members of those that are groups, of any time."""
    found = set(named)
    for code in named:
        found |= set(_ever(code))
    return found


def settle(
    frame: pl.DataFrame, role: str, query: Query, left: list[dict[str, Any]]
) -> pl.DataFrame:
    """The rows with `role` (`reporter`, `partner`) settled, and a column `who` or
    `whom`: the area as the query names it.

    *Raises* ValueError where a query names a group and a member of it.
    """
    named = query.reporters if role == "reporter" else query.partners
    _refuse_overlap(named, role)
    column = _NAMES[role]
    frame = frame.with_columns(pl.col(role).alias(column))
    if not named:
        return _without_groups(frame, role, left)
    groups = [code for code in named if areas.is_aggregate(code) and _ever(code)]
    for group in groups:
        apart = role in query.members
        frame = _one_of(frame, role, group, left, apart=apart)
    return frame


def _without_groups(
    frame: pl.DataFrame, role: str, left: list[dict[str, Any]]
) -> pl.DataFrame:
    found = frame[role].unique().to_list()
    groups = [code for code in found if areas.is_aggregate(code)]
    if not groups:
        return frame
    if len(groups) == len(found):
        return _broadest(frame, role, groups, left)
    dropped = frame.filter(pl.col(role).is_in(groups))
    why = f"the members of {', '.join(sorted(groups))} are counted one by one"
    left.append(omission(f"aggregates as {role}", why, dropped))
    return frame.filter(~pl.col(role).is_in(groups))


def _broadest(
    frame: pl.DataFrame, role: str, groups: list[str], left: list[dict[str, Any]]
) -> pl.DataFrame:
    """Only groups: the whole world, else the one of most value; they may overlap."""
    sums = frame.group_by(role).agg(pl.col("amount").sum()).sort("amount", role)
    kept = areas.WORLD if areas.WORLD in groups else str(sums[role][-1])
    dropped = frame.filter(pl.col(role) != kept)
    if dropped.height:
        why = f"groups may overlap, so only {kept} is counted"
        left.append(omission(f"aggregates as {role}", why, dropped))
    return frame.filter(pl.col(role) == kept)


def _one_of(
    frame: pl.DataFrame,
    role: str,
    group: str,
    left: list[dict[str, Any]],
    *,
    apart: bool,
) -> pl.DataFrame:
    own = pl.col(role) == group
    if areas.members(group, "2020") != areas.members(group, "2023"):
        parts = _dated(group, frame, role)
    else:
        parts = pl.col(role).is_in(areas.members(group))
    ever = pl.col(role).is_in(_ever(group))
    rows, pieces = frame.filter(own), frame.filter(parts)
    if rows.height and not pieces.height:
        return frame.filter(own | ~ever)
    if not rows.height:
        return _named(frame.filter(parts | ~ever), role, group, apart=apart)
    if apart or not _covers(rows, pieces, role):
        why = "its members are counted one by one"
        left.append(omission(f"{group} as {role}", why, rows))
        kept = frame.filter((parts | ~ever) & ~own)
        return _named(kept, role, group, apart=apart)
    why = f"{group}'s own row is counted"
    left.append(omission(f"members of {group} as {role}", why, pieces))
    return frame.filter(own | ~ever)


def _dated(group: str, frame: pl.DataFrame, role: str) -> pl.Expr:
    """Rows of a country in the periods in which it was a member."""
    tests = []
    for period in frame["period"].unique().to_list():
        inside = list(areas.members(group, period))
        tests.append((pl.col("period") == period) & pl.col(role).is_in(inside))
    return pl.any_horizontal(tests) if tests else pl.lit(False)


def _named(frame: pl.DataFrame, role: str, group: str, *, apart: bool) -> pl.DataFrame:
    if apart:
        return frame
    inside = pl.col(role).is_in(_ever(group))
    name = pl.when(inside).then(pl.lit(group)).otherwise(_NAMES[role])
    return frame.with_columns(name.alias(_NAMES[role]))


def _covers(rows: pl.DataFrame, pieces: pl.DataFrame, role: str) -> bool:
    """Whether a group's own rows have every cell that its members have."""
    other = "partner" if role == "reporter" else "reporter"
    key = [other, "product", "period", "direction"]
    return pieces.select(key).unique().join(rows, on=key, how="anti").is_empty()


def _ever(group: str) -> tuple[str, ...]:
    """Everyone who ever was a member since 1993, when trade within began to count."""
    dated = {c for year in range(1993, 2031) for c in areas.members(group, str(year))}
    return tuple(sorted(dated))


def _refuse_overlap(named: tuple[str, ...], role: str) -> None:
    for group in named:
        inside = set(_ever(group)) if areas.is_aggregate(group) else set()
        twice = sorted(inside & (set(named) - {group}))
        if twice:
            text = f"{twice[0]} is a member of {group}; name one of them as {role}"
            raise ValueError(text)
