"""`enduse goods lists`: every control list, its law, and its codes on a day."""

from datetime import date
from typing import Annotated, Any

import typer
from rich.padding import Padding
from rich.text import Text

from enduse.cli import choices, output
from enduse.goods.control import ControlLists, today
from enduse.goods.control_list import ControlList
from enduse.goods.entry import ControlEntry
from enduse.model.encode import to_plain


def lists(
    name: Annotated[
        str, typer.Argument(metavar="[LIST]", help="One list, with all its entries.")
    ] = "",
    at: Annotated[
        str, typer.Option(metavar="DATE", help="The day to answer for; default: today.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show the control lists held: law, version, grade, entries in force.

    Examples: enduse goods lists | enduse goods lists chpl --at 2024-03-01 --json
    """
    from enduse.library.home import home

    day = choices.day(at) if at else today()
    held = ControlLists.open(home())
    try:
        chosen = [held.list(name)] if name else list(held.lists())
    except KeyError as fault:
        raise typer.BadParameter(str(fault.args[0])) from None
    if as_json:
        told = [_plain(one, day, whole=bool(name)) for one in chosen]
        output.print_json({"as_of": day.isoformat(), "lists": told})
        return
    for one in chosen:
        _tell(one, day, whole=bool(name))


def _plain(one: ControlList, day: date, *, whole: bool) -> dict[str, Any]:
    entries = one.at(day)
    told: dict[str, Any] = {
        "id": one.id,
        "title": one.card.title,
        "publisher": one.card.publisher,
        "jurisdiction": one.card.jurisdiction,
        "licence": one.card.licence,
        "version": one.version,
        "entries": len(entries),
        "grades": sorted({entry.grade for entry in entries}),
        "unknown": one.silence(day),
        "cites": [to_plain(cite) for cite in one.card.law],
        "notes": one.card.notes,
    }
    if whole:
        told["in_force"] = [to_plain(entry) for entry in entries]
    return told


def _tell(one: ControlList, day: date, *, whole: bool) -> None:
    say = output.screen.print
    entries = one.at(day)
    head = Text(f"{one.id}  ", style="bold")
    head.append(f"{one.card.title}: {len(entries)} entries in force on {day}")
    say(head)
    grades = sorted({entry.grade.replace("_", " ") for entry in entries})
    starts = [entry.since for entry in entries if entry.since]
    body = [
        f"{one.card.publisher}; {one.card.licence}",
        f"version {one.version}" if one.version else "",
        f"certainty: {', '.join(grades)}" if grades else "",
        f"in force since {min(starts)}" if starts else "",
        " ".join(one.card.notes.split()),
    ]
    body += [
        f"law: {' '.join((c.title, c.section, c.url)).strip()}" for c in one.card.law
    ]
    if not one.card.law:
        body.append(f"law: none cited on the card; findings cite {one.card.title!r}")
    if one.silence(day):
        body.append(one.silence(day))
    say(Padding(Text("\n".join(filter(None, body)), style="dim"), (0, 0, 0, 4)))
    for entry in entries if whole else ():
        _tell_entry(entry)


def _tell_entry(entry: ControlEntry) -> None:
    tier = f"[{entry.tier}] " if entry.tier else ""
    since = f", since {entry.since}" if entry.since else ""
    until = f" until {entry.until}" if entry.until else ""
    sure = f"({entry.grade.replace('_', ' ')}{since}{until})"
    code = f"{entry.code:8} " if entry.code else ""
    output.screen.print(f"    {code}{tier}{entry.title} {sure}", markup=False)
