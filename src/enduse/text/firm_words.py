"""The words of a firm's name as concepts: one token for whatever says the same thing.

`Научно-производственное объединение «Луч»`, `Research and Production Association Luch`
and `NPO Luch` become the same tokens; words that only join others, or that every firm
may have (`company`), are left out.

*Source*: what single words stand for is in `firm_concept`, short words for bodies in
`firm_bodies`, phrases in `firm_phrases`, words that say nothing in `left_out`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from enduse.text.concepts import is_place, is_trade_word
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_phrases import heads, openings, phrases
from enduse.text.firm_word import (
    AIR,
    CITY,
    EMPTY,
    HEAD,
    INITIAL,
    JOINING,
    LEFT_OUT,
    NAMED,
    NEAR_STOCK,
    SPECIAL,
    WORDS,
    FirmWord,
    said,
    signs_of,
)
from enduse.text.left_out import UNITARY, dropped, joining, of_form
from enduse.text.left_out_slips import is_part_of_form

_OWN_LETTERS = 4  # more of which a word of a name of its own has
_EZAFE = "e"  # of Persian, between two words
_MANY = 5  # words, from which initials are left out
_NAMED_WORDS = 6
_AVIATION = "aviation"  # as the last word: `Iran Air`
_GENITIVE = re.compile(r"^([a-z]{2,}(?:ov|ev|in|yn|[knrtlms]))a$")
_NOBODY = FirmWord("", "", 0)

Words = list[FirmWord]


def concepts(
    tokens: Sequence[str], legal: Sequence[str] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens as concepts, and beside each as it was spelt.

    `legal` has the classes of the legal forms taken off, of which words may be left.

    *Example*

    >>> concepts(["company", "for", "machine", "building", "luch"])
    (('machine', 'luch'), ('machinebuilding', 'luch'))
    """
    words = [WORDS[token] for token in tokens]
    read = told(words, legal, signs_of(words))
    return tuple([one.concept for one in read]), tuple([one.spelt for one in read])


def told(words: Words, legal: Sequence[str], signs: int) -> Words:
    """The words that tell of the firm, phrases as one; see `concepts`.

    `signs` are those of all words.
    """
    if not signs:
        return words if _all_differ(words) else list(_once(words))
    if signs & INITIAL and len(words) >= _MANY:
        words = _without_initials(words)
    if signs & SPECIAL and len(words) > 1 and words[-1].concept == AIR:
        words = [*words[:-1], said(_AVIATION, AIR)]
    if signs & HEAD and (signs & LEFT_OUT or _has_phrase(words)):
        words = list(_joined(words))
        signs = signs_of(words)
    if signs & SPECIAL:
        words = _without_city(_without_namesake(words))
        signs = signs_of(words)
    return _kept(words, signs, is_stock="jsc" in legal)


def _all_differ(words: Words) -> bool:
    return len({one.concept for one in words}) == len(words)


def _without_namesake(words: Words) -> Words:
    """Without whom a firm is named after, where it has a name of its own.

    Else that name as it is when nothing is said to be its own: `Kozlova`, `Kozlov`.
    """
    at = next((at for at, one in enumerate(words) if one.concept == NAMED), -1)
    if at < 0:
        return words
    tail = words[at + 1 :][:_NAMED_WORDS]
    length = next((i for i, one in enumerate(tail) if _is_said(one)), len(tail))
    own = (one for one in words[:at] if not _is_said(one))
    rest = words[at + 1 + length :]
    if any(len(one.concept) > _OWN_LETTERS for one in own):
        return [*words[:at], *rest]
    namesake = [said(_nominative(one.concept), one.spelt) for one in tail[:length]]
    return [*words[:at], *namesake, *rest]


def _is_said(one: FirmWord) -> bool:
    """Whether a word says what a firm is or where, and not its name."""
    word = one.concept
    return word.isdigit() or is_trade_word(word) or is_place(word) or is_ordinary(word)


def _nominative(word: str) -> str:
    """A Russian man's family name in the genitive as it is in the nominative."""
    found = _GENITIVE.match(word)
    return found[1] if found else word


def _without_city(words: Words) -> Words:
    """Without `city` beside the name of one."""
    if all(one.concept != CITY for one in words):
        return words
    beside = zip([_NOBODY, *words], words, [*words[1:], _NOBODY], strict=False)
    return [
        one
        for before, one, after in beside
        if one.concept != CITY
        or not (is_place(before.concept) or is_place(after.concept))
    ]


def _kept(words: Words, signs: int, *, is_stock: bool) -> Words:
    """Without words that say nothing, unless nothing else is left."""
    all_words = {one.concept for one in words}
    if signs & LEFT_OUT and not of_form().isdisjoint(all_words):
        is_stock = True
        words = [one for one in words if not is_part_of_form(one.spelt)]
    elif signs & NEAR_STOCK and len([x for x in words if x.signs & NEAR_STOCK]) > 1:
        words = [one for one in words if not one.signs & NEAR_STOCK]
    kept = words
    if signs & (LEFT_OUT | JOINING):
        nothing = dropped(is_stock=is_stock, is_unitary=UNITARY in all_words)
        kept = [one for one in _without_joining(words) if one.concept not in nothing]
    if len(all_words) < len(words):
        kept = list(_once(kept))
    for one in kept:
        if not one.signs & EMPTY:
            return kept
    return [one for one in words if one.concept not in joining()] or words


def _without_joining(words: Words) -> Words:
    """Without words between two others that only join them."""
    inner = [one for one in words[1:-1] if not one.signs & JOINING]
    return [*words[:1], *inner, *words[1:][-1:]]


def _without_initials(words: Words) -> Words:
    """Without two letters that follow each other, as of whom a plant is named after."""
    letters = [bool(one.signs & INITIAL) for one in words]
    if sum(letters) < 2:  # two that are neighbours are wanted
        return words
    beside = zip([False, *letters], [*letters[1:], False], strict=False)
    return [
        one
        for one, letter, near in zip(words, letters, beside, strict=True)
        if not (letter and any(near))
    ]


def _once(words: Words) -> Iterator[FirmWord]:
    """Each word once; a number stands for itself, and a brand may say a word twice."""
    seen: set[str] = set()
    before = ("", "")
    for one in words:
        word, spelt = one.concept, one.spelt
        again = (word, spelt) == before or word.isdigit() or len(word) == 1
        if again or word not in seen:
            yield one
        seen.add(word)
        before = (word, spelt)


def _has_phrase(words: Words) -> bool:
    """Whether a phrase begins with two neighbours."""
    begin = openings()
    said = [one.concept for one in words if one.concept != _EZAFE]
    return any(pair in begin for pair in pairwise(said))


def _joined(words: Words) -> Iterator[FirmWord]:
    """Phrases as their concepts; a phrase's spelling is that of all its words.

    A phrase put as more words than it has is spelt as those: no word is spelt as none.
    """
    ends = 0, len(words) - 1
    read = [
        one
        for at, one in enumerate(words)
        if one.concept not in joining() and (one.concept != _EZAFE or at in ends)
    ] or words
    longest, known = heads(), phrases()
    at = 0
    while at < len(read):
        most = min(longest.get(read[at].concept, 0), len(read) - at)
        for length in range(most, 1, -1):
            put = known.get(tuple([one.concept for one in read[at : at + length]]))
            if put is not None:
                spelt = [one.spelt for one in read[at : at + length]]
                if len(put) > length:
                    spelt += put[length:]
                first, last = spelt[: len(put) - 1], spelt[len(put) - 1 :]
                yield from map(said, put, [*first, "".join(last)])
                at += length
                break
        else:
            yield read[at]
            at += 1
