"""What a party's number says beside its digits: its label, its country's letters.

`OGRN1027700073466` in a field of any number is an OGRN; the VAT number `RU7735007358`
is the tax number 7735007358 of Russia. The number as written stays the first.
"""

import re
from collections.abc import Iterable

from enduse.codes.country import is_code
from enduse.model import Identifier
from enduse.text.field_numbers import without_numbers

_OPEN = frozenset(("other", "tax_id", "registration", "national_id"))
_LETTERED = re.compile(r"([A-Z]{2})[ -]?(\d{8,15})", re.IGNORECASE)
_LETTERS_FIRST = re.compile(r"[^\W\d_]")
_LONGEST = 60


def with_what_they_say(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """The identifiers, each followed by those that stand inside its value.

    *Example*

    >>> said = with_what_they_say([Identifier("other", "INN 7735007358")])
    >>> [(one.scheme, one.value) for one in said]
    [('other', 'INN 7735007358'), ('inn', '7735007358')]
    """
    found: list[Identifier] = []
    further = False
    for one in identifiers:
        found.append(one)
        if one.scheme in _OPEN and _LETTERS_FIRST.match(one.value.strip()):
            inside = _inside(one)
            found.extend(inside)
            further = further or bool(inside)
    return tuple(dict.fromkeys(found)) if further else tuple(found)


def _inside(one: Identifier) -> list[Identifier]:
    text = one.value.strip()[:_LONGEST]
    lettered = _LETTERED.fullmatch(text)
    if lettered and is_code(lettered[1].upper()):
        code, digits = lettered[1].upper(), lettered[2]
        kept = one.scheme if one.scheme in ("tax_id", "registration") else "tax_id"
        return [Identifier(kept, digits, code, one.note, one.locator)]
    numbers: list[tuple[str, str]] = []
    without_numbers(text, "entity", numbers)
    return [
        Identifier(scheme, value, one.country, one.note, one.locator)
        for scheme, value in numbers
        if value != one.value
    ]
