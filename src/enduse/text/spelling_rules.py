"""How a language spells sounds that English spells otherwise: rules for letters.

A rule is a regular expression for letters, with `^` before or `$` behind them for the
beginning or end of a word, and what English writes for them, `|` between two ways.
Rules are tried in order, and the first that fits at each place is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_EDGES = str.maketrans({"^": r"\b", "$": r"\b"})


@dataclass(frozen=True, slots=True)
class Rules:
    """The letters of a language, and what English writes for each."""

    finder: re.Pattern[str]
    written: dict[str, tuple[str, ...]]
    number: int  # of ways in which a text may be read

    def ways(self, text: str) -> Iterator[str]:
        """The text as English would write it, in each way it may."""
        for way in range(self.number):
            yield self.read(text, way)

    def read(self, text: str, way: int) -> str:
        """The text in one of its ways."""
        return self.finder.sub(
            lambda found: at(self.written[found.lastgroup or ""], way), text
        )


def rules(told: object) -> Rules:
    """The rules of a table, in its order.

    *Example*

    >>> list(rules({"^sch": "sh|zh", "w$": "v"}).ways("schuwalow"))
    ['shuwalov', 'zhuwalov']
    """
    assert isinstance(told, Mapping)
    parts = (f"(?P<r{n}>{x.translate(_EDGES)})" for n, x in enumerate(told))
    written = {f"r{n}": tuple(said.split("|")) for n, said in enumerate(told.values())}
    most = max(map(len, written.values()))
    return Rules(re.compile("|".join(parts)), written, most)


def at(ways: Sequence[str], way: int) -> str:
    """One of some ways, the last where there are fewer, '' of none."""
    return ways[min(way, len(ways) - 1)] if ways else ""
