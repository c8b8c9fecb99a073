"""Names that say little: one word, or nothing but words that anyone's name may have."""

from collections.abc import Sequence

from enduse.model import Part, PartyKind
from enduse.names.features import commonness, in_common, initials
from enduse.names.features.in_common import is_substance
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm
from enduse.names.kinds import CRAFT
from enduse.names.weights import LEGAL, PLACE, class_weight, is_title
from enduse.text.concepts import is_place, legal_class
from enduse.text.dictionary import is_ordinary, is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.scripts import scripts

ONE_WORD, ONE_WORD_PERSON, ONE_WORD_OF_MANY = -0.3, -0.12, -0.2
TITLE_BESIDE = 0.5  # of it, where both have the same title beside the one word
TWO_INITIALS = 0.15  # of it, beside two that agree, or one and a rare family name
ACRONYM, ACRONYM_SAME_TEXT, ACRONYM_NO_FORM = -0.2, -0.12, -0.14
ONE_WORD_SAME_TEXT = -0.12  # word and legal form as listed: still told
_ACRONYM_LETTERS = 4
_OF_MANY = 8  # letters that a long name has more than what it is called for short
ONE_GIVEN_NAME = -0.35
NOTHING_DISTINCTIVE, SAME_BUT_COMMON, SAME_MANY_WORDS = -0.3, -0.15, -0.05
ONLY_DICTIONARY = -0.12
SAYS_SOMETHING = 0.3
_DISTINCT_LETTERS = 3
# A place has one, or few: `Universität Teheran` is no other than `Tehran University`.
_BODIES = frozenset(("university", "institute", "academy", "ministry", "railway"))


def single_word(names: NameComparison, kind: PartyKind) -> Part | None:
    """A name of one word says little; a person's hardly anything.

    A firm's or ship's counts against by what its word lacks in rarity.
    """
    craft = kind in CRAFT
    lengths = [
        sum(craft or _says_something(t, kind) for t in form.tokens)
        for form in (names.left, names.right)
    ]
    if min(lengths) > 1 or _are_phrases(names, kind):
        return None
    if max(lengths) > 1 and any(in_common.over(names, is_substance)):
        weight = ONE_WORD_OF_MANY
    else:
        weight = _one_word(names, kind)
    person = kind in commonness.ENOUGH
    if person and (initials.agree(names) or initials.beside_rare(names)):
        weight *= TWO_INITIALS
    if kind == "person" and _is_titled_alike(names):
        weight *= TITLE_BESIDE
    if kind == "entity" and names.left.legal and names.left.raw == names.right.raw:
        weight = max(weight, ONE_WORD_SAME_TEXT)
    text = names.left.text, names.right.text
    return Part("single_word", weight, *text, "one word only")


def _are_phrases(names: NameComparison, kind: PartyKind) -> bool:
    """Whether the one word of both stands for many: a firm's long name for its short.

    `China Electronics Technology Group` is compared as `cetc`.
    """
    forms = names.left, names.right
    if kind != "entity" or any(len(form.spelt) != 1 for form in forms):
        return False
    return all(len(form.spelt[0]) - len(form.tokens[0]) >= _OF_MANY for form in forms)


def _is_titled_alike(names: NameComparison) -> bool:
    """Whether both have the same title and one word more that is not quite the same."""
    pairs = names.alignment.pairs
    if len(pairs) != len(names.left.tokens) or len(pairs) != len(names.right.tokens):
        return False
    titles = {names.left.tokens[pair.left[0]] for pair in pairs if pair.likeness == 1}
    return any(map(is_title, titles))


def _says_something(token: str, kind: PartyKind) -> bool:
    """Whether a word is more than a particle; `Soe` is a legal form, and a name."""
    if class_weight(token) >= SAYS_SOMETHING:
        return True
    return kind == "person" and (token in LEGAL_WORDS or bool(legal_class(token)))


def _one_word(names: NameComparison, kind: PartyKind) -> float:
    tokens = _tokens(names)
    if any(cluster(token) >= 0 for token in tokens):
        return ONE_GIVEN_NAME
    said = _rarest(names, kind)
    spoken = any(is_ordinary(t) for t in tokens if is_substance(t))
    rare = said / 2 if spoken else said
    weight = ONE_WORD * (1 - rare)
    if kind == "person":
        return weight + ONE_WORD_PERSON
    if max(map(len, tokens)) > _ACRONYM_LETTERS:
        return weight
    if _is_same_text(names):
        return min(weight, ACRONYM_SAME_TEXT)
    return min(weight, ACRONYM_NO_FORM if _is_no_other_word(names) else ACRONYM)


def _rarest(names: NameComparison, kind: PartyKind) -> float:
    """What the word that says least says, of a firm of the same letters but for those
    that stand alone: `VZPP-S`."""
    weights = [*names.left_weights, *names.right_weights]
    if kind == "entity" and names.left.glued == names.right.glued:
        both = zip(_tokens(names), weights, strict=True)
        weights = [w for token, w in both if len(token) > 1] or weights
    return min((w for w in weights if w > LEGAL), default=0.0)


def _is_no_other_word(names: NameComparison) -> bool:
    """Whether both are the same letters, of no word that is known: `LOMO`, `Hara`.

    Beside a legal form that one side lacks, and nothing else.
    """
    left, right = names.left, names.right
    if left.glued != right.glued or (left.legal and right.legal):
        return False
    return len(left.glued) >= _ACRONYM_LETTERS and not is_spelt_right(left.glued)


def _is_same_text(names: NameComparison) -> bool:
    """Whether all that is written is the same.

    But for a legal form on one side, in a script that the letters of few firms are in.
    """
    left, right = names.left, names.right
    if left.raw == right.raw:
        return True
    if left.glued != right.glued or (left.legal and right.legal):
        return False
    said = scripts(left.text)
    return said == scripts(right.text) and "Latn" not in said


def _tokens(names: NameComparison) -> tuple[str, ...]:
    return names.left.tokens + names.right.tokens


def _is_of_place(names: NameComparison, words: Sequence[str]) -> bool:
    """Whether all words are of a body that a place has one of, or a translation.

    Of a translation no word is spelt as the other: `Société syrienne des pétroles`.
    """
    if not any(map(is_place, words)):
        return False
    translated = _said(names.left).isdisjoint(_said(names.right))
    return translated or not _BODIES.isdisjoint(words)


def _said(form: NameForm) -> set[str]:
    """The words of a name but its places, as they are spelt."""
    both = zip(form.tokens, form.spelt, strict=False)
    return {spelt for token, spelt in both if not is_place(token)}


def distinctive(names: NameComparison, kind: PartyKind) -> Part | None:
    """Nothing but trade words, places and short words in common is no match.

    Words of the dictionary alone count less too, unless the names are the same. All of
    the name of a body that a place has one of is a match, and so is a translation.
    """
    shared = in_common.shared(names)
    said = " ".join(shared)
    telling = [t for t in shared if class_weight(t) > PLACE]
    over = names.alignment.left_over or names.alignment.right_over
    if len(telling) < 2 and not any(len(t) >= _DISTINCT_LETTERS for t in telling):
        what = "only common words agree"
        same = names.left.raw == names.right.raw and bool(telling)
        bare = not any(in_common.over(names, is_substance))
        if len(shared) > 1 and bare and commonness.is_exact(names):
            if _is_of_place(names, shared):
                return None
            same = True
        weight = SAME_BUT_COMMON if same else NOTHING_DISTINCTIVE
        if (same or bare) and names.evidence >= commonness.ENOUGH_OF_FIRM:
            weight = SAME_MANY_WORDS
        return Part("distinctive", weight, said, said, what)
    if kind != "person" and over and all(is_spelt_right(t) for t in telling):
        what = "only words of the dictionary agree"
        return Part("distinctive", ONLY_DICTIONARY, said, said, what)
    return None
