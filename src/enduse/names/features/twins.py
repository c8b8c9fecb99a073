"""Two firms of one group, or families with like names, told apart in a pair alone.

`Sberbank Leasing` is not Sberbank, nor Technostroyexport Technopromexport: where one
word is all that two names have in common, another line of business beside it or inside
it is another firm's. Nor is Abramov Abramovich. Among all listed names such words fall
short by what they weigh.
"""

from rapidfuzz.distance import OSA

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.brand import says_which
from enduse.names.features import in_common
from enduse.names.features.name import NameComparison
from enduse.names.similarity import HEARD_ALIKE
from enduse.text.concepts import is_trade_word, stems_of
from enduse.text.firm_phrases import known_for_short
from enduse.text.skeleton import skeleton

OTHER_LINE, OTHER_INSIDE, OTHER_FAMILY = -0.11, -0.16, -0.52
OTHER_GROUP = -0.3  # of two groups, each known by its letters
# What makes another family's name of a name.
_OF_FAMILIES = frozenset(
    """
    ich ic ov ev off eff ovich evich sky skiy ski enko uk chuk yan dze shvili son sen
    """.split()  # noqa: SIM905
)
_FAMILY_LETTERS = 4
_STEM_LETTERS = 4  # of a Russian word inside another
_NO_LINE = frozenset(("general", "head", "mgmt", "central", "united", "natl", "dev"))
# What a body is, beside which a word says which of its kind: `NPO Energomash`.
_OF_BODIES = frozenset(
    """
    scientific manufacturing assoc research institute design bureau center state complex
    """.split()  # noqa: SIM905
)
_LONG_WORD = 8  # letters of a word that may be made of several
_INSIDE_LETTERS = 4  # that differ in one place, of such a word
_ALIKE_LETTERS = 4  # that such words begin and end with alike
_UNLIKE = 0.5  # likeness of what differs, below which it is no misspelling


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus for a line of business that one firm alone has, or for another family.

    For a pair of names alone.
    """
    if kind == "person":
        return _of_another_family(names)
    if kind != "entity":
        return None
    pairs = names.alignment.pairs
    inside = [pair for pair in pairs if _differs_inside(names, pair)]
    if inside:
        left = names.left.tokens[inside[0].left[0]]
        right = names.right.tokens[inside[0].right[0]]
        return Part("business", OTHER_INSIDE, left, right, "words made of others")
    groups = [pair for pair in pairs if _are_groups(names, pair)]
    if groups:
        left = names.left.tokens[groups[0].left[0]]
        right = names.right.tokens[groups[0].right[0]]
        return Part("business", OTHER_GROUP, left, right, "two groups")
    shared = [(pair, in_common.weaker(names, pair)) for pair in pairs]
    substance = [pair for pair, word in shared if _is_telling(word)]
    if len(substance) != 1 or substance[0].likeness < HEARD_ALIKE:
        return None
    left, right = in_common.over(names, in_common.is_substance)
    line = f"{left} {right}".split()
    word = in_common.weaker(names, substance[0])
    if len(line) != 1 or _says(names, substance[0], line[0]):
        return None
    if line[0] in _NO_LINE or not (is_trade_word(line[0]) and says_which(line[0])):
        return None
    weight = OTHER_INSIDE if is_trade_word(word) else OTHER_LINE
    return Part("business", weight, left, right, "a line of business of one alone")


def _of_another_family(names: NameComparison) -> Part | None:
    """A minus where a family name is made of the other's: Abramov and Abramovich."""
    for pair in names.alignment.pairs:
        if len(pair.left) != 1 or len(pair.right) != 1:
            continue
        left = names.left.tokens[pair.left[0]]
        right = names.right.tokens[pair.right[0]]
        short, long = sorted((left, right), key=len)
        made = long.startswith(short) and long[len(short) :] in _OF_FAMILIES
        if made and len(short) >= _FAMILY_LETTERS:
            return Part("other_family", OTHER_FAMILY, left, right, "made of it")
    return None


def _says(names: NameComparison, pair: Pair, line: str) -> bool:
    """Whether a word says a line of business itself: `Gazprombank`, `Ingosstrakh`."""
    ways = (line, *(x for x in stems_of(line) if len(x) >= _STEM_LETTERS))
    left, right = names.left, names.right
    said = [
        form.tokens[at] for form, at in ((left, pair.left[0]), (right, pair.right[0]))
    ]
    said += [(left.spelt or left.tokens)[pair.left[0]]]
    said += [(right.spelt or right.tokens)[pair.right[0]]]
    return any(way in word for way in ways for word in said)


def _is_telling(word: str) -> bool:
    return in_common.is_substance(word) and word not in _OF_BODIES


def _are_groups(names: NameComparison, pair: Pair) -> bool:
    """Whether two short words are each known for a group of its own: CASC and CASIC."""
    if pair.likeness >= HEARD_ALIKE or len(pair.left) != 1 or len(pair.right) != 1:
        return False
    ours, theirs = names.left.tokens[pair.left[0]], names.right.tokens[pair.right[0]]
    return ours in known_for_short() and theirs in known_for_short()


def _differs_inside(names: NameComparison, pair: Pair) -> bool:
    """Whether two long words are made of others, of which one is not the same.

    *Example*: `stroy` and `prom` of `technostroyexport` and `technopromexport`.
    """
    if pair.likeness >= HEARD_ALIKE or len(pair.left) != 1 or len(pair.right) != 1:
        return False
    ours, theirs = names.left.tokens[pair.left[0]], names.right.tokens[pair.right[0]]
    if min(len(ours), len(theirs)) < _LONG_WORD or skeleton(ours) == skeleton(theirs):
        return False
    one, other = _apart(ours, theirs)
    if min(len(ours) - len(one), len(theirs) - len(other)) < _ALIKE_LETTERS:
        return False
    if max(len(one), len(other)) < _INSIDE_LETTERS:
        return False
    alike = OSA.normalized_similarity(one, other)
    heard = OSA.normalized_similarity(skeleton(one), skeleton(other))
    return max(alike, heard) < _UNLIKE


def _apart(ours: str, theirs: str) -> tuple[str, str]:
    """What two words have between the letters they begin and end with alike."""
    least = min(len(ours), len(theirs))
    first = next((i for i in range(least) if ours[i] != theirs[i]), least)
    one, other = ours[first:], theirs[first:]
    least = min(len(one), len(other))
    last = next((i for i in range(least) if one[-1 - i] != other[-1 - i]), least)
    return one[: len(one) - last], other[: len(other) - last]
