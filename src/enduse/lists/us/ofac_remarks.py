"""OFAC's remarks, the prose column in which its delimited files keep everything else.

`DOB 22 Nov 1979; alt. DOB 1980; Passport A1 (Iran) expires 1 Jan 2020; Linked To: X.`

*Source*: OFAC, SDN data specification (dat_spec.txt), "Spillover files" and "The
disposition of aliases".
"""

import re
from collections.abc import Iterator

from enduse.codes.country import alpha2
from enduse.lists.us.ofac_labels import FACTS, SCHEME_OF, scheme_of
from enduse.lists.us.ofac_party import Statement

LIMIT = 1000  # characters of a remark in the main file; the comments file goes on
_SPLIT = re.compile(r";\s+|;(?=[A-Za-z])")
_QUOTED = re.compile(r"([afn]\.k\.a\.)\s*[,:]?\s*['\"](.+)['\"]$", re.IGNORECASE)
# `(Linked To: A)`, and `(Linked To: A; Linked To: B)`, which is split at the `;`
_BRACKETED = re.compile(r"\(?(Linked To:.*?)\)?$")
_DATES = re.compile(r"\s*,?\s*\b((?:issued|expires)\s+.*)$")
_COUNTRY = re.compile(r"\s*\(([^()]+(?:\([^()]*\))?)\)$")
# Labels of a kind OFAC may add tomorrow: a number under a name it did not have.
_NUMBERISH = re.compile(
    r"([A-Z][\w.&'/-]*(?: [\w.&'/()-]+){0,6}? ?(?:Number|No\.|ID|Code|Card|#))"
    r":?\s+(\S*\d.*)$"
)
_WALLET = r"Digital Currency Address - \w+"
_DATED = r"(?:Listing|Effective) Date \([^)]*\):?"


def _known() -> re.Pattern[str]:
    words = sorted({*SCHEME_OF, *(f.lower() for f in FACTS)}, key=len, reverse=True)
    either = "|".join(map(re.escape, words))
    pattern = rf"({_WALLET}|{_DATED}|{either})(?![\w])[:,]?\s*(.*)$"
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


_LABELLED = _known()


def is_label(text: str) -> bool:
    """Whether `text` is one of OFAC's words for a number or a fact, and no more."""
    found = _LABELLED.match(text)
    return bool(found and not found[2].strip(" :-"))


def statements(remarks: str) -> Iterator[Statement]:
    """Every statement of a remark, in order; what has no label keeps its words.

    *Example*

    >>> [s.label for s in statements("DOB 1966; a.k.a. 'BNC'; a cousin of X.")]
    ['DOB', 'a.k.a.', '']
    """
    text = remarks.strip()
    text = text[:-1] if text.endswith(".") else text
    for part in _SPLIT.split(text):
        if part.strip():
            yield statement(part.strip())


def statement(part: str) -> Statement:
    """One part of a remark as a statement."""
    bare = part[5:].lstrip() if part[:5].lower() == "alt. " else part
    bracketed = _BRACKETED.match(part)
    if bracketed and ("(Linked" in part[:8] or part.count("(") != part.count(")")):
        bare = bracketed[1]
    quoted = _QUOTED.match(bare)
    if quoted:
        return Statement(quoted[1], quoted[2])
    found = _LABELLED.match(bare) or _NUMBERISH.match(bare)
    if not found or not found[2]:
        return Statement("", part)
    label, value = found[1], found[2]
    if not scheme_of(label) and found.re is _LABELLED:
        return Statement(label, value)
    return _number(label, value)


def _number(label: str, value: str) -> Statement:
    dates = _DATES.search(value)
    detail = dates[1].strip() if dates else ""
    value = value[: dates.start()].strip() if dates else value.strip()
    place = _COUNTRY.search(value)
    country = ""
    if place and place.start() and _is_place(place[1]):
        country, value = place[1].strip(), value[: place.start()].strip()
    return Statement(label, value, country, detail)


def _is_place(text: str) -> bool:
    if any(letter.isdigit() for letter in text):
        return False
    return bool(alpha2(text)) or text.strip().lower() in ("undetermined", "unknown")
