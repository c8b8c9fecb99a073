"""Chinese names: one character for another, or one more, is another name.

A character says one syllable of which there are some four hundred, so that readings
agree by chance: 赵伟 and 曹伟 are one in some Korean spelling, 王明 is not 王明山.
"""

from collections import Counter
from functools import lru_cache

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm, parse
from enduse.text.han import syllables
from enduse.text.han_latin import is_syllable
from enduse.text.scripts import scripts

OTHER_CHARACTER = -0.25  # each
ANOTHER_SYLLABLE = -0.18  # each of the Latin side that no character stands for
READ_OTHERWISE, READ_OTHER_SCRIPT = -0.05, -0.3
READ_ABROAD = -0.2  # of two characters, which many names are in some reading
_SHORT = 2
_MOST = 4
_HAN, _HANGUL = frozenset(("Hani",)), frozenset(("Hang",))
_LATIN = frozenset(("Latn",))


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus for each character, or syllable, that the other side has not.

    Characters of one sound are one: simplified and traditional ones are.

    *Unknown*: None where neither side is in Chinese characters alone.
    """
    if kind not in ("person", "unknown"):
        return None
    left, right = names.left.text, names.right.text
    if not (names.left.raw and names.right.raw):
        return _read_otherwise(names)
    if left.isascii() and right.isascii():
        return None
    sides = _is_han(left), _is_han(right)
    if all(sides) or scripts(left) == scripts(right) == _HANGUL:
        other = sum((_sounds(left) - _sounds(right)).values())
        other = max(other, sum((_sounds(right) - _sounds(left)).values()))
        return _minus(names, OTHER_CHARACTER, other, "other characters")
    if not any(sides):
        return None
    over = names.alignment.right_over if sides[0] else names.alignment.left_over
    tokens = names.right.tokens if sides[0] else names.left.tokens
    more = sum(is_syllable(tokens[at]) for at in over)
    han = names.left if sides[0] else names.right
    if not more and _is_read_abroad(han) and any(map(is_syllable, tokens)):
        return _minus(names, READ_ABROAD, 1, "read as in another place")
    return _minus(names, ANOTHER_SYLLABLE, more, "a syllable more")


def _is_read_abroad(form: NameForm) -> bool:
    """Whether two characters are read otherwise than in Peking."""
    short = len("".join(form.text.split())) <= _SHORT
    return short and form.tokens != parse(form.text, "person").tokens


def _read_otherwise(names: NameComparison) -> Part:
    """A minus for a name that is read as another place would spell it: it may be."""
    said = names.left.text, names.right.text
    latin = all(_is_latin(text) or _is_han(text) for text in said)
    weight = READ_OTHERWISE if latin else READ_OTHER_SCRIPT
    return Part("characters", weight, *said, "as spelt in another place")


def _minus(names: NameComparison, each: float, count: int, detail: str) -> Part | None:
    if not count:
        return None
    said = names.left.text, names.right.text
    return Part("characters", each * min(count, _MOST), *said, detail)


def _is_latin(text: str) -> bool:
    """Whether a name is in Latin letters, with marks or without: `Ch'üan-kuo`."""
    return text.isascii() or scripts(text) == _LATIN


@lru_cache(maxsize=65536)
def _is_han(text: str) -> bool:
    return scripts(text) == _HAN


@lru_cache(maxsize=4096)
def _sounds(text: str) -> Counter[str]:
    whole = "".join(text.split())
    return Counter(syllables(whole) if _is_han(text) else whole)
