"""How far two names are made of the same words, weighed by what the words say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from enduse.model import Part, PartyKind
from enduse.names.align import Alignment, align
from enduse.names.form import NameForm
from enduse.names.weights import Weigher

NAME_MAX = 0.96
DOUBT = 2.0  # how much faster than likeness the evidence of two words falls
# What a word missing on one side only costs, against one that is contradicted.
_MISSING = {"person": 0.35, "entity": 0.9, "vessel": 1.0, "aircraft": 1.0}
_MISSING_UNKNOWN = 0.6
LEAST_MISSING = min(_MISSING.values())


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names held together, with all that later features need of it.

    *Units*: `agreement` is 0..1; `evidence` is the summed weight of the words in
    common, those merely alike by `DOUBT` less; `left_weights` and `right_weights` are
    one number a token.
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
    left, right = _read_alike(left, right)
    found = align(left, right, weigher.likeness)
    ours, theirs = weigher.weights(left.tokens), weigher.weights(right.tokens)
    common, alike, evidence = 0.0, 0.0, 0.0
    for pair in found.pairs:
        one = sum(ours[i] for i in pair.left)
        other = sum(theirs[j] for j in pair.right)
        # A misspelling is on no list, so it must not count as a rare word.
        both = (one + other) / 2 if pair.likeness == 1 else min(one, other)
        common += both
        alike += both * pair.likeness
        evidence += min(one, other) * max(0.0, 1 - DOUBT * (1 - pair.likeness))
    extra = sum(ours[i] for i in found.left_over)
    lacking = sum(theirs[j] for j in found.right_over)
    less, more = sorted((extra, lacking))
    apart = less + missing_cost(kind) * (more - less) / 2
    agreement = alike / (common + apart) if common else 0.0
    return NameComparison(left, right, found, ours, theirs, agreement, evidence)


def _read_alike(left: NameForm, right: NameForm) -> tuple[NameForm, NameForm]:
    """Both as the one with more words reads, where only blanks tell them apart."""
    if left.tokens == right.tokens or not (left.raw and right.raw):
        return left, right
    if left.raw != right.raw and left.glued != right.glued:
        return left, right
    most = max(left, right, key=lambda form: (len(form.tokens), form.tokens))
    tokens, spelt = most.tokens, most.spelt
    if left.raw != right.raw:
        return (
            replace(left, tokens=tokens, spelt=spelt),
            replace(right, tokens=tokens, spelt=spelt),
        )
    legal = most.legal
    return (
        replace(left, tokens=tokens, spelt=spelt, legal=legal),
        replace(right, tokens=tokens, spelt=spelt, legal=legal),
    )


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
