"""The labelled sets in three parts, near-duplicates together: rows asked, rows learned.

Each third of the groups is asked of the other two. A group is what near-duplicates have
in common (`bench/goods.py`); of a large set at most `MOST` rows a third are asked, of
that whose labels disagree most, more: what is to be seen is smaller than their noise.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
import goods

from enduse.goods.classify.learned import Lesson

PARTS = 3
MOST = 400
MOST_OF = {"ecommerce_parcels_chitchats": 1000}
LARGE = ("ecommerce", "electronics", "uk_parcel", "uk_search")
_MORE = ("summary", "category", "details")
SUMMARY = ", with summary"


@dataclass(frozen=True, slots=True)
class Asked:
    """A description that is asked, the codes that are right, the group it is of."""

    label: str
    text: str
    right: frozenset[str]
    group: str


def part_of(name: str, row: goods.Row) -> int:
    """Which third a row is of."""
    return int(_share("cv1" + goods.group_of(name, row)) * PARTS)


def _share(text: str) -> float:
    return int(goods._hash(text)[:8], 16) / 2**32


class Sets:
    """The labelled sets of a data folder, by name."""

    def __init__(self, data: Path) -> None:
        paths = sorted((data / "goods" / "labelled").glob("*.csv"))
        self.rows = {path.stem: goods.rows_of(path) for path in paths}

    def asked(self, part: int, *, most: int | None = None) -> Iterator[Asked]:
        """The descriptions of one third, electronics with their summaries again.

        Of a large set at most `most`, or as many as the set's own number says.
        """
        for name, rows in self.rows.items():
            mine = sorted(
                (row for row in rows if part_of(name, row) == part),
                key=lambda row: _share(row["id"]),
            )
            own = most or MOST_OF.get(name, MOST)
            cut = mine[:own] if name.startswith(LARGE) else mine
            for row in cut:
                right = frozenset(goods.accepted(row))
                group = f"{name} {goods.group_of(name, row)}"
                yield Asked(name, row["text"], right, group)
                if row.get("summary", "").strip() and name.startswith("electronics"):
                    text = f"{row['text']} {row['summary']}".strip()
                    yield Asked(name + SUMMARY, text, right, group)

    def learned(self, part: int) -> dict[str, list[Lesson]]:
        """The lessons of the other two thirds, by set."""
        return {
            name: [
                lesson
                for row in rows
                if part_of(name, row) != part
                for lesson in _lessons(row)
            ]
            for name, rows in self.rows.items()
        }


def _lessons(row: goods.Row) -> Iterator[Lesson]:
    """A row as `enduse goods learn` takes it: alone, and with what else it says."""
    others = tuple(sorted(goods.accepted(row) - {row["hs6"]}))
    yield Lesson(row["text"], row["hs6"], others)
    said = " ".join(filter(None, (row.get(name, "") for name in _MORE)))
    if said:
        yield Lesson(f"{row['text']} {said}", row["hs6"], others)


def some(lessons: Sequence[Lesson], most: int) -> list[Lesson]:
    """At most so many lessons, by the hash of their texts."""
    return sorted(lessons, key=lambda one: _share(one.text))[:most]


def pairs(lessons: dict[str, list[Lesson]]) -> list[tuple[str, str]]:
    """Every text with each of its codes, once."""
    found: dict[tuple[str, str], None] = {}
    for own in lessons.values():
        for one in own:
            found |= {(one.text, code): None for code in (one.hs6, *one.alt)}
    return list(found)


def labels(asked: Sequence[Asked]) -> list[str]:
    """The sets that were asked, in order."""
    return list(dict.fromkeys(one.label for one in asked))
