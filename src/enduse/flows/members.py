"""Groups and their members: one or the other is counted, never both.

An aggregate that a query names is summed over its members where they are there, else
taken from its own rows. One that it does not name is left out.
"""

from collections.abc import Iterable
from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.once import omission
from enduse.flows.query import Query

_NAMES = {"reporter": "who", "partner": "whom"}
_WHOLE = 0.8  # members that hold this much of their group's own value are all there


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
        return _without_groups(_without_rest(frame, role, left), role, left)
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


def _without_rest(
    frame: pl.DataFrame, role: str, left: list[dict[str, Any]]
) -> pl.DataFrame:
    """The rows less those of the rest of the world, where single countries hold it.

    Some offices sum in it what they list country by country as well. Their own row
    of the world tells: with the rest added, the sum is further off than without.
    """
    rest = frame.filter(pl.col(role) == areas.REST)
    if rest.is_empty() or frame.filter(pl.col(role) == areas.WORLD).is_empty():
        return frame
    key = [c for c in ("source", "reporter", "partner", "direction") if c != role]
    kinds = {code: areas.kind_of(code) for code in frame[role].unique().to_list()}
    apart = [c for c, kind in kinds.items() if kind in ("country", "rest", "unknown")]
    amount, who = pl.col("amount"), pl.col(role)
    sums = frame.group_by(*key, "product", "period").agg(
        amount.filter(who == areas.WORLD).sum().alias("world"),
        amount.filter(who == areas.REST).sum().alias("rest"),
        amount.filter(who.is_in(apart)).sum().alias("sum"),
        (who == areas.WORLD).any().alias("told"),
    )
    whole = sums.filter("told").group_by(key).agg(pl.col("world", "rest", "sum").sum())
    off, less = pl.col("sum") - pl.col("world"), pl.col("sum") - pl.col("rest")
    twice = whole.filter(off.abs() > (less - pl.col("world")).abs()).select(key)
    dropped = rest.join(twice, on=key, how="semi")
    if dropped.is_empty():
        return frame
    why = f"{areas.REST} holds countries that are counted one by one"
    left.append(omission(f"the rest of the world as {role}", why, dropped))
    theirs = frame.join(twice, on=key, how="semi").filter(pl.col(role) != areas.REST)
    return pl.concat([frame.join(twice, on=key, how="anti"), theirs])


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
    ever = pl.col(role).is_in(_ever(group))
    rows = frame.filter(pl.col(role) == group)
    pieces = frame.filter(_dated(group, frame, role))
    others = frame.filter(~ever & (pl.col(role) != group))
    other = "partner" if role == "reporter" else "reporter"
    key = [other, "product", "direction", "year"]
    series = rows.clear() if apart else rows
    own = _better_own(series, pieces, key) if series.height else series.select(key)
    kept = pieces.join(own, on=key, how="anti")
    if rows.height and pieces.height:
        dropped = rows.join(own, on=key, how="anti")
        beside = pieces.join(own, on=key, how="semi")
        why = "its members are counted one by one"
        _tell(left, f"{group} as {role}", why, dropped)
        _tell(left, f"members of {group} as {role}", "its own row is counted", beside)
    name = pl.col(role) if apart else pl.lit(group)
    kept = kept.with_columns(name.alias(_NAMES[role]))
    if apart and pieces.is_empty():
        return pl.concat([others, rows])
    return pl.concat([others, rows.join(own, on=key, how="semi"), kept])


def _better_own(
    rows: pl.DataFrame, pieces: pl.DataFrame, key: list[str]
) -> pl.DataFrame:
    """The years of series in which a group's own rows hold what its members' do not.

    That is one without members, one of which they hold less than four fifths, and
    one of which they hold fewer months.
    A group's own row may be of other members than its name says; where all members
    are there, they are the better record.
    """
    ours = _yearly(rows, key, "own")
    theirs = _yearly(pieces, key, "pieces")
    both = ours.join(theirs, on=key, how="left")
    few = pl.col("pieces").is_null() | (pl.col("pieces") < _WHOLE * pl.col("own"))
    short = pl.col("pieces_months") < pl.col("own_months")
    return both.filter(few | short).select(key)


def _yearly(frame: pl.DataFrame, key: list[str], name: str) -> pl.DataFrame:
    """Sums of each series and year, of its annual rows or its months; the months."""
    annual = pl.col("month") == 0
    months = pl.col("amount").filter(~annual).sum()
    year = pl.col("amount").filter(annual).sum()
    total = pl.when(annual.any()).then(year).otherwise(months)
    held = pl.when(annual.any()).then(12).otherwise(pl.col("month").n_unique())
    return frame.group_by(key).agg(
        total.alias(name), held.cast(pl.Int32).alias(f"{name}_months")
    )


def _tell(left: list[dict[str, Any]], what: str, why: str, rows: pl.DataFrame) -> None:
    if rows.height:
        left.append(omission(what, why, rows))


def _dated(group: str, frame: pl.DataFrame, role: str) -> pl.Expr:
    """Rows of a country in the periods in which it was a member."""
    if areas.members(group, "1999") == areas.members(group, "2030"):
        return pl.col(role).is_in(areas.members(group))
    tests = []
    for period in frame["period"].unique().to_list():
        inside = list(areas.members(group, period))
        tests.append((pl.col("period") == period) & pl.col(role).is_in(inside))
    return pl.any_horizontal(tests) if tests else pl.lit(False)


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
