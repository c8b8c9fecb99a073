"""The lines a description is held against: nomenclatures, own words, what was learned.

A segment is a set of lines that change together, named by what it is made of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from enduse.goods import hs
from enduse.goods.classify import learned
from enduse.goods.classify.exclusions import without_exclusions, without_places
from enduse.goods.entry import Term
from enduse.goods.store import GoodsStore
from enduse.goods.words.lines import WordLine, common_lines, digest, word_lines

Kind = Literal["nomenclature", "words", "learned"]
EDITION = hs.EDITIONS[0]
_LONGEST = 240  # characters of a nomenclature's text


@dataclass(frozen=True, slots=True)
class Line:
    """A text and the code it is known to have."""

    text: str
    hs6: str
    source: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Segment:
    """Lines that change together; `key` changes whenever they do."""

    key: str
    source: str
    home: Path | None
    kind: Kind

    def lines(self) -> Iterator[Line]:
        """Its lines, those of codes the edition has, each text and code once."""
        seen = set()
        valid = hs.codes(EDITION)
        for text, code in self._pairs():
            if code in valid and (text, code) not in seen and text.strip():
                seen.add((text, code))
                yield Line(text, code, self.source, self.kind)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        if self.kind == "words":
            for line in _own_lines():
                yield line.text, line.hs6
        elif self.kind == "learned" and self.home:
            yield from learned.pairs(self.home, self.source)
        else:
            yield from _terms(GoodsStore.open(self.home), self.source)


def segments(home: Path | None) -> list[Segment]:
    """Every segment there is for a home folder, in a fixed order."""
    found = [Segment(f"words {digest()}", "enduse-words", None, "words")]
    store = GoodsStore.open(home)
    for source in store.sources(Term):
        if not source.startswith("hs-") or source == f"hs-{EDITION[2:]}":
            key = f"{source} {store.current[source]}"
            found.append(Segment(key, source, home, "nomenclature"))
    if home:
        for name, key in learned.segments(home):
            found.append(Segment(key, name, home, "learned"))
    return found


def _own_lines() -> Iterator[WordLine]:
    yield from word_lines()
    yield from common_lines()


def _terms(store: GoodsStore, source: str) -> Iterator[tuple[str, str]]:
    table = store.table(Term, source)
    if table is None:
        return
    columns = (table.column(name).to_pylist() for name in ("code", "text", "own_text"))
    for code, text, own in zip(*columns, strict=True):
        if len(code) >= 6:
            yield _meant(text), code[:6]
            if source.startswith("hs-") and own != text:
                yield _meant(own), code[:6]


def _meant(text: str) -> str:
    """What a tariff's text says of its own goods."""
    return _short(without_places(without_exclusions(text)))


def _short(text: str) -> str:
    """A long text by its beginning and its end, where the goods themselves stand."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 3]} ... {text[-2 * _LONGEST // 3 :]}"
