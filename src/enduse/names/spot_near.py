"""Where a text may have a listed name with a slip, or spelt another way.

`SALARY DENIS MANTUROW AUGUST`, `goods for Zavod Stroymasch`: names are filed by the
consonants that are heard of all their words, and by those less one. What stands in a
text between words that are of no name is searched where its consonants are so filed.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from enduse.model import ListedName, PartyKind
from enduse.names import sides, spot_keys, spot_ships
from enduse.names.form import parse
from enduse.text.concepts import is_place, is_trade_word
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import is_given
from enduse.text.met import Met
from enduse.text.narrative import is_narrative, is_said
from enduse.text.romanise import romanise
from enduse.text.tables import table
from enduse.text.tokens import words as tokens_of

_MOST_WORDS = 7
_ODD_LETTERS = 4
_ALONE_LETTERS = 8
_NAME_PARTS = 3  # letters: `von`, `bin`, `al`
_HARD = re.compile(r"[;|()<>/=#*+{}\[\]（）：；]|:(?!\w)|\s[-–—]+\s|\.\s")
_EASTERN = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_ENDINGS = (
    (re.compile(r"(?i)(?<=ск)(?:ого|ому|им|ом)\b"), "ий"),
    (re.compile(r"(?i)(?<=[аеио])(?:я|ю|ем)\b"), "й"),
    (re.compile(r"(?i)(?<=\w{3}[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|ем|ым)\b"), ""),
)
_KINDS: tuple[PartyKind, ...] = ("entity", "person")
_SOFT = re.compile(r"[^\s'’\-]|\n")


class Word(NamedTuple):
    """The tokens of a word of a text, and what it may be beside, or within, a name.

    `spelt` are those as they stand, before a trade word got its one spelling. An `odd`
    one no table knows: it may be misspelt; `alone` it may be a whole name. No name has
    a word that `parts`; one of `papers` may be a name's, one that `joins` stands within
    it; `known` and `low` ones are the text's as often.
    """

    said: tuple[str, ...]
    spelt: tuple[str, ...]
    odd: bool
    alone: bool
    parts: bool
    papers: bool
    form: bool
    joins: bool
    known: bool
    low: bool


class Window(NamedTuple):
    """Words `start` to `end` of a text; an `open` one may be part of a longer name."""

    start: int
    end: int
    open: bool


def _word(word: str) -> Word:
    said = spot_keys.READ[word]
    letters = [t for t in said if t.isalpha()]
    form = sides.is_legal(word)
    parts = (
        len(letters) < len(said)
        or not said
        or sides.parts(word)
        or not _months().isdisjoint(letters)
    )
    known = [t for t in letters if is_ordinary(t) or is_place(t) or is_trade_word(t)]
    narrative = is_narrative(word.lower())
    papers = (
        sides.is_of_papers(word)
        or is_said(word.lower())
        or any(map(spot_ships.is_outside, said))
    )
    odd = not (form or parts or papers or narrative) and any(
        len(t) >= _ODD_LETTERS and t not in known and not sides.is_named(t)
        for t in letters
    )
    return Word(
        said,
        tuple(tokens_of(word)),
        odd,
        odd and len(said[0]) >= _ALONE_LETTERS,
        parts,
        papers,
        form,
        sides.joins(word),
        bool(known) or narrative,
        word.islower() and len(word) > _NAME_PARTS,
    )


KNOWN = Met(_word)


@cache
def _months() -> frozenset[str]:
    return frozenset(table("ship_words")["months"]["words"].split())


def windows(text: str, said: Sequence[str]) -> Iterator[tuple[int, int, Window]]:
    """The parts of a text that may be a name with a slip, and where each stands.

    The longest of some words side by side come first; `said` are its words.
    """
    known = list(map(KNOWN.__getitem__, said))
    cased = not text.isupper() and not text.islower()
    odd = [at for at, word in enumerate(known) if word.odd]
    if not odd or (cased and all(known[at].low for at in odd)):
        return
    places = [hit.span() for hit in spot_keys.word_pattern(text).finditer(text)]
    gaps = [text[a:b] for (_, a), (b, _) in pairwise(places)]
    for first, last in _runs(known, gaps, cased=cased):
        for window in _of_run(known[first:last], gaps[first : last - 1]):
            start, end = window.start + first, window.end + first
            yield places[start][0], places[end - 1][1], Window(start, end, window.open)


def _runs(
    known: Sequence[Word], gaps: Sequence[str], *, cased: bool
) -> Iterator[tuple[int, int]]:
    """The words side by side that may be of one name, where one of them is odd."""
    first = 0
    for at in range(len(known) + 1):
        ends = at == len(known)
        outside = not ends and (known[at].parts or (cased and known[at].low))
        broken = (
            first < at
            and not ends
            and _is_broken(gaps[at - 1], *known[at - 1 : at + 1])
        )
        if ends or outside or broken:
            if any(word.odd for word in known[first:at]):
                yield first, at
            first = at + 1 if outside else at


def _is_broken(gap: str, before: Word, behind: Word) -> bool:
    """Whether no name goes on over what stands between two words."""
    if gap == " ":
        return False
    return ("," in gap and (before.known or behind.known)) or bool(_HARD.search(gap))


_NOT, _MAYBE, _SURE = range(3)


def _of_run(words: Sequence[Word], gaps: Sequence[str]) -> Iterator[Window]:
    """The parts of a run of words that may be a name, the longest first."""
    count = len(words)
    begins = [_SURE, *map(_begins, gaps, words, words[1:])]
    ends = [*map(_ends, gaps, words, words[1:]), _SURE]
    starts = [at for at in range(count) if begins[at] and not _is_edge(words[at])]
    stops = [at for at in range(count) if ends[at] and not _is_edge(words[at])]
    found = [
        Window(start, stop + 1, open=_MAYBE in (begins[start], ends[stop]))
        for start in starts
        for stop in stops
        if start <= stop < start + _MOST_WORDS
        and (start < stop or words[start].alone)
        and any(word.odd for word in words[start : stop + 1])
    ]
    yield from sorted(found, key=lambda w: (w.start - w.end, w.open))


def _is_edge(word: Word) -> bool:
    """Whether no name begins or ends with a word."""
    return word.form or word.joins


def _begins(gap: str, before: Word, word: Word) -> int:
    """How sure a name may begin with a word."""
    if before.form or before.joins or before.papers or _SOFT.search(gap):
        return _SURE
    return _MAYBE if before.known or word.known else _NOT


def _ends(gap: str, word: Word, behind: Word) -> int:
    """How sure a name may end with a word."""
    if behind.form or behind.papers or _SOFT.search(gap):
        return _SURE
    return _MAYBE if behind.joins or behind.known or word.known else _NOT


def asked(known: Sequence[Word]) -> tuple[str, ...]:
    """The names that a part of a text may say with a slip: as read, and as spelt."""
    words = [word for word in known if not word.form]
    said = " ".join([token for word in words for token in word.said])
    spelt = " ".join([token for word in words for token in word.spelt])
    return (said,) if spelt == said else (said, spelt)


def is_spotted(name: str) -> bool:
    """Whether a listed name, spelt as it is listed, would be looked for in texts."""
    return any(
        key[0] not in spot_keys.SIGNS
        for kind in _KINDS
        for key in spot_keys.of_name(ListedName(name), kind, parse(name, kind))
    )


def nominative(text: str) -> str:
    """Russian words of a text as names are listed, their endings taken off.

    None where a word has no such ending, or is a woman's name as it stands.

    *Example*

    >>> nominative("Шамалова Николая Терентьевича"), nominative("Рособоронэкспорту")
    ('Шамалов Николай Терентьевич', 'Рособоронэкспорт')
    >>> nominative("Александра Потапова")
    'Александра Потапова'
    """
    words = text.split()
    plain = [_nominative(word) for word in words]
    both = zip(words, plain, strict=True)
    if any(a == b or is_given(romanise(a).lower()) for a, b in both):
        return text
    return " ".join(plain)


def _nominative(word: str) -> str:
    for ending, plain in _ENDINGS:
        if ending.search(word):
            return ending.sub(plain, word)
    return word
