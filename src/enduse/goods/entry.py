"""What goods sources hold: terms, correlations, control entries, components, phrases.

Every reader turns its rows into one of these; the library stores each kind as a table.
"""

from dataclasses import dataclass
from datetime import date

from enduse.model import Grade, Origin


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a nomenclature: a code and its text.

    `own_text` is the text as published, `text` one that can stand alone: a leaf that
    says "other" carries its parents' texts. `code` is digits with every zero;
    `edition` is `HS2022`, `CN2023`, `HTS2026`, `TNVED2022`; `lang` ISO 639-1.
    """

    code: str
    text: str
    own_text: str
    edition: str
    lang: str
    origin: Origin

    @property
    def hs6(self) -> str:
        """The first six digits; '' for a chapter or heading."""
        return self.code[:6] if len(self.code) >= 6 else ""


@dataclass(frozen=True, slots=True)
class Correlation:
    """One link of a table between two editions, with the relation it states."""

    newer: str
    older: str
    newer_edition: str
    older_edition: str
    relationship: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One entry of a control list.

    `code` is a chapter, heading or longer tariff code of `edition`, or an ECCN (then
    `edition` is empty). `tier` is the list's own tier or family. `since` and `until`
    are the first and last day the entry is in force; None where there is no bound.
    """

    code: str
    edition: str
    title: str
    origin: Origin
    tier: str = ""
    since: date | None = None
    until: date | None = None
    grade: Grade = "official"
    ask: tuple[str, ...] = ()
    ordinary_uses: tuple[str, ...] = ()

    def at(self, day: date) -> bool:
        """Whether the entry is in force on that day."""
        return (not self.since or self.since <= day) and (
            not self.until or day <= self.until
        )


@dataclass(frozen=True, slots=True)
class Component:
    """One part found in recovered equipment, as its record says.

    `numbers` are the part numbers the record gives, in its own part-number field and
    in its marking; `systems` the weapons it was found in; `made` when it was made,
    `verified` when the record was last looked at, both as written.
    """

    record: str
    name: str
    maker: str
    country: str
    category: str
    origin: Origin
    numbers: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    made: str = ""
    verified: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Maker:
    """One maker of such parts: how many, and in how many kinds of equipment."""

    record: str
    name: str
    country: str
    origin: Origin
    parts: str = ""
    parent: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description too vague to classify, as a published list has it."""

    text: str
    lang: str
    origin: Origin


Entry = Term | Correlation | ControlEntry | Component | Maker | Phrase
KINDS: dict[str, type[Entry]] = {
    "term": Term,
    "correlation": Correlation,
    "control": ControlEntry,
    "component": Component,
    "maker": Maker,
    "phrase": Phrase,
}
