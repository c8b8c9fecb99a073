"""Columns of words laid beside each other, as the cells of a table's row stand."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

_GAP = 4
_WIDEST = 2_000  # letters of a line; a wider row is laid cell by cell


def side_by_side(columns: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of all columns, as many as the highest has, with wide gaps between.

    *Example*

    >>> list(side_by_side([["Seller", "Bonn"], ["Buyer"]]))
    ['Seller    Buyer', 'Bonn']
    """
    widths = [max(map(len, lines), default=0) + _GAP for lines in columns]
    if sum(widths) > _WIDEST and max(map(len, columns), default=0) > 1:
        yield from (line for lines in columns for line in lines)
        return
    for parts in zip_longest(*columns, fillvalue=""):
        padded = (p.ljust(width) for p, width in zip(parts, widths, strict=True))
        yield "".join(padded).rstrip()
