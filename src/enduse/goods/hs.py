"""Which six-digit codes, headings and chapters the Harmonized System has, by edition.

Known without any download: the package carries the codes as facts (`hs_codes.txt`, one
line a heading, made by `tools/make_hs_facts.py`). Texts come with `enduse update`.

*Source*: UN Statistics Division, correlation tables HS 2022 to HS 2017 and HS 2017 to
HS 2012, https://unstats.un.org/unsd/classifications/Econ; the Harmonized System is the
World Customs Organization's. `999999` (not specified) is a code of statistics only.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

EDITIONS = ("HS2022", "HS2017", "HS2012")
"""Newest first."""
IN_FORCE = {"HS2012": 2012, "HS2017": 2017, "HS2022": 2022}
"""The year on whose 1 January an edition came into force."""
NOT_SPECIFIED = "999999"
_MARKS = {"a": "HS2012", "b": "HS2017", "c": "HS2022"}


@cache
def codes(edition: str) -> frozenset[str]:
    """The six-digit codes of an edition. *Raises* KeyError for one not held.

    *Example*

    >>> "854140" in codes("HS2017"), "854140" in codes("HS2022")
    (True, False)
    """
    return _read()[edition]


@cache
def prefixes(edition: str) -> frozenset[str]:
    """The chapters (two digits) and headings (four digits) of an edition."""
    return frozenset(code[:n] for code in codes(edition) for n in (2, 4))


def editions_of(code: str) -> tuple[str, ...]:
    """The editions, newest first, that have this chapter, heading or subheading.

    *Example*

    >>> editions_of("854140")
    ('HS2017', 'HS2012')
    >>> editions_of("8457")
    ('HS2022', 'HS2017', 'HS2012')
    """
    places = codes if len(code) == 6 else prefixes
    return tuple(edition for edition in EDITIONS if code in places(edition))


@cache
def under(prefix: str, edition: str) -> tuple[str, ...]:
    """The six-digit codes of an edition that begin so, in order."""
    held, after = _in_order(edition), f"{prefix}:"  # the sign that follows 9
    return held[bisect_left(held, prefix) : bisect_left(held, after)]


@cache
def _in_order(edition: str) -> tuple[str, ...]:
    return tuple(sorted(codes(edition)))


def edition_of_codes(sample: Iterable[str]) -> str:
    """The edition that most of these six-digit codes are in; the newest on a tie.

    *Unknown*: '' where no edition has most of them.
    """
    asked = set(sample)
    held = {edition: len(asked & codes(edition)) for edition in EDITIONS}
    best = max(EDITIONS, key=held.__getitem__)
    return best if asked and held[best] * 2 > len(asked) else ""


def edition_in_force(year: int) -> str:
    """The edition in force in a year; the oldest held for an earlier one."""
    return next((e for e in EDITIONS if year >= IN_FORCE[e]), EDITIONS[-1])


def normal_edition(text: str) -> str:
    """`HS2017` for `hs 2017`, `2017`, `H5`, `HS2017`. *Unknown*: '' for any other.

    Comtrade's letters: H4 is HS 2012, H5 HS 2017, H6 HS 2022.
    """
    plain = "".join(c for c in text.upper() if c.isalnum())
    plain = {"H4": "HS2012", "H5": "HS2017", "H6": "HS2022"}.get(plain, plain)
    plain = plain if plain.startswith("HS") else f"HS{plain}"
    return plain if plain in EDITIONS else ""


@cache
def _read() -> dict[str, frozenset[str]]:
    held: dict[str, set[str]] = {edition: set() for edition in EDITIONS}
    place = files("enduse.goods").joinpath("hs_codes.txt")
    for line in place.read_text(encoding="utf-8").splitlines():
        heading, *ends = line.split()
        if heading == "#":
            continue
        for end in ends:
            for mark in end[2:] or "abc":
                held[_MARKS[mark]].add(heading + end[:2])
    return {edition: frozenset(found) for edition, found in held.items()}
