"""What else a number may be as a form, a book or a spreadsheet writes it.

A label stands before it, a country's two letters, or words behind it; a spreadsheet
has dropped its first nought; the check digit stands behind a dash, or does not.
"""

import re
from collections.abc import Iterator

from enduse.codes import inn, okpo
from enduse.codes.country import is_code

_LABEL = re.compile(r"^[^\W\d_][\w./ -]{1,24}?\s*[:#№]\s*(?=\w)")
_BEHIND = re.compile(r"\s*\([^()]*\)\s*$|\s+(?:MVA|MWST|TVA|IVA|VAT|GST)\s*$", re.I)
_PREFIX = re.compile(r"^([A-Z]{2})[ -]?(?=\d[\d .-]{5,}\d$)")
_BEFORE_A_SLASH = re.compile(r"^(\d{10})\s*/\s*\d{9}$")  # INN and KPP of a Russian firm
_CHECKED = re.compile(r"^([A-Z]?-?\d[\d .]{6,12}\d)-\d$")
_GREECE = {"EL": "GR"}  # in VAT numbers
_TAXED = frozenset(("tax_id", "registration", "other"))
_OF_RUSSIA = _TAXED | {"inn"}  # where a taxpayer's number of Russia may stand
_BIK = re.compile(r"^4\d{7}$")  # of a Russian bank: the first two digits are 04


def otherwise(scheme: str, value: str) -> Iterator[tuple[str, str]]:
    """The other values a number may have, and the country that each one states, or ''.

    *Example*

    >>> list(otherwise("tax_id", "VAT: NO 920 167 667 MVA"))
    [('920 167 667', 'NO')]
    >>> list(otherwise("inn", "278129399"))
    [('0278129399', '')]
    """
    bare = _BEHIND.sub("", _LABEL.sub("", value.strip()))
    if scheme in _TAXED and (prefix := _PREFIX.match(bare)):
        country = _GREECE.get(prefix[1], prefix[1])
        if is_code(country):
            yield bare[prefix.end() :], country
            return
    if bare and bare != value:
        yield bare, ""
    if scheme in _TAXED:
        for pattern in (_BEFORE_A_SLASH, _CHECKED):
            if found := pattern.match(bare):
                yield found[1], ""
    yield from _with_its_nought(scheme, bare)


def _with_its_nought(scheme: str, bare: str) -> Iterator[tuple[str, str]]:
    """A number of Russia with the nought in front that a spreadsheet has dropped."""
    if not bare.isdecimal():
        return
    whole = "0" + bare
    if scheme == "okpo":
        dropped = len(whole) == 8 and okpo.is_valid(whole)
    elif scheme == "clearing":
        dropped = bool(_BIK.match(bare))
    else:
        dropped = scheme in _OF_RUSSIA and len(whole) in (10, 12)
        dropped = dropped and inn.is_valid(whole)
    if dropped:
        yield whole, ""
