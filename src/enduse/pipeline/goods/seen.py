"""The goods that a subject speaks of: lines of documents, and words in free text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from enduse.goods.classify.classification import Classification
from enduse.goods.classify.classifier import Classifier
from enduse.goods.classify.references import without_references
from enduse.goods.classify.several import apart, pieces_of
from enduse.goods.classify.sought import speaks_of_sought
from enduse.goods.classify.spans import find_goods
from enduse.goods.classify.surroundings import is_other_matter
from enduse.goods.classify.vague import is_generic
from enduse.goods.components import Components, Hit
from enduse.goods.control import ControlLists
from enduse.goods.words.parts import find as part_readings
from enduse.library.store import Library
from enduse.messages.trade.roles import DATES, REFERENCES
from enduse.model import Control, Fact, Good, Identifier, Text
from enduse.model.origin import Origin

TARIFF = ("hs", "cn", "hts", "tnved", "eccn")
STATED = (*TARIFF, "cas")  # a substance, but not in which form it is sold
_NOT_SEARCHED = frozenset(
    {*DATES, *REFERENCES, "document_type", "payment_terms", "goods_text"}
)
_TELLING = frozenset({"remittance", "purpose", "narrative"})
"""Texts that say what is paid for: read as goods even without a known phrase."""
_RUSSIA = re.compile(r"\brussian?\b|росси|俄罗斯|俄国", re.IGNORECASE)
_REMEMBERED = 50_000
_PART_P = 0.9
_SHOWN = 200  # characters of a text that stands for its goods
_A_LINE = 100  # characters of a line that speaks of one thing
_FEWEST = 4  # letters that can name goods
_LONGEST = 20_000  # characters of one free text that are searched for goods


@dataclass(frozen=True, slots=True)
class Seen:
    """One line of goods, where it was read, and what its words come to.

    `piece` tells that it is one of several goods that share a document's line.
    """

    good: Good
    origin: Origin
    classified: Classification | None
    of_document: bool
    piece: bool = False

    @property
    def says_russian(self) -> bool:
        """Whether the words themselves say that the goods are Russian."""
        return bool(_RUSSIA.search(self.good.description))


class Goods:
    """What a library knows of goods; each distinct description is classified once."""

    def __init__(self, library: Library) -> None:
        self._home: Path = library.folder.parent
        self._classified: dict[str, Classification] = {}
        self._spans: dict[tuple[str, bool], tuple[Good, ...]] = {}

    @cached_property
    def lists(self) -> ControlLists:
        """Every control list of the library."""
        return ControlLists.open(self._home)

    @cached_property
    def _classifier(self) -> Classifier:
        return Classifier.open(self._home)

    @cached_property
    def _components(self) -> Components:
        return Components.open(self._home)

    def prepare(self, subjects: Iterable[Sequence[Fact]]) -> None:
        """Classify the goods of many subjects at once; `seen` then only looks up."""
        if len(self._classified) + len(self._spans) > _REMEMBERED:
            self._classified.clear()
            self._spans.clear()
        self._classify(line for facts in subjects for line in self._lines(facts))

    def _classify(self, lines: Iterable[tuple[Good, bool]]) -> None:
        known = self._classified
        told = (text for line in lines for text in _texts(*line))
        words = {text for text in told if text not in known} - {""}
        if words:
            texts = sorted(words)
            found = self._classifier.classify(texts)
            self._classified.update(zip(texts, found, strict=True))

    def seen(self, facts: Sequence[Fact]) -> Iterator[Seen]:
        """Every line of goods, and every phrase, code and part number in free text.

        The goods of a document's line that holds several come after the line.
        """
        lines = list(self._lines(facts))
        self._classify(lines)
        for good, of_document in lines:
            said = self._classified.get(good.description)
            yield Seen(good, good.origin, said, of_document)
            pieces = pieces_of(good.description) if of_document else ()
            for own in apart([self._classified[piece] for piece in pieces]):
                alone = Good(own.text, good.origin, line=good.line, maker=good.maker)
                yield Seen(alone, good.origin, own, of_document, piece=True)

    def controls(self, line: Seen, day: date) -> list[Control]:
        """How control lists bear on a line, by the surest way its code is reached."""
        stated = [
            control
            for code in line.good.codes
            if code.scheme in STATED
            for control in self.lists.controls(code.value, at=day)
        ]
        by_part = [c for c in self._by_part(line, day) if not _same(c, stated)]
        if _is_stated(line.good):
            return _best(stated + by_part)
        return _best(stated + by_part + self._by_words(line, day))

    def hidden_by(self, line: Seen, hs6: str, day: date) -> tuple[Control, ...]:
        """Lists that bear on what the words mean and not on the code stated."""
        stated = {
            control.list
            for code in line.good.codes
            for control in self.lists.controls(code.value, at=day)
        }
        meant = self.lists.controls(hs6, at=day, via="classified")
        best = line.classified.candidates[0].p if line.classified else 0.0
        return tuple(
            replace(control, p=min(control.p, best))
            for control in meant
            if control.list not in stated
        )

    def components(self, line: Seen) -> list[Hit]:
        """Records of recovered equipment that hold a part number of the line."""
        parts = [c.value for c in line.good.codes if c.scheme == "part"]
        if line.classified:
            parts += line.classified.attributes.get("part_numbers", [])
        found: dict[tuple[str, str], Hit] = {}
        for part in dict.fromkeys(parts):
            for hit in self._components.find(part, line.good.maker):
                found.setdefault((hit.part, hit.origin.locator), hit)
        return list(found.values())

    def _by_part(self, line: Seen, day: date) -> list[Control]:
        parts = [c.value for c in line.good.codes if c.scheme == "part"]
        codes = {r.hs6 for part in parts for r in part_readings(part)[:1]}
        return [
            replace(control, p=min(control.p, _PART_P))
            for code in sorted(codes)
            for control in self.lists.controls(code, at=day, via="part")
        ]

    def _by_words(self, line: Seen, day: date) -> list[Control]:
        said = line.classified
        if said is None or said.too_vague:
            return []
        likely = {one.list: one.p for one in said.controlled}
        found: dict[str, Control] = {}
        for one in said.candidates:
            for control in self.lists.controls(one.hs6, at=day, via="classified"):
                if control.list not in found:
                    p = min(control.p, likely.get(control.list, one.p))
                    found[control.list] = replace(control, p=p)
        return list(found.values())

    def _lines(self, facts: Sequence[Fact]) -> Iterator[tuple[Good, bool]]:
        for fact in facts:
            value = fact.value
            if type(value) is Good:
                yield value, True
            elif type(value) is Text and fact.role not in _NOT_SEARCHED:
                telling = fact.role in _TELLING
                for good in self._in_text(value.text[:_LONGEST], telling):
                    yield replace(good, origin=fact.origin), False

    def _in_text(self, text: str, telling: bool) -> tuple[Good, ...]:
        found = self._spans.get((text, telling))
        if found is None:
            found = tuple(_goods_in(text, telling=telling))
            self._spans[text, telling] = found
        return found


def _texts(good: Good, of_document: bool) -> tuple[str, ...]:
    """What is classified for a line: its words, and those of each of its pieces."""
    pieces = pieces_of(good.description) if of_document else ()
    return (good.description, *pieces)


_NOWHERE = Origin("", "", "")


def _goods_in(text: str, *, telling: bool = True) -> Iterator[Good]:
    """The goods in a free text: its codes and parts go with its first phrase.

    Where the phrases are the lesser part of the text, all its words come after them.
    Where a text that says what is paid for holds no known phrase but a word of listed
    goods, its words stand as they are: the classifier judges what they mean.
    """
    spans = find_goods(text)
    codes = tuple(
        Identifier(span.kind, span.text) for span in spans if span.kind != "goods"
    )
    phrases = [span.text for span in spans if span.kind == "goods"]
    if phrases:
        yield Good(phrases[0], _NOWHERE, codes=codes)
        yield from (Good(phrase, _NOWHERE) for phrase in phrases[1:])
        whole = _paid_for(text) if telling and not codes else ""
        if 2 * sum(map(len, phrases)) < len(whole):
            yield Good(whole, _NOWHERE)
    elif codes:
        only = [] if telling else [c.value for c in codes if c.scheme == "part"]
        said = _line_with(text, only) if len(only) == len(codes) else text
        yield Good(" ".join(said.split())[:_SHOWN], _NOWHERE, codes=codes)
    elif telling and (said := _paid_for(text)):
        yield Good(said, _NOWHERE)


def _line_with(text: str, parts: Sequence[str]) -> str:
    """The line that a part number stands on; of a long one the numbers alone.

    The other words of a text that does not say what is paid for are of other matters.
    """
    line = next((one for one in text.splitlines() if parts[0] in one), "")
    return line if 0 < len(line) <= _A_LINE else " ".join(parts)


def _paid_for(text: str) -> str:
    """What a text without a known phrase is about; '' where it can be no goods."""
    words = without_references(text[:_SHOWN]).split()
    while words and _is_frame(words[0]):
        del words[0]
    while words and _is_frame(words[-1]):
        del words[-1]
    said = " ".join(words)
    letters = sum(map(str.isalpha, said))
    if letters < _FEWEST or is_other_matter(text) or not speaks_of_sought(said):
        return ""
    return said


@lru_cache(maxsize=16384)
def _is_frame(word: str) -> bool:
    """Whether a word at an end of a text speaks of paying, or is a bare number."""
    return not any(map(str.isalpha, word)) or is_generic(word)


def _is_stated(good: Good) -> bool:
    return any(code.scheme in TARIFF for code in good.codes)


def _same(control: Control, others: Sequence[Control]) -> bool:
    return any(o.list == control.list and o.code == control.code for o in others)


def _best(found: Sequence[Control]) -> list[Control]:
    """One control for each list and code, the likeliest."""
    best: dict[tuple[str, str], Control] = {}
    for control in found:
        key = (control.list, control.code)
        if key not in best or best[key].p < control.p:
            best[key] = control
    return list(best.values())
