"""The shipped lines of trade language, folded once for all who look words up."""

from functools import cache

from enduse.goods.classify.normal import folded
from enduse.goods.words.lines import word_lines


@cache
def folded_lines() -> tuple[tuple[str, str], ...]:
    """The folded text and the six-digit code of every line, in their order.

    *Example*:
    >>> ("cnc lathe", "845811") in folded_lines()
    True
    """
    return tuple((folded(line.text), line.hs6) for line in word_lines())
