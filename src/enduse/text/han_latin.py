"""Chinese names in Latin letters, as other places spell them: Mao Tse-tung, Mao Zedong.

Pinyin, the spelling of Wade and Giles, and those of Hong Kong and South East Asia put
one name in ways that share hardly a letter. A name of a family name and a given name
of two syllables is read in each way that it may be meant.

*Source*: Wade and Giles (1892) without its marks; `chinese_spellings.txt`.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product

from enduse.text.han_person import wade_giles
from enduse.text.tables import sections

_WORDS = (2, 3)  # of a name that is read: `Tse-tung` is one or two
_LONGEST = 12
_MOST = 6
_SPELLED = 3  # other spellings of a family name that are tried
_Ways = dict[str, tuple[str, ...]]


@cache
def _table() -> dict[str, _Ways]:
    return {
        part: {first: tuple(rest) for first, *rest in lines}
        for part, lines in sections("chinese_spellings").items()
    }


@cache
def pinyin() -> frozenset[str]:
    """Every syllable of pinyin that is known."""
    lines = _table()["pinyin"]
    return frozenset(one for first in lines for one in (first, *lines[first]))


@cache
def _from(part: str) -> _Ways:
    """For each spelling of a part of the table, the pinyin it may be."""
    turned: dict[str, list[tuple[int, str]]] = {}
    for read, spelt in _table()[part].items():
        for at, one in enumerate(spelt):
            turned.setdefault(one, []).append((at, read))
    return {spelt: tuple(r for _, r in sorted(ways)) for spelt, ways in turned.items()}


@cache
def _from_wade() -> _Ways:
    turned: dict[str, list[str]] = {}
    for read in sorted(pinyin()):
        turned.setdefault(wade_giles(read), []).append(read)
    return {spelt: tuple(read) for spelt, read in turned.items()}


@cache
def _families() -> frozenset[str]:
    return frozenset((*pinyin(), *_from("family"), *_from_wade()))


@cache
def _syllables() -> frozenset[str]:
    return frozenset((*pinyin(), *_from_wade(), *_from("given")))


def is_syllable(word: str) -> bool:
    """Whether a Latin word is one syllable of a Chinese name, however spelt.

    *Example*

    >>> is_syllable("chiu"), is_syllable("kwok"), is_syllable("john")
    (True, True, False)
    """
    return word in _syllables()


def latin_readings(words: Sequence[str], *, pinyin: bool = False) -> list[str]:
    """The ways to read a Chinese name of these words beside the one it is written in.

    `pinyin` asks for those in pinyin alone, of a name that is written otherwise.

    *Unknown*: none for any other name, or one of two syllables, which too many share.

    *Example*

    >>> "mao zedong" in latin_readings(["mao", "tse", "tung"])
    True
    >>> "chen guoqiang" in latin_readings(["chan", "kwok", "keung"])
    True
    >>> latin_readings(["john", "chan"])
    []
    """
    if not _WORDS[0] <= len(words) <= _WORDS[1]:
        return []
    families = _families()
    if words[0] not in families and words[-1] not in families:
        return []
    if max(map(len, words)) > _LONGEST:
        return []
    for family, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        given = _cut(rest) if family in families else []
        if given:
            written = f"{family} {''.join(given)}"
            read = list(islice(dict.fromkeys(_in_pinyin(family, given)), _MOST))
            read += [] if pinyin else _elsewhere(family, given)
            return [one for one in dict.fromkeys(read) if one != written]
    return []


def _cut(words: Sequence[str]) -> list[str]:
    """The two syllables of a given name in one word or two, or none."""
    if len(words) == 2:
        return list(words) if all(map(is_syllable, words)) else []
    cuts = ((words[0][:at], words[0][at:]) for at in range(1, len(words[0])))
    # Where both cuts can be read, the second syllable starts with a consonant.
    told = [cut for cut in cuts if is_syllable(cut[0]) and is_syllable(cut[1])]
    told.sort(key=lambda cut: (cut[1][0] in "aeiou", -len(cut[1])))
    return list(told[0]) if told else []


def _in_pinyin(family: str, given: Sequence[str]) -> Iterator[str]:
    """What is spelt otherwise, in pinyin."""
    southern = _from("family").get(family, ())
    abroad = [_from("given").get(one, ()) for one in given]
    if southern and all(abroad):
        yield from _joined([southern, *abroad])
    elif any(one not in pinyin() for one in given):  # one or two in pinyin
        own = [family if family in pinyin() else "", *given]
        both = zip((southern, *abroad), own, strict=True)
        read = [ways or (one,) for ways, one in both]
        if all(one in pinyin() for ways in read for one in ways):
            yield from _joined(read)
    wade = [_from_wade().get(one, ()) for one in (family, *given)]
    if all(wade):
        yield from _joined(wade)
    if southern and all(one in pinyin() for one in given):
        yield from _joined([southern, *((one,) for one in given)])


def _elsewhere(family: str, given: Sequence[str]) -> list[str]:
    """What is in pinyin, as others spell it: all of it, or the family name."""
    if not all(one in pinyin() for one in (family, *given)):
        return []
    spelt = _table()["family"].get(family, ())[:_SPELLED]
    written = "".join(given)
    wade = f"{wade_giles(family)} {''.join(map(wade_giles, given))}"
    return [wade, *(f"{one} {written}" for one in spelt)]


def _joined(ways: Sequence[Sequence[str]]) -> Iterator[str]:
    for first, *rest in islice(product(*ways), 2 * _MOST):
        yield f"{first} {''.join(rest)}"
