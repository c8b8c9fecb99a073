"""What an amendment does to goods, documents and conditions: add, delete, replace.

*Source*: SWIFT Standards MT, fields 45B, 46B, 47B, 49M and 49N of an MT707: each part
opens with `/ADD/`, `/DELETE/` or `/REPALL/`.
"""

import re
from typing import NamedTuple

from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line
from enduse.messages.swift.reading import Reading

_CODE = re.compile(r"\s{0,3}\+?/(ADD|DELETE|DEL|REPALL|REPLACE)/\s{0,3}")
_SAME = {"DEL": "DELETE", "REPLACE": "REPALL"}


class Part(NamedTuple):
    """The lines under one code; `code` is '' in a credit as it was issued."""

    code: str
    lines: list[Line]


def parts(field: Field, reading: Reading) -> list[Part]:
    """The parts of a field in order; a field without codes is one part."""
    found: list[Part] = []
    for number, text in enumerate(field.lines, start=1):
        match = _CODE.match(text)
        where = reading.at(field.place, number)
        if match:
            code = _SAME.get(match[1], match[1])
            found.append(Part(code, []))
            text = text[match.end() :]
        elif not found:
            found.append(Part("", []))
        if text.strip():
            found[-1].lines.append(Line(text.strip(), where))
    return [part for part in found if part.lines or part.code]
