"""Which columns of one table hold what: guessed from its headings, or as told."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from enduse.model import Origin, Problem
from enduse.text import role_headers
from enduse.text.headers import guess_columns
from enduse.text.related_headers import related_of

NAME_FIELDS = ("name", "first_name", "last_name")
ALIASES = ("alias", "former_name", "original_name")
# Column fields that are called as the identifier scheme they hold.
IDENTIFIERS = (
    "lei",
    "bic",
    "iban",
    "account",
    "inn",
    "ogrn",
    "okpo",
    "kpp",
    "uscc",
    "imo",
    "mmsi",
    "call_sign",
    "passport",
    "national_id",
    "tax_id",
    "registration",
    "duns",
    "isin",
    "clearing",
    "wallet",
    "aircraft_tail",
    "aircraft_msn",
    "email",
    "phone",
    "website",
)
_COUNTRIES = ("country", "nationality", "residence")
_PLACES = ("address", "street", "city", "region", "postcode")
NAME_PARTS = ("first_name", "middle_name", "father_name", "last_name")
_SINGLE = ("id", "kind", "birth_date", "birth_place", "gender", "parent", *NAME_FIELDS)
USED = frozenset((*NAME_PARTS, *ALIASES, *IDENTIFIERS, *_COUNTRIES, *_PLACES, *_SINGLE))
NAMING = (*NAME_FIELDS, *ALIASES, *IDENTIFIERS)
_OF_CRAFT = {
    "vessel": ("imo", "mmsi", "call_sign"),
    "aircraft": ("aircraft_tail", "aircraft_msn"),
}
# Numbers by which a table lists ships, aircraft, banks and firms.
_NAMELESS = ("mmsi", "aircraft_tail", "imo", "bic", "lei", "inn", "ogrn", "uscc")
# By which a customer may be reached through somebody else.
_REACHED = (*_PLACES, "email", "phone", "website")
# Numbers of which spreadsheets lose digits.
LONG_NUMBERS = ("account", "inn", "ogrn", "tax_id", "registration", "national_id")
CHECKED = ("name", "lei", "bic", "iban", "birth_date", *LONG_NUMBERS, *_COUNTRIES)
MAX_HEADING = 120
_DATUM = re.compile(r"[\d\s./T+-]{0,20}\d:\d\d[\d\s.:/T+Z-]{0,20}")  # a time of day
_LABELLED = re.compile(r"[^:]{2,40}: \S.*\.? ?\S")  # `Vessel: DEMO QUEEN`
MAX_COLUMNS = 4096


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of a table and, by field, the numbers of the columns that hold it.

    `named` are the columns with anything to screen a party by, `unused` those whose
    words become Texts, `checked` those whose values can be seen to be wrong. A table
    of payments or shipments has a `kind`, and the layout of each party by its role;
    `related` has those of a customer's people, by who they are: `ubo 1`, `director`.
    """

    headings: tuple[str, ...]
    fields: Mapping[str, tuple[int, ...]]
    named: tuple[int, ...]
    unused: tuple[int, ...]
    checked: tuple[tuple[str, int], ...] = ()
    kind: role_headers.Kind | None = None
    parties: Mapping[str, "Layout"] = field(default_factory=dict)
    related: Mapping[str, "Layout"] = field(default_factory=dict)

    def taken(self) -> Iterator[int]:
        """The numbers of all columns that have a field."""
        return chain.from_iterable(self.fields.values())

    def columns(self, field: str) -> tuple[int, ...]:
        """The numbers of the columns of a field, from 0."""
        return self.fields.get(field, ())


def headings_of(cells: Sequence[str]) -> tuple[str, ...]:
    """A name for every column, each once: `Name`, `Name (2)`, `column 3`."""
    seen: dict[str, int] = {}
    names = []
    for number, cell in enumerate(cells, start=1):
        plain = " ".join(cell.replace("\0", "").split())[:MAX_HEADING]
        name = plain or f"column {number}"
        count = seen[name] = seen.get(name, 0) + 1
        names.append(name if count == 1 else f"{name} ({count})")
    return tuple(names)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row reads like the headings of a table of parties."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or len(cells) > MAX_COLUMNS or len(filled) * 2 < len(cells):
        return False
    wordy = any(len(cell) > MAX_HEADING or "\n" in cell.strip() for cell in filled)
    if any(_DATUM.fullmatch(cell) or "=" in cell for cell in filled):
        return False  # a row of a table, not its header
    if _LABELLED.match(filled[0]):
        return False  # a line of a paper
    if wordy or (len(filled) == 1 and len(filled[0].split()) > 3):
        return False
    headings = headings_of(cells)
    if role_headers.parties(headings)[0] or role_headers.is_statement(headings):
        return True
    found = guess_columns(headings)
    named = any(field in found for field in NAME_FIELDS)
    listed = any(field in found for field in _NAMELESS) or _is_of_addresses(found)
    return named or (len(filled) > 1 and listed)


def _is_of_addresses(found: Collection[str]) -> bool:
    """Whether columns hold addresses with their towns or countries, as a list may."""
    return "address" in found and any(f in found for f in ("city", *_COUNTRIES))


def layout(
    cells: Sequence[str],
    sample: Sequence[Sequence[str]],
    mapping: Mapping[str, str],
    *,
    origin: Origin,
) -> tuple[Layout, list[Problem]]:
    """The layout of the table with these headings, and what is wrong with `mapping`."""
    headings = headings_of(cells)
    rows = [dict(zip(headings, row, strict=False)) for row in sample]
    told = {heading.casefold() for heading in mapping.values()}
    kind, parties = _parties(headings, told)
    related, about = _related(headings, told)
    if not kind and not mapping and role_headers.is_statement(headings):
        kind = "payment"
    guessed = guess_columns([h for h in headings if h not in about], rows)
    if not kind and not any(guessed.get(field) for field in (*NAME_FIELDS, *ALIASES)):
        related, guessed = {}, guess_columns(headings, rows)
        if "bic" in guessed and not any(map(guessed.get, NAME_FIELDS)):
            names = [
                heading for heading in headings if role_headers.names_bank(heading)
            ]
            guessed |= {"name": names[:1], "alias": names[1:]}
    place = {heading: number for number, heading in enumerate(headings)}
    folded = {heading.casefold(): heading for heading in headings}
    problems = []
    for name, column in mapping.items():
        heading = column if column in place else folded.get(column.strip().casefold())
        if heading is None:
            message = (
                f"column {column!r}, mapped to {name}, is not in the table; it has: "
                f"{', '.join(headings)[:300]}"
            )
            problems.append(Problem("column-missing", message, origin, "error"))
            continue
        for columns in guessed.values():
            if heading in columns:
                columns.remove(heading)
        guessed[name] = [heading]
    fields = {f: tuple(place[h] for h in found) for f, found in guessed.items()}
    taken = {n for one in parties.values() for n in one.taken()}
    fields = {f: tuple(n for n in at if n not in taken) for f, at in fields.items()}
    for role in _OF_CRAFT if kind else ():
        held = {f: fields.pop(f) for f in _OF_CRAFT[role] if fields.get(f)}
        if held:
            parties[role] = _with(parties.get(role), held, headings)
            taken.update(parties[role].taken())
    related = {
        who: one for who, one in related.items() if taken.isdisjoint(one.taken())
    }
    used = taken | {n for f, numbers in fields.items() if f in USED for n in numbers}
    used.update(n for one in related.values() for n in one.taken())
    named = {n for f in NAMING for n in fields.get(f, ())}
    checked = [(f, n) for f in CHECKED for n in fields.get(f, ())]
    for party in (*parties.values(), *related.values()):
        named.update(party.named)
        checked += party.checked
    return Layout(
        headings,
        fields,
        tuple(sorted(named)),
        tuple(n for n in range(len(headings)) if n not in used),
        tuple(checked),
        kind,
        parties,
        related,
    ), problems


def _related(
    headings: Sequence[str], told: Collection[str]
) -> tuple[dict[str, Layout], set[str]]:
    """The layout of each of a customer's people, and the headings about any of them.

    Who is not named has none: what is said of him is of nobody else.
    """
    groups: dict[str, dict[str, list[int]]] = {}
    for number, heading in enumerate(headings):
        held = None if heading.casefold() in told else related_of(heading)
        if held:
            groups.setdefault(held.who, {}).setdefault(held.field, []).append(number)
    found = {
        who: _of_fields({f: tuple(at) for f, at in fields.items()}, tuple(headings))
        for who, fields in groups.items()
        if any(field in fields for field in (*NAME_FIELDS, *ALIASES))
    }
    about = {
        headings[n]
        for who, fields in groups.items()
        for field, at in fields.items()
        if who in found or field not in _REACHED
        for n in at
    }
    return found, about


def _of_fields(
    fields: Mapping[str, tuple[int, ...]], headings: tuple[str, ...]
) -> Layout:
    """The layout of one of several parties of a row."""
    named = tuple(sorted(n for f in NAMING for n in fields.get(f, ())))
    checked = tuple((f, n) for f in CHECKED for n in fields.get(f, ()))
    return Layout(headings, fields, named, (), checked)


def _with(
    known: Layout | None, held: Mapping[str, tuple[int, ...]], headings: tuple[str, ...]
) -> Layout:
    """The layout of a ship or an aircraft with the columns of its numbers added."""
    fields = dict(known.fields) if known else {}
    for name, columns in held.items():
        fields[name] = (*fields.get(name, ()), *columns)
    named = tuple(sorted(n for f in NAMING for n in fields.get(f, ())))
    return Layout(headings, fields, named, (), known.checked if known else ())


def _is_deal(headings: Sequence[str]) -> bool:
    """Whether a row says what is paid, or for what."""
    return any(map(role_headers.says, headings))


def _parties(
    headings: tuple[str, ...], told: Collection[str]
) -> tuple[role_headers.Kind | None, dict[str, Layout]]:
    """What a row is, and the layout of each of its parties; `told` are left alone."""
    free = ["" if h.casefold() in told else h for h in headings]
    kind, roles = role_headers.parties(free)
    others = {n for columns in roles.values() for at in columns.values() for n in at}
    rest = guess_columns([h for n, h in enumerate(headings) if n not in others])
    others_named = any(field in rest for field in NAME_FIELDS)
    if kind == "payment" and others_named and not _is_deal(headings):
        return None, {}  # a customer, with those he trades with
    found = {}
    for role, columns in roles.items():
        fields = {f: tuple(at) for f, at in columns.items() if f in USED - {"id"}}
        one = _of_fields(fields, headings)
        if one.named:
            found[role] = one
    return kind, found
