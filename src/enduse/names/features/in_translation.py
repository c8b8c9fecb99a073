"""Firms' names that two languages say: what a translator leaves out or says otherwise.

`Концерн «Радиотехнические и информационные системы»` may be listed without `concern`,
`Департамент` as office or administration. Where nothing else tells two names apart
that are written in two scripts, they get back what that took off.

*Source*: `in_translation.toml` in `enduse.text`.
"""

import re
from functools import cache

from enduse.model import Part, PartyKind
from enduse.names.features import commonness
from enduse.names.features.in_common import weaker
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.features.same_words import SLIPPED_AGREEMENT, SLIPPED_WORDS
from enduse.names.form import NameForm
from enduse.names.similarity import HEARD_ALIKE
from enduse.names.weights import PLACE, class_weight
from enduse.text.concepts import is_place
from enduse.text.scripts import scripts
from enduse.text.tables import table
from enduse.text.tokens import words

# The least agreement of a name that is asked for in another script than Latin: it is
# searched with a lower need (`names.sought`), others are not.
TRANSLATED_AGREEMENT = 0.64
_FEWEST_WORDS = 3  # in common, where none of them tells the firm by itself
_FEWEST_TELLING = 2  # in common, where one does
_TELLING_LETTERS = 4
_LETTERS = 3, 9  # of a word made of others' beginnings
_MOST = 3  # letters of a word's beginning


def part(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What makes up for words that a translation has otherwise or not at all.

    *Units*: `taken` is what other parts took off so far, in points.
    """
    if kind != "entity" or not _is_near(names) or not _is_across(names):
        return None
    short = SLIPPED_WORDS - NAME_MAX * names.agreement - taken
    telling = names.agreement >= SLIPPED_AGREEMENT and _tells(names)
    if short <= 0 or not _is_made_up_for(names, telling=telling):
        return None
    said = names.left.text, names.right.text
    return Part("in_translation", short, *said, "words agree as translators put them")


def _is_near(names: NameComparison) -> bool:
    """Whether a search can't have passed the name over: `names.bounds`.

    Where that needs a lower bound, all words in common must be equal.
    """
    if names.agreement >= SLIPPED_AGREEMENT:
        return True
    if names.agreement < TRANSLATED_AGREEMENT or not is_translated(names.left):
        return False
    return commonness.is_exact(names)


def is_translated(form: NameForm) -> bool:
    """Whether a name is written without Latin letters, as few lists have it."""
    return not form.text.isascii() and "Latn" not in scripts(form.text)


def _is_across(names: NameComparison) -> bool:
    return scripts(names.left.text).isdisjoint(scripts(names.right.text))


def _shared(names: NameComparison) -> list[str]:
    """The words in common, none where some are not quite alike."""
    pairs = names.alignment.pairs
    if any(pair.likeness < HEARD_ALIKE for pair in pairs):
        return []
    return [weaker(names, pair) for pair in pairs]


def _tells(names: NameComparison) -> bool:
    """Whether a word in common tells the firm by itself, with another beside it."""
    shared = _shared(names)
    return len(shared) >= _FEWEST_TELLING and any(
        class_weight(word) > PLACE and len(word) >= _TELLING_LETTERS for word in shared
    )


def _is_made_up_for(names: NameComparison, *, telling: bool) -> bool:
    """Whether each word over is left out by translators, or has one for it."""
    if not telling and len(_shared(names)) < _FEWEST_WORDS:
        return False
    left = [names.left.tokens[i] for i in names.alignment.left_over]
    right = [names.right.tokens[j] for j in names.alignment.right_over]
    for word in list(left):
        other = next((one for one in right if _are_alike(word, one)), None)
        if other is not None:
            left.remove(word)
            right.remove(other)
    texts = names.left.text, names.right.text
    return all(
        word in _light()
        or (telling and is_place(word))
        or any(_is_short_for(word, text) for text in texts)
        for word in (*left, *right)
    )


def _is_short_for(word: str, text: str) -> bool:
    """Whether a word is made of the beginnings of a name's words: `gosniip`."""
    if not _LETTERS[0] <= len(word) <= _LETTERS[1] or not word.isalpha():
        return False
    parts = (f"(?:{_beginning(one[:_MOST])})?" for one in words(text) if one.isalpha())
    return re.fullmatch("".join(parts), word) is not None


def _beginning(letters: str) -> str:
    """A pattern of the first letter or more: `g(?:o(?:s)?)?`."""
    rest = letters[1:]
    return letters[0] + (f"(?:{_beginning(rest)})?" if rest else "")


def _are_alike(one: str, other: str) -> bool:
    return not _groups().get(one, frozenset()).isdisjoint(_groups().get(other, ()))


@cache
def _light() -> frozenset[str]:
    lines: dict[str, str] = table("in_translation")["light"]
    return frozenset(word for line in lines.values() for word in line.split())


@cache
def _groups() -> dict[str, frozenset[str]]:
    """The groups, by their names, that each word is in."""
    lines: dict[str, str] = table("in_translation")["alike"]
    found: dict[str, set[str]] = {}
    for name, line in lines.items():
        for word in line.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
