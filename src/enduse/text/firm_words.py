"""The words of a firm's name as concepts: one token for whatever says the same thing.

`Научно-производственное объединение «Луч»`, `Research and Production Association Luch`
and `NPO Luch` become the same tokens; words that only join others, or that every firm
may have (`company`), are left out.

*Source*: `firm_phrases.toml` beside this file; what single words stand for is in
`firm_concept`, short words for bodies in `firm_bodies`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_concept import concept
from enduse.text.left_out import UNITARY, dropped, joining, of_form
from enduse.text.left_out_slips import is_joining, is_near_stock, is_part_of_form
from enduse.text.tables import table

_OWN_LETTERS = 4  # more of which a word of a name of its own has
_MANY = 5  # words, from which initials are left out
_NAMED, _NAMED_WORDS, _CITY = "named", 6, "city"
_AIR, _AVIATION = "air", "aviation"  # as the last word: `Iran Air`
_GENITIVE = re.compile(r"^([a-z]{2,}(?:ov|ev|in|yn|[knrtlms]))a$")


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    named: dict[str, str] = table("firm_phrases")["phrases"]
    return {tuple(said.split()): tuple(put.split()) for said, put in named.items()}


@cache
def _heads() -> dict[str, int]:
    """First words of phrases, and the most words a phrase of each has."""
    longest: dict[str, int] = {}
    for said in _phrases():
        longest[said[0]] = max(longest.get(said[0], 0), len(said))
    return longest


def concepts(
    tokens: Sequence[str], legal: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens as concepts, and beside each as it was spelt.

    `legal` has the classes of the legal forms taken off, of which words may be left.

    *Example*

    >>> concepts(["company", "for", "machine", "building", "luch"])
    (('machine', 'luch'), ('machinebuilding', 'luch'))
    """
    pairs = [(concept(token), token) for token in tokens]
    if len(pairs) >= _MANY:
        pairs = _without_initials(pairs)
    said = [found for found, _ in pairs]
    if len(pairs) > 1 and said[-1] == _AIR:
        pairs[-1] = (_AVIATION, _AIR)
    if not _heads().keys().isdisjoint(said):
        pairs = list(_joined(pairs))
        said = [found for found, _ in pairs]
    if _NAMED in said:
        pairs = _without_namesake(pairs)
    pairs = _kept(_without_city(pairs), is_stock="jsc" in legal)
    return tuple([found for found, _ in pairs]), tuple([spelt for _, spelt in pairs])


def _without_namesake(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without whom a firm is named after, where it has a name of its own.

    Else that name as it is when nothing is said to be its own: `Kozlova`, `Kozlov`.
    """
    at = next(at for at, pair in enumerate(pairs) if pair[0] == _NAMED)
    tail = pairs[at + 1 :][:_NAMED_WORDS]
    length = next((i for i, (word, _) in enumerate(tail) if _is_said(word)), len(tail))
    own = any(not _is_said(word) and len(word) > _OWN_LETTERS for word, _ in pairs[:at])
    rest = pairs[at + 1 + length :]
    if own:
        return [*pairs[:at], *rest]
    namesake = [(_nominative(word), spelt) for word, spelt in tail[:length]]
    return [*pairs[:at], *namesake, *rest]


def _is_said(word: str) -> bool:
    """Whether a word says what a firm is or where, and not its name."""
    return word.isdigit() or is_trade_word(word) or is_place(word) or is_ordinary(word)


def _nominative(word: str) -> str:
    """A Russian man's family name in the genitive as it is in the nominative."""
    found = _GENITIVE.match(word)
    return found[1] if found else word


def _without_city(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without `city` beside the name of one."""
    if _CITY not in [word for word, _ in pairs]:
        return pairs
    beside = zip([("", ""), *pairs], pairs, [*pairs[1:], ("", "")], strict=False)
    return [
        pair
        for before, pair, after in beside
        if pair[0] != _CITY or not (is_place(before[0]) or is_place(after[0]))
    ]


def _kept(pairs: list[tuple[str, str]], *, is_stock: bool) -> list[tuple[str, str]]:
    """Without words that say nothing, unless nothing else is left."""
    all_words = {found for found, _ in pairs}
    if not of_form().isdisjoint(all_words):
        is_stock = True
        pairs = [pair for pair in pairs if not is_part_of_form(pair[1])]
    elif sum([is_near_stock(spelt) for _, spelt in pairs]) > 1:
        pairs = [pair for pair in pairs if not is_near_stock(pair[1])]
    said = dropped(is_stock=is_stock, is_unitary=UNITARY in all_words)
    last = len(pairs) - 1
    kept = [
        pair
        for at, pair in enumerate(pairs)
        if pair[0] not in said and not (0 < at < last and is_joining(pair[1]))
    ]
    if len(all_words) < len(pairs):
        kept = list(_once(kept))
    for found, _ in kept:
        if len(found) > 1 and not legal_class(found):
            return kept
    plain = joining()
    return [pair for pair in pairs if pair[0] not in plain] or pairs


def _without_initials(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without two letters that follow each other, as of whom a plant is named after."""
    letters = [len(found) == 1 and found.isalpha() for found, _ in pairs]
    if sum(letters) < 2:  # two that are neighbours are wanted
        return pairs
    beside = zip([False, *letters], [*letters[1:], False], strict=False)
    return [
        pair
        for pair, letter, near in zip(pairs, letters, beside, strict=True)
        if not (letter and any(near))
    ]


def _once(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each word once; a number stands for itself, and a brand may say a word twice."""
    seen: set[str] = set()
    before = ("", "")
    for pair in pairs:
        word = pair[0]
        if word not in seen or pair == before or word.isdigit() or len(word) == 1:
            yield pair
        seen.add(word)
        before = pair


def _joined(pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Phrases as their concepts; a phrase's spelling is that of all its words."""
    plain = joining()
    read = [pair for pair in pairs if pair[0] not in plain] or pairs
    heads, phrases = _heads(), _phrases()
    at = 0
    while at < len(read):
        longest = min(heads.get(read[at][0], 0), len(read) - at)
        for length in range(longest, 1, -1):
            put = phrases.get(tuple(found for found, _ in read[at : at + length]))
            if put is not None:
                spelt = [word for _, word in read[at : at + length]]
                first, last = spelt[: len(put) - 1], spelt[len(put) - 1 :]
                yield from zip(put, [*first, "".join(last)], strict=True)
                at += length
                break
        else:
            yield read[at]
            at += 1
