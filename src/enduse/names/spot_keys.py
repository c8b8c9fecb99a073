"""Which listed names may be looked for in free text, and under which keys."""

import re
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from itertools import chain
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from enduse.model import ListedName, PartyKind
from enduse.names import spot_codes
from enduse.names.form import VESSEL_PREFIXES, NameForm, person_words
from enduse.names.hashed import distinct
from enduse.names.weights import LEGAL, ORDINARY, class_weight
from enduse.text.concepts import canonical
from enduse.text.dictionary import is_ordinary
from enduse.text.fathers_names import is_fathers_name
from enduse.text.given_names import cluster
from enduse.text.legal import bare
from enduse.text.met import Met
from enduse.text.tokens import words

WORD = re.compile(r"[\w'\u2019]+|&")
# Where Chinese, Japanese or Korean stands beside other letters with no blank between.
_EAST = "\u2e80-\u9fff\uac00-\ud7af"
_WORD_OF_MANY = re.compile(rf"(?:[^\W{_EAST}]|['\u2019])+|[{_EAST}]+|&")
_BITS = range(16, 28)  # of the places in a field, as few as it may have, and as many
_SPARSE = 16  # bits for one that is set, at least
ODD, APART = (0x9E3779B1, 0x85EBCA6B), 5  # make further places of one hash
LONGEST = 16
_LETTERS = 8  # one less where a word is letters alone
_SEVERAL, _SEVERAL_LETTERS = 3, 10  # words that no text has side by side by chance
_SINGLE_LETTERS, _ODD_LETTERS = 8, 4
SHIP = "@"  # before a ship's name: no token
_SPELT = "="  # before a firm's name as it is spelt, if that is not its key
FORMED = "#"  # before a firm's name that counts beside a legal form alone
SIGNS = frozenset((SHIP, _SPELT, FORMED))
_NO_SIGN, _SPELT_BYTE = b"", ord(_SPELT)
_FORMED_LETTERS = 3
_WITH_FATHER = 3  # words of a Russian's full name
_VOWELS = frozenset("aeiouy")


def word_pattern(text: str) -> re.Pattern[str]:
    """What finds the words of a text.

    *Example*

    >>> word_pattern("付TANBOR款").findall("付TANBOR款")
    ['付', 'TANBOR', '款']
    """
    return WORD if text.isascii() else _WORD_OF_MANY


def of_name(name: ListedName, kind: PartyKind, form: NameForm) -> tuple[str, ...]:
    """The keys of a name fit to be spotted: of a person in either order.

    Weak names, short ones, one or two common words, places and given names would raise
    alarms on ordinary text.
    """
    if name.weak or form.cut:
        return ()
    spelt = bare(name.text)[1] if kind == "entity" else form.tokens
    tokens = spelt
    if kind == "entity":  # as a text has it: none left out but its form
        tokens = tuple(map(_ONE_SPELLING.__getitem__, spelt))
    ship = (ship_key(in_text(name.text)),) if kind == "vessel" else ()
    if max(map(class_weight, tokens), default=0.0) <= LEGAL:
        return ship  # `Co., Ltd` is in every text
    if not _fit(tokens, kind):
        return _formed(tokens) if kind == "entity" else ship
    if kind != "person":
        more = () if spelt == tokens else (" ".join((_SPELT, *spelt)),)
        return (" ".join(tokens), *more, *ship)
    written = in_text(name.text)
    keys = _in_any_order(name.text, tokens, tokens)
    if written != tokens:
        keys += _in_any_order(name.text, written, tokens)
    return tuple(dict.fromkeys(keys))


def _in_any_order(text: str, read: Sequence[str], tokens: Sequence[str]) -> list[str]:
    """The keys of a person's name, the first word first or last, or behind a comma."""
    family, comma, _ = text.partition(",")
    first = 1
    if comma:
        first = len(person_words(family) if read is tokens else in_text(family))
    places = {0, first, len(read) - 1}
    keys = [" ".join((*read[at:], *read[:at])) for at in places]
    if known := _without_father(read):
        keys += (" ".join(known), " ".join(known[::-1]))
    return keys


def _without_father(tokens: Sequence[str]) -> tuple[str, ...]:
    """A Russian's given and family name, which is all that most texts say of him.

    *Example*

    >>> _without_father(("denis", "valentinovich", "manturov"))
    ('denis', 'manturov')
    """
    if len(tokens) != _WITH_FATHER:
        return ()
    at = next((at for at in (1, 2) if is_fathers_name(tokens[at])), 0)
    bare = (*tokens[:at], *tokens[at + 1 :])
    return bare if at and _fit(bare, "person") else ()


def _formed(tokens: Sequence[str]) -> tuple[str, ...]:
    """The key of a firm's name that counts beside a legal form, of one that may."""
    if len(tokens) > LONGEST or sum(map(len, tokens)) < _FORMED_LETTERS:
        return ()
    return (" ".join((FORMED, *tokens)),)


def ship_key(tokens: Sequence[str]) -> str:
    """The key of a ship's name that is looked for where a text marks one.

    *Example*

    >>> ship_key(("mv", "petrel", "i"))
    '@ petrel 1'
    """
    said = list(tokens)
    if len(said) > 1 and said[0] in VESSEL_PREFIXES:
        del said[0]
    if len(said) > 1 and said[-1] == "i":
        said[-1] = "1"
    return " ".join((SHIP, *said))


def _one_spelling(token: str) -> str:
    """A token of a text in its one spelling, if it is no person's name."""
    return token if cluster(token) >= 0 else canonical(token)


_ONE_SPELLING = Met(_one_spelling)


def in_text(text: str) -> tuple[str, ...]:
    """The tokens of a text, each read by itself: whose words they are is not known."""
    read = map(READ.__getitem__, word_pattern(text).findall(text))
    return tuple(chain.from_iterable(read))


def _read(word: str) -> tuple[str, ...]:
    return tuple(map(_ONE_SPELLING.__getitem__, words(word)))


READ = Met(_read)  # the tokens of a word as a text has it


def _fit(tokens: Sequence[str], kind: PartyKind) -> bool:
    letters = sum(map(len, tokens))
    if letters < _LETTERS:
        letters += any(map(_is_letters, tokens))
    if len(tokens) > LONGEST or letters < _LETTERS:
        return False
    telling = [t for t in tokens if class_weight(t) == ORDINARY and len(t) > 2]
    if len(tokens) == 1:
        return kind == "entity" and bool(telling) and _distinctive(tokens[0])
    if kind == "person":
        if len(telling) == 1:  # Borisov is a town, too
            return len(tokens) >= _WITH_FATHER and any(map(is_fathers_name, tokens))
        return bool(telling)
    long = [t for t in tokens if len(t) > 1]
    if len(long) >= _SEVERAL and sum(map(len, long)) >= _SEVERAL_LETTERS:
        return True
    odd = [t for t in telling if not is_ordinary(t) and _is_long(t)]
    substance = [t for t in tokens if class_weight(t) > LEGAL]
    return bool(odd) and len(substance) > 1


def _is_long(token: str) -> bool:
    """Whether a word that no dictionary has is no short one of some language."""
    return len(token) >= _ODD_LETTERS or _is_letters(token)


def _is_letters(token: str) -> bool:
    """Whether a word can only be said letter by letter: `VTB`."""
    return len(token) > 2 and token.isalpha() and _VOWELS.isdisjoint(token)


def _distinctive(token: str) -> bool:
    long = len(token) >= _SINGLE_LETTERS
    return long and cluster(token) < 0 and not is_ordinary(token)


def hashes(keys: Iterable[str]) -> NDArray[np.uint64]:
    """A 64-bit hash of each key, the same in every process."""
    raw = b"".join(
        blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for key in keys
    )
    return np.frombuffer(raw, dtype="<u8").astype(np.uint64)


def bits(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The field of bits in which a text's words are tried before anything else.

    It has as many as keep it sparse; a bit is set at each place of each code.
    """
    places = len(codes) * (1 + len(ODD))
    wanted = (places * _SPARSE).bit_length()
    size = 1 << min(max(wanted, _BITS[0]), _BITS[-1])
    field = np.zeros(size, dtype=np.bool_)
    mask = np.uint32(size - 1)
    field[codes & mask] = True
    for odd in ODD:
        field[codes * np.uint32(odd) >> np.uint32(APART) & mask] = True
    return np.packbits(field, bitorder="little")


def codes(keys: Iterable[str], *, names: bool = True) -> NDArray[np.uint32]:
    """What stands for the names, or numbers, looked for in texts, each code once.

    Some for each name's first two tokens, or its only one, some for the first of
    several with the blank that follows it, some for each of what is heard of it.
    """
    keys = set(keys)
    heads = _heads(keys)
    found = np.fromiter(map(crc32, heads), np.uint32, len(heads))
    return distinct(np.concatenate([found, _heard(keys)]) if names else found)


def _heads(keys: Iterable[str]) -> list[bytes]:
    """What begins names: their first two tokens, and the first with its blank."""
    found: list[bytes] = []
    for key in map(str.encode, keys):
        blank = key.find(b" ")
        if blank < 0:
            found.append(key)
        elif key[0] != _SPELT_BYTE:
            end = key.find(b" ", blank + 1)
            found += (key[: blank + 1], key if end < 0 else key[:end])
    return found


def _heard(keys: Iterable[str]) -> NDArray[np.uint32]:
    """What is heard of names that texts are searched for: of a ship's, its own."""
    ships = [key[2:] for key in keys if key[0] == SHIP]
    spelt = [key[2:] for key in keys if key[0] == _SPELT]
    plain = [key for key in keys if key[0] not in SIGNS]
    signs = [_NO_SIGN] * (len(spelt) + len(plain)) + [SHIP.encode()] * len(ships)
    return spot_codes.coded([*spelt, *plain, *ships], signs, asked=False).codes


def of_ship(heard: bytes) -> bytes:
    """What is heard of a name, as that of a ship that a text must mark."""
    return SHIP.encode() + heard
