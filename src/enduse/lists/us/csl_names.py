"""Names and addresses in the Consolidated Screening List, which keeps some prose.

The Entity List writes aliases for a reader: `a.k.a., the following two aliases: -X;
and -Y.` Addresses are joined by `; ` although they contain it themselves; each ends
with its country's ISO code.

*Source*: 15 CFR part 744, supplement no. 4, as the list repeats it.
"""

import re
from collections.abc import Iterator

from enduse.codes.country import alpha2
from enduse.model import Address, ListedName
from enduse.model.listing import NameKind

_PARTS = re.compile(r"\s*;\s*(?:(?:and|or)\b\s*)?", re.IGNORECASE)
_LEAD = re.compile(
    r"^[\s,:—–-]*(?:(?:and|or)\s+)?(?:the following\s+[\w-]+\s+alias(?:es)?\s*"
    r"[:—–-]*\s*)?[\s—–-]*",
    re.IGNORECASE,
)
_PROSE = re.compile(r"the following\s+[\w-]+\s+alias", re.IGNORECASE)
_KNOWN_AS = re.compile(
    r"[\s,]*[(\[]?(?<!\w)(a\.?k\.?a\b|f\.?k\.?a\b|n\.?k\.?a\b|also known as|"
    r"formerly known as|formerly)[\s,.:]*",
    re.IGNORECASE,
)
_INNER = re.compile(
    r"\s*[(\[]\s*((?:a\.?k\.?a|f\.?k\.?a|n\.?k\.?a)\b[^()\[\]]*)[)\]]", re.IGNORECASE
)
_ENDS = re.compile(r"(?:^|,\s*)([A-Z]{2})$")
_ABBREVIATED = re.compile(
    r"\b(?:co|ltd|inc|corp|llc|s\.a|jsc|pte|\w)\.$", re.IGNORECASE
)


def parse_names(name: str, others: list[str]) -> Iterator[ListedName]:
    """The primary name and every alias, out of the name and alias columns.

    *Example*

    >>> [n.text for n in parse_names("FAR CO. (a.k.a. FETCO)", ["X; and Y (f.k.a. Z)"])]
    ['FAR CO.', 'FETCO', 'X', 'Y', 'Z']
    """
    bare = _INNER.sub("", name).strip()
    head, *tail = list(_split(bare)) or [("alias", bare)]
    if head[1] or name.strip():
        yield ListedName(head[1] or name.strip(), "primary")
    seen = {head[1]}
    inner = [part for text in _INNER.findall(name) for part in _parts(text)]
    listed = [part for text in others for part in _parts(text)]
    for kind, text in (*tail, *inner, *listed):
        if text and text not in seen:
            seen.add(text)
            yield ListedName(text, kind)


def _parts(text: str) -> Iterator[tuple[NameKind, str]]:
    prose = bool(_PROSE.search(text))
    for part in _PARTS.split(text):
        for kind, found in _split(_INNER.sub(r" \1", part)):
            if prose and found.endswith(".") and not _ABBREVIATED.search(found):
                found = found[:-1]
            yield kind, found


def _split(text: str) -> Iterator[tuple[NameKind, str]]:
    pieces = _KNOWN_AS.split(text)
    kind: NameKind = "alias"
    for number, piece in enumerate(pieces):
        if number % 2:
            kind = "former" if piece.lower().startswith("f") else "alias"
            continue
        found = _LEAD.sub("", piece).strip(" ,;\t\n")
        opened = found.count("(") + found.count("[")
        if found.endswith((")", "]")) and opened < found.count(")") + found.count("]"):
            found = found[:-1].strip()
        if found:
            yield kind, found


def parse_addresses(text: str) -> Iterator[Address]:
    """Every address of the joined column, its country taken from its end.

    *Example*

    >>> [a.country for a in parse_addresses("1 Main St; Box 2, Beirut, LB; CN")]
    ['LB', 'CN']
    """
    held: list[str] = []
    for piece in text.split("; "):
        held.append(piece.strip())
        ended = _ENDS.search(piece.strip())
        if ended and alpha2(ended[1]):
            joined = "; ".join(held)
            yield _address(joined[: -len(ended[0])].rstrip(", "), ended[1])
            held = []
    if any(held):
        yield _address("; ".join(held), "")


def _address(text: str, code: str) -> Address:
    lines = (text,) if text else ()
    return Address(lines=lines, country=alpha2(code), country_text=code)
