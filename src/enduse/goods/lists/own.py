"""A user's own control list: a CSV of codes and, beside it, a card of the same name.

    my_list.csv    code,title,tier,since,until,edition,ask,ordinary_uses
    my_list.toml   id = "my-list", title = "...", publisher = "...", licence = "..."

Only `code` must be there: a chapter, heading, HS, CN or HTS code, or an ECCN. `ask` and
`ordinary_uses` are split at `;`. The card has the keys of every card; `id`, `title` and
`publisher` must be there, `[[law]]` should, and `edition` (HS2022) says whose codes.
"""

import tomllib
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.goods import hs
from enduse.goods.codes import read
from enduse.goods.entry import ControlEntry, Entry
from enduse.goods.headings import headings
from enduse.goods.store import GoodsStore
from enduse.goods.tables import goods_records
from enduse.lists.card import Card, card_from_dict
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, undated
from enduse.model import Origin, Problem
from enduse.text.dates import parse_day

CARDS: tuple[Card, ...] = ()
IGNORED: dict[str, str] = {}
published = undated
fetch = downloaded
PREFIX = "own-goods-"
_NEEDED = ("id", "title", "publisher")
_CODES = ("code", "hs", "hs6", "hs code", "cn", "cn8", "hts", "eccn")
_OWN = {"tier", "ask", "ordinary_uses"}
_MAX_CARD = 64 * 1024
_UNSET = {
    "jurisdiction": "",
    "licence": "the firm's own",
    "homepage": "",
    "min_entries": 1,
    "max_age_days": 3650,
}


def sniff(file: SourceFile) -> str | None:
    """`own-goods-<id>` for a CSV with a card beside it, and for that card.

    A CSV with the columns of such a list and no card is one too: it is refused with
    what to write.
    """
    if file.stem.endswith(".toml"):
        pairs = [file.path.with_suffix(".csv")]
        card = file.path
    else:
        if not file.stem.endswith(".csv"):
            return None
        pairs, card = [file.path], file.path.with_suffix(".toml")
    if not any(p.is_file() for p in pairs):
        return None
    named = set(headings(SourceFile.of(pairs[0])))
    if not named & set(_CODES) or not (card.is_file() or named & _OWN):
        return None
    return PREFIX + _slug(str(_card_values(card).get("id", "")) or card.stem)


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """Each table with its card, also where only the table was given."""
    tables = [f for f in files if f.stem.endswith(".csv")]
    cards = [table.path.with_suffix(".toml") for table in tables]
    return [
        [table, SourceFile.of(card)] if card.is_file() else [table]
        for table, card in zip(tables, cards, strict=True)
    ]


def card_for(source: str) -> Card | None:
    """A card with nothing but the name; `card_in` has the user's own."""
    if not source.startswith(PREFIX):
        return None
    name = source.removeprefix(PREFIX)
    named = {"id": source, "title": f"Own control list: {name}"}
    return card_from_dict({**_UNSET, "publisher": "the firm itself", **named})


def card_in(store: GoodsStore, source: str) -> Card | None:
    """The card the user wrote, from the current snapshot."""
    if not source.startswith(PREFIX):
        return None
    folder = store.folder / source / store.current.get(source, "") / "files"
    values = next((_card_values(p) for p in sorted(folder.glob("*.toml"))), {})
    values.pop("edition", None)
    try:
        return card_from_dict({**_UNSET, **values, "id": source})
    except TypeError:
        return card_for(source)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """The card as a record of table `@card`, then one record a line."""
    cards = [file for file in files if file.stem.endswith(".toml")]
    if not cards:
        table = files[0]
        name = table.path.with_suffix(".toml").name
        needed = ", ".join(f'{key} = "..."' for key in _NEEDED)
        message = (
            f"{table.name} looks like a control list of your own and has no card: "
            f"write {name} beside it with at least {needed}"
        )
        origin = Origin(source, table.sha256, table.name)
        yield Problem("card-missing", message, origin, "error")
    for file in cards:
        yield from _card_rows(file, source)
    for file in files:
        if file.stem.endswith(".csv"):
            yield from goods_records(file, source)


def _card_rows(file: SourceFile, source: str) -> Iterator[Record | Problem]:
    origin = Origin(source, file.sha256, file.name)
    values = _card_values(file.path)
    missing = [key for key in _NEEDED if not values.get(key)]
    if missing:
        said = values.get("@fault", f"has no {', '.join(missing)}")
        message = f"the card {file.name} {said}. It needs at least: " + ", ".join(
            f'{key} = "..."' for key in _NEEDED
        )
        yield Problem("card-unreadable", message, origin, "error")
        return
    edition = str(values.pop("edition", ""))
    try:
        card_from_dict({**_UNSET, **values})
    except TypeError as fault:
        message = f"the card {file.name} has a key no card has: {fault}"
        yield Problem("card-unreadable", message, origin, "error")
        return
    known = hs.normal_edition(edition) or edition.upper().startswith("CN20")
    if edition and not known:
        message = f"edition {edition!r} is none of {', '.join(hs.EDITIONS)} or CN<year>"
        yield Problem("card-unreadable", message, origin, "error")
    if not values.get("law"):
        message = f"the card {file.name} cites no law; findings will cite its title"
        yield Problem("card-without-law", message, origin, "note")
    yield Record({"edition": hs.normal_edition(edition) or edition}, origin, "@card")


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One control entry a line; a code that cannot be read is left out and told."""
    edition = hs.EDITIONS[0]
    for row in rows:
        if row.table == "@card":
            edition = row.text("edition") or edition
        else:
            yield from _entry(row, edition)


def _entry(row: Record, edition: str) -> Iterator[Entry | Problem]:
    named = {str(name).strip().lower(): str(name) for name in row.values}

    def cell(name: str) -> str:
        return row.text(named[name]) if name in named else ""

    said = next((cell(name) for name in _CODES if cell(name)), "")
    base = hs.normal_edition(cell("edition")) or edition
    found = read(said, edition=base if base in hs.EDITIONS else "", origin=row.origin)
    yield from (p for p in found.problems if p.severity != "note" or found.readings)
    if not found.readings:
        return
    reading = found.readings[0]
    if reading.scheme == "cas":
        message = f"{said[:40]!r} is a CAS number; a list of goods is by code; left out"
        yield Problem("goods-code-unreadable", message, row.origin)
        return
    since = yield from _day(row, "since", cell("since"))
    until = yield from _day(row, "until", cell("until"))
    yield ControlEntry(
        code=reading.code,
        edition="" if reading.scheme == "eccn" else base,
        title=cell("title") or cell("description"),
        origin=row.origin,
        tier=cell("tier"),
        since=since,
        until=until,
        grade="user",
        ask=_several(cell("ask")),
        ordinary_uses=_several(cell("ordinary_uses")),
    )


def _day(row: Record, name: str, text: str) -> Generator[Problem, None, date | None]:
    day = parse_day(text) if text else None
    if text and not day:
        message = f"{name} {text[:40]!r} is no date; write YYYY-MM-DD"
        yield Problem("date-unreadable", message, row.origin)
    return day


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _slug(text: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else "-" for c in text.lower())
    return kept.strip("-")[:60] or "list"


def _card_values(path: Path) -> dict[str, Any]:
    """The card's values; `@fault` says why there are none."""
    try:
        data = path.read_bytes()[:_MAX_CARD]
        return tomllib.loads(data.decode("utf-8-sig"))
    except (OSError, ValueError) as fault:
        return {"@fault": f"cannot be read as TOML: {fault}"}
