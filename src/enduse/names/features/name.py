"""How far two names are made of the same words, weighed by what the words say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from enduse.model import Part, PartyKind
from enduse.model.quick import quick
from enduse.names.align import Alignment, Pair, align
from enduse.names.form import NameForm
from enduse.names.similarity import is_respelt, is_slip
from enduse.names.weights import Weigher
from enduse.text.common_names import is_slavic, is_spelt_one_way
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.heard import is_known
from enduse.text.phonetic import VOWELLESS, loose
from enduse.text.scripts import scripts
from enduse.text.skeleton import skeleton

NAME_MAX = 0.96
DOUBT = 2.0  # how much faster than likeness the evidence of two words falls
# What one known name said for another a slip away takes off the evidence: as likely
# as not it is the other name.
OTHER_KNOWN = 0.84
CONSONANT = 0.26  # the most evidence of each consonant where no vowel is written
_TELLING = 3  # consonants from which vowels may differ in one name
# What a word missing on one side only costs, against one that is contradicted.
_MISSING = {"person": 0.35, "entity": 0.9, "vessel": 1.0, "aircraft": 1.0}
_MISSING_UNKNOWN = 0.6


@quick
@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names held together, with all that later features need of it.

    *Units*: `agreement` is 0..1; `evidence` is the summed weight of the words in
    common, those merely alike by `DOUBT` less; `left_weights` and `right_weights` are
    one number a token; `slips` counts words that nothing is known of, a slip away from
    a listed one, `others` known names that are, `spelt` names romanised in two ways.
    """

    left: NameForm
    right: NameForm
    alignment: Alignment
    left_weights: Sequence[float]
    right_weights: Sequence[float]
    agreement: float
    evidence: float
    slips: int = 0
    others: int = 0
    spelt: int = 0


def compare_names(
    left: NameForm, right: NameForm, weigher: Weigher, kind: PartyKind
) -> NameComparison:
    """The comparison of two name forms under the weights of their tokens."""
    left, right = _read_alike(left, right)
    found = align(left, right, weigher.likeness, weigher.glued_likeness)
    ours, theirs = weigher.weights(left.tokens), weigher.weights(right.tokens)
    person = kind in ("person", "unknown")
    common, alike, evidence, slips, others, spelt = 0.0, 0.0, 0.0, 0, 0, 0
    for pair in found.pairs:
        one = sum([ours[i] for i in pair.left])
        other = sum([theirs[j] for j in pair.right])
        likeness = pair.likeness
        if likeness == 1:
            both = (one + other) / 2
            common += both
            alike += both
            evidence += min(one, other)
            continue
        # A misspelling is on no list, so it must not count as a rare word.
        both = min(one, other)
        common += both
        alike += both * likeness
        said = both * max(0.0, 1 - DOUBT * (1 - likeness))
        said = min(said, _heard(left, right, pair))
        known = _slipped(left, right, pair, weigher)
        slips += known is False
        others += known is True
        spelt += known is None and _respelt(left, right, pair)
        evidence += min(said, one - OTHER_KNOWN) if known and person else said
    extra = sum([ours[i] for i in found.left_over])
    lacking = sum([theirs[j] for j in found.right_over])
    less, more = sorted((extra, lacking))
    apart = less + missing_cost(kind) * (more - less) / 2
    agreement = alike / (common + apart) if common else 0.0
    measured = agreement, evidence, slips, others, spelt
    return NameComparison(left, right, found, ours, theirs, *measured)


def _respelt(left: NameForm, right: NameForm, pair: Pair) -> bool:
    """Whether both words of a pair are one name, romanised or put into Slavic twice."""
    if len(pair.left) != 1 or len(pair.right) != 1:
        return False
    ours, theirs = left.tokens[pair.left[0]], right.tokens[pair.right[0]]
    if 0 <= cluster(ours) == cluster(theirs):
        across = scripts(left.text) != scripts(right.text)
        if across or (is_slavic(ours) and is_slavic(theirs)):
            return True
    if skeleton(ours) != skeleton(theirs) or _is_word(ours) or _is_word(theirs):
        return False
    if len(skeleton(ours)) < _TELLING and not _is_long_slip(ours, theirs):
        return is_respelt(ours, theirs)
    return not (is_spelt_one_way(ours) or is_spelt_one_way(theirs))


def _is_word(token: str) -> bool:
    """Whether a word of the dictionary that is no given name: `salmon`."""
    return is_ordinary(token) and cluster(token) < 0


def _is_long_slip(ours: str, theirs: str) -> bool:
    return min(len(ours), len(theirs)) > _TELLING and is_slip(ours, theirs)


def _heard(left: NameForm, right: NameForm, pair: Pair) -> float:
    """The most evidence of words that are heard alike in a script without vowels."""
    ours = "".join(left.tokens[i] for i in pair.left)
    theirs = "".join(right.tokens[j] for j in pair.right)
    marked = [word for word in (ours, theirs) if word.endswith(VOWELLESS)]
    if not marked or (len(marked) == 1 and is_known(marked[0])):
        return inf  # of a known name the usual spellings are heard, no others
    return CONSONANT * min(len(loose(ours)), len(loose(theirs)))


def _slipped(
    left: NameForm, right: NameForm, pair: Pair, weigher: Weigher
) -> bool | None:
    """Whether both words of a pair a slip apart are known names.

    *Unknown*: None for a pair that is more than a slip apart, or one name spelt in two
    ways.
    """
    if len(pair.left) != 1 or len(pair.right) != 1:
        return None
    at, to = pair.left[0], pair.right[0]
    ours, theirs = left.tokens[at], right.tokens[to]
    if not is_slip(ours, theirs):
        ours, theirs = (
            (left.spelt or left.tokens)[at],
            (right.spelt or right.tokens)[to],
        )
        if not is_slip(ours, theirs):
            return None
    known = min(weigher.known_as(ours), weigher.known_as(theirs)) > 0
    if not known:
        return False
    one_name = 0 <= cluster(ours) == cluster(theirs)
    return None if one_name or skeleton(ours) == skeleton(theirs) else True


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
        ours = " ".join([left[i] for i in pair.left])
        theirs = " ".join([right[j] for j in pair.right])
        same = ours == theirs
        said.append(ours if same else f"{ours}~{theirs} {pair.likeness:.2f}")
    said += [f"-{left[i]}" for i in names.alignment.left_over]
    said += [f"+{right[j]}" for j in names.alignment.right_over]
    if names.left.place:
        said.append("(the place behind the name is the listing's own)")
    if names.left.cut or names.right.cut:
        said.append("(only the beginning of a very long name was compared)")
    return ", ".join(said)
