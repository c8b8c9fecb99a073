"""Corrections to a name's agreement: numbers, initials, places, words that say little.

Each takes the comparison of two names and gives a negative part, or none.
"""

from collections.abc import Callable

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features import (
    characters,
    commonness,
    fathers,
    legal_forms,
    sex,
    sounds,
)
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.form import NameForm
from enduse.names.legal_words import LEGAL_WORDS
from enduse.names.similarity import HEARD_ALIKE, is_slip
from enduse.names.weights import (
    LEGAL,
    ORDINARY,
    PATRONYMIC,
    PLACE,
    TITLE,
    class_weight,
)
from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary, is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.scripts import scripts

NUMBERS_DIFFER, NUMBER_MISSING, NUMBER_MISSING_VESSEL = -0.3, -0.06, -0.25
INITIALS_DIFFER = -0.4
PLACES_DIFFER, PLACE_MISSING = -0.2, -0.05
ONE_WORD, ONE_WORD_PERSON, ONE_WORD_OF_MANY = -0.3, -0.12, -0.2
TITLE_BESIDE = 0.5  # of it, where both have the same title beside the one word
TWO_INITIALS = 0.15  # of it, where a family name stands beside two that agree
ACRONYM, ACRONYM_SAME_TEXT = -0.2, -0.12
ONE_WORD_SAME_TEXT = -0.12  # word and legal form as listed: still told
_ACRONYM_LETTERS = 4
SAME_TEXT = 0.84  # the least for a name written exactly as it is listed
_SAME_TEXT_LETTERS = 4
_FORM_IN_FULL = 16  # letters of a short name with its legal form written out
SAME_WORDS = 0.835  # the least for a firm of the same words, in any language
SLIPPED_WORDS = 0.82  # the same with slips of the pen in less than half of them
SLIPPED_AGREEMENT = 0.87  # the least agreement that is kept so
_CRAFT = ("vessel", "aircraft")
NAMED_BY_WORDS = ("entity", *_CRAFT)
_FEW_WORDS = 3
_TRADE_LETTERS, _SLIP_LETTERS = 7, 4
ONE_GIVEN_NAME = -0.35
FAMILY_NAME_MISSING = -0.3
BUSINESS_DIFFERS = -0.25
OTHER_NAME = -0.12
NOTHING_DISTINCTIVE, SAME_BUT_COMMON, SAME_MANY_WORDS = -0.3, -0.15, -0.05
ONLY_DICTIONARY = -0.12
INEXACT, INEXACT_LONG = -0.14, -0.03
INEXACT_OTHER_FORM = -0.04  # more, where no legal form agrees
SAYS_SOMETHING = 0.3
_DISTINCT_LETTERS = 3
_LONG_WORD = 6


def parts(names: NameComparison, kind: PartyKind) -> list[Part]:
    """Every correction that applies."""
    rules: tuple[Callable[[NameComparison, PartyKind], Part | None], ...] = (
        numbers,
        initials,
        places,
        business,
        single_word,
        distinctive,
        inexact,
        commonness.part,
        commonness.left_over,
        family_name,
        other_name,
        legal_forms.part,
        sounds.part,
        characters.part,
        sex.part,
        fathers.part,
    )
    found = [rule(names, kind) for rule in rules] if names.agreement else []
    kept = [part for part in found if part]
    if any(part.feature == "characters" for part in kept):
        return kept  # read alike, and written otherwise
    taken = sum(part.weight for part in kept if part.feature != "legal_form")
    same = _same_text(names, kind, taken) or _same_words(names, kind, taken)
    return [*kept, same] if same else kept


def _same_text(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What gives an odd name back its place when it is written as it is listed."""
    left, right = names.left, names.right
    most = SAME_TEXT - NAME_MAX
    forms = bool(left.legal) and left.legal == right.legal
    same = left.raw == right.raw or (forms and _is_same(names))
    if left.raw != right.raw and scripts(left.text) == scripts(right.text):
        long = min(len(left.raw), len(right.raw)) >= _FORM_IN_FULL
        same = same and (long or len(left.glued) >= _SAME_TEXT_LETTERS)
    if not same or len(left.raw) < _SAME_TEXT_LETTERS or taken >= most:
        return None
    person = kind in commonness.ENOUGH
    if person and scripts(left.text) != scripts(right.text):
        return None  # read alike is not yet written alike
    if len(left.tokens) == 1 and _says_little(left, kind, forms=forms):
        return None
    return Part("same_text", most - taken, left.text, right.text, "letter by letter")


def _says_little(form: NameForm, kind: PartyKind, *, forms: bool) -> bool:
    """Whether a name's one word, though written as it is listed, is anyone's.

    A ship may bear any word; a firm a long one beside its legal form.
    """
    word, spelt = form.tokens[0], (form.spelt or form.tokens)[0]
    if kind in _CRAFT or (forms and len(spelt) >= _TRADE_LETTERS):
        return False
    return class_weight(word) <= PLACE or cluster(word) >= 0


def _is_same(names: NameComparison) -> bool:
    """Whether all words are the same, as they are spelt or in another script."""
    if commonness.is_same(names):
        return True
    other = scripts(names.left.text) != scripts(names.right.text)
    return other and _all_agree(names) and commonness.is_exact(names)


def _same_words(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What gives a firm of common words back its place when all of them agree.

    As in `Joint Stock Company Credit Bank of Moscow` and `Московский кредитный банк`.
    Two words are too few, unless they are spelt alike or in two scripts.
    """
    left, right = names.left, names.right
    if kind not in NAMED_BY_WORDS or not _all_agree(names):
        return None
    slips = sum(pair.likeness < HEARD_ALIKE for pair in names.alignment.pairs)
    craft = kind != "entity"
    words = sum(len(token) > 1 or craft for token in left.tokens)
    if slips and names.slips == slips:
        if scripts(left.text).isdisjoint(scripts(right.text)):
            return None
        enough = craft or words - slips > 1 or _is_known_word_slipped(names)
        return _slipped_words(names, kind, words - slips, taken) if enough else None
    most = SAME_WORDS - NAME_MAX
    other = scripts(left.text) != scripts(right.text)
    alike = other or commonness.is_same(names) or _spelt_nearly(names)
    words = len(left.tokens) if other and left.legal else words
    if taken >= most or words < _FEW_WORDS - alike:
        return None
    if words < _FEW_WORDS and not legal_forms.agree(names) and _is_common(left):
        return None
    return Part("same_words", most - taken, left.text, right.text, "all words agree")


def _is_common(form: NameForm) -> bool:
    """Whether any firm may be called by all of the words."""
    return all(map(_is_known, form.tokens))


def _slipped_words(
    names: NameComparison, kind: PartyKind, equal: int, taken: float
) -> Part | None:
    """The same where some words are a slip into no known word."""
    most = SLIPPED_WORDS - NAME_MAX * names.agreement
    slips = names.slips
    if names.agreement < SLIPPED_AGREEMENT or taken >= most or equal < slips:
        return None
    if kind == "entity" and _is_letters_slipped(names):
        return None
    said = names.left.text, names.right.text
    return Part("same_words", most - taken, *said, "all words agree but for slips")


def _is_letters_slipped(names: NameComparison) -> bool:
    """Whether a word that differs is of three letters or fewer: another acronym."""
    others = [pair for pair in names.alignment.pairs if pair.likeness < 1]
    tokens = names.left.tokens, names.right.tokens
    sizes = [len(tokens[0][p.left[0]]) for p in others]
    sizes += [len(tokens[1][p.right[0]]) for p in others]
    return min(sizes, default=_SLIP_LETTERS) < _SLIP_LETTERS


def _is_known_word_slipped(names: NameComparison) -> bool:
    """Whether the words that differ are longer ones that any firm may say."""
    others = [pair for pair in names.alignment.pairs if pair.likeness < 1]
    tokens = [
        (names.left.tokens[p.left[0]], names.right.tokens[p.right[0]]) for p in others
    ]
    return all(
        min(len(ours), len(theirs)) >= _SLIP_LETTERS
        and _is_known(ours) != _is_known(theirs)
        for ours, theirs in tokens
    )


def _spelt_nearly(names: NameComparison) -> bool:
    """Whether equal words are spelt alike but for slips of the pen."""
    left, right = names.left, names.right
    ours, theirs = left.spelt or left.tokens, right.spelt or right.tokens
    pairs = [(ours[p.left[0]], theirs[p.right[0]]) for p in names.alignment.pairs]
    return all(
        one == other or (is_slip(one, other) and len(one) > _SLIP_LETTERS)
        for one, other in pairs
    )


def _all_agree(names: NameComparison) -> bool:
    """Whether all words are the same but for one that may misspell a common one.

    Or for slips of the pen into words that nothing is known of.
    """
    found = names.alignment
    if found.left_over or found.right_over:
        return False
    others = [pair for pair in found.pairs if pair.likeness < HEARD_ALIKE]
    if len(others) == names.slips:
        return True
    return len(others) <= 1 and all(_may_misspell(names, pair) for pair in others)


def _may_misspell(names: NameComparison, pair: Pair) -> bool:
    if len(pair.left) != 1 or len(pair.right) != 1:
        return False
    ours, theirs = names.left.tokens[pair.left[0]], names.right.tokens[pair.right[0]]
    return _is_known(ours) != _is_known(theirs)


def _is_known(token: str) -> bool:
    return class_weight(token) <= PLACE or is_ordinary(token)


def _over(names: NameComparison, wanted: Callable[[str], bool]) -> tuple[str, str]:
    """The leftover tokens of either side that are wanted, joined."""
    left = [names.left.tokens[i] for i in names.alignment.left_over]
    right = [names.right.tokens[j] for j in names.alignment.right_over]
    return " ".join(filter(wanted, left)), " ".join(filter(wanted, right))


def numbers(names: NameComparison, kind: PartyKind) -> Part | None:
    """Factory No. 5 is not Factory No. 6."""
    left, right = _over(names, str.isdigit)
    if left and right:
        return Part("numbers", NUMBERS_DIFFER, left, right, "the numbers differ")
    if left or right:
        weight = NUMBER_MISSING_VESSEL if kind in _CRAFT else NUMBER_MISSING
        return Part("numbers", weight, left, right, "a number on one side only")
    return None


def initials(names: NameComparison, kind: PartyKind) -> Part | None:
    """John A. is not John B."""
    left, right = _over(names, lambda token: len(token) == 1 and token.isalpha())
    if not (left and right):
        long_left, long_right = _over(names, lambda token: len(token) > 1)
        conflict = (left and long_right) or (right and long_left)
        if not conflict or kind != "person":
            return None
        left, right = left or long_left, right or long_right
    return Part("initials", INITIALS_DIFFER, left, right, "the initials differ")


def places(names: NameComparison, kind: PartyKind) -> Part | None:
    """A sister company in another place is another company."""
    if kind == "person":
        return None
    left, right = _over(names, is_place)
    if left and right:
        return Part("places", PLACES_DIFFER, left, right, "another place in the name")
    if (left or right) and kind == "entity":
        return Part("places", PLACE_MISSING, left, right, "a place on one side only")
    return None


def business(names: NameComparison, kind: PartyKind) -> Part | None:
    """A firm of the same name in another line of business is another firm."""
    if kind == "person":
        return None
    left, right = _over(names, is_trade_word)
    if not (left and right):
        return None
    return Part("business", BUSINESS_DIFFERS, left, right, "another line of business")


def single_word(names: NameComparison, kind: PartyKind) -> Part | None:
    """A name of one word says little; a person's hardly anything.

    A firm's or ship's counts against by what its word lacks in rarity.
    """
    craft = kind in _CRAFT
    lengths = [
        sum(craft or _says_something(t, kind) for t in form.tokens)
        for form in (names.left, names.right)
    ]
    if min(lengths) > 1:
        return None
    if max(lengths) > 1 and any(_over(names, _is_substance)):
        weight = ONE_WORD_OF_MANY
    else:
        weight = _one_word(names, kind)
    if kind in commonness.ENOUGH and commonness.initials_agree(names):
        weight *= TWO_INITIALS
    if kind == "person" and _is_titled_alike(names):
        weight *= TITLE_BESIDE
    if kind == "entity" and names.left.legal and names.left.raw == names.right.raw:
        weight = max(weight, ONE_WORD_SAME_TEXT)
    text = names.left.text, names.right.text
    return Part("single_word", weight, *text, "one word only")


def _is_substance(token: str) -> bool:
    return class_weight(token) > LEGAL


def _is_titled_alike(names: NameComparison) -> bool:
    """Whether both have the same title and one word more that is not quite the same."""
    pairs = names.alignment.pairs
    if len(pairs) != len(names.left.tokens) or len(pairs) != len(names.right.tokens):
        return False
    titles = {names.left.tokens[pair.left[0]] for pair in pairs if pair.likeness == 1}
    return any(class_weight(token) == TITLE for token in titles)


def _says_something(token: str, kind: PartyKind) -> bool:
    """Whether a word is more than a particle; `Soe` is a legal form, and a name."""
    if class_weight(token) >= SAYS_SOMETHING:
        return True
    return kind == "person" and (token in LEGAL_WORDS or bool(legal_class(token)))


def _one_word(names: NameComparison, kind: PartyKind) -> float:
    tokens = _tokens(names)
    if any(cluster(token) >= 0 for token in tokens):
        return ONE_GIVEN_NAME
    weights = [*names.left_weights, *names.right_weights]
    said = min((w for w in weights if w > LEGAL), default=0.0)
    spoken = any(is_ordinary(t) for t in tokens if _is_substance(t))
    rare = said / 2 if spoken else said
    weight = ONE_WORD * (1 - rare)
    if kind == "person":
        return weight + ONE_WORD_PERSON
    if max(map(len, tokens)) > _ACRONYM_LETTERS:
        return weight
    same = names.left.raw == names.right.raw
    return min(weight, ACRONYM_SAME_TEXT if same else ACRONYM)


def _tokens(names: NameComparison) -> tuple[str, ...]:
    return names.left.tokens + names.right.tokens


def distinctive(names: NameComparison, kind: PartyKind) -> Part | None:
    """Nothing but trade words, places and short words in common is no match.

    Words of the dictionary alone count less too, unless the names are the same.
    """
    shared = _shared(names)
    said = " ".join(shared)
    telling = [t for t in shared if class_weight(t) > PLACE]
    over = names.alignment.left_over or names.alignment.right_over
    if len(telling) < 2 and not any(len(t) >= _DISTINCT_LETTERS for t in telling):
        what = "only common words agree"
        same = names.left.raw == names.right.raw and bool(telling)
        bare = not any(_over(names, _is_substance))
        same |= len(shared) > 1 and bare and commonness.is_exact(names)
        weight = SAME_BUT_COMMON if same else NOTHING_DISTINCTIVE
        if (same or bare) and names.evidence >= commonness.ENOUGH_OF_FIRM:
            weight = SAME_MANY_WORDS
        return Part("distinctive", weight, said, said, what)
    if kind != "person" and over and all(is_spelt_right(t) for t in telling):
        what = "only words of the dictionary agree"
        return Part("distinctive", ONLY_DICTIONARY, said, said, what)
    return None


def inexact(names: NameComparison, kind: PartyKind) -> Part | None:
    """A firm or ship known by one word: that word must not differ."""
    if kind == "person":
        return None
    pairs = names.alignment.pairs
    telling = [p for p in pairs if _tells(names, p)]
    heard = min(len(names.left.tokens), len(names.right.tokens)) > 1
    least = HEARD_ALIKE if heard else 1.0
    if not telling or any(p.likeness >= least for p in telling):
        return None
    left = " ".join(names.left.tokens[i] for p in telling for i in p.left)
    right = " ".join(names.right.tokens[j] for p in telling for j in p.right)
    long = max(len(left), len(right)) >= _LONG_WORD
    substance = [p for p in pairs if _is_substance(_weaker(names, p))]
    more = any(p.likeness == 1 for p in substance)
    more |= len(substance) > 1 and names.slips == sum(p.likeness < 1 for p in pairs)
    short = min(len(left), len(right)) < _SLIP_LETTERS  # an acronym is another one
    weight = INEXACT_LONG if (long or more) and not short else INEXACT
    if kind == "entity" and not legal_forms.agree(names):
        weight += INEXACT_OTHER_FORM
    return Part("inexact", weight, left, right, "no telling word is quite the same")


def family_name(names: NameComparison, kind: PartyKind) -> Part | None:
    """A given name and a father's name alone are many people."""
    over = names.alignment.left_over, names.alignment.right_over
    if kind not in ("person", "unknown") or bool(over[0]) == bool(over[1]):
        return None
    shared = _shared(names)
    fathers = any(class_weight(token) == PATRONYMIC for token in shared)
    if not fathers or any(_may_be_family(token) for token in shared):
        return None
    said = " ".join(shared)
    return Part("family_name", FAMILY_NAME_MISSING, said, said, "no family name agrees")


def _may_be_family(token: str) -> bool:
    return cluster(token) < 0 and class_weight(token) != PATRONYMIC


def _tells(names: NameComparison, pair: Pair) -> bool:
    return class_weight(_weaker(names, pair)) > PLACE


def _shared(names: NameComparison) -> list[str]:
    return [_weaker(names, pair) for pair in names.alignment.pairs]


def _weaker(names: NameComparison, pair: Pair) -> str:
    """Of the words of a pair the one that says least, whichever side it is on."""
    ours = [names.left.tokens[i] for i in pair.left]
    theirs = [names.right.tokens[j] for j in pair.right]
    if len(ours) != len(theirs):
        return min(ours, theirs, key=len)[0]  # the one word that the other splits
    return min(ours + theirs, key=lambda t: (class_weight(t), len(t), t))


def other_name(names: NameComparison, kind: PartyKind) -> Part | None:
    """Pedro Cardona is not Mayela Cardona: a name on each side without its like."""
    if kind not in ("person", "unknown"):
        return None
    left, right = _over(names, lambda t: len(t) > 2 and class_weight(t) == ORDINARY)
    if not (left and right):
        return None
    return Part("other_name", OTHER_NAME, left, right, "another name on each side")
