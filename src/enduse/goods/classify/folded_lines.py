"""The shipped lines of trade language, folded once for all who look words up."""

from functools import cache

from enduse.goods.classify.normal import folded
from enduse.goods.words.lines import common_lines, word_lines
from enduse.text.tables import derived


@cache
def folded_lines() -> tuple[tuple[str, str], ...]:
    """The folded text and the six-digit code of every line, in their order.

    *Example*:
    >>> ("cnc lathe", "845811") in folded_lines()
    True
    """
    return tuple((folded(line.text), line.hs6) for line in word_lines())


@cache
def headings_of_words() -> dict[str, str]:
    """The headings of the goods in whose names each word stands, parted by blanks.

    *Example*:
    >>> "8458" in headings_of_words()["lathe"].split()
    True
    """
    return {line[0]: line[1] for line in _words()}


@derived
def _words() -> list[list[str]]:
    found: dict[str, set[str]] = {}
    common = ((folded(line.text), line.hs6) for line in common_lines())
    for text, hs6 in (*folded_lines(), *common):
        heading = hs6[:4]
        for word in text.split():
            found.setdefault(word, set()).add(heading)
    return [[word, " ".join(sorted(codes))] for word, codes in sorted(found.items())]
