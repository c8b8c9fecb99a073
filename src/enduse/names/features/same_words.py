"""What gives an odd name back its place: it is written as listed, or all words agree.

Each takes the comparison of two names and what was taken off so far.
"""

from collections.abc import Mapping

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features import commonness, in_common, legal_forms
from enduse.names.features.name import NAME_MAX, NameComparison
from enduse.names.form import NameForm
from enduse.names.kinds import CRAFT
from enduse.names.similarity import HEARD_ALIKE, is_slip
from enduse.names.weights import PLACE, class_weight
from enduse.text.dictionary import is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.left_out import joining
from enduse.text.legal import bare
from enduse.text.scripts import scripts
from enduse.text.tokens import words

SAME_TEXT = 0.84  # the least for a name written exactly as it is listed
_SAME_TEXT_LETTERS = 4
_FORM_IN_FULL = 16  # letters of a short name with its legal form written out
SAME_WORDS = 0.835  # the least for a firm of the same words, in any language
SLIPPED_WORDS = 0.82  # the same with slips of the pen in less than half of them
SLIPPED_AGREEMENT = 0.87  # the least agreement that is kept so
NAMED_BY_WORDS = ("entity", *CRAFT)
# The same by the number of words, where all are spelt alike, and where they are not.
# Of 100,000 firms on no list five bear three words of a listed one, and none four.
SPELT_ALIKE = {3: 0.91, 4: 0.955}
READ_ALIKE = {3: 0.89, 4: 0.935}
MOST_ALIKE = max(SPELT_ALIKE.values())
# The same of a firm that is written as it is listed, by all words that are written.
_WRITTEN_ALIKE = {2: 0.9, 3: 0.955}
_FEW_WORDS = 3
_SLIP_LETTERS = 4
_CORPORATION = ("corp",)  # as good as a word more, in two languages
# Letters from which the one word of two firms says enough, though it be a trade's:
_AS_LISTED_LETTERS = 3  # where it is written with its legal form as it is listed
_FORM_LETTERS = (7, 5)  # beside the same form, put in other words or spelt alike
_FOREIGN_LETTERS = 6  # alone as listed, where it is of another language than English
_NO_FORM_LETTERS = 8  # the same where one side has a legal form beside it


def part(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What makes up for what was `taken` off, in points."""
    found = _same_text(names, kind, taken), _same_words(names, kind, taken)
    return max(filter(None, found), key=lambda part: part.weight, default=None)


def _same_text(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What gives an odd name back its place when it is written as it is listed."""
    left, right = names.left, names.right
    most = (_written_alike(names) if kind == "entity" else SAME_TEXT) - NAME_MAX
    forms = bool(left.legal) and left.legal == right.legal
    same = left.raw == right.raw or (forms and _is_same(names))
    same = same or (kind == "entity" and _is_one_long_word(names))
    if left.raw != right.raw and scripts(left.text) == scripts(right.text):
        long = min(len(left.raw), len(right.raw)) >= _FORM_IN_FULL
        same = same and (long or len(left.glued) >= _SAME_TEXT_LETTERS)
    if not same or len(left.raw) < _SAME_TEXT_LETTERS or taken >= most:
        return None
    person = kind in commonness.ENOUGH
    if person and scripts(left.text) != scripts(right.text):
        return None  # read alike is not yet written alike
    if len(left.tokens) == 1 and _says_little(names, kind, forms=forms):
        return None
    return Part("same_text", most - taken, left.text, right.text, "letter by letter")


def _written_alike(names: NameComparison) -> float:
    """What a firm's name comes to that is written as it is listed, by its words."""
    if names.left.raw != names.right.raw:
        return SAME_TEXT
    written = min(len(words(form.text)) for form in (names.left, names.right))
    return _by_number(_WRITTEN_ALIKE, written, SAME_TEXT)


def _by_number(worth: Mapping[int, float], number: int, least: float) -> float:
    """What a number of words is worth: as many as the most, or `least` of too few."""
    return worth.get(min(number, max(worth)), least)


def _says_little(names: NameComparison, kind: PartyKind, *, forms: bool) -> bool:
    """Whether a name's one word, though written as it is listed, is anyone's.

    A ship may bear any word; a firm one of some letters beside its legal form, or by
    itself a long one of another language than English: `Goznak`.
    """
    form = names.left
    word, spelt = form.tokens[0], (form.spelt or form.tokens)[0]
    if kind in CRAFT:
        return False
    written = words(form.text) == words(names.right.text)
    if forms and written and len(spelt) >= _AS_LISTED_LETTERS:
        return False
    if class_weight(word) == PLACE or cluster(word) >= 0:
        return True
    if forms and len(spelt) >= _FORM_LETTERS[_is_as_written(names)]:
        return False
    if written and len(spelt) >= _FOREIGN_LETTERS and _is_foreign(form):
        return False
    return class_weight(word) <= PLACE and not _is_one_long_word(names)


def _is_as_written(names: NameComparison) -> bool:
    """Whether both are spelt alike, and neither was put right to be."""
    forms = names.left, names.right
    told = all("".join(bare(form.text)[1]) == form.glued for form in forms)
    return told and commonness.is_same(names)


def _is_one_long_word(names: NameComparison) -> bool:
    """Whether both are one long word of another language, of which one has a form."""
    left, right = names.left, names.right
    if left.glued != right.glued or (left.legal and right.legal):
        return False
    if len(left.tokens) > 1 or len(left.glued) < _NO_FORM_LETTERS:
        return False
    return _is_foreign(left) and len(bare(left.text)[1]) == 1


def _is_foreign(form: NameForm) -> bool:
    """Whether a name's one word is of another language than English: `Goznak`."""
    spelt = (form.spelt or form.tokens)[0]
    return form.tokens[0] != spelt and not is_spelt_right(spelt)


def _is_same(names: NameComparison) -> bool:
    """Whether all words are the same, as they are spelt or in another script."""
    if commonness.is_same(names):
        return True
    other = scripts(names.left.text) != scripts(names.right.text)
    return other and _all_agree(names) and commonness.is_exact(names)


def _same_words(names: NameComparison, kind: PartyKind, taken: float) -> Part | None:
    """What gives a firm of common words back its place when all of them agree.

    As in `Joint Stock Company Credit Bank of Moscow` and `Московский кредитный банк`.
    Two words are too few, unless they are spelt alike, in two scripts or a company's.
    """
    left, right = names.left, names.right
    if kind not in NAMED_BY_WORDS or not _all_agree(names):
        return None
    slips = sum(pair.likeness < HEARD_ALIKE for pair in names.alignment.pairs)
    craft = kind != "entity"
    numbered = _is_numbered(names)
    count = numbered + sum(len(token) > 1 or craft for token in left.tokens)
    if slips and names.slips == slips:
        if scripts(left.text).isdisjoint(scripts(right.text)):
            return None
        enough = craft or count - slips > 1 or _is_known_word_slipped(names)
        return _slipped_words(names, kind, count - slips, taken) if enough else None
    most = _of_words(names, kind) - NAME_MAX
    other = scripts(left.text) != scripts(right.text)
    alike = other or numbered or commonness.is_same(names) or _spelt_nearly(names)
    alike = alike or left.legal == right.legal == _CORPORATION
    count = len(left.tokens) if other and left.legal else count
    if taken >= most or count < _FEW_WORDS - alike:
        return None
    if count < _FEW_WORDS and not legal_forms.agree(names) and _is_common(left):
        return None
    return Part("same_words", most - taken, left.text, right.text, "all words agree")


def _is_numbered(names: NameComparison) -> bool:
    """Whether the names are a word and one figure, in one order: `Plant No. 9`."""
    left, right = names.left.tokens, names.right.tokens
    same = [one.isdigit() for one in left] == [other.isdigit() for other in right]
    return (
        same and len(left) > 1 and sum(len(x) == 1 and x.isdigit() for x in left) == 1
    )


def _of_words(names: NameComparison, kind: PartyKind) -> float:
    """What the same words come to at least, by how many they are and how spelt."""
    if kind != "entity" or not commonness.is_exact(names):
        return SAME_WORDS
    told = min(_told(names.left), _told(names.right))
    alike = commonness.is_same(names)
    return _by_number(SPELT_ALIKE if alike else READ_ALIKE, told, SAME_WORDS)


def _told(form: NameForm) -> int:
    """How many words a firm's name tells, each that it is written with as one.

    A phrase has more of them than tokens, a short word for several bodies fewer.
    """
    read = sum(len(token) > 1 for token in form.tokens)
    nothing = joining()
    said = [x for x in bare(form.text)[1] if len(x) > 1 and x not in nothing]
    return min(2 * read, len(said)) if " " in form.text else read


def _is_common(form: NameForm) -> bool:
    """Whether any firm may be called by all of the words."""
    return all(map(in_common.is_known, form.tokens))


def _slipped_words(
    names: NameComparison, kind: PartyKind, equal: int, taken: float
) -> Part | None:
    """The same where some words are a slip into no known word."""
    most = SLIPPED_WORDS - NAME_MAX * names.agreement
    slips = names.slips
    if names.agreement < SLIPPED_AGREEMENT or taken >= most or equal < slips:
        return None
    if kind == "entity" and (
        _is_letters_slipped(names) or _is_in_other_words(names, equal)
    ):
        return None
    said = names.left.text, names.right.text
    return Part("same_words", most - taken, *said, "all words agree but for slips")


def _is_in_other_words(names: NameComparison, equal: int) -> bool:
    """Whether one word is the same but spelt otherwise, and none is of a name's own.

    `Proekt-Tekhnika` and `Htech Project` have nothing in common but what firms do.
    """
    if equal > 1 or any(class_weight(w) > PLACE for w in in_common.shared(names)):
        return False
    left, right = names.left, names.right
    ours, theirs = left.spelt or left.tokens, right.spelt or right.tokens
    return any(
        pair.likeness == 1 and ours[pair.left[0]] != theirs[pair.right[0]]
        for pair in names.alignment.pairs
    )


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
        and in_common.is_known(ours) != in_common.is_known(theirs)
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
    return in_common.is_known(ours) != in_common.is_known(theirs)
