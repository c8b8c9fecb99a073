"""Ways to score a pair of names: enduse's own, and those of other tools beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

from enduse.model import PartyKind
from enduse.names import ofac
from enduse.names.score import DEFAULT_THRESHOLD, compare

Scorer = Callable[[str, str, PartyKind], float]


@dataclass(frozen=True, slots=True)
class Method:
    """A scorer, *units* 0..1, and the threshold it is commonly used at."""

    score: Scorer
    threshold: float


def _own(left: str, right: str, kind: PartyKind) -> float:
    return compare(left, right, kind=kind)[0]


def _ofac(left: str, right: str, kind: PartyKind) -> float:
    return ofac.score(left, right)


def _wratio(left: str, right: str, kind: PartyKind) -> float:
    return fuzz.WRatio(left, right, processor=default_process) / 100


def _token_sort(left: str, right: str, kind: PartyKind) -> float:
    return fuzz.token_sort_ratio(left, right, processor=default_process) / 100


METHODS: Mapping[str, Method] = {
    "enduse": Method(_own, DEFAULT_THRESHOLD),
    "ofac": Method(_ofac, 0.85),
    "wratio": Method(_wratio, 0.85),
    "token-sort": Method(_token_sort, 0.85),
}
