"""The text of a message cut into fields, and fields into its transactions."""

import re
from typing import NamedTuple

from enduse.messages.swift.tags import REPEATS

_GLUED = re.compile(r":(?:23[BE]|32[AB]|33B|5[0-9][A-Z]?|70|71[AFG]|72|77[BT]):")
_TAG_STARTS = frozenset(": \t")
_PARTY_TAGS = frozenset(f"5{digit}" for digit in range(10))


class Field(NamedTuple):
    """One field: its tag, its lines, and its place (`:59:`, `:71F:[2]` if repeated).

    *Shape*: the first line is what follows the tag, possibly empty.
    """

    tag: str
    lines: tuple[str, ...]
    place: str

    @property
    def text(self) -> str:
        """All lines, one below the other."""
        return "\n".join(self.lines).strip()


def split(text: str) -> tuple[list[Field], list[str], list[str]]:
    """The fields of a text block, the lines before the first of them, and faults."""
    plain = text
    if "\r" in text:
        plain = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    fields: list[tuple[str, list[str]]] = []
    before: list[str] = []
    faults: list[str] = []
    current = before
    for line in plain.split("\n"):
        tag = _tag(line) if line[:1] in _TAG_STARTS else ""
        if tag:
            current = [line.lstrip()[len(tag) + 2 :].rstrip()]
            fields.append((tag, current))
        else:
            current.append(line.rstrip())
        if ":" in current[-1] and fields and fields[-1][0][:2] in _PARTY_TAGS:
            _unglue(fields, faults)
            current = fields[-1][1]
    return _placed(fields), [line for line in before if line.strip()], faults


def _tag(line: str) -> str:
    """The tag a line opens with, or ''."""
    if line[:1] != ":":
        line = line.lstrip()
        if line[:1] != ":":
            return ""
    for width in (2, 3):
        if line[width + 1 : width + 2] == ":":
            tag = line[1 : width + 1]
            known = tag[:2].isdecimal() and (width == 2 or "A" <= tag[2] <= "Z")
            return tag if known else ""
    return ""


def _unglue(fields: list[tuple[str, list[str]]], faults: list[str]) -> None:
    """A field whose line break was lost: `1040 BRUSSELS:71A:SHA` is two."""
    while match := _GLUED.search(fields[-1][1][-1]):
        lines = fields[-1][1]
        line, lines[-1] = lines[-1], lines[-1][: match.start()]
        fields.append((match[0][1:-1], [line[match.end() :]]))
        faults.append(
            f"{match[0]} stands inside a line of :{fields[-2][0]}: and was read as a "
            "field; a line break seems lost"
        )


def _placed(fields: list[tuple[str, list[str]]]) -> list[Field]:
    seen: dict[str, int] = {}
    placed = []
    for tag, lines in fields:
        number = seen[tag] = seen.get(tag, 0) + 1
        while len(lines) > 1 and not lines[-1]:
            lines.pop()
        place = f":{tag}:" if number == 1 else f":{tag}:[{number}]"
        placed.append(Field(tag, tuple(lines), place))
    return placed


def transactions(mt: str, fields: list[Field]) -> list[tuple[list[Field], list[Field]]]:
    """Each transaction's own fields, and those it shares with its neighbours.

    A message that carries one transaction gives one pair without shared fields.
    """
    rule = REPEATS.get(mt[:3])
    starts = [i for i, f in enumerate(fields) if rule and f.tag == rule.starts]
    if rule and rule.skip_first:
        starts = starts[1:]
    if not rule or not starts:
        return [(fields, [])]
    end = _end(fields, starts[-1], rule.ends)
    shared = fields[: starts[0]] + fields[end:]
    stops = [*starts[1:], end]
    return [(fields[a:b], shared) for a, b in zip(starts, stops, strict=True)]


def _end(fields: list[Field], last: int, ends: tuple[str, ...]) -> int:
    """Where the last transaction stops and a closing sequence starts."""
    seen: set[str] = set()
    for place in range(last, len(fields)):
        tag = fields[place].tag
        if tag in ends and (tag != "32B" or tag in seen):
            return place
        seen.add(tag)
    return len(fields)
