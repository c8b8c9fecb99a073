"""What a part number says by its maker's own grammar: maker, kind of good, HS code.

*Source*: makers' public naming rules, from general knowledge of the trade, written
for enduse. The code follows what the part mostly is; a data sheet decides.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

from enduse.goods.words.lines import rows_of

LONGEST = 64
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_PLAIN = _DIGITS | _LETTERS | {"#", "@"}
_ELEMENT = re.compile(r"\[([A-Z0-9]+)\]|([A-Z0-9#@])")
_NOISE = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class PartReading:
    """One reading of a part number: who makes it and what it is.

    `pattern` is the line of the grammar that it follows, for the explanation.
    """

    maker: str
    hs6: str
    what: str
    pattern: str


@dataclass(frozen=True, slots=True)
class _Rule:
    elements: tuple[frozenset[str], ...]
    whole: bool
    reading: PartReading

    @property
    def rank(self) -> tuple[int, int, str]:
        """Longest first, then the one that leaves least open, then by name."""
        exact = sum(len(element) == 1 for element in self.elements)
        return (-len(self.elements), -exact, self.reading.maker)

    def fits(self, part: str) -> bool:
        """Whether the part starts with (or is, when whole) what the rule says."""
        short = len(part) < len(self.elements)
        if short or (self.whole and len(part) > len(self.elements)):
            return False
        for sign, allowed in zip(part, self.elements, strict=False):
            if sign not in allowed:
                return False
        return True


def normal_part(text: str) -> str:
    """The part number in capitals, letters and digits only, at most 64 of them.

    *Example*:
    >>> normal_part(" xc7a35t-1cpg236i ")
    'XC7A35T1CPG236I'
    """
    return _NOISE.sub("", text[: 4 * LONGEST].upper())[:LONGEST]


def elements_of(pattern: str) -> tuple[frozenset[str], ...]:
    """What each place of a pattern allows; `#` a digit, `@` a letter, `[AB]` either.

    *Raises*: `ValueError` for a pattern that the language doesn't have.
    """
    body = pattern.removesuffix("$")
    if body and _PLAIN.issuperset(body):
        return tuple(_allowed("", sign) for sign in body)
    found = list(_ELEMENT.finditer(body))
    if not found or "".join(m.group() for m in found) != body:
        raise ValueError(f"not a part-number pattern: {pattern!r}")
    return tuple(_allowed(m.group(1), m.group(2)) for m in found)


@cache
def _allowed(several: str | None, one: str) -> frozenset[str]:
    if several:
        return frozenset(several)
    return {"#": _DIGITS, "@": _LETTERS}.get(one, frozenset(one))


@cache
def _by_start() -> dict[str, list[PartReading]]:
    """The lines of the grammar by the first two characters that they allow."""
    found: dict[str, list[PartReading]] = {}
    for pattern, maker, hs6, what in rows_of(files(__package__) / "parts.tsv"):
        reading = PartReading(maker, hs6, what, pattern)
        first = islice(_ELEMENT.finditer(pattern), 2)
        for start in product(*(_allowed(m.group(1), m.group(2)) for m in first)):
            found.setdefault("".join(start), []).append(reading)
    return found


@cache
def _rules(start: str) -> list[_Rule]:
    """The rules that allow these first two characters, best first."""
    readings = _by_start().get(start, ())
    return sorted(map(_rule, readings), key=lambda rule: rule.rank)


@lru_cache(maxsize=20_000)
def _rules_from(start: str) -> list[_Rule]:
    """The rules that allow these first three characters, best first."""
    return [
        rule
        for rule in _rules(start[:2])
        if len(rule.elements) < 3 or start[2] in rule.elements[2]
    ]


@cache
def _rule(reading: PartReading) -> _Rule:
    pattern = reading.pattern
    return _Rule(elements_of(pattern), pattern.endswith("$"), reading)


def grammar() -> frozenset[PartReading]:
    """Every line of the grammar, as the reading it gives."""
    return frozenset(one for readings in _by_start().values() for one in readings)


def find(part_number: str) -> list[PartReading]:
    """The readings that a part number allows, the longest pattern first.

    *Unknown*: empty for fewer than three letters and digits, and for a number that
    follows no grammar we know. A short pattern says less: weigh it by its length.

    *Example*:
    >>> find("XC7A35T-1CPG236I")[0].what
    'FPGA'
    """
    part = normal_part(part_number)
    if len(part) < 3:
        return []
    return [r.reading for r in _rules_from(part[:3]) if r.fits(part)]
