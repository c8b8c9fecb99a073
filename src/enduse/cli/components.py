"""`enduse components`: whose parts a weapon system is made of, and how that changed."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer
from rich.table import Table

from enduse.cli import output
from enduse.goods.components import Components, Hit, SystemParts
from enduse.model.encode import to_plain

_NONE = (
    "No records of components in the library. Import the table you have with: "
    "enduse update --from FILE"
)
_UNSAID = "(not said)"


def components(
    system: Annotated[
        str, typer.Argument(metavar="[SYSTEM]", help="Part of a system's name.")
    ] = "",
    part: Annotated[str, typer.Option(help="Look up a part number instead.")] = "",
    maker: Annotated[str, typer.Option(help="The maker of the part, if known.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most this many rows.")] = 25,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    fail_on: Annotated[
        bool, typer.Option("--fail-on-found", help="Exit 1 when --part was found.")
    ] = False,
) -> None:
    """Show which makers and countries the parts of recovered weapons come from.

    Needs a table of components that you imported. With dates in the records, or in the
    systems' names, the change over time is shown; where there are none it says so.

    Examples: enduse components "shahed 136" | enduse components --part STM32F407VGT6
    """
    from enduse.library.home import home

    held = Components.open(home())
    if part:
        hits = held.find(part, maker)
        _tell_part(part, hits, len(held), as_json=as_json)
        if fail_on and hits:
            raise typer.Exit(1)
        return
    if fail_on:
        raise typer.BadParameter("give --part too", param_hint="--fail-on-found")
    systems = held.systems(system)
    together = held.together(system)
    if as_json:
        output.print_json(_plain(system, systems, together, len(held)))
        return
    if not len(held):
        output.screen.print(_NONE, soft_wrap=True)
    elif together is None:
        output.screen.print(f"No system named like {system!r} among the records.")
    else:
        _tell(systems, together, limit, named=bool(system))


def _plain(
    system: str, systems: list[SystemParts], together: SystemParts | None, held: int
) -> dict[str, Any]:
    return {
        "query": system,
        "records_held": held,
        "together": to_plain(together) if together else None,
        "systems": [to_plain(one) for one in systems],
        "dates": _dates(together),
        "definition": "records of parts found in the systems, counted by the maker's "
        "country as the record states it; '' where it does not; a record is not a "
        "quantity, and a maker's country is neither the place of manufacture nor "
        "that of sale",
    }


def _dates(one: SystemParts | None) -> str:
    if not one:
        return "no records"
    if one.years:
        return "by the parts' production dates"
    if one.by_year:
        return "by the year in the systems' names (made or captured), not of the parts"
    return "neither the records nor the systems' names carry dates: no change is shown"


def _tell(
    systems: list[SystemParts], together: SystemParts, limit: int, *, named: bool
) -> None:
    say = output.screen.print
    say(f"{len(systems)} systems, {together.records:,} records of parts", style="bold")
    say(_shares("country of the maker", together.countries, together.records, limit))
    say(_shares("maker", together.makers, together.records, limit))
    say(f"over time: {_dates(together)}", style="dim")
    years = together.years or together.by_year
    if years:
        dated = sum(sum(counts.values()) for counts in years.values())
        say(f"{dated:,} of {together.records:,} records have a year", style="dim")
        say(_years("year", {str(year): counts for year, counts in years.items()}))
    if together.waves:
        say("in the order of the records' numbers (no date), oldest first", style="dim")
        names = ("first quarter", "second", "third", "last quarter")
        say(_years("records", dict(zip(names, together.waves, strict=False))))
    if len(systems) > 1 or not named:
        table = Table(box=None, padding=(0, 2), header_style="bold")
        for head in ("system", "records", "largest shares"):
            table.add_column(head)
        for one in systems[:limit]:
            table.add_row(one.system, str(one.records), _largest(one))
        say(table)
        if len(systems) > limit:
            say(f"... and {len(systems) - limit} more; --limit shows them", style="dim")


def _shares(head: str, counts: dict[str, int], total: int, limit: int) -> Table:
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for name in (head, "records", "share"):
        table.add_column(name, justify="left" if name == head else "right")
    for name, count in list(counts.items())[:limit]:
        table.add_row(name or _UNSAID, f"{count:,}", f"{count / total:.1%}")
    return table


def _years(head: str, years: dict[str, dict[str, int]]) -> Table:
    totals: dict[str, int] = {}
    for counts in years.values():
        for country, count in counts.items():
            totals[country] = totals.get(country, 0) + count
    shown = sorted(totals, key=lambda country: -totals[country])[:8]
    table = Table(box=None, padding=(0, 2), header_style="bold")
    for title in (head, "number", *(country or _UNSAID for country in shown)):
        table.add_column(title, justify="right")
    for year, counts in years.items():
        total = sum(counts.values())
        cells = [f"{counts.get(country, 0) / total:.0%}" for country in shown]
        table.add_row(year, f"{total:,}", *cells)
    return table


def _largest(one: SystemParts) -> str:
    best = list(one.countries.items())[:3]
    return ", ".join(f"{c or _UNSAID} {n / one.records:.0%}" for c, n in best)


def _tell_part(part: str, hits: Sequence[Hit], held: int, *, as_json: bool) -> None:
    if as_json:
        output.print_json(
            {"part": part, "records_held": held, "hits": [plain_hit(h) for h in hits]}
        )
        return
    say = output.screen.print
    if not held:
        say(_NONE, soft_wrap=True)
    elif not hits:
        say(f"No record of {part!r} among {held:,}.", markup=False)
    for hit in hits:
        record = hit.component
        said = f"{record.maker or _UNSAID} {hit.number} ({hit.how})"
        say(f"{said}  {record.name}: {hit.system}", markup=False)
        say(f"    {record.record} {record.url}", style="dim", markup=False)


def plain_hit(hit: Hit) -> dict[str, Any]:
    """A hit as JSON: what was found where, and how sure the number is the same."""
    record = hit.component
    return {
        "how": hit.how,
        "part": hit.number,
        "maker": record.maker,
        "country": record.country,
        "name": record.name,
        "systems": list(record.systems),
        "record": record.record,
        "url": record.url,
        "origin": to_plain(hit.origin),
    }
