"""Goods, tariff codes and part numbers in free text, with the place of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from enduse.goods.classify import phrases
from enduse.goods.classify.attributes import is_part
from enduse.goods.classify.folded_lines import headings_of_words
from enduse.goods.classify.latinised import as_written
from enduse.goods.classify.normal import folded, words_of
from enduse.goods.classify.references import references
from enduse.goods.classify.stated_codes import bare_codes, stated_codes
from enduse.goods.classify.stems import stem
from enduse.goods.classify.surroundings import is_other
from enduse.goods.words import parts

Kind = Literal["goods", "hs", "eccn", "cas", "part"]
MAX_TEXT = 20_000
_PART = re.compile(
    r"(?<![A-Za-z0-9/#.-])[A-Za-z0-9][A-Za-z0-9/#+.-]{4,39}(?![A-Za-z0-9])"
)
_WITH_DIGIT = re.compile(r"[^\s\d]*\d\S{3,}")
_WORD = words_of(r"[^\W_]")
_DIGITS = re.compile(r"\d[\d. A-E]\d|[A-Za-z]\d\d|\d-\d\d-\d")
_HAN = re.compile(
    r"(?:(?<![A-Za-z0-9])[A-Za-z0-9]{1,6})?[\u3040-\u30ff\u3400-\u9fff]{2,}"
)
_LONGEST_HAN = 20  # signs of a known word without blanks


@dataclass(frozen=True, slots=True)
class GoodSpan:
    """A piece of text that names goods: from `start` up to `end`, as written."""

    start: int
    end: int
    text: str
    kind: Kind


def find_goods(text: str) -> list[GoodSpan]:
    """The goods phrases, HS and ECCN codes and part numbers of a text, in its order.

    Spans do not overlap. A part number counts where a maker's grammar has it; a phrase
    where it stands among the known words of trade.

    *Example*:
    >>> [(s.text, s.kind) for s in find_goods("PAYMENT FOR CNC LATHE HS 8458.11")]
    [('CNC LATHE', 'goods'), ('8458.11', 'hs')]
    """
    cut = text[:MAX_TEXT]
    found: list[GoodSpan] = []
    if _DIGITS.search(cut):
        found += _codes(cut)
        found += _parts(cut)
    named = _phrases(cut)
    found += named
    if named:
        found += _bare(cut, named)
    taken: list[GoodSpan] = []
    end = 0
    order = {"hs": 0, "eccn": 1, "cas": 2, "part": 3, "goods": 4}
    for span in sorted(found, key=lambda s: (s.start, order[s.kind], -s.end)):
        if span.start >= end:
            taken.append(span)
            end = span.end
    return taken


def _codes(text: str) -> list[GoodSpan]:
    codes = stated_codes(text)
    return [GoodSpan(start, end, text[start:end], kind) for start, end, kind in codes]


def _bare(text: str, phrases_: list[GoodSpan]) -> Iterator[GoodSpan]:
    """Numbers that are tariff codes by the goods that are named beside them.

    One that is makes others of as many digits codes too: they stand in a list.
    """
    found = list(bare_codes(text))
    headings = [_headings(span.text) for span in phrases_] if found else []
    sure = {
        end - start
        for start, end, heading in found
        if any(heading in own for own in headings)
    }
    for start, end, _ in found:
        if end - start in sure:
            yield GoodSpan(start, end, text[start:end], "hs")


def _headings(phrase: str) -> set[str]:
    """The headings of goods whose names hold every word of a phrase."""
    held = headings_of_words()
    words = [held.get(word, "").split() for word in folded(phrase).split()]
    return set(words[0]).intersection(*words[1:]) if words else set()


def _parts(text: str) -> list[GoodSpan]:
    found = []
    papers: list[tuple[int, int]] | None = None
    for match in _WITH_DIGIT.finditer(text):
        piece = match.group()
        if not any(map(str.isalpha, piece)):
            continue
        for inner in _PART.finditer(piece):
            word = inner.group().rstrip("./-+#")
            if is_part(word) and any(_sure(r.pattern) for r in parts.find(word)):
                start = match.start() + inner.start()
                papers = references(text) if papers is None else papers
                if not any(a <= start < b for a, b in papers):
                    found.append(GoodSpan(start, start + len(word), word, "part"))
    return found


def _sure(pattern: str) -> bool:
    """Whether a pattern says enough to stand without its maker's name."""
    return sum(sign.isalnum() for sign in pattern) >= 4


def _phrases(text: str) -> list[GoodSpan]:
    known = phrases.sizes()
    plain = _plain_words(text)
    stems = [stem(word) for word in plain]
    found = _unspaced(text) if not text.isascii() else []
    if known.keys().isdisjoint(stems):
        return found
    words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
    reach = _reach(known, stems)
    at = 0
    while at < len(words):
        size = _longest(known[stems[at]], stems, at, reach[at]) if reach[at] else 0
        if size:
            start, end = words[at][0], words[at + size - 1][1]
            if not is_other(text, start, end):
                found.append(GoodSpan(start, end, text[start:end], "goods"))
        at += size or 1
    return found


def _longest(sizes: list[int], stems: list[str], at: int, reach: int) -> int:
    """How many words the longest phrase has that begins at a word; 0 for none."""
    for size in sizes:
        if size <= reach and phrases.key(stems[at : at + size]) in phrases.stemmed():
            return size
    return 0


def _reach(known: dict[str, list[int]], stems: list[str]) -> list[int]:
    """How many words from each on stand in some phrase: none reaches further."""
    reach = [0] * (len(stems) + 1)
    for at in range(len(stems) - 1, -1, -1):
        reach[at] = reach[at + 1] + 1 if stems[at] in known else 0
    return reach


def _plain_words(text: str) -> list[str]:
    """The words of a text, folded; Russian ones in Latin letters put back."""
    if text.isascii():
        words = _WORD.findall(text.lower())
        written = as_written(text)
        if written is text:
            return words
        own = _WORD.findall(written)
        return [folded(word) for word in own] if len(own) == len(words) else words
    return [folded(word) for word in _WORD.findall(text)]


def _unspaced(text: str) -> list[GoodSpan]:
    """Known words within runs of signs that are written without blanks."""
    known, begun = phrases.phrases(), phrases.begun()
    found = []
    for run in _HAN.finditer(text):
        signs, at = run.group().lower(), 0
        while at < len(signs) - 1:
            sizes = range(min(_LONGEST_HAN, len(signs) - at), 1, -1)
            inside = at and signs[at].isascii() and signs[at - 1].isascii()
            if inside or signs[at : at + 2] not in begun:
                sizes = range(0)
            size = next((n for n in sizes if signs[at : at + n] in known), 0)
            if size:
                start = run.start() + at
                piece = text[start : start + size]
                found.append(GoodSpan(start, start + size, piece, "goods"))
            at += max(size, 1)
    return found
