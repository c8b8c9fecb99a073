"""What lines that say the very same as a description make of its codes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.heads import without_opening
from enduse.goods.classify.index import Index, classes
from enduse.goods.classify.known_lines import KINDS
from enduse.goods.classify.normal import folded
from enduse.goods.classify.scoring import Candidates
from enduse.goods.classify.sold import words_around

SAME = 0.98  # as alike as this is the same in other order, case or number
LEAST = 0.4  # as little alike as a line is by what the budget let be asked
TRUST = 0.8  # of the probability, shared among the codes of the lines that are the same
BESIDE = 0.1  # of a code that nothing but such a line speaks for, beside others
OF_APPARATUS = 0.5  # the same, where only such words as "equipment" are added
_APPARATUS = frozenset(["84", "85", "86", "87", "88", "89", "90"])  # chapters
_NEAR = 8  # lines near by that may be without them
_SHORT = 3  # words that are left of a name


def with_same(
    index: Index, texts: Sequence[str], scored: Candidates, p: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The probabilities, drawn to the codes of own or learned lines that are the same.

    The weights are fitted to descriptions that stand in no known line; where one does,
    that line is better evidence than they can tell.
    """
    near = scored.neighbours
    own = index.lines.kind[near.line] != KINDS.index("nomenclature")
    known = (near.line >= 0) & own
    same = (near.similarity >= SAME) & known
    left_out = np.flatnonzero((near.asked < SAME) & ~same.any(1))
    alike = near.similarity[left_out] >= np.maximum(
        SAME * near.asked[left_out, None], LEAST
    )
    for at, rank in np.argwhere(alike & known[left_out]).tolist():
        row = left_out[at]
        line = index.lines.text_of(int(near.line[row, rank]))
        same[row, rank] = _words(line) == _words(texts[row])
    rows = np.flatnonzero(same.any(1))
    if not len(rows):
        return p
    found = p.copy()
    code = np.where(same[rows], index.lines.of_class[near.line[rows]], -2)
    mine = (code[:, :, None] == scored.classes[rows][:, None, :]).sum(1)
    held = mine.sum(1, keepdims=True) / same[rows].sum(1, keepdims=True)
    share = mine * (p[rows] + BESIDE)  # where lines differ, what else speaks counts
    share *= held / np.maximum(share.sum(1, keepdims=True), 1e-12)
    found[rows] = (1 - TRUST) * p[rows] + TRUST * share
    return found


def with_apparatus(
    index: Index, texts: Sequence[str], scored: Candidates, p: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The probabilities, drawn to a name of apparatus that is the same but for a word.

    The word is one that says no more than that it is apparatus: "sonar equipment".
    """
    added, found = words_around("apparatus"), p
    for row, text in enumerate(texts):
        said = folded(text).split()
        if added.isdisjoint(said):
            continue
        left = _without(said)
        if not 0 < len(left) <= _SHORT:
            continue
        near = scored.neighbours.line[row, :_NEAR]
        code = [
            int(index.lines.of_class[line])
            for line in near[near >= 0].tolist()
            if _without(folded(index.lines.text_of(line)).split()) == left
        ]
        code = [one for one in code if classes()[one][:2] in _APPARATUS]
        if code:
            found = p.copy() if found is p else found
            share = [
                code.count(one) / len(code) for one in scored.classes[row].tolist()
            ]
            found[row] = (1 - OF_APPARATUS) * p[row] + OF_APPARATUS * np.array(share)
    return found


def _without(words: list[str]) -> list[str]:
    """The words but for those of any apparatus, in one order, singular."""
    added = words_around("apparatus")
    return sorted(word.removesuffix("s") for word in words if word not in added)


def _words(text: str) -> list[str]:
    """The words of a text in one order, singular."""
    plain = folded(without_opening(text))
    return sorted(word.removesuffix("s") for word in plain.split())
