"""How well P(controlled) tells goods of the Common High Priority List, by its value.

Everyday goods are all sets but electronics and the probe. `reliability` says what
share of the rows within a range of P is really on the list; `thresholds` how many are
flagged from some P on, and how many of them rightly; `rates` what is said of it: of the
listed ones the share among the first five and flagged, of those flagged the share that
is listed, of the others the share that is flagged. Intervals are Wilson's, 95 %.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import goods

from enduse.goods.classify import index
from enduse.goods.control import ControlLists

LIST = "chpl"
RANGES = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
FROM = (0.3, 0.5, 0.6, 0.7)
FLAG = 0.5
Row = dict[str, Any]


def codes() -> frozenset[str]:
    """The codes of the list that ships."""
    return ControlLists.open(None).codes(LIST)


def p_listed(classes: NDArray[Any], p: NDArray[Any]) -> list[float]:
    """P that each row is on the list: the sum over its candidates there."""
    named = codes()
    on = np.array([code in named for code in index.classes()])
    mine = np.where((classes >= 0) & on[np.maximum(classes, 0)], p, 0)
    return [round(float(x), 4) for x in mine.sum(1)]


def kind_of(label: str) -> str:
    """Everyday goods, electronics or the probe."""
    kinds = ("electronics", "probe")
    return next((kind for kind in kinds if label.startswith(kind)), "everyday")


def summary(rows: Sequence[Row]) -> dict[str, Any]:
    """Reliability, thresholds and recall among five of each kind of set."""
    told: dict[str, Any] = {}
    for kind in dict.fromkeys(kind_of(row["set"]) for row in rows):
        own = [row for row in rows if kind_of(row["set"]) == kind]
        on = [row for row in own if row["listed"]]
        told[kind] = {
            "n": len(own),
            "listed": len(on),
            "among_five": sum(row["listed_in_five"] for row in on),
            "rates": rates(own),
            "thresholds": [_from(own, least) for least in FROM],
            "reliability": list(_reliability(own)),
        }
    return told


def rates(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Recall among five and by flag, precision, and the share falsely flagged.

    *Shape*: of each `k` of `n`, and the interval of the share.
    """
    on = [row for row in rows if row["listed"]]
    off = [row for row in rows if not row["listed"]]
    hit, false = (sum(row["p_listed"] >= FLAG for row in some) for some in (on, off))
    told = {
        "in_five": (sum(row["listed_in_five"] for row in on), len(on)),
        "flagged": (hit, len(on)),
        "right": (hit, hit + false),
        "false": (false, len(off)),
    }
    return {
        name: {"k": k, "n": n, "interval": [round(x, 4) for x in _interval(k, n)]}
        for name, (k, n) in told.items()
    }


def _interval(k: int, n: int) -> tuple[float, float]:
    low, high = goods.interval(k / n if n else 0.0, n)
    return low, high


def rates_table(told: dict[str, dict[str, Any]]) -> str:
    """The rates as a line of text."""
    each = (f"{n} {o['k']:,} of {o['n']:,} {o['interval']}" for n, o in told.items())
    return "; ".join(each)


def _from(rows: Sequence[Row], least: float) -> dict[str, Any]:
    flagged = [row["listed"] for row in rows if row["p_listed"] >= least]
    share = sum(flagged) / len(flagged) if flagged else 0.0
    interval = [round(x, 3) for x in goods.interval(share, len(flagged))]
    return {
        "p": least,
        "flagged": len(flagged),
        "right": sum(flagged),
        "interval": interval,
    }


def _reliability(rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    for low, high in pairwise(RANGES):
        own = [row for row in rows if low <= row["p_listed"] < high]
        if own:
            mean = sum(row["p_listed"] for row in own) / len(own)
            right = sum(row["listed"] for row in own)
            yield {"from": low, "n": len(own), "p": round(mean, 3), "right": right}


def table(told: dict[str, Any]) -> str:
    """The summary as a table of text."""
    lines = []
    for kind, one in told.items():
        lines.append(
            f"{kind}: {one['n']:,} rows, {one['listed']} on the list, "
            f"{one['among_five']} of them among the first five"
        )
        lines.append(f"    {rates_table(one['rates'])}")
        for at in one["thresholds"]:
            share = f"{at['right']} of {at['flagged']}"
            lines.append(f"    P >= {at['p']}: {share} rightly {at['interval']}")
        for bin_ in one["reliability"]:
            lines.append(
                f"    from {bin_['from']:.2f}: n {bin_['n']:5,}  said {bin_['p']:.3f}"
                f"  was {bin_['right'] / bin_['n']:.3f}"
            )
    return "\n".join(lines)
