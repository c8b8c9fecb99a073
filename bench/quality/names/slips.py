"""Names as people get them wrong: each takes a name and a random source."""

import random

from enduse.names.features.fathers import is_fathers

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def words(text: str) -> list[str]:
    """The words of a name, commas gone."""
    return text.replace(",", " ").split()


def slip(word: str, rng: random.Random) -> str:
    """The word with one letter lost, added, changed or swapped with the next."""
    at = rng.randrange(len(word))
    letter = rng.choice(_LETTERS)
    if word.isupper():
        letter = letter.upper()
    what = rng.randrange(4)
    if what == 0 and at + 1 < len(word) and word[at] != word[at + 1]:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if what == 1 and len(word) > 3:
        return word[:at] + word[at + 1 :]
    if what == 2:
        return word[:at] + letter + word[at:]
    return word[:at] + letter + word[at + 1 :]


def _slips(text: str, rng: random.Random, count: int, least: int) -> str:
    parts = words(text)
    long = [i for i, w in enumerate(parts) if len(w) >= least and w.isalpha()]
    for at in rng.sample(long, min(count, len(long))):
        parts[at] = slip(parts[at], rng)
    return " ".join(parts)


def one(text: str, rng: random.Random) -> str:
    """One slip in one word of three letters or more."""
    return _slips(text, rng, 1, 3)


def two(text: str, rng: random.Random) -> str:
    """One slip in each of two words of four letters or more."""
    return _slips(text, rng, 2, 4)


def every(text: str, rng: random.Random) -> str:
    """One slip in each word of five letters or more."""
    return _slips(text, rng, 32, 5)


def shuffled(text: str, rng: random.Random) -> str:
    """The words in another order."""
    parts = words(text)
    rng.shuffle(parts)
    return " ".join(parts)


def glued(text: str, rng: random.Random) -> str:
    """Two neighbours written as one word."""
    parts = words(text)
    at = rng.randrange(max(1, len(parts) - 1))
    return " ".join([*parts[:at], "".join(parts[at : at + 2]), *parts[at + 2 :]])


def split(text: str, rng: random.Random) -> str:
    """A long word written as two."""
    parts = words(text)
    long = [i for i, w in enumerate(parts) if len(w) >= 7]
    if long:
        at = rng.choice(long)
        cut = rng.randrange(3, len(parts[at]) - 2)
        parts[at] = f"{parts[at][:cut]} {parts[at][cut:]}"
    return " ".join(parts)


def middle_initial(text: str, rng: random.Random) -> str:
    """A middle name as its first letter; a name without one stays as it is."""
    parts = words(text)
    middle = _middle(text)
    if middle:
        at = rng.choice(middle)
        parts[at] = f"{parts[at][0]}."
    return " ".join(parts)


def no_middle(text: str, rng: random.Random) -> str:
    """Without a middle name; a name without one stays as it is."""
    parts = words(text)
    middle = _middle(text)
    if middle:
        del parts[rng.choice(middle)]
    return " ".join(parts)


def _middle(text: str) -> range:
    """The places of middle names: after the first given name of `Family, Given Middle`,
    between the first and the last word of another name. A father's name that stands
    last is the one middle name: `Bekov Ivan Petrovich`."""
    parts = words(text)
    if len(parts) > 2 and is_fathers(parts[-1].strip(",").lower()):
        return range(len(parts) - 1, len(parts))
    family, comma, given = text.partition(",")
    first = len(family.split())
    if comma and given.strip():
        return range(first + 1, first + len(words(given)))
    return range(1, len(parts) - 1)
