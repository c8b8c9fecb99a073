"""What a description says in English beside what it says in its own tongue.

Both are asked and both count: what a name in the tongue is like, and what its words
mean. The more of the words a table has, the more what they mean counts.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.in_english import in_english
from enduse.goods.classify.neighbours import Neighbours

UNSURE = 0.8  # of the likeliest code, under which the text is put into English
WEIGHT = 0.6  # of what is said in English, where all words are read
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Weighed(NamedTuple):
    """Candidates of each text (-1: none), their probabilities, the lines near by.

    `named` tells of each text whether the noun it turns on was read.
    """

    classes: Ints
    p: Floats
    near: Neighbours
    named: NDArray[np.bool_]


def with_english(
    texts: Sequence[str], own: Weighed, ask: Callable[[Sequence[str]], Weighed]
) -> Weighed:
    """The same, with what those texts say in English that their own words leave open.

    A noun that was read in the tongue itself is surer than the order of English words.

    `ask` tells of English texts. The lines of a row are those of the surer reading.
    """
    unsure = np.flatnonzero((own.p.max(1, initial=0) < UNSURE) & ~own.named).tolist()
    read = {row: said for row in unsure if (said := in_english(texts[row]))}
    if not read:
        return own
    rows = np.array(list(read))
    english = ask([said.text for said in read.values()])
    weight = WEIGHT * np.array([said.share for said in read.values()])
    wide = english.classes.shape[1]
    classes = np.pad(own.classes, ((0, 0), (0, wide)), constant_values=-1)
    p = np.pad(own.p, ((0, 0), (0, wide)))
    p[rows] *= 1 - weight[:, None]
    more = english.p * weight[:, None]
    for at, row in enumerate(rows.tolist()):
        _add(classes[row], p[row], english.classes[at], more[at])
    return Weighed(classes, p, _lines(own, english, rows), own.named)


def _add(classes: Ints, p: Floats, codes: Ints, more: Floats) -> None:
    """Add the candidates of one row to its own; those that are new behind them."""
    place = {code: at for at, code in enumerate(classes.tolist()) if code >= 0}
    free = len(classes) - len(codes)
    for code, share in zip(codes.tolist(), more.tolist(), strict=True):
        if code in place:
            p[place[code]] += share
        elif code >= 0:
            classes[free], p[free] = code, share
            free += 1


def _lines(own: Weighed, english: Weighed, rows: Ints) -> Neighbours:
    """The lines near by, where English is surer those of the English text."""
    surer = english.p.max(1, initial=0) > own.p[rows].max(1, initial=0)
    line, alike = own.near.line.copy(), own.near.similarity.copy()
    asked = own.near.asked.copy()
    width = min(line.shape[1], english.near.line.shape[1])
    mine = rows[surer]
    line[mine], alike[mine] = -1, 0
    line[mine, :width] = english.near.line[surer, :width]
    alike[mine, :width] = english.near.similarity[surer, :width]
    asked[mine] = english.near.asked[surer]
    return Neighbours(line, alike, asked)
