"""The lines of an answer on re-routing: a hub each, all together, and their links."""

from collections.abc import Iterator, Mapping
from typing import Any

from enduse.flows.breaks import Break


def row_of(
    hub: str,
    line: Mapping[str, Any],
    direct: Mapping[str, Any],
    placebo: Mapping[str, tuple[float, float]],
    breaks: Mapping[tuple[str, str], Break],
) -> dict[str, Any]:
    """A hub's line: in, out, what both can have carried, the breaks and the signs."""
    rise = line["post"] - line["pre"]
    fall = (direct.get("pre") or 0.0) - (direct.get("post") or 0.0)
    known = line["pre_out"] is not None
    out = line["post_out"] - line["pre_out"] if known else None
    times = times_of(placebo.get(hub))
    row = {
        "hub": hub,
        "in_pre": line["pre"],
        "in_post": line["post"],
        "rise_in": rise,
        "in_times": line["post"] / line["pre"] if line["pre"] else None,
        "out_pre": line["pre_out"],
        "out_post": line["post_out"],
        "rise_out": out,
        "direct_fall": fall,
        "substitution_percent": 100 * rise / fall if fall > 0 else None,
        "carried": min(rise, out) if out is not None else None,
        "placebo_times": times,
        "excess_in": line["post"] - line["pre"] * times if times else None,
    }
    entry, onward = breaks.get((hub, "in")), breaks.get((hub, "out"))
    row["break_in"] = entry.period if entry else None
    row["break_in_earliest"] = entry.earliest if entry else None
    row["break_in_latest"] = entry.latest if entry else None
    row["break_out"] = onward.period if onward else None
    row["signs"] = ", ".join(_signs(row))
    return row


def _signs(row: Mapping[str, Any]) -> Iterator[str]:
    """Which of the marks of re-routing a hub shows."""
    if row["rise_in"] > 0:
        yield "rise in"
    if (row["rise_out"] or 0) > 0:
        yield "rise out"
    if row["direct_fall"] > 0:
        yield "direct fall"
    if (row["excess_in"] or 0) > 0:
        yield "more than placebo goods"
    first, later = row["break_in"], row["break_out"]
    if first and later and later >= first:
        yield "out after in"


def times_of(pair: tuple[float, float] | None) -> float | None:
    """What a sum before and after was multiplied by, None without both."""
    return pair[1] / pair[0] if pair and pair[0] > 0 and pair[1] > 0 else None


def by_value(row: Mapping[str, Any]) -> tuple[float, str]:
    """The order of hubs: by the value they can have carried."""
    value = row["carried"] if row["carried"] is not None else row["rise_in"]
    return -value, row["hub"]


def totals(
    rows: list[dict[str, Any]], direct: Mapping[str, Any], shift: Break | None
) -> Iterator[dict[str, Any]]:
    """The line of all hubs shown together."""
    if not rows:
        return
    rise, fall = sum(r["rise_in"] for r in rows), rows[0]["direct_fall"]
    outs = [r["rise_out"] for r in rows if r["rise_out"] is not None]
    times = rows[0]["direct_placebo_times"]
    excess = [r["excess_in"] for r in rows if r["excess_in"] is not None]
    lost = (direct.get("pre") or 0.0) * times - direct["post"] if times else None
    yield {
        "hub": "all",
        "in_pre": sum(r["in_pre"] for r in rows),
        "in_post": sum(r["in_post"] for r in rows),
        "rise_in": rise,
        "rise_out": sum(outs) if outs else None,
        "direct_pre": direct.get("pre"),
        "direct_post": direct.get("post"),
        "direct_fall": fall,
        "substitution_percent": 100 * rise / fall if fall > 0 else None,
        "excess_in": sum(excess) if excess else None,
        "excess_fall": lost,
        "substitution_excess_percent": (
            100 * sum(excess) / lost if excess and lost and lost > 0 else None
        ),
        "direct_break": shift.period if shift else None,
    }


def links(
    rows: list[dict[str, Any]], direct: Mapping[str, Any], target: str
) -> list[dict[str, Any]]:
    """Coalition, hubs and target as the links of a picture, before and after."""
    found: list[dict[str, Any]] = []
    for name in ("pre", "post"):
        value = direct.get(name)
        link = {"from": "coalition", "to": target, "window": name, "value": value}
        found.append(link)
        for row in rows[:12]:
            into = {"from": "coalition", "to": row["hub"], "value": row[f"in_{name}"]}
            out = {"from": row["hub"], "to": target, "value": row[f"out_{name}"]}
            found += [{**into, "window": name}, {**out, "window": name}]
    return found
