"""What was gathered of names, filed as arrays for a search to look up."""

from collections.abc import Sequence

import numpy as np

from enduse.names.hashed import distinct, ordered
from enduse.names.store import Array, pack

HEAVIEST = 1024.0  # no name's words weigh as much together


def posting_key(ids: Array, weights: Array) -> Array:
    """Where a token's names of a weight stand among all postings: it only grows."""
    return ids * HEAVIEST + np.minimum(weights, HEAVIEST - 1.0)


def targets(
    flat: Array, pair: Array, ends: Array, weights: Array, pairs: int
) -> dict[str, Array]:
    """What names weigh, and what a query's word may stand for: tokens, then pairs."""
    own = weights[flat].astype(np.float64)
    sums = np.concatenate([[0.0], np.cumsum(own)])
    whole = (sums[ends[1:]] - sums[ends[:-1]]).astype(np.float32)
    at = np.flatnonzero(pair >= 0)
    heaviest = np.zeros(pairs)
    np.maximum.at(heaviest, pair[at], own[at] + own[at + 1] if len(at) else own[at])
    both = np.concatenate([weights.astype(np.float64), heaviest])
    return {"name_weight": whole, "target_weight": both.astype(np.float32)}


def postings(found: dict[str, Array], initials: Array) -> dict[str, Array]:
    """The names of each target, those with the least weight in all their words first.

    A search reads of a common token's names only those that may still be alike. After
    all targets come the same again, for the names that have initials.
    """
    flat, pair, ends = found["name_token"], found["name_pair"], found["name_ends"]
    targets, tokens = len(found["target_weight"]), len(found["vocab_weight"])
    rows = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
    at = np.flatnonzero(pair >= 0)
    what = np.concatenate([flat.astype(np.int64), pair[at].astype(np.int64) + tokens])
    rows = np.concatenate([rows, rows[at]])
    short = np.flatnonzero(initials[rows] > 0)
    what = np.concatenate([what, what[short] + targets])
    rows = np.concatenate([rows, rows[short]])
    keyed = posting_key(what, found["name_weight"][rows].astype(np.float64))
    order = np.argsort(keyed, kind="stable")
    counts = np.bincount(what, minlength=2 * targets)
    posting_ends = np.zeros(2 * targets + 1, dtype=np.int64)
    posting_ends[1:] = np.cumsum(counts)
    kept = {"posting": rows[order], "posting_key": keyed[order]}
    return kept | {"posting_ends": posting_ends, "name_initials": initials}


def only(flat: Array, ends: Array, shadowed: Array, words: int) -> Array:
    """Whether a token, or a pair, stands in shadowed names alone."""
    seen = np.repeat(~shadowed, np.diff(ends)) & (flat >= 0)
    alone: Array = np.bincount(flat[seen], minlength=words) == 0
    return alone


def holders(flat: Array, owners: Array, words: int) -> Array:
    """How many subjects hold each token.

    Listings of one primary name count once: the same party stands on many lists.
    """
    size = int(owners.max(initial=0)) + 1
    both = distinct(flat.astype(np.int64) * size + owners)
    return np.bincount(both // size, minlength=words).astype(np.int32)


def looked_up(name: str, filed: Array, values: Array) -> dict[str, Array]:
    """Values by the hashes they are filed under, each two once, in order."""
    filed, values = ordered(filed, values)
    kept = np.ones(len(filed), dtype=np.bool_)
    kept[1:] = (filed[1:] != filed[:-1]) | (values[1:] != values[:-1])
    return {f"{name}_hash": filed[kept], f"{name}_value": values[kept]}


def packed(name: str, texts: Sequence[str]) -> dict[str, Array]:
    """Texts as a run of bytes and where each begins."""
    run, ends = pack(texts)
    return {f"{name}_run": run, f"{name}_ends": ends}
