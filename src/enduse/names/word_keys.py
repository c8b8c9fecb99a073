"""The keys of one word, as plain numbers: what `keys` gives for many as arrays."""

from enduse.names import hashing, keys
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS

_ALL = (1 << 64) - 1
_POWERS = [int(power) for power in hashing.POWERS]
_INVERSE, _MIX, _SHIFT = hashing.INVERSE, int(hashing.MIX), int(hashing.SHIFT)
_BONES = int(keys.BONES)


def of_text(text: str) -> int:
    """`hashing.of_texts` of one short ASCII text."""
    raw = text.encode("ascii")[: hashing.WIDTH]
    return _mixed(sum(map(int.__mul__, raw, _POWERS)))


def of_word(word: str, bones: str, *, shadowed: bool) -> list[int]:
    """The keys under which a word is looked up: `lookup.asked_keys`."""
    found = of_letters(word)
    if len(bones) >= keys.SKELETON_LENGTH:
        found.append(of_text(bones) ^ _BONES)
        if len(bones) >= keys.SLIP_LENGTH and not bones.isdigit():
            found += [slip ^ _BONES for slip in _less_one(bones)]
    if (name := cluster(word)) >= 0:
        found.append(of_text(f"#{name}"))
    found += map(of_text, keys.asked_sounds(word, shadowed=shadowed))
    return found


def of_glued(word: str) -> list[int]:
    """The keys of two neighbours written as one word: letters, and sounds."""
    found = of_letters(word)
    if word.endswith(VOWELLESS):
        found += map(of_text, keys.asked_sounds(word))
    return found


def of_letters(word: str) -> list[int]:
    """The keys of a word by its letters: all of them, and all but one."""
    fuzzy = len(word) >= keys.FUZZY_LENGTH and not word.isdigit()
    return [of_text(word), *(_less_one(word) if fuzzy else ())]


def _less_one(text: str) -> list[int]:
    """The hashes of a text without each of its letters: `hashing.deletions`."""
    raw = text.encode("ascii")[: hashing.WIDTH]
    terms = list(map(int.__mul__, raw, _POWERS))
    before, after, found = 0, sum(terms), []
    for term in terms:
        after -= term
        found.append(_mixed(before + after * _INVERSE))
        before += term
    return found


def _mixed(value: int) -> int:
    value &= _ALL
    mixed = ((value ^ (value >> _SHIFT)) * _MIX) & _ALL
    return mixed ^ (mixed >> _SHIFT)
