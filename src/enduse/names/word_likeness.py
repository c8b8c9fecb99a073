"""How alike words are to one: `alikeness.of_pairs` for one word, as plain numbers."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA

from enduse.names import similarity as one
from enduse.names.alikeness import ONE_LETTER, WELL_KNOWN
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS, skeleton

_normalized = OSA.normalized_similarity
_MOST = 8  # letters from which one slip is worth the same


class Word(NamedTuple):
    """A word and what is known of it: one row of `alikeness.Side`."""

    text: str
    bones: str
    name: int
    ordinary: int
    known: int
    digit: bool
    bare: bool


def word(text: str, known: int) -> Word:
    """A word of which so many subjects are known to hold it."""
    return Word(
        text,
        skeleton(text),
        cluster(text),
        int(is_ordinary(text)),
        min(known, WELL_KNOWN),
        text.isdigit(),
        text.endswith(VOWELLESS),
    )


def likeness(ours: Word, theirs: Word) -> float:
    """The likeness of two words; 0 below the floor."""
    return likenesses(ours, [theirs])[0]


def likenesses(ours: Word, words: Iterable[Word]) -> list[float]:
    """The likeness of a word to each of these; 0 below the floor."""
    text, name = ours.text, ours.name
    size = len(text)
    found = []
    for theirs in words:
        if theirs.text == text:
            alike = 1.0
        elif ours.digit or theirs.digit or size < 2 or len(theirs.text) < 2:
            alike = 0.0
        elif ours.bare or theirs.bare:
            alike = _heard(ours, theirs)
        else:
            letters = _normalized(text, theirs.text, score_cutoff=one.TOO_FEW)
            if letters or 0 <= name == theirs.name:
                alike = _written(ours, theirs, letters)
            else:
                alike = 0.0
        found.append(alike)
    return found


def _heard(ours: Word, theirs: Word) -> float:
    """Of words of which one leaves sounds unwritten."""
    left, right = sorted((ours, theirs))
    few = min(len(left.bones), len(right.bones)) < one.SHORT
    sounds = 0.0 if few else float(_normalized(left.bones, right.bones))
    return _corrected(ours, theirs, one.unwritten(left.text, right.text, sounds))


def _written(ours: Word, theirs: Word, letters: float) -> float:
    """By letters and consonants, and by what is known of both words.

    *Units*: `letters` is 0 where too few agree.
    """
    short, long = len(ours.text), len(theirs.text)
    if short > long:
        short, long = long, short
    near = (1 - letters) * long < ONE_LETTER
    heard = ours.bones == theirs.bones
    sounds = 1.0 if heard else _normalized(ours.bones, theirs.bones)
    slip = _ONE_SLIP[min(short, _MOST)] if near and long > one.SHORT else 0.0
    if short <= one.SHORT and sounds < 1:
        alike = slip
    else:
        few = len(ours.bones) < 2 or len(theirs.bones) < 2
        alike = letters if few else (letters + sounds) / 2
        if letters > one.FLOOR and slip > alike:
            alike = slip
    alike = _corrected(ours, theirs, alike)
    if 0 <= ours.name == theirs.name:
        return alike
    known = min(ours.known, theirs.known)
    if known and heard:
        return alike
    if known >= WELL_KNOWN:
        alike -= one.OTHER_NAME
    if near:
        alike = max(alike, (_KNOWN if known else _UNKNOWN)[min(short, _MOST)])
    return alike if alike >= one.FLOOR else 0.0


def _corrected(ours: Word, theirs: Word, alike: float) -> float:
    """By what is known of names and words."""
    if ours.name >= 0 and theirs.name >= 0:
        if ours.name == theirs.name:
            return max(alike, one.SAME_NAME)
        alike -= one.OTHER_NAME
    elif ordinary := ours.ordinary + theirs.ordinary:
        alike -= one.ORDINARY_WORD * (1.0 if ordinary > 1 else one.HALF_ORDINARY)
    return alike if alike >= one.FLOOR else 0.0


def _table(worth: Mapping[int, float]) -> list[float]:
    """What one slip leaves of words' likeness, by letters of the shorter one."""
    return [
        worth.get(n, 0.0 if n < one.SHORT else worth[max(worth)])
        for n in range(_MOST + 1)
    ]


_ONE_SLIP, _UNKNOWN, _KNOWN = map(_table, (one.ONE_SLIP, one.UNKNOWN, one.KNOWN))
