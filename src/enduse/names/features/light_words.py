"""Firms' names of which one leaves out a word that says only what kind of body it is.

`Korea Mining Development Corp` is the Korea Mining Development Trading Corporation:
where all other words are equal, and enough of them, such a word tells nobody apart.

*Source*: `[left_out]` of `in_translation.toml` in `enduse.text`.
"""

from functools import cache

from enduse.model import Part, PartyKind
from enduse.names.features import commonness, in_common, legal_forms
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.features.same_words import SLIPPED_AGREEMENT, SLIPPED_WORDS
from enduse.names.weights import PLACE, class_weight
from enduse.text.dictionary import is_spelt_right
from enduse.text.tables import table

_FEWEST_WORDS = 3  # in common, where none of them tells the firm by itself
_FEWEST_TELLING = 2  # in common, where one does
_TELLING_LETTERS = 4


def part(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What makes up for one light word that stands on one side only.

    *Units*: `taken` is what other parts took off so far, in points.
    """
    if kind != "entity" or names.agreement < SLIPPED_AGREEMENT:
        return None
    short = SLIPPED_WORDS - NAME_MAX * names.agreement - taken
    if short <= 0 or not _is_light(names) or not _is_enough(names):
        return None
    said = names.left.text, names.right.text
    return Part("same_words", short, *said, "all words agree but a light one")


def _is_light(names: NameComparison) -> bool:
    """Whether all that stands on one side only is one light word."""
    left = [names.left.tokens[i] for i in names.alignment.left_over]
    right = [names.right.tokens[j] for j in names.alignment.right_over]
    over = [*left, *right]
    return len(over) == 1 and over[0] in _light()


def _is_enough(names: NameComparison) -> bool:
    """Whether the words in common are equal, in one order, and tell the firm."""
    if not commonness.is_exact(names) or not legal_forms.agree(names):
        return False
    pairs = sorted((pair.left, pair.right) for pair in names.alignment.pairs)
    if pairs != sorted(pairs, key=lambda pair: pair[1]):
        return False
    shared = [word for word in in_common.shared(names) if len(word) > 1]
    telling = any(
        class_weight(word) > PLACE
        and len(word) >= _TELLING_LETTERS
        and not is_spelt_right(word)
        for word in shared
    )
    return len(shared) >= (_FEWEST_TELLING if telling else _FEWEST_WORDS)


@cache
def _light() -> frozenset[str]:
    lines: dict[str, str] = table("in_translation")["left_out"]
    return frozenset(word for line in lines.values() for word in line.split())
