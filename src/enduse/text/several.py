"""Several values in one cell: `A; B`, `(1) A (2) B`, `(a) A, (b) B`, quoted or not.

*Source*: the conventions of the UK consolidated list (`(1) Germany. (2) Morocco`) and
of the annexes of EU regulations (`"(a) 11.4.1963; (b) 11.4.1960"`).
"""

import re
from collections.abc import Iterable

_DIGITS = re.compile(r"\((\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\)")
_LETTERS = re.compile(r"(?<![\w(])\(?([a-z])\)(?=\s)")
_ROMAN = re.compile(r"\((i{1,3}|iv|vi{0,3}|ix|x)\)")
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_EDGE = ' \t\r\n,;"'


def values(text: str) -> list[str]:
    """The values of a cell that joins them by semicolons or by numbering.

    A semicolon inside straight double quotes does not separate; a mark counts only
    in its sequence, so `(a subsidiary)` or a lone `(3)` is part of the text.

    *Example*

    >>> values('"(a) 1963; (b) 1960"; 1958')
    ['1963', '1960', '1958']
    """
    return [value for part in _parts(text) for value in numbered(part)]


def numbered(text: str) -> list[str]:
    """The values of a cell that numbers them, or the one value it has.

    *Example*

    >>> numbered("(1-3) Libya (4) Morocco")
    ['Libya', 'Morocco']
    >>> numbered("05AT521433 (French), (b) 0504 (card)")
    ['05AT521433 (French)', '0504 (card)']
    """
    bare = text.strip(_EDGE)
    if ")" not in bare:
        return [bare] if bare else []
    for cuts in (_digit_cuts(bare), _letter_cuts(bare), _roman_cuts(bare)):
        if cuts:
            ends = [*(start for start, _ in cuts[1:]), len(bare)]
            pieces = [bare[: cuts[0][0]]] if cuts[0][0] else []
            pieces += [bare[s:e] for (_, s), e in zip(cuts, ends, strict=True)]
            return [p for p in (piece.strip(_EDGE) for piece in pieces) if p]
    return [bare] if bare else []


def _parts(text: str) -> list[str]:
    if text.count('"') % 2 or '"' not in text:
        return text.split(";")
    spans = re.split(r'("[^"]*")', text)
    marked = "".join(s if s.startswith('"') else s.replace(";", "\x00") for s in spans)
    return marked.split("\x00")


def _digit_cuts(text: str) -> list[tuple[int, int]]:
    marks = (
        (m.start(), m.end(), int(m[1]), int(m[2] or m[1]))
        for m in _DIGITS.finditer(text)
    )
    return _in_sequence(text, marks)


def _letter_cuts(text: str) -> list[tuple[int, int]]:
    marks = (
        (m.start(), m.end(), ord(m[1]) - 96, ord(m[1]) - 96)
        for m in _LETTERS.finditer(text)
    )
    return _in_sequence(text, marks)


def _roman_cuts(text: str) -> list[tuple[int, int]]:
    marks = (
        (m.start(), m.end(), _ROMANS.index(m[1]) + 1, _ROMANS.index(m[1]) + 1)
        for m in _ROMAN.finditer(text)
    )
    return _in_sequence(text, marks)


def _in_sequence(
    text: str, marks: Iterable[tuple[int, int, int, int]]
) -> list[tuple[int, int]]:
    """(start, end) of the marks that count up from 1, or from 2 after a value."""
    cuts: list[tuple[int, int]] = []
    due = 1
    for start, end, first, last in marks:
        if not cuts and first == 2 and text[:start].rstrip().endswith((",", ";", ".")):
            due = 2
        if not cuts and first == 1 and start:
            continue
        if first == due:
            cuts.append((start, end))
            due = last + 1
    return cuts
