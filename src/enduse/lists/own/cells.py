"""What one row of a firm's table says, field by field, by the list's mapping."""

import re
from collections.abc import Mapping, Sequence

from enduse.lists.record import Record

_MANY = {"alias", "former_name", "original_name"}
_BLANKS = {
    "",
    "-",
    "--",
    "n/a",
    "na",
    "none",
    "null",
    "nan",
    "unknown",
    "nil",
    "\u2014",
}
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_CUT = re.compile(r"[;\n|]")
_SLASH = re.compile(r"(?<=\s)/(?=\s)")


class Cells:
    """The cells of a row under the fields that its columns were mapped to."""

    def __init__(self, row: Record, mapping: Mapping[str, Sequence[str]]) -> None:
        self.row = row
        self.mapping = mapping

    def whole(self, field: str) -> list[str]:
        """Each cell of the field as it stands, blanks and words for blank left out."""
        cells = [c for h in self.mapping.get(field, ()) for c in self.column(h)]
        return [cell for cell in cells if cell.lower() not in _BLANKS]

    def one(self, field: str) -> str:
        """The first cell of the field, or ''."""
        return next(iter(self.whole(field)), "")

    def several(self, field: str) -> list[str]:
        """Every value of the field: cells cut where a separator is evident.

        `;`, `|`, a line break, and a bracketed quoted list are; ` / ` is among
        names; a comma only where one of the parts is the row's own name.
        """
        own = self.one("name").casefold()
        found: dict[str, None] = {}
        for cell in self.whole(field):
            for part in _cut(cell):
                for value in _names_in(part, own) if field in _MANY else [part]:
                    if value.strip().lower() not in _BLANKS:
                        found.setdefault(value.strip())
        return list(found)

    def column(self, heading: str) -> list[str]:
        """The texts of one column, stripped."""
        self.row.note_read(heading)
        value = self.row.values.get(heading)
        items = value if isinstance(value, list) else [value]
        return [str(item).strip() for item in items if item is not None]

    def unmapped(self) -> list[tuple[str, str]]:
        """(heading, text) of the columns that are under no field."""
        known = {heading for columns in self.mapping.values() for heading in columns}
        rest = (heading for heading in self.row.values if heading not in known)
        return [(h, text) for h in rest for text in self.column(h) if text]


def _cut(cell: str) -> list[str]:
    if cell.startswith("[") and cell.endswith("]"):
        quoted = [a or b for a, b in _QUOTED.findall(cell)]
        if quoted:
            return quoted
    return [part.strip() for part in _CUT.split(cell) if part.strip()]


def _names_in(text: str, own: str) -> list[str]:
    by_comma = [part.strip() for part in text.split(", ")]
    if len(by_comma) > 1 and own in (part.casefold() for part in by_comma):
        return by_comma
    return _SLASH.split(text)
