"""Two names held side by side, with the letters that differ.

Words are paired first, so that `PETROV, Ivan` and `Ivan Petrov` show no difference;
within a pair, and for names written together or apart, an edit script says which
letters differ. Spaces, punctuation and case are not differences. A letter is what a
reader sees as one: a base with its accents, whether precomposed or not.

*Source*: Unicode Standard Annex 29, section 3 (grapheme clusters, simplified).
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from rapidfuzz.distance import Indel

SpanKind = Literal["same", "accent", "differs"]
_LONGEST = 400
_ALIKE = 0.5
_JOIN = "\u200d"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters of one kind; `accent`: the same letters, other accents."""

    text: str
    kind: SpanKind


@dataclass(frozen=True, slots=True)
class Marks:
    """Both sides as spans, which joined give back the names as written.

    *Units*: `differing` and `letters` count letters on both sides together.
    `comparable` is False for names with no script in common: then nothing is marked.
    `cut` says that one was too long to compare beyond its beginning.
    """

    left: tuple[Span, ...]
    right: tuple[Span, ...]
    differing: int = 0
    letters: int = 0
    comparable: bool = True
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Letter:
    at: int
    base: str
    full: str


@dataclass(frozen=True, slots=True)
class _Side:
    clusters: list[str]
    words: list[list[_Letter]]

    @property
    def letters(self) -> list[_Letter]:
        return [letter for word in self.words for letter in word]


_Kinds = dict[int, SpanKind]
_Pairing = tuple[_Kinds, _Kinds]


def mark(left: str, right: str) -> Marks:
    """The spans of both names, and how many letters differ.

    *Example*

    >>> [s.text for s in mark("PETROFF, Ivan", "Ivan Petrov").left if s.kind != "same"]
    ['FF']
    """
    one, two = _side(left), _side(right)
    if not _scripts(one) & _scripts(two) and one.words and two.words:
        return Marks(_plain(left), _plain(right), comparable=False)
    letters = len(one.letters) + len(two.letters)
    kinds, joined = _by_words(one, two), _by_letters(one.letters, two.letters)
    if _cost(joined) < _cost(kinds) and _cost(joined)[0] <= letters * (1 - _ALIKE):
        kinds = joined  # written together or apart; not letters met by chance
    return Marks(
        tuple(_spans(one.clusters, kinds[0])),
        tuple(_spans(two.clusters, kinds[1])),
        differing=_cost(kinds)[0],
        letters=letters,
        cut=max(len(one.letters), len(two.letters)) >= _LONGEST,
    )


def clusters(text: str) -> Iterator[str]:
    """The letters a reader sees: a base with the accents and joiners that follow."""
    held = ""
    for char in text:
        if held and (_extends(char) or held.endswith(_JOIN)):
            held += char
            continue
        if held:
            yield held
        held = char
    if held:
        yield held


def _extends(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc", "Me") or char == _JOIN


def _side(text: str) -> _Side:
    parts = list(clusters(text))
    words: list[list[_Letter]] = []
    room = _LONGEST
    for is_word, group in groupby(enumerate(parts), key=lambda p: _in_word(p[1])):
        if is_word and room:
            letters = [_letter(at, cluster) for at, cluster in group][:room]
            room -= len(letters)
            words.append(letters)
    return _Side(parts, words)


def _in_word(cluster: str) -> bool:
    return unicodedata.category(cluster[0])[0] in "LNS" or cluster[0] in "'’`"


def _letter(at: int, cluster: str) -> _Letter:
    full = cluster.casefold()
    if full.isascii():
        return _Letter(at, full, full)
    full = unicodedata.normalize("NFC", full)
    apart = unicodedata.normalize("NFD", full)
    return _Letter(at, "".join(c for c in apart if not _extends(c)) or full, full)


def _scripts(side: _Side) -> set[str]:
    """The scripts of the letters, or of the digits where there are no letters."""
    signs = [letter.base[0] for letter in side.letters]
    names = [unicodedata.name(c, "") for c in signs if c.isalpha()] or ["DIGIT"]
    return {name.split(" ")[0] for name in names}


def _by_words(one: _Side, two: _Side) -> _Pairing:
    """Kinds when each word is held against the word most like it."""
    kinds: _Pairing = ({}, {})
    free = dict(enumerate(two.words))
    texts = {at: _text(word) for at, word in free.items()}
    ranked = sorted(
        (-Indel.normalized_similarity(_text(word), texts[b]), a, b)
        for a, word in enumerate(one.words)
        for b in texts
    )
    paired: set[int] = set()
    for likeness, a, b in ranked:
        if -likeness < _ALIKE or a in paired or b not in free:
            continue
        paired.add(a)
        _join(kinds, _by_letters(one.words[a], free.pop(b)))
    rest = [word for a, word in enumerate(one.words) if a not in paired]
    _differ(kinds[0], (letter for word in rest for letter in word))
    _differ(kinds[1], (letter for word in free.values() for letter in word))
    return kinds


def _text(word: Sequence[_Letter]) -> str:
    return "".join(letter.base for letter in word)


def _join(kinds: _Pairing, more: _Pairing) -> None:
    kinds[0].update(more[0])
    kinds[1].update(more[1])


def _differ(kinds: _Kinds, letters: Iterator[_Letter]) -> None:
    kinds.update((letter.at, "differs") for letter in letters)


def _by_letters(one: Sequence[_Letter], two: Sequence[_Letter]) -> _Pairing:
    """Kinds from the shortest edit script between two runs of letters."""
    kinds: _Pairing = ({}, {})
    script = Indel.opcodes([x.base for x in one], [x.base for x in two])
    for op in script:
        left = one[op.src_start : op.src_end]
        right = two[op.dest_start : op.dest_end]
        if op.tag != "equal":
            _differ(kinds[0], iter(left))
            _differ(kinds[1], iter(right))
            continue
        for a, b in zip(left, right, strict=True):
            if a.full != b.full:
                kinds[0][a.at] = kinds[1][b.at] = "accent"
    return kinds


def _cost(kinds: _Pairing) -> tuple[int, int]:
    marked = [*kinds[0].values(), *kinds[1].values()]
    return marked.count("differs"), len(marked)


def _spans(parts: Sequence[str], kinds: _Kinds) -> Iterator[Span]:
    each = ((kinds.get(at, "same"), part) for at, part in enumerate(parts))
    for kind, run in groupby(each, key=lambda pair: pair[0]):
        yield Span("".join(part for _, part in run), kind)


def _plain(text: str) -> tuple[Span, ...]:
    return (Span(text, "same"),) if text else ()
