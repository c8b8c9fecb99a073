"""The words of a book as they are stored, and those of rows that are as they were."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.library.books import Array, Customers
from enduse.names.hashed import ranges


@dataclass(frozen=True, slots=True)
class Words:
    """What some rows hold: words and texts, each once, and arrays of their numbers.

    *Shape*: `arrays` are those that `words` tells of, with `name_lengths` for where
    names begin.
    """

    words: tuple[str, ...]
    texts: tuple[str, ...]
    arrays: dict[str, Array]


@dataclass(frozen=True, slots=True)
class Carried:
    """The words of rows of before, with the keys by which a search finds each word."""

    words: Words
    sought_hash: Array
    sought_word: Array


def carried(before: Customers, rows: Array) -> Carried:
    """What rows hold that are the same as before.

    `rows` gives for each row now its row before, -1 for one that is another.
    """
    names, owners = _held(before, "name", rows)
    ends = before.array("name_ends")
    lengths = np.diff(ends)[names]
    run = ranges(ends[names], lengths)
    tokens, spelt = (before.array(f"name_{x}")[run] for x in ("words", "spelt"))
    used, place = _numbered((tokens, spelt), len(before.array("vocab_ends")))
    arrays = {"name_words": place[tokens], "name_spelt": place[spelt]}
    arrays |= {"name_lengths": lengths.astype(np.int32), "name_row": owners}
    arrays["name_translated"] = before.array("name_translated")[names]
    for name in ("key", "pair"):
        at, arrays[f"{name}_row"] = _held(before, name, rows)
        arrays[f"{name}_hash"] = before.array(f"{name}_hash")[at]
    said = {}
    for name in ("held", "field"):
        at, arrays[f"{name}_row"] = _held(before, name, rows)
        said[f"{name}_text"] = before.array(f"{name}_text")[at]
    told, number = _numbered(tuple(said.values()), len(before.array("text_ends")))
    arrays |= {name: number[texts] for name, texts in said.items()}
    sought = place[before.array("sought_word")]
    kept = sought >= 0
    return Carried(
        Words(_at(before, "vocab", used), _at(before, "text", told), arrays),
        before.array("sought_hash")[kept],
        sought[kept],
    )


def _held(before: Customers, name: str, rows: Array) -> tuple[Array, Array]:
    """What of its kind rows hold that are as they were, and which row holds each."""
    now = np.flatnonzero(rows >= 0)
    holder = before.array(f"{name}_row")
    order = np.argsort(holder, kind="stable")
    first = np.searchsorted(holder, rows[now], "left", sorter=order)
    counts = np.searchsorted(holder, rows[now], "right", sorter=order) - first
    return order[ranges(first, counts)], np.repeat(now, counts).astype(np.int32)


def _numbered(held: Sequence[Array], size: int) -> tuple[Array, Array]:
    """The numbers that occur, and for each of so many its place among them, or -1."""
    used = np.unique(np.concatenate(held))
    place = np.full(size, -1, dtype=np.int32)
    place[used] = np.arange(len(used), dtype=np.int32)
    return used, place


def unpacked(customers: Customers, name: str) -> list[str]:
    """The stored words (`vocab`) or texts (`text`), by number."""
    return list(
        _at(customers, name, np.arange(len(customers.array(f"{name}_ends")) - 1))
    )


def _at(customers: Customers, name: str, places: Array) -> tuple[str, ...]:
    run, ends = (customers.array(f"{name}_{x}") for x in ("run", "ends"))
    whole = run.tobytes()
    first, last = ends[:-1][places].tolist(), ends[1:][places].tolist()
    both = zip(first, last, strict=True)
    return tuple(whole[a:b].decode("utf-8", "surrogatepass") for a, b in both)
