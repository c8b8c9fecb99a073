"""Names as EU annexes write them: other scripts, former names, brackets."""

import re
from collections.abc import Iterator
from typing import cast

from enduse.model import ListedName
from enduse.model.listing import NameKind
from enduse.text.several import values

_TAIL = re.compile(r"^(.{2,}?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)$", re.DOTALL)
_FORMER = re.compile(
    r"^(?:ex[\s.-]+|f\.?k\.?a\.?[\s:]+|formerly(?: known as)?[\s:]+"
    r"|former(?: name)?[\s:]+"
    r"|previously(?: listed)?(?: as)?[\s:.]+|old name[\s:]+)",
    re.IGNORECASE,
)
_KNOWN_AS = re.compile(
    r"^(?:a\.?k\.?a\.?[\s:]+|also known as[\s:]+|alias(?:es)?[\s:]+|or\s+"
    r"|in (?:Arabic|Russian|Persian|Farsi|Ukrainian|Belarusian|Belarussian|Chinese"
    r"|Korean|Burmese|Hebrew|Spanish|French|English)\s*(?:script)?[\s:]+"
    r"|(?:Russian|Belarusian|Ukrainian|Arabic|Persian)(?: spelling| script)?[\s:]+)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\b(?:born|nationality|spelling|number|passport|previously|listed|possibly"
    r"|presumed|deceased|branch|subsidiary|since|until|script|as of|call sign|when"
    r"|noms? de guerre|pseudonym|kunya)\b"
    r"|^(?:former |old |new |current |legal |full )?name$|\d{4}",
    re.IGNORECASE,
)
# What stands for a picture of a name in the act, and the language said before it.
_NO_NAME = re.compile(r"(?:text of|see) image|[a-z]+\s*:", re.IGNORECASE)
OTHER_FIELD = re.compile(r"[.,;]?\s*\b(?:Date|Place) of birth\s*:.*$", re.DOTALL)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER = re.compile(
    r"[\u0370-\u03ff\u0400-\u052f\u0530-\u05ff\u0600-\u06ff\u0750-\u077f\u0e00-\u0e7f"
    r"\u1000-\u109f\u10a0-\u10ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
)


def names(
    text: str, kind: NameKind, locator: str, *, weak: bool = False
) -> Iterator[ListedName]:
    """Every name of a cell: its values as written, and those inside brackets.

    A value in another script is `original_script`; `(ex X)` is a former name;
    `Name (OTHER NAME)` gives both beside the whole. A remark in brackets is dropped
    from the alias, never from the value as written.

    *Example*

    >>> [n.text for n in names("KRITI (ex VIGOR); Завод (ЗВД)", "alias", "")]
    ['KRITI (ex VIGOR)', 'KRITI', 'VIGOR', 'Завод (ЗВД)', 'Завод', 'ЗВД']
    """
    for value in values(text):
        yield from _forms(value, kind, locator, weak)


def _forms(
    value: str, kind: NameKind, locator: str, weak: bool
) -> Iterator[ListedName]:
    whole = _KNOWN_AS.sub("", OTHER_FIELD.sub("", value)).strip()
    if _FORMER.match(whole):
        whole, kind = _FORMER.sub("", whole), "former"
    if not whole or _NO_NAME.fullmatch(whole):
        return
    own = script_kind(whole, kind)
    yield ListedName(whole, own, weak, locator)
    match = _TAIL.match(whole)
    if not match or not any(c.isalpha() for c in match[2]):
        return
    aside = "alias" if kind == "primary" else kind
    head = script_kind(match[1], cast(NameKind, aside))
    yield ListedName(match[1].strip(), head, weak, locator)
    for inner in re.split(r";|,\s*(?=(?:ex|f\.?k\.?a|formerly)\b)", match[2]):
        yield from _inner(inner.strip(), cast(NameKind, aside), locator, weak)


def _inner(text: str, kind: NameKind, locator: str, weak: bool) -> Iterator[ListedName]:
    bare = _KNOWN_AS.sub("", text).strip()
    if _REMARK.fullmatch(bare):
        return
    if _FORMER.match(bare):
        kind, bare = "former", _FORMER.sub("", bare).strip()
    elif _REMARK.search(bare) or len(bare) < 3:
        return
    if len(bare) > 1:
        yield ListedName(bare.strip("‘’'\" "), script_kind(bare, kind), weak, locator)


def script_kind(text: str, kind: NameKind) -> NameKind:
    """`original_script` for an alias mostly in another script, else `kind`."""
    other, latin = len(_OTHER.findall(text)), len(_LATIN.findall(text))
    return "original_script" if kind == "alias" and other > latin else kind
