"""How far two names are made of the same words, weighed by what the words say."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.model import Part, PartyKind
from enduse.names.align import Alignment, align
from enduse.names.form import NameForm
from enduse.names.weights import Weigher

NAME_MAX = 0.92
# What a word missing on one side only costs, against one that is contradicted.
_MISSING = {"person": 0.5, "entity": 0.9, "vessel": 1.0, "aircraft": 1.0}
_MISSING_UNKNOWN = 0.6
LEAST_MISSING = min(_MISSING.values())


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names held together, with all that later features need of it.

    *Units*: `agreement` is 0..1; `evidence` is the summed weight of the words in
    common, `left_weights` and `right_weights` are one number a token.
    """

    left: NameForm
    right: NameForm
    alignment: Alignment
    left_weights: Sequence[float]
    right_weights: Sequence[float]
    agreement: float
    evidence: float


def compare_names(
    left: NameForm, right: NameForm, weigher: Weigher, kind: PartyKind
) -> NameComparison:
    """The comparison of two name forms under the weights of their tokens."""
    found = align(left, right, weigher.likeness)
    ours, theirs = weigher.weights(left.tokens), weigher.weights(right.tokens)
    common, alike = 0.0, 0.0
    for pair in sorted(found.pairs, key=lambda p: (p.likeness, p.left, p.right)):
        both = sum(ours[i] for i in pair.left) + sum(theirs[j] for j in pair.right)
        common += both / 2
        alike += both / 2 * pair.likeness
    extra = sum(ours[i] for i in found.left_over)
    lacking = sum(theirs[j] for j in found.right_over)
    less, more = sorted((extra, lacking))
    apart = less + missing_cost(kind) * (more - less) / 2
    agreement = alike / (common + apart) if common else 0.0
    return NameComparison(left, right, found, ours, theirs, agreement, alike)


def missing_cost(kind: PartyKind) -> float:
    """What a word on one side only costs, in shares of a contradicted one."""
    return _MISSING.get(kind, _MISSING_UNKNOWN)


def part(names: NameComparison) -> Part:
    """The name's own part: its agreement in score points."""
    weight = NAME_MAX * names.agreement
    return Part("name", weight, names.left.text, names.right.text, _detail(names))


def _detail(names: NameComparison) -> str:
    left, right = names.left.tokens, names.right.tokens
    said = []
    for pair in names.alignment.pairs:
        ours = " ".join(left[i] for i in pair.left)
        theirs = " ".join(right[j] for j in pair.right)
        same = ours == theirs
        said.append(ours if same else f"{ours}~{theirs} {pair.likeness:.2f}")
    said += [f"-{left[i]}" for i in names.alignment.left_over]
    said += [f"+{right[j]}" for j in names.alignment.right_over]
    if names.left.cut or names.right.cut:
        said.append("(only the beginning of a very long name was compared)")
    return ", ".join(said)
