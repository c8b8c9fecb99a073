"""How usual each class is in what was learned from each source.

A set of parcels holds clothes, one of rulings machines: a description that is like the
lines of a set likely has one of the codes that are usual there.
"""

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.known_lines import KINDS, KnownLines

_KEPT = 1000  # sources whose shares are held
Floats = NDArray[np.float32]


class Usual:
    """The share of each class, and of each heading, in the learned lines of a source.

    `group` is the heading of each class. Shares are counted when they are asked for:
    sources may be many, and a table is like the lines of few of them.
    """

    def __init__(self, lines: KnownLines, group: NDArray[np.int64]) -> None:
        learned = np.flatnonzero(lines.kind == KINDS.index("learned"))
        order = np.argsort(lines.source[learned], kind="stable")
        self._source = lines.source[learned[order]]
        self._class = lines.of_class[learned[order]]
        self._group = group
        self._told: dict[int, tuple[Floats, Floats]] = {}

    def of(self, source: int) -> tuple[Floats, Floats]:
        """The share of each class and of each heading; 0 where nothing was learned."""
        if source not in self._told:
            if len(self._told) >= _KEPT:
                self._told.clear()
            self._told[source] = self._counted(source)
        return self._told[source]

    def _counted(self, source: int) -> tuple[Floats, Floats]:
        begin, end = np.searchsorted(self._source, [source, source + 1]).tolist()
        found = np.bincount(self._class[begin:end], minlength=len(self._group))
        share = (found / max(end - begin, 1)).astype(np.float32)
        heading = np.bincount(self._group, share, int(self._group.max()) + 1)
        return share, heading.astype(np.float32)
