"""Links between editions from correlation tables that the user imported.

They outrank the package's own facts, code by code: what a table says of a code of the
newer edition stands in the place of what ships, and a code it does not name keeps its
shipped links. Tables of one target a code (conversions) are not used: they choose one
of several possible codes and hide the others.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from enduse.goods import hs
from enduse.goods.entry import Correlation
from enduse.goods.store import GoodsStore

Pair = tuple[str, str]
"""(newer edition, older edition)."""
_CHOSEN = "conversion"  # the relationship of a table that gives one target a code


@dataclass(frozen=True, eq=False)
class Correlated:
    """For two editions the older codes of each newer one, and the tables that say so.

    Compared by identity, so that what is worked out from it can be remembered.
    """

    links: Mapping[Pair, Mapping[str, frozenset[str]]]
    sources: Mapping[Pair, str]

    def between(self, newer: str, older: str) -> Mapping[str, frozenset[str]]:
        """The older codes of each newer code that a table names; empty for none."""
        return self.links.get((newer, older), {})


def correlated(store: GoodsStore) -> Correlated | None:
    """The links of a store's correlation tables; None where it has none.

    Only codes that both editions have count.
    """
    held = store.sources(Correlation)
    tables = tuple((source, store.current[source]) for source in held)
    return _read(store.folder, tables) if tables else None


@lru_cache(maxsize=8)
def _read(folder: Path, tables: tuple[tuple[str, str], ...]) -> Correlated | None:
    links: dict[Pair, dict[str, frozenset[str]]] = {}
    sources: dict[Pair, str] = {}
    store = GoodsStore(folder, dict(tables))
    for source, _ in tables:
        for row in store.entries(Correlation, source):
            newest_first = sorted(
                ((row.newer_edition, row.newer), (row.older_edition, row.older)),
                reverse=True,
            )
            (newer, code), (older, other) = newest_first
            if row.relationship == _CHOSEN or not (
                _has(newer, code) and _has(older, other)
            ):
                continue
            of = links.setdefault((newer, older), {})
            of[code] = of.get(code, frozenset()) | {other}
            sources[newer, older] = source
    return Correlated(links, sources) if links else None


def _has(edition: str, code: str) -> bool:
    known = edition in hs.EDITIONS
    return known and (code in hs.codes(edition) or code == hs.NOT_SPECIFIED)
