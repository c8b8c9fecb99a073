"""Whether the papers speak of the same goods, under the same codes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from enduse.goods.words.lines import word_lines
from enduse.model import Good, Severity
from enduse.model.paper import Paper
from enduse.pipeline.deals.compare.disagreement import Disagreement, Said

ALIKE = 82.0
"""How like two descriptions are (0..100) when they mean one line of goods."""
_TARIFF = ("hs", "cn", "hts", "tnved")
_LINES = 60
_ALMOST = 78.0
_WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")
_SAYS_LITTLE = """
    parts part spare spares goods equipment equipments accessory accessories material
    materials general cargo product products item items various machinery machine
    machines component components electronic electronics electrical industrial
    commercial technical mechanical consolidated consolidation shipment said contain
    contains container containers carton cartons pallet pallets package packages piece
    pieces sets unit units drum drums case cases boxes bags crate crates wooden rolls
    used complete type model series brand origin code tariff invoice contract order
    proforma number numbers freight prepaid collect description quantity total gross
    weight article articles with from incoterm incoterms country made seller buyer
    packed packing export import stock hand system systems device devices apparatus
    instrument instruments tool tools supplies sample samples assorted other others same
    stainless steel metal plastic rubber aluminium aluminum automotive vehicle vehicles
    dated batch kind lots shipped loaded clean board marks seal hscode customs value
    class group nature metric tons tonnes kilograms
"""
_GENERAL = frozenset(_SAYS_LITTLE.split())
_VAGUE_UP_TO = 3  # words: `machinery parts` describes nothing that could differ


@dataclass(frozen=True, slots=True)
class _Line:
    said: Said
    good: Good

    @property
    def headings(self) -> frozenset[str]:
        """The first six digits of every tariff code stated."""
        found = (
            "".join(c for c in code.value if c.isdigit())[:6]
            for code in self.good.codes
            if code.scheme in _TARIFF
        )
        return frozenset(code for code in found if len(code) >= 4)


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """The same goods under two codes or in two quantities, and goods on one side."""
    lines = [
        [
            _Line(Said(paper, fact), fact.value)
            for fact in paper.facts[:5000]
            if isinstance(fact.value, Good) and fact.value.description
        ][:_LINES]
        for paper in papers
    ]
    with_goods = [each for each in lines if each]
    for at, ours in enumerate(with_goods):
        for theirs in with_goods[at + 1 :]:
            yield from _pairwise(ours, theirs)
    apart = list(_codes_apart(with_goods))
    yield from apart or _described_apart(with_goods)


def _pairwise(ours: list[_Line], theirs: list[_Line]) -> Iterator[Disagreement]:
    for one in ours:
        other = max(theirs, key=lambda line: _likeness(one, line))
        if _likeness(one, other) < ALIKE:
            continue
        if one.headings and other.headings and not _same_code(one, other):
            shown = tuple(
                line.said.side(f"{', '.join(sorted(line.headings))}: {_short(line)}")
                for line in (one, other)
            )
            why = "The same goods stand under different tariff codes."
            yield Disagreement("tariff code", "high", shown, why)
        yield from _quantity(one, other)


def _quantity(one: _Line, other: _Line) -> Iterator[Disagreement]:
    left, right = one.good.quantity, other.good.quantity
    if left is None or right is None or left.unit != right.unit:
        return
    if left.value != right.value and len({one.good.line, other.good.line}) == 1:
        shown = tuple(
            line.said.side(f"{line.good.quantity.value} {line.good.quantity.unit}")
            for line in (one, other)
            if line.good.quantity
        )
        why = "The papers state different quantities of the same goods."
        yield Disagreement("quantity", "medium", shown, why)


def _codes_apart(lines: list[list[_Line]]) -> Iterator[Disagreement]:
    """Papers that both give codes, not one of which they share."""
    coded = [
        (each, frozenset(code[:4] for line in each for code in line.headings))
        for each in lines
    ]
    known = [(each, codes) for each, codes in coded if codes]
    for at, (ours, codes) in enumerate(known):
        for theirs, others in known[at + 1 :]:
            if codes & others:
                continue
            shown = (
                ours[0].said.side(", ".join(sorted(codes))),
                theirs[0].said.side(", ".join(sorted(others))),
            )
            why = "Two papers of one deal share no tariff heading."
            apart = not {c[:2] for c in codes} & {c[:2] for c in others}
            grave: Severity = "high" if apart else "medium"
            yield Disagreement("tariff headings", grave, shown, why)
            return


def _described_apart(lines: list[list[_Line]]) -> Iterator[Disagreement]:
    """Papers whose goods have no word in common, though both name theirs in English."""
    told = [(each, words) for each in lines if len(words := _telling(each)) > 1]
    for at, (ours, words) in enumerate(told):
        for theirs, others in told[at + 1 :]:
            if any(_kin(a, b) for a in words for b in others):
                continue
            shown = (
                ours[0].said.side(_short(ours[0])),
                theirs[0].said.side(_short(theirs[0])),
            )
            why = "Two papers of one deal describe goods that have nothing in common."
            yield Disagreement("goods", "medium", shown, why)
            return


def _telling(lines: list[_Line]) -> frozenset[str]:
    """The English words of descriptions that say what goods they are."""
    text = " ".join(line.good.description for line in lines).casefold()
    known = _trade_words()
    said = (w for w in _WORD.findall(text) if w not in _GENERAL)
    return frozenset(w for w in said if w in known or w.removesuffix("s") in known)


@cache
def _trade_words() -> frozenset[str]:
    """The words of goods in English; a word of another language can't be compared."""
    lines = (line.text.casefold() for line in word_lines() if line.lang == "en")
    return frozenset(word for text in lines for word in _WORD.findall(text))


def _kin(one: str, other: str) -> bool:
    return one[:5] == other[:5] or fuzz.ratio(one, other) >= _ALMOST


def _same_code(one: _Line, other: _Line) -> bool:
    return any(
        a.startswith(b) or b.startswith(a) for a in one.headings for b in other.headings
    )


def _likeness(one: _Line, other: _Line) -> float:
    left, right = one.good.description.casefold(), other.good.description.casefold()
    if min(len(left.split()), len(right.split())) < _VAGUE_UP_TO and left != right:
        return 0.0
    return float(fuzz.token_set_ratio(left[:300], right[:300]))


def _short(line: _Line) -> str:
    text = line.good.description
    return text if len(text) <= 60 else f"{text[:57]}..."
