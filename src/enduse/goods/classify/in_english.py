"""A description in English, word by word, where a table has its words.

Names of goods were written for some tongues only, and what was written does not carry
over to other goods. Materials, uses and kinds of things do: with "ghế" and "gỗ" known,
a wooden chair is one, and what English lines know of it is known of it. The words
stand in `words/vocabulary.tsv`, by concept, a column a tongue.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from enduse.goods.classify.normal import folded
from enduse.goods.classify.tongues import Tongue, tongue, tongues_of
from enduse.goods.words.lines import common_lines, rows_of, word_lines
from enduse.text.tables import derived

LEAST = 0.3  # of the letters of the words, so that a text is in a tongue
_READ = 300  # characters
_JOINS = frozenset(["for", "with", "without"])
_LONGEST_WIDE = 10  # signs of a word where no blanks stand between words
_SHORT = 2  # letters of a word that says nothing of the tongue
_UNSPACED = ("kana", "hangul")


class InEnglish(NamedTuple):
    """What a text says in English, its tongue, and the share of its letters read."""

    text: str
    lang: str
    share: float


class _Words(NamedTuple):
    """English by the words of a tongue: as they are, and cut; the most words of one."""

    whole: dict[str, str]
    cut: dict[str, str]
    most: int

    def english(self, own: Tongue, words: list[str]) -> str | None:
        """What some words mean together; None where the table does not tell."""
        found = self.whole.get(" ".join(words))
        return self.cut.get(" ".join(map(own.cut, words))) if found is None else found


class _Read(NamedTuple):
    """English words in the order of the text, letters read, and letters in all.

    `begun` and `ended` tell whether the first and the last word of a tongue were read.
    """

    english: tuple[str, ...] = ()
    read: int = 0
    letters: int = 0
    begun: bool | None = None
    ended: bool = False

    def with_word(self, english: str, letters: int) -> "_Read":
        """The same, one more word of the table read; '' for one that says nothing."""
        if not english:
            return self
        return _Read(
            (*self.english, english),
            self.read + letters,
            self.letters + letters,
            self.begun is not False,
            True,
        )

    def without(self, word: str, *, kept: bool = True) -> "_Read":
        """The same, with a word that the table lacks: a number or a name stays."""
        more = (word,) if word.isascii() and kept else ()
        if (len(word) <= _SHORT and kept) or any(map(str.isdigit, word)):
            return self._replace(english=(*self.english, *more))
        return _Read(
            (*self.english, *more),
            self.read,
            self.letters + len(word),
            bool(self.begun),
            False,
        )


def in_english(text: str) -> InEnglish | None:
    """The text in English; None for an English one and where too few words are known.

    *Example*:
    >>> in_english("ghế gỗ phòng ăn")
    InEnglish(text='dining wood chair', lang='vi', share=1.0)
    >>> in_english("wooden dining chair") is None
    True
    """
    cut = text[:_READ]
    if _is_english(cut):
        return None
    each = [_by(tongue(lang), cut) for lang in tongues_of(cut)]
    best, _ = max(each, key=lambda one: (one[0].share, one[1]), default=(None, 0))
    if best is None or best.share < LEAST or best.text == folded(cut):
        return None
    return best


def _is_english(text: str) -> bool:
    """Whether more than half of the words are those of English lines."""
    words = [w for w in folded(text).split() if len(w) > _SHORT and w.isalpha()]
    return 2 * sum(word in _english() for word in words) > len(words)


def _by(own: Tongue, text: str) -> tuple[InEnglish, int]:
    """What a text says by the words of one tongue, and how many letters are read.

    Where the word that names the thing is not read, the rest counts for half.
    """
    words = own.words(text)
    read = _wide if own.script in _UNSPACED else _spaced
    found = read(_table(own.lang), own, words)
    said = _in_order(own, found.english)
    share = found.read / max(found.letters, 1)
    named = found.begun if own.first else found.ended
    share = round(share if named else share / 2, 3)
    return InEnglish(" ".join(said), own.lang, share), found.read


def _spaced(table: _Words, own: Tongue, words: list[str]) -> _Read:
    """Words between blanks, the longest that the table has at each place."""
    said, at = _Read(), 0
    while at < len(words):
        size, english = _longest(table, own, words[at:])
        if english is None:
            english = _compound(table, own, words[at])
        if english is None:
            said = said.without(words[at])
        else:
            said = said.with_word(english, sum(map(len, words[at : at + size])))
        at += size
    return said


def _longest(table: _Words, own: Tongue, words: list[str]) -> tuple[int, str | None]:
    for size in range(min(table.most, len(words)), 0, -1):
        english = table.english(own, words[:size])
        if english is not None:
            return size, english
    return 1, None


def _compound(table: _Words, own: Tongue, word: str) -> str | None:
    """Two words written as one, as in Dutch: what is said of the thing, and it."""
    if not own.compounds:
        return None
    for at in range(len(word) - own.least, own.least - 1, -1):
        first, second = (table.english(own, [w]) for w in (word[:at], word[at:]))
        if first and second:
            return f"{first} {second}"
    return None


def _wide(table: _Words, _own: Tongue, words: list[str]) -> _Read:
    """Words without blanks between them, the longest at each place."""
    said = _Read()
    for word in words:
        if word.isascii():
            said = said.without(word)
            continue
        mixed = not all(map(_is_han, word))
        at = 0
        while at < len(word):
            size = next(_sizes(table, word[at:], one=mixed), 0)
            if size:
                english = table.whole[word[at : at + size]]
                said = said.with_word(english, size)
            else:
                said = said.without(word[at], kept=False)
            at += size or 1
    return said


def _sizes(table: _Words, rest: str, *, one: bool) -> Iterator[int]:
    """Sizes of words of the table that a run begins with, the longest first.

    One sign is a word where it is all there is, or a Han sign among others (`one`).
    """
    for size in range(min(_LONGEST_WIDE, len(rest)), 0, -1):
        sign = size > 1 or (one and not _is_hangul(rest[0]))
        if rest[:size] in table.whole and sign:
            yield size


def _is_han(sign: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff"


def _is_hangul(sign: str) -> bool:
    return "\uac00" <= sign <= "\ud7af"


def _in_order(own: Tongue, english: tuple[str, ...]) -> list[str]:
    """The words as English has them: what is said of a thing before it, "for" behind.

    *Example*:
    >>> _in_order(tongue("tr"), ("electric motor", "for", "bearing"))
    ['bearing', 'for', 'electric motor']
    """
    if own.behind:
        return _turned(english)
    found: list[str] = []
    begun = 0
    for at, word in enumerate((*english, "for")):
        if word in _JOINS:
            part = english[begun:at]
            found += [*(part[::-1] if own.first else part), word]
            begun = at + 1
    return found[:-1]


def _turned(english: tuple[str, ...]) -> list[str]:
    """What stands before the first "for" behind it, unless nothing follows."""
    at = next((n for n, word in enumerate(english) if word in _JOINS), 0)
    rest = english[at + 1 :]
    return [*rest, english[at], *english[:at]] if at and rest else list(english)


@cache
def _table(lang: str) -> _Words:
    own = tongue(lang)
    whole: dict[str, str] = {}
    cut: dict[str, str] = {}
    for form, english in _forms(lang):
        words = own.words(form)
        whole.setdefault(" ".join(words), english)
        cut.setdefault(" ".join(map(own.cut, words)), english)
        if lang == "vi":  # as texts of banks have it
            whole.setdefault(folded(form), english)
    return _Words(whole, cut, max(len(form.split()) for form in whole))


def _forms(lang: str) -> Iterator[tuple[str, str]]:
    """Each word of a tongue with its English; those that say nothing with ''."""
    rows = rows_of(files("enduse.goods.words") / "vocabulary.tsv")
    place = next(rows).index(lang)
    for row in rows:
        for form in row[place].split("|"):
            if form:
                yield form, row[0]
    for word in tongue(lang).silent:
        yield word, ""


@cache
def _english() -> frozenset[str]:
    return frozenset(_english_words())


@derived
def _english_words() -> list[str]:
    """The words of English lines."""
    lines = (*word_lines(), *common_lines())
    own = (folded(line.text).split() for line in lines if line.lang == "en")
    return sorted({word for words in own for word in words})
