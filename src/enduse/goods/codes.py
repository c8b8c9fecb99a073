"""Any goods code as people write it: what it can be, and in which edition it exists.

Understood: HS and the national codes built on it (CN, HTS, TN VED, any other of 7 to 14
digits) with dots, commas, blanks, dashes or none, in the digits of any script, with or
without the name of the scheme in front, and with its leading zero lost in a
spreadsheet; export control numbers (ECCN, `EAR99`); CAS numbers, by their check digit.

*Source*: HS Convention, General Rules; 15 CFR 738.2 (ECCN); CAS check digit as in
https://www.cas.org/support/documentation/chemical-substances/checkdig.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from stdnum import casrn

from enduse.goods import code_labels, hs
from enduse.model import Origin, Problem

Scheme = Literal["hs", "cn", "hts", "tnved", "eccn", "cas"]
TYPED = Origin("typed", "", "")
_MAX = 80  # no code with its label is longer; text is not searched for codes here
_TARIFFS: tuple[Scheme, ...] = ("tnved", "hts", "cn", "hs")
_LABELS: tuple[tuple[Scheme, str], ...] = (
    ("eccn", r"ECCN|EXPORT CONTROL CLASSIFICATION( NUMBER)?|DUAL[ -]?USE( CODE| NO)?"),
    ("cas", r"CAS(RN| ?REGISTRY)?"),
    *((one, code_labels.names_of(one)) for one in _TARIFFS),
    ("hs", r"(SUB)?HEADING|CHAPTER|ГРУППА|ПОЗИЦИЯ"),
    ("hs", r"КОД|品目"),
)
_WORDS = rf"(?:{code_labels.BEHIND}|[ .]?№){{0,3}}[.:# №-]*"
_LABEL = [
    (one, re.compile(rf"{code_labels.BEFORE}?(?:{words})(?![^\W\d_]){_WORDS} *"))
    for one, words in _LABELS
]
_DIGITS = re.compile(r"\d(?:[\d. \-/]*\d)?\.?")
_NUMBER = re.compile(r"\d{3,4}\.\d")
_COMMAED = re.compile(r"\d{4},\d\d(?:,\d\d)*")
_ECCN = re.compile(r"([0-9])([A-E])([0-9]{3})((?:\.?[A-Z0-9]{1,2})*)")
_CAS = re.compile(r"\d{2,7}-\d{2}-\d")
_LENGTHS: dict[Scheme, tuple[int, ...]] = {
    "cn": (8, 10),
    "hts": (8, 10),
    "tnved": (10,),
}
MAX_DIGITS = 14
CATEGORIES = {
    "0": "nuclear materials, facilities and equipment, and miscellaneous items",
    "1": "special materials, chemicals, microorganisms and toxins",
    "2": "materials processing",
    "3": "electronics",
    "4": "computers",
    "5": "telecommunications and information security",
    "6": "sensors and lasers",
    "7": "navigation and avionics",
    "8": "marine",
    "9": "aerospace and propulsion",
}
GROUPS = {
    "A": "equipment, assemblies and components",
    "B": "test, inspection and production equipment",
    "C": "materials",
    "D": "software",
    "E": "technology",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a code as written can be.

    `code` is in its scheme's own compact form: digits with every zero, an ECCN with
    dots (`3A001.a.2`), a CAS number with dashes. `hs6` is its first six digits where
    it has as many; a chapter or heading has none. `editions` are those of HS that have
    the code, newest first; () for a code of another kind, or one of no edition.
    `note` says what was done to read it so.
    """

    scheme: Scheme
    code: str
    hs6: str = ""
    editions: tuple[str, ...] = ()
    note: str = ""

    @property
    def prefix(self) -> str:
        """The part that is HS: at most six digits; '' for another kind of code."""
        return self.code[:6] if self.scheme not in ("eccn", "cas") else ""


@dataclass(frozen=True, slots=True)
class CodeRead:
    """All readings of a code as written, the most likely first, and what is wrong."""

    text: str
    readings: tuple[Reading, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it is a code that exists."""
        return bool(self.readings) and not any(
            p.severity != "note" for p in self.problems
        )


def looks_like_code(text: str) -> bool:
    """Whether the text is written like a goods code and like nothing else.

    *Example*

    >>> [looks_like_code(t) for t in ("HS 8457.10", "3A001", "10 bearings", "STM32")]
    [True, True, False, False]
    """
    label, rest = _unlabelled(text)
    return bool(rest) and any(True for _ in _shapes(rest, label))


def read(
    text: str, *, scheme: str = "", edition: str = "", origin: Origin = TYPED
) -> CodeRead:
    """What a code can be, in which editions of HS it exists, and what is wrong with it.

    `scheme` and `edition` are what the document says beside the code; an edition that
    doesn't have the code is a Problem, and so is a code of no edition.

    *Example*

    >>> read("TN VED 8457 10 100 1").readings[0].hs6
    '845710'
    >>> read("90111").readings[0].code
    '090111'
    >>> [p.code for p in read("999999").problems]
    ['goods-code-unknown']
    """
    label, rest = _unlabelled(text)
    wanted = label or _known_scheme(scheme)
    found = list(dict.fromkeys(_shapes(rest, wanted))) if rest else []
    if not found:
        message = (
            f"{text[:_MAX]!r} is not written like an HS, CN, HTS or TN VED code, "
            "an ECCN or a CAS number"
        )
        problem = Problem("goods-code-unreadable", message, origin)
        return CodeRead(text, (), (problem,))
    known = [r for r in found if r.editions or r.scheme in ("eccn", "cas")]
    problems = list(_problems(known or found, text, edition, origin))
    return CodeRead(text, tuple(known), tuple(problems))


def _unlabelled(text: str) -> tuple[Scheme | Literal[""], str]:
    """The scheme named in front, if one is, and the code without it."""
    if len(text) > 4 * _MAX:
        return "", ""
    plain = " ".join(unicodedata.normalize("NFKC", text).upper().split())
    plain = plain if plain.isascii() else "".join(map(_digit, plain))
    plain = re.sub("[‐-―−]", "-", plain).strip(" \"'()[];,")
    if len(plain) > _MAX:
        return "", ""
    for scheme, pattern in _LABEL if not plain[:1].isdigit() else ():
        match = pattern.match(plain)
        if match and match.end() < len(plain) and _starts_code(plain, match.end()):
            return scheme, plain[match.end() :].strip()
    return "", plain


def _digit(sign: str) -> str:
    """A digit of any script in ASCII, any other sign as it is."""
    return str(unicodedata.digit(sign)) if sign.isdecimal() else sign


def _starts_code(plain: str, at: int) -> bool:
    return plain[at].isdigit() or plain.startswith("EAR99", at)


def _known_scheme(text: str) -> Scheme | Literal[""]:
    known: dict[str, Scheme] = {s: s for s, _ in _LABELS}
    return known.get(text.strip().lower(), "")


def _shapes(rest: str, wanted: Scheme | Literal[""]) -> Iterator[Reading]:
    """Everything `rest` can be, in the order in which it is likely."""
    if wanted in ("", "eccn"):
        yield from _eccn(rest)
    if wanted in ("", "cas") and _CAS.fullmatch(rest) and casrn.is_valid(rest):
        yield Reading("cas", rest)
    if _COMMAED.fullmatch(rest):
        rest = rest.replace(",", ".")
    if wanted not in ("eccn", "cas") and _DIGITS.fullmatch(rest):
        digits = "".join(c for c in rest if c.isdigit())
        if _NUMBER.fullmatch(rest):  # 8457.10 that a spreadsheet took for a number
            note = "a last zero was put back"
            yield from (replace(r, note=note) for r in _tariff(digits + "0", wanted))
        else:
            yield from _tariff(digits, wanted)


def _eccn(rest: str) -> Iterator[Reading]:
    if rest == "EAR99":
        note = "subject to the EAR, on no entry of the Commerce Control List"
        yield Reading("eccn", rest, note=note)
    match = _ECCN.fullmatch(rest)
    if match:
        category, group, number, below = match.groups()
        parts = re.findall(r"[A-Z]{1,2}|\d{1,2}", below)
        code = ".".join([f"{category}{group}{number}", *(p.lower() for p in parts)])
        note = f"{CATEGORIES[category]}: {GROUPS[group]}"
        yield Reading("eccn", code, note=note)


def _tariff(digits: str, wanted: Scheme | Literal[""]) -> Iterator[Reading]:
    """The digits as they stand, and with a leading zero that a spreadsheet ate."""
    if not 2 <= len(digits) <= MAX_DIGITS or not digits.isascii():
        return
    whole = _reading(digits, wanted, "")
    if len(digits) % 2 == 0:
        yield whole
        return
    zero = _reading("0" + digits, wanted, "a leading zero was put back")
    if zero.editions:
        yield zero
    if len(digits) > 8 or not zero.editions:  # nine digits are usual in Japan
        yield whole


def _reading(digits: str, wanted: Scheme | Literal[""], note: str) -> Reading:
    prefix = digits[:6] if len(digits) >= 6 else digits[: len(digits) // 2 * 2]
    editions = hs.editions_of(prefix) if len(digits) > 6 or prefix == digits else ()
    scheme = wanted or "hs"
    lengths = _LENGTHS.get(scheme, ())
    if lengths and len(digits) > 6 and len(digits) not in lengths:
        note = f"{note}; {len(digits)} digits are unusual for {scheme}".strip("; ")
    return Reading(scheme, digits, prefix if len(prefix) == 6 else "", editions, note)


def _problems(
    found: list[Reading], text: str, edition: str, origin: Origin
) -> Iterator[Problem]:
    first = found[0]
    if first.scheme in ("eccn", "cas"):
        return
    said = repr(text.strip()[:_MAX])
    if first.code == hs.NOT_SPECIFIED:
        message = (
            f"{said} is what statistics write for goods not specified; it is a code of "
            "no edition. Ask for the real code"
        )
        yield Problem("goods-code-unknown", message, origin)
    elif not first.editions and _CAS.fullmatch(_unlabelled(text)[1]):
        message = f"{said}: the check digit of the CAS number is wrong; look it up"
        yield Problem("cas-check-digit", message, origin)
    elif not first.editions:
        message = f"{said} is a code of no edition of HS from 2012 on{_nearest(first)}"
        yield Problem("goods-code-unknown", message, origin)
    elif edition and edition not in first.editions:
        held = ", ".join(first.editions)
        message = f"{said} is no code of {edition}; it is one of {held}"
        yield Problem("goods-code-edition", message, origin)
    for reading in found:
        if reading.note and reading.editions:
            message = f"{said} read as {reading.code}: {reading.note}"
            yield Problem("goods-code-repaired", message, origin, "note")


def _nearest(reading: Reading) -> str:
    """What the code has that exists, to help find the slip."""
    for length in (4, 2):
        part = reading.code[:length]
        if len(reading.code) > length and hs.editions_of(part):
            ends = hs.under(part, hs.editions_of(part)[0]) if length == 4 else ()
            some = ", ".join(ends[:8]) + (", ..." if len(ends) > 8 else "")
            what = "heading" if length == 4 else "chapter"
            return f"; {what} {part} exists" + (f" with {some}" if some else "")
    return "; nor is there such a chapter"
