"""Shorter trade words and places with a letter wrong: `Avia Gruop`, `Khaleej Bnak`.

Longer ones are put right wherever they stand (`misspelt`). A short word a letter off
another is a name of its own as often as not, so what is found here is another way to
read a name and never takes the place of the first.
"""

from rapidfuzz.distance import OSA

from enduse.text.common_names import share
from enduse.text.concepts import canonical, is_english, spellings
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_concept import is_unknown, synonyms
from enduse.text.firm_phrases import phrases
from enduse.text.met import Met
from enduse.text.one_off import rests
from enduse.text.tables import derived

_SHORTEST = 4
_FOREIGN = 6  # letters of a word of another language than English, at least
_SURE = 6  # letters from which the first may be the wrong one
_OFTEN = (
    "bank tech auto port avia aero iran film group plant lines works parts zavod grupo "
    "banco petro cargo"
)
_INFLECTED = frozenset("aeiouysdn")  # last letters that other forms of a word have
# Words and names of firms in their own right, a letter off one that is looked for.
_OWN = frozenset((
    "plan", "plans", "limitata", "selection", "neutral", "county", "mercer", "virtus",
    "residential", "hermes", "berman", "barings", "baring", "broad", "shell", "hydra",
    "aviva", "plast", "armor", "miners", "shore", "brink", "click", "links", "tecno",
    "optima", "boiled", "sunny", "inland", "sahara", "divine", "steers", "door",
    "track", "search", "tracker", "trace", "floor", "tier", "meta", "tail", "spot",
    "chef", "leases", "surrey", "preserve", "provence", "wheeler", "drink", "rotary",
    "marking", "maker", "band", "cane", "meter", "angels", "spire", "sources", "tapes",
    "linen", "plane", "planet", "moderne", "steen", "derivative", "libra", "patrol",
    "alter", "liner", "seating", "golding", "bayer", "cairn", "penta", "tetra",
    "globus", "aster", "queens", "waves", "breed", "weight", "formers", "pacer",
    "melia", "vertriebs", "groep", "shariah", "entrepreneurs", "granada", "clean",
))  # fmt: skip


def _meant(word: str) -> str:
    """The trade word or place that a word misspells by a letter, else ''."""
    if len(word) < _SHORTEST or not word.isalpha() or not word.isascii():
        return ""
    near = [one for one in _near(word) if _may_be(one, word)]
    if not near or word in _OWN or not is_unknown(word) or share(word):
        return ""
    for some in (near, [one for one in near if _is_english(one)]):
        if len({canonical(one) for one in some}) == 1:
            return some[0]
    return ""


MEANT = Met(_meant)


def _near(word: str) -> list[str]:
    """Known words one letter off, in order; none of a word that is known itself."""
    known, shared = _by_rest(), rests(word)
    if known.keys().isdisjoint(shared):
        return []
    found = {one for rest in shared for one in known.get(rest, "").split()}
    if word in found:
        return []
    return sorted(x for x in found if OSA.distance(x, word, score_cutoff=1) == 1)


def _may_be(one: str, word: str) -> bool:
    """Whether a word may misspell another: by its length, beginning and ending."""
    stem = min(len(one), len(word)) - (len(one) == len(word))
    if one[:stem] == word[:stem] and _INFLECTED.issuperset(one[stem:] + word[stem:]):
        return False
    if len(word) >= _SURE and _is_english(one):
        return True
    return one[0] == word[0] or one[:2] == word[1::-1]


@derived
def _by_rest() -> dict[str, str]:
    """Known words, and what is left of each without a letter: the words of each."""
    found: dict[str, list[str]] = {}
    for word in sorted(_known()):
        if word.isascii() and word.isalpha():
            for rest in rests(word):
                found.setdefault(rest, []).append(word)
    return {rest: " ".join(some) for rest, some in found.items()}


def _known() -> set[str]:
    """The words that others may misspell."""
    said = {word for phrase in phrases() for word in phrase} | set(synonyms())
    known = {word for word in said if len(word) > _SHORTEST} | {*_OFTEN.split()}
    for word in spellings():
        if len(word) >= (_SHORTEST + 1 if _is_english(word) else _FOREIGN):
            known.add(word)
    return known


def _is_english(word: str) -> bool:
    return is_english(word) or is_ordinary(word) or canonical(word) == word
