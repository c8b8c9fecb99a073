"""How alike words are to one: `alikeness.of_pairs` for one word, as plain numbers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from enduse.names import similarity as one
from enduse.names.alikeness import ONE_LETTER, WELL_KNOWN
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.heard import KANA, mark
from enduse.text.phonetic import VOWELLESS, consonants, heard_likenesses
from enduse.text.skeleton import skeleton

_normalized = OSA.normalized_similarity
_LEAST = 2  # letters that may be misspelt
_MOST = 8  # letters from which one slip is worth the same
_LEAST_SOUNDS = one.FLOOR / one.VOWELS_UNWRITTEN - 1e-9  # less can't reach the floor


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


def likenesses(ours: Word, words: Sequence[Word]) -> list[float]:
    """The likeness of a word to each of these; 0 below the floor."""
    text, _, name, _, _, digit, bare = ours
    if digit or len(text) < _LEAST:
        return [1.0 if theirs[0] == text else 0.0 for theirs in words]
    if bare:
        return _of_bare(ours, words)
    found = []
    for theirs in words:
        other, _, named, _, _, number, marked = theirs
        if other == text:
            alike = 1.0
        elif marked:
            alike = _one_heard(ours, theirs)
        elif number or len(other) < _LEAST:
            alike = 0.0
        else:
            letters = _normalized(text, other, score_cutoff=one.TOO_FEW)
            alike = 0.0
            if letters or 0 <= name == named:
                alike = _written(ours, theirs, letters)
        found.append(alike)
    return found


def _of_bare(ours: Word, words: Sequence[Word]) -> list[float]:
    """Of a word that leaves sounds unwritten, and others: `one.unwritten`."""
    text = ours.text
    plain = [w for w in words if not (w.bare or w.digit) and len(w.text) >= _LEAST]
    same = _same_consonants(text, plain)
    told = iter(heard_likenesses(text, [theirs.text for theirs in plain], same))
    found = []
    for theirs in words:
        if theirs.text == text:
            alike = 1.0
        elif theirs.digit or len(theirs.text) < _LEAST:
            alike = 0.0
        elif theirs.bare:
            alike = _one_heard(ours, theirs)
        else:
            alike = next(told) or one.VOWELS_UNWRITTEN * _sounds(ours, theirs)
            alike = _corrected(ours, theirs, alike)
        found.append(alike)
    return found


def _one_heard(ours: Word, theirs: Word) -> float:
    """Of words of which one leaves sounds unwritten."""
    left, right = sorted((ours.text, theirs.text))
    alike = one.unwritten(left, right, _sounds(ours, theirs))
    return _corrected(ours, theirs, alike)


def _sounds(ours: Word, theirs: Word) -> float:
    """How alike the consonants are; 0 where they are few, or too far apart to tell."""
    if min(len(ours.bones), len(theirs.bones)) < one.SHORT:
        return 0.0
    alike = _normalized(ours.bones, theirs.bones, score_cutoff=_LEAST_SOUNDS)
    return float(alike)


def _same_consonants(marked: str, plain: Sequence[Word]) -> list[bool]:
    """Which words have the consonants that a marked one has, if it has enough."""
    kana = mark(marked) == KANA
    if not (key := consonants(marked, kana=kana)):
        return [False] * len(plain)
    return [consonants(theirs.text, kana=kana) == key for theirs in plain]


def _written(ours: Word, theirs: Word, letters: float) -> float:
    """By letters and consonants, and by what is known of both words.

    *Units*: `letters` is 0 where too few agree.
    """
    text, bones, name, _, known, _, _ = ours
    other, sounded, named, _, held, _, _ = theirs
    short, long = len(text), len(other)
    if short > long:
        short, long = long, short
    near = (1 - letters) * long < ONE_LETTER
    heard = bones == sounded
    kin = 0 <= name == named
    sounds = 1.0 if heard else _normalized(bones, sounded)
    few = len(bones) < _LEAST or len(sounded) < _LEAST
    alike = letters if few else (letters + sounds) / 2
    if heard and not few and one.is_respelt(text, other):
        alike = max(alike, one.RESPELT)
    if not near and not kin and alike < one.FLOOR:
        return 0.0
    slip = _ONE_SLIP[min(short, _MOST)] if near and long > one.SHORT else 0.0
    if (short <= one.SHORT and sounds < 1) or (letters > one.FLOOR and slip > alike):
        alike = slip
    alike = _corrected(ours, theirs, alike)
    if kin:
        return alike
    known = min(known, held)
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
