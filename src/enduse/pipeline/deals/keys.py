"""What papers can be joined on: numbers they share, and what they are about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from enduse.messages.trade.roles import REFERENCES
from enduse.model import Amount, Fact, Good, Party, Place, Quantity, Route, Text
from enduse.model.paper import Paper

_NOT_OF_A_DEAL = {"seal", "voyage", "licence_number"}
_LOOSE = {"reference", "related_reference"}
_PACKAGES = {"PK", "CS", "CT", "BX", "PX", "CR", "BG", "DR", "RO", "NE"}
_IN_WORDS = ("package_marks", "goods_text", "additional_conditions", "remittance")
_SHORTEST = 4
_PLAIN = re.compile(r"[^0-9A-Z]+")
_TWO_DIGITS = re.compile(r"\d\D*\d")
_NUMBERED = re.compile(r"[0-9A-Z][0-9A-Z/\-.]{2,34}")
SELLER = ("seller", "beneficiary", "exporter", "shipper", "consignor", "payee")
BUYER = ("buyer", "applicant", "importer", "consignee", "payer", "notify_party")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that stands for a deal or a part of one.

    `kind` is its role (`invoice_number`); `value` its letters and digits alone.
    """

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What a paper is about, for papers that share no number."""

    sellers: tuple[str, ...]
    buyers: tuple[str, ...]
    loading: Place | None
    discharge: Place | None
    weights: frozenset[Decimal]
    totals: frozenset[tuple[str, Decimal]]
    packages: frozenset[Decimal]


def plain(value: str) -> str:
    """A number's letters and digits, upper case: `ao-2026/118` as `AO2026118`."""
    upper = value.upper()
    return upper if upper.isascii() and upper.isalnum() else _PLAIN.sub("", upper)


def specific(value: str) -> bool:
    """Whether a plain number can stand for one deal: long enough, with digits."""
    if len(value) < _SHORTEST or not _TWO_DIGITS.search(value):
        return False
    return value.count(value[0]) < len(value)


def numbers(paper: Paper) -> frozenset[Number]:
    """Every number by which another paper may name the same deal."""
    found = set()
    for fact in paper.facts:
        if fact.role in REFERENCES and fact.role not in _NOT_OF_A_DEAL:
            value = plain(_text(fact))
            kind = "reference" if fact.role in _LOOSE else fact.role
            if specific(value):
                found.add(Number(kind, value))
    own = plain(paper.ref)
    if specific(own):
        found.add(Number("reference", own))
    return frozenset(found)


def words(texts: Iterator[str]) -> frozenset[str]:
    """Everything in free texts that could be somebody's number, plain.

    `/INV/BW-26-0872` is read whole and from every stroke on.
    """
    written: set[str] = set()
    for text in texts:
        if _TWO_DIGITS.search(text):
            written.update(_NUMBERED.findall(text.upper()))
    numbered = [word for word in written if _TWO_DIGITS.search(word)]
    pieces = [piece for word in numbered for piece in _from_strokes(word)]
    return frozenset([word for word in map(plain, pieces) if specific(word)])


def _from_strokes(word: str) -> list[str]:
    if "/" not in word:
        return [word]
    return [word, *word.split("/"), word.partition("/")[2]]


def mentions(paper: Paper) -> frozenset[str]:
    """Every number that stands in the paper's marks, conditions and descriptions."""
    texts = [_text(fact) for fact in paper.facts if fact.role in _IN_WORDS]
    texts += [f.value.description for f in paper.facts if isinstance(f.value, Good)]
    return words(iter(texts))


def marks(paper: Paper) -> Marks:
    """Who, from where to where, how heavy and how much."""
    places = {
        place.role: place
        for fact in paper.facts
        if isinstance(fact.value, Route)
        for place in fact.value.places
    }
    goods = [fact.value for fact in paper.facts if isinstance(fact.value, Good)]
    return Marks(
        sellers=tuple(_names(paper, SELLER)),
        buyers=tuple(_names(paper, BUYER)),
        loading=places.get("port_of_loading"),
        discharge=places.get("port_of_discharge"),
        weights=frozenset(
            (
                *_quantities(paper, "total_gross_weight", "total_net_weight"),
                *_sum([good.gross_weight for good in goods]),
                *_sum([good.net_weight for good in goods]),
            )
        ),
        totals=frozenset(
            (fact.value.currency, fact.value.value)
            for fact in paper.facts
            if isinstance(fact.value, Amount) and fact.role in ("total", "instructed")
        ),
        packages=frozenset(
            (
                *_quantities(paper, "total_packages"),
                *_sum([_packages(good) for good in goods]),
            )
        ),
    )


def _names(paper: Paper, roles: tuple[str, ...]) -> Iterator[str]:
    for fact in paper.facts:
        if isinstance(fact.value, Party) and fact.role in roles and fact.value.names:
            yield fact.value.names[0].text


def _quantities(paper: Paper, *roles: str) -> Iterator[Decimal]:
    for fact in paper.facts:
        if isinstance(fact.value, Quantity) and fact.role in roles:
            yield fact.value.value.normalize()


def _packages(good: Good) -> Quantity | None:
    packed = good.quantity and good.quantity.unit in _PACKAGES
    return good.quantity if packed else None


def _sum(lines: Sequence[Quantity | None]) -> Iterator[Decimal]:
    """The sum of a column that every line fills, nothing otherwise."""
    values = [line.value for line in lines if line]
    if values and len(values) == len(lines):
        yield sum(values, Decimal(0)).normalize()


def _text(fact: Fact) -> str:
    return fact.value.text if isinstance(fact.value, Text) else ""
