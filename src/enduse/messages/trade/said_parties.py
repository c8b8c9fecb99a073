"""Parties that the free words of a structured paper name: notes, remarks, conditions.

`#REG# Endverwender: X OOO` in an invoice's note is a label; `shipped to X LLC` is a
sentence. Both are noted with a confidence below one.
"""

import re
from collections.abc import Iterator

from enduse.messages.swift.free_lines import Line, split_lines
from enduse.messages.trade.labelled_parties import name_and_rest, parties_in
from enduse.messages.trade.prose import MENTIONED, parties_told
from enduse.model import Fact, Origin, Party

LABELLED, TOLD, LONGEST = 0.7, 0.5, 4000
_SENTENCE = re.compile(r"\.\s.*|[;|#].*", re.DOTALL)


def parties_said(text: str, origin: Origin) -> Iterator[Fact]:
    """Every party that a text labels or tells, each once, as a fact.

    *Example*

    >>> at = Origin("a.xml", "", "/Note")
    >>> [f.value.name for f in parties_said("END USER: Tochmash OOO, Omsk", at)]
    ['Tochmash OOO']
    """
    if len(text) > LONGEST or not any(map(str.isalpha, text)):
        return
    seen: set[str] = set()
    for line in text.splitlines():
        upper = line.upper()
        for found in parties_in(upper):
            start = upper.find(found.value)
            same = len(upper) == len(line) and start >= 0
            said = line[start : start + len(found.value)] if same else found.value
            yield _fact(found.role, _SENTENCE.sub("", said), (), origin, LABELLED)
            seen.add(_plain(name_and_rest(_SENTENCE.sub("", said))[0]))
    for told in parties_told(text):
        if told.role != MENTIONED and _plain(told.name) not in seen:
            yield _fact(told.role, told.name, told.address, origin, TOLD)


def _fact(
    role: str,
    said: str,
    address: tuple[str, ...],
    origin: Origin,
    confidence: float,
) -> Fact:
    name, rest = (said, "") if address else name_and_rest(said)
    parts = [name, *address, *(part.strip() for part in rest.split(","))]
    lines = [Line(part, origin.locator) for part in parts if part.strip()]
    names, addresses = split_lines(lines)
    return Fact(
        role, Party(role, origin, names[:1], addresses=addresses), origin, confidence
    )


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
