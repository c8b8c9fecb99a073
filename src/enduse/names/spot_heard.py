"""What a name is filed under in the field of bits by how it is heard.

By all the consonants that are heard of its words said as one, and by those, or those
and its vowels, less any one: so a name is found whose letters were changed, dropped,
doubled or swapped, whose blanks are lost, or which is spelt as another land does.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from enduse.text.met import Met
from enduse.text.skeleton import single, skeleton, with_sounds

BONES, SOUNDS = "~", "^"  # before what is heard of a name: no token
FEWEST, MOST = 6, 40  # consonants of a name
LONG = 11  # consonants that tell a name if one is missing; of fewer, vowels help
SOUNDED, ALL_SOUNDED = 9, 7  # sounds of a name that may lack one, or lacks none
_VOWEL_J = re.compile("(?<!d)j")  # `Jewgeni`, `Zheleznjak`
_VOWELS = re.compile(r"[aeiouy]+")


class Heard(NamedTuple):
    """The consonants of words, and those with their vowels."""

    bones: str
    sounds: str


def heard(tokens: Sequence[str]) -> Heard:
    """How words are heard.

    *Example*

    >>> heard(("denis", "manturov"))
    Heard(bones='dnsmntrv', sounds='denesmantarav')
    """
    said = [HEARD[token] for token in tokens]
    return Heard("".join([x.bones for x in said]), "".join([x.sounds for x in said]))


def filed(name: Heard) -> list[bytes]:
    """What a listed name is filed under."""
    bones, sounds = map(single, name)
    found = [(BONES + bones).encode()] if FEWEST <= len(bones) <= MOST else []
    if len(bones) >= LONG:
        return found + _less_one(BONES, bones)
    return found + _less_one(SOUNDS, sounds)


def asked(name: Heard) -> list[bytes]:
    """What the part of a text is looked for under that may be a listed name.

    *Example*

    >>> left = heard(("denis", "manturov")), heard(("denys", "mantrow"))
    >>> bool({*filed(left[0])}.intersection(asked(left[1])))
    True
    """
    bones, sounds = map(single, name)
    found = [(BONES + bones).encode()] if FEWEST <= len(bones) <= MOST else []
    if len(bones) >= LONG - 1:
        found += _less_one(BONES, bones)
    if len(bones) <= LONG:
        found += _less_one(SOUNDS, sounds)
    return found


def _less_one(sign: str, said: str) -> list[bytes]:
    size = len(said)
    if size < ALL_SOUNDED:
        return []
    whole = (sign + said).encode()
    if not SOUNDED <= size <= MOST:
        return [whole]
    return [whole, *[whole[:at] + whole[at + 1 :] for at in range(1, size + 1)]]


def _heard(token: str) -> Heard:
    """The consonants of a token; and one letter a sound, with two vowels of all."""
    said = _VOWEL_J.sub("y", token)
    return Heard(skeleton(said), _VOWELS.sub(_vowel, with_sounds(said)))


def _vowel(found: re.Match[str]) -> str:
    return "a" if found[0][0] in "aou" else "e"


HEARD = Met(_heard)
