"""How likely goods fall under each control list: the sum over the codes it names."""

from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from enduse.goods.control import ControlLists, today

LEAST = 0.02  # a smaller probability is not worth a line


class ListTable:
    """Which classes each control list names on a day, and under which tier."""

    def __init__(self, lists: ControlLists, codes: tuple[str, ...]) -> None:
        self._lists = lists
        self._codes = codes
        self._days: dict[date, list[tuple[str, NDArray[np.bool_]]]] = {}
        self._tiers: dict[tuple[str, str, date], str] = {}

    @cached_property
    def _of_tariff(self) -> list[str]:
        held = self._lists.lists()
        return [one.id for one in held if any(e.edition for e in one.entries)]

    def controlled(
        self,
        classes: NDArray[np.int64],
        p: NDArray[np.float64],
        at: date | None,
    ) -> list[tuple[tuple[str, str, str, float], ...]]:
        """For each row of candidates the lists that may bear on it, likeliest first.

        *Shape*: the fields of a `ControlledBy` for each.
        """
        day = at or today()
        found: list[list[tuple[str, str, str, float]]] = [[] for _ in classes]
        safe = np.maximum(classes, 0)
        for name, named in self._on(day):
            mine = np.where((classes >= 0) & named[safe], p, 0.0)
            total = mine.sum(1)
            best = mine.argmax(1)
            for row in np.flatnonzero(total >= LEAST).tolist():
                code = self._codes[int(classes[row, best[row]])]
                share = round(min(float(total[row]), 1.0), 4)
                tier = self._tier(name, code, day)
                found[row].append((name, tier, code, share))
        return [tuple(sorted(row, key=lambda c: (-c[3], c[0]))) for row in found]

    def _on(self, day: date) -> list[tuple[str, NDArray[np.bool_]]]:
        if day not in self._days:
            named = ((name, self._lists.codes(name, day)) for name in self._of_tariff)
            self._days[day] = [
                (name, np.array([code in codes for code in self._codes]))
                for name, codes in named
                if codes
            ]
        return self._days[day]

    def _tier(self, name: str, code: str, day: date) -> str:
        key = (name, code, day)
        if key not in self._tiers:
            held = self._lists.list(name).bearing_on(code, day)
            self._tiers[key] = held[0].tier if held else ""
        return self._tiers[key]
