"""Common names: the same words may well be another party.

Two words that many listed parties bear are many people; a firm called by words of
the dictionary has namesakes on no list. What is missing in rarity is taken off.
"""

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features import initials, left_over
from enduse.names.features.fathers import is_fathers
from enduse.names.features.name import NameComparison
from enduse.names.form import is_marked
from enduse.names.similarity import HEARD_ALIKE
from enduse.names.weights import LEGAL, borne, is_title
from enduse.text.common_names import is_slavic
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.heard import HEBREW, mark
from enduse.text.scripts import scripts
from enduse.text.skeleton import skeleton

# Evidence (weights of the words in common) from which a name says who is meant.
ENOUGH = {"person": 1.3, "unknown": 1.2}
ENOUGH_OF_FIRM = 1.1
# Taken off for each whole point of evidence that is missing: where all words are the
# same, those on both sides are, those that differ are slips into no known word, slips
# into another known name, or alike in some other way. `calibrate.py` fits them.
SAME, PARTS, SLIPS, OTHERS, ALIKE, ALIKE_FIRM = 0.22, 0.35, 0.07, 0.13, 0.46, 0.24
SLIPS_PARTLY = 0.3  # the same where a word is missing, too
FATHERS_UNSAID = 0.26  # the same where all that is missing is a father's name
LEAST_COST = min(SLIPS, PARTS)  # of a person's name that is not the same
UNEQUAL = 0.4  # more evidence is needed where no word is equal, and one is no slip
PARTLY = 0.1  # more evidence is needed where a word stands on one side only
OTHER_FORM = 0.35  # the same where a known name stands for another form of it
SAME_FIRM = 0.22
SLIPS_FIRM = 0.12  # the same where the words that differ are slips into no known word
BESIDE_RARE = 0.13  # the same of an initial beside a family name that few bear
HEARD = 0.2  # the same of names heard alike across scripts
HEARD_COMMON = 0.5  # the same of two names in Hebrew letters that many bear
SPELT = 0.25  # the same of names romanised in two ways
_ORDINARY_COUNTS = 0.5
_ARTICLES = frozenset(("al", "el", "ul", "ur"))
_TWO = 2
_FAR = 0.8  # likeness of words below it is of two names as often as not


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus for common words, a larger one where the names are not quite equal.

    *Unknown*: None for a single word, which `single_word` judges.
    """
    if not names.agreement or min(len(names.left.tokens), len(names.right.tokens)) < 2:
        return None
    evidence = names.evidence
    if kind not in ("person", "unknown"):
        evidence -= _said_by_anyone(names)
    missing = enough(kind) - evidence
    person = kind in ENOUGH
    if _is_lacking(names) if person else _is_partly(names):
        missing += PARTLY
    missing += UNEQUAL if person and _is_unequal(names) else 0.0
    form = person and _has_other_form(names)
    missing += OTHER_FORM if form else 0.0
    if missing <= 0:
        return None
    cost = ALIKE if form else _cost(names) if person else _cost_of_firm(names)
    weight = -missing * cost
    said = names.left.text, names.right.text
    return Part("common_name", weight, *said, "words that many bear")


def _is_unequal(names: NameComparison) -> bool:
    """Whether no word is equal or heard alike, and one is more than a slip away."""
    likeness = [pair.likeness for pair in names.alignment.pairs]
    slips = names.slips + names.others
    return (
        max(likeness) < HEARD_ALIKE and min(likeness) < _FAR and slips < len(likeness)
    )


def _is_partly(names: NameComparison) -> bool:
    return bool(names.alignment.left_over or names.alignment.right_over)


def _is_lacking(names: NameComparison) -> bool:
    """Whether a word of a person's name is missing that is not often left out.

    Where a word is not the same, but in two Slavic spellings, any that is missing is.
    """
    if not all(_is_one_name(names, pair) for pair in names.alignment.pairs):
        return _left_out(names)
    over = [names.left.tokens[i] for i in names.alignment.left_over]
    over += [names.right.tokens[j] for j in names.alignment.right_over]
    return any(len(t) == 1 or not left_over.is_often(t) for t in over)


def _is_one_name(names: NameComparison, pair: Pair) -> bool:
    """Whether words are equal, heard alike, or two Slavic forms of a given name."""
    if pair.likeness >= HEARD_ALIKE:
        return True
    ours, theirs = names.left.tokens[pair.left[0]], names.right.tokens[pair.right[0]]
    return is_slavic(ours) and is_slavic(theirs) and cluster(ours) == cluster(theirs)


def _left_out(names: NameComparison) -> bool:
    """Whether a word of a person's name but an Arabic article or a title is missing."""
    over = [names.left.tokens[i] for i in names.alignment.left_over]
    over += [names.right.tokens[j] for j in names.alignment.right_over]
    return any(t not in _ARTICLES and not is_title(t) for t in over)


def _only_fathers(names: NameComparison) -> bool:
    """Whether one side lacks the other's father's name, and nothing else."""
    ours = [names.left.tokens[i] for i in names.alignment.left_over]
    theirs = [names.right.tokens[j] for j in names.alignment.right_over]
    return bool(ours) != bool(theirs) and all(map(is_fathers, (*ours, *theirs)))


def _cost(names: NameComparison) -> float:
    """What each point of evidence that a person's name lacks takes off."""
    over = _left_out(names)
    across = is_marked(names.left) != is_marked(names.right)
    exact = HEARD_ALIKE if across else 1.0
    inexact = sum(pair.likeness < exact for pair in names.alignment.pairs)
    if across and not (inexact or over):
        return HEARD_COMMON if _is_common_in_hebrew(names) else HEARD
    if not (inexact or over) or is_same(names):
        return SAME
    if not inexact:
        return PARTS if across or not _only_fathers(names) else FATHERS_UNSAID
    if inexact == names.slips:
        return SLIPS_PARTLY if over else SLIPS
    if inexact in (names.slips + names.others, initials.agree(names)):
        return OTHERS
    if initials.beside_rare(names):
        return BESIDE_RARE
    told = names.slips + names.others + names.spelt
    return SPELT if inexact == told and not over else ALIKE


def _is_common_in_hebrew(names: NameComparison) -> bool:
    """Whether a name of two words in Hebrew letters is made of names that many bear.

    Lists hold few of those who write theirs so.
    """
    tokens = next(f.tokens for f in (names.left, names.right) if is_marked(f))
    told = [token for token in tokens if mark(token) == HEBREW and borne(token)]
    return len(told) == len(tokens) == _TWO


def _cost_of_firm(names: NameComparison) -> float:
    inexact = sum(pair.likeness < 1 for pair in names.alignment.pairs)
    over = names.alignment.left_over or names.alignment.right_over
    if inexact and inexact == names.slips and not over:
        return SLIPS_FIRM
    return SAME_FIRM if is_same(names) else ALIKE_FIRM


def enough(kind: PartyKind) -> float:
    """The evidence from which a name of that kind says who is meant."""
    return ENOUGH.get(kind, ENOUGH_OF_FIRM)


def is_same(names: NameComparison) -> bool:
    """Whether both have the same words, spelt alike, in any order."""
    left, right = names.left, names.right
    if left.raw == right.raw:
        return True
    if names.alignment.left_over or names.alignment.right_over:
        return False
    if is_marked(left) != is_marked(right):
        return all(p.likeness >= HEARD_ALIKE for p in names.alignment.pairs)
    ours, theirs = left.spelt or left.tokens, right.spelt or right.tokens
    return sorted(ours) == sorted(theirs)


def is_exact(names: NameComparison) -> bool:
    """Whether every word that has a counterpart is equal to it."""
    return all(pair.likeness == 1 for pair in names.alignment.pairs)


def _has_other_form(names: NameComparison) -> bool:
    """Whether two known names, heard otherwise, are paired: Bob and Robert.

    Not across scripts, where one spells the other as it can: Джордж is George.
    """
    if is_exact(names) or scripts(names.left.text) != scripts(names.right.text):
        return False
    for pair in names.alignment.pairs:
        if pair.likeness < 1 and len(pair.left) == len(pair.right) == 1:
            ours = names.left.tokens[pair.left[0]]
            theirs = names.right.tokens[pair.right[0]]
            if is_slavic(ours) and is_slavic(theirs):
                continue
            if cluster(ours) == cluster(theirs) >= 0:
                return skeleton(ours) != skeleton(theirs)
    return False


def _said_by_anyone(names: NameComparison) -> float:
    """The share of the evidence that stands on words of the dictionary."""
    spoken = 0.0
    for pair in names.alignment.pairs:
        if len(pair.left) == len(pair.right) == 1:
            token = names.left.tokens[pair.left[0]]
            if is_ordinary(token):
                both = names.left_weights[pair.left[0]]
                both += names.right_weights[pair.right[0]]
                spoken += _ORDINARY_COUNTS * pair.likeness * both / 2
    return spoken if spoken > LEGAL else 0.0
