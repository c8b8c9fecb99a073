"""What a part number says by its maker's own grammar: maker, kind of good, HS code.

*Source*: makers' public naming rules, from general knowledge of the trade, written
for enduse. The code follows what the part mostly is; a data sheet decides.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

from enduse.goods.words.lines import rows_of

LONGEST = 64
_DIGITS = frozenset("0123456789")
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
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
        return all(c in e for c, e in zip(part, self.elements, strict=False))


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
    found = list(_ELEMENT.finditer(body))
    if not found or "".join(m.group() for m in found) != body:
        raise ValueError(f"not a part-number pattern: {pattern!r}")
    return tuple(_allowed(m.group(1), m.group(2)) for m in found)


def _allowed(several: str | None, one: str) -> frozenset[str]:
    if several:
        return frozenset(several)
    return {"#": _DIGITS, "@": _LETTERS}.get(one, frozenset(one))


@cache
def _rules() -> dict[str, list[_Rule]]:
    """The rules by the first two characters that they allow, best first."""
    rules = []
    for pattern, maker, hs6, what in rows_of(files(__package__) / "parts.tsv"):
        reading = PartReading(maker, hs6, what, pattern)
        rules.append(_Rule(elements_of(pattern), pattern.endswith("$"), reading))
    by_first: dict[str, list[_Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.rank):
        for start in product(*rule.elements[:2]):
            by_first.setdefault("".join(start), []).append(rule)
    return by_first


def grammar() -> frozenset[PartReading]:
    """Every line of the grammar, as the reading it gives."""
    return frozenset(rule.reading for rules in _rules().values() for rule in rules)


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
    return [r.reading for r in _rules().get(part[:2], ()) if r.fits(part)]
