"""Identifiers out of the words publishers put around them.

`INN: 7713269230`, `1027700450975 (OGRN)`, `Russia INN - 774 OGRN - 102`,
`91440300MA5GN73B4F (China, Unified Social Credit Code)`: the label decides the
scheme, and where there is none the number itself may (a valid check digit).
"""

import re
from collections.abc import Iterator

from stdnum import lei
from stdnum.cn import uscc
from stdnum.ru import inn

from enduse.codes.country import alpha2
from enduse.model import Identifier
from enduse.text.several import values

# Label, scheme, the shape its value must have, and the country that issues it.
_SCHEMES: tuple[tuple[str, str, str, str], ...] = (
    (r"O\.?G\.?R\.?N(?:IP)?|ОГРН(?:ИП)?|P?SRN|[Ss]tate [Rr]egistration [Nn]umber",
     "ogrn", r"(?:\d[ ]?){12}\d(?:[ ]?\d[ ]?\d)?", "RU"),
    (r"KPP|КПП", "kpp", r"\d{4}[0-9A-Z]{2}\d{3}", "RU"),
    (r"OKPO|ОКПО", "okpo", r"\d{10}|\d{8}", "RU"),
    (r"L\.?E\.?I\b|Legal Entity Identifier", "lei", r"[0-9A-Z]{18}\d\d", ""),
    (r"USCC|UCSC|USCI|[Uu]nified [Ss]ocial [Cc]redit(?: [Cc]ode| [Ii]dentifier)?",
     "uscc", r"[0-9A-Z]{18}", "CN"),
    (r"IMO", "imo", r"\d{7}", ""),
    (r"MMSI", "mmsi", r"\d{9}", ""),
    (r"SWIFT(?:/BIC)?|BIC", "bic", r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?", ""),
    (r"INN|ИНН|TIN\b|[Tt]ax(?:payer)?(?:'s)?[ -]?(?:I[Dd]|[Ii]dentification)"
     r"(?:/INN)?(?: [Cc]ode| [Nn]umber| [Nn]o\.?)?",
     "inn", r"(?:\d[ ]?){9}\d(?:[ ]?\d[ ]?\d)?", "RU"),
)  # fmt: skip
_FILLER = r"[Cc]ode|[Nn]umber|[Nn]o|[Ii]s|[Rr]ussian?"
_GAP = rf"[\s:.\-–—/#№)(]*(?:(?:{_FILLER})\b[\s:.\-–—)(]*){{0,3}}"
_BEFORE = tuple(
    (re.compile(rf"(?:{label})\s*{_GAP}({shape})(?![0-9A-Z])"), scheme, country)
    for label, scheme, shape, country in _SCHEMES
)
_AFTER = tuple(
    (
        re.compile(rf"(?<![0-9A-Z])({shape})\s*\([^()]*?(?:{label})[^()]*\)"),
        scheme,
        country,
    )
    for label, scheme, shape, country in _SCHEMES
)
_NOTED = re.compile(r"^(.*?)\s*\((.*)\)\.?$", re.DOTALL)
_LABEL = re.compile(
    r"^([^\W\d][^:\d]*?(?::|\bN[oº]\b\.?|[Nn]umber\b))[\s:\-–.]*(?=\S*\d)"
)
_TAIL = re.compile(
    r"^(\S*\d\S*)[ ,]+((?:on|of|expire|issued|dated|and|since|until)\b.*)$"
)
_DANGLING = re.compile(r"(?:\bor\b|\band\b|[\s(,;:/'\-–]|\bRussian?\b)+$")


def identifiers(
    text: str, *, scheme: str = "registration", country: str = "", locator: str = ""
) -> Iterator[Identifier]:
    """The identifiers of a cell, each under the scheme its label or shape says.

    `scheme` is what the column promises where neither says anything; `country` is
    the party's own, ISO alpha-2. *Unknown*: text without a digit gives nothing.

    *Example*

    >>> [i.scheme for i in identifiers("INN: 7713269230; 1027700450975 (OGRN)")]
    ['inn', 'ogrn']
    """
    for part in values(text):
        rest = part
        for patterns in (_BEFORE, _AFTER):
            for pattern, said, home in patterns:
                for match in pattern.finditer(rest):
                    found = _as_said(match, said, country)
                    yield Identifier(found, match[1].strip(), home, part, locator)
                rest = pattern.sub(" ; ", rest)
        for piece in re.split(r"\s;\s|,\s+(?=\S*\d{6})|\s/\s?", rest):
            yield from _bare(piece, (scheme, country, locator))


def _as_said(match: re.Match[str], said: str, country: str) -> str:
    """A "tax number" is Russia's INN only where the party or the label is Russian."""
    russian = country in ("RU", "") or re.search(r"INN|ИНН|Russia", match[0])
    return said if said != "inn" or russian else "tax_id"


def _bare(piece: str, meant: tuple[str, str, str]) -> Iterator[Identifier]:
    scheme, country, locator = meant
    value, notes = piece.strip(" ;,.:-/"), []
    for pattern, at, note_at in ((_NOTED, 1, 2), (_LABEL, 0, 1), (_TAIL, 1, 2)):
        match = pattern.match(value)
        if match:
            notes.append(match[note_at].strip(" :"))
            value = match[1] if at else value[match.end() :]
    value = _DANGLING.sub("", value).strip(" ;,.:-/'")
    if any(c.isdigit() for c in value):
        own, home = by_shape(value, scheme, country)
        heads = (
            head
            for note in notes
            for head in (note, note.split(",")[0], *note.split()[:1])
        )
        said = (alpha2(head) for head in heads if len(head) > 3)
        issuer = home or next(filter(None, said), "") or country
        yield Identifier(own, value, issuer, "; ".join(notes), locator)


def by_shape(value: str, scheme: str, country: str) -> tuple[str, str]:
    """(scheme, country) of a number without a label, told by its check digits.

    *Unknown*: `scheme` and '' where no known check digits fit.
    """
    bare = value.replace(" ", "")
    if bare.isdigit() and country in ("RU", "") and inn.is_valid(bare):
        return ("inn", "RU") if country == "RU" else (scheme, "")
    if bare.isdigit() and country == "RU" and is_ogrn(bare):
        return "ogrn", "RU"
    if country == "RU" and re.fullmatch(r"\d{4}01\d{3}", bare):
        return "kpp", "RU"
    if len(bare) == 18 and uscc.is_valid(bare):
        return "uscc", "CN"
    if len(bare) == 20 and not bare.isdigit() and lei.is_valid(bare):
        return "lei", ""
    return scheme, ""


def is_ogrn(number: str) -> bool:
    """Whether the check digit of a 13- or 15-digit OGRN fits.

    *Source*: Order of the Ministry of Finance of Russia 165n, 30 October 2017.
    """
    modulus = {13: 11, 15: 13}.get(len(number))
    return bool(modulus and int(number[:-1]) % modulus % 10 == int(number[-1]))
