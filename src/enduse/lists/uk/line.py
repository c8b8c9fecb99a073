"""One line of a UK designation, whatever file it came from, under one set of keys.

The UK has published its designations as OFSI's ConList (CSV, XLSX, XML) and as the
UK Sanctions List (CSV, XLSX, ODS, XML). All say the same things in other columns;
each reader turns its rows into lines, and `designation.py` gives lines a meaning.

*Shape*: `cells` maps a key of `KEYS` to text that may hold several numbered values.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from enduse.model import Origin
from enduse.text.several import numbered

KEYS = frozenset(
    (
        *("name1", "name2", "name3", "name4", "name5", "name6"),
        *("name_type", "name_quality", "script_name", "script", "language", "title"),
        *("kind", "regime", "source", "imposed", "reason", "other"),
        *("listed", "designated", "updated", "uk_ref", "un_ref", "ofsi_group"),
        *("birth", "birth_town", "birth_country", "nationality", "gender", "position"),
        *("passport", "passport_note", "national_id", "national_id_note"),
        *("address1", "address2", "address3", "address4", "address5", "address6"),
        *("postcode", "country", "phone", "fax", "website", "email"),
        *("entity_type", "registration", "subsidiary", "parent"),
        *("imo", "owner", "past_owner", "flag", "past_flag", "ship_type"),
        *("tonnage", "length", "built", "hull"),
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of one row and where it stands."""

    cells: Mapping[str, str]
    origin: Origin

    def text(self, key: str) -> str:
        """The cell, stripped, or ''."""
        return self.cells.get(key, "").strip()


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of one designation, and their distinct cells by key."""

    all: tuple[Line, ...]
    cells: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Lines":
        """The lines, in order. *Raises* KeyError for a key that is none."""
        kept = tuple(lines)
        found: dict[str, dict[str, None]] = {}
        for line in kept:
            for key, cell in line.cells.items():
                if key not in KEYS:
                    raise KeyError(key)
                if cell.strip():
                    found.setdefault(key, {})[cell.strip()] = None
        return cls(kept, {key: tuple(cells) for key, cells in found.items()})

    def whole(self, key: str) -> tuple[str, ...]:
        """The distinct non-blank cells of that key as they stand, in order."""
        return self.cells.get(key, ())

    def first(self, key: str) -> str:
        """The first non-blank cell of that key, or ''."""
        return next(iter(self.whole(key)), "")

    def every(self, key: str) -> list[str]:
        """The distinct values of that key, numbered ones apart, in order."""
        values = (value for cell in self.whole(key) for value in numbered(cell))
        bare = (value.strip(" .") for value in values if value.strip("-. "))
        return list(dict.fromkeys(bare))
