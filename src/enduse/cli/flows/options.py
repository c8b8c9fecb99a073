"""The options that every question over trade statistics has, and what they mean."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

Reporters = Annotated[
    list[str] | None,
    typer.Option(
        "--reporter",
        metavar="AREA",
        help="Who reports: KG, Kyrgyzstan, EU27_2020; repeat it, or use commas.",
    ),
]
Partners = Annotated[
    list[str] | None,
    typer.Option("--partner", metavar="AREA", help="With whom, as --reporter."),
]
Goods = Annotated[
    list[str] | None,
    typer.Option(
        "--goods",
        metavar="CODE,...|LIST",
        help="Codes of the goods (8542, 84862010), or the name of a list of goods.",
    ),
]
Directions = Annotated[
    str,
    typer.Option("--direction", help="X exports, M imports, RX and RM re-exported."),
]
Since = Annotated[
    str, typer.Option("--from", metavar="PERIOD", help="First period: 2022-03, 2022.")
]
Until = Annotated[
    str, typer.Option("--to", metavar="PERIOD", help="Last period, itself counted.")
]
Currency = Annotated[
    str, typer.Option("--currency", help="ISO 4217; cells in others are left out.")
]
Sources = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="SOURCE", help="Only these imported sources."),
]
Chart = Annotated[
    str, typer.Option("--chart", metavar="OUT", help="Draw it: .html, .svg or .png.")
]
FailOn = Annotated[
    str,
    typer.Option("--fail-on", metavar="SEVERITY", help="Exit 1 at such a finding."),
]

_DIRECTIONS = ("X", "M", "RX", "RM")
_WORDS = {
    **dict.fromkeys(("export", "exports"), "X"),
    **dict.fromkeys(("import", "imports"), "M"),
    **dict.fromkeys(("re-export", "re-exports"), "RX"),
    **dict.fromkeys(("re-import", "re-imports"), "RM"),
}


def areas(said: Iterable[str] | None) -> tuple[str, ...]:
    """The areas named, ISO alpha-2 or aggregates; () where none is.

    *Raises* typer.BadParameter for a name that no area has.
    """
    from enduse.flows.areas import area

    found = {text: area(text) for text in listed(said)}
    unknown = [text for text, code in found.items() if not code]
    if unknown:
        text = f"{unknown[0]!r} is no country or group enduse knows"
        raise typer.BadParameter(text + meant(unknown[0], _names()))
    return tuple(dict.fromkeys(found.values()))


def meant(typed: str, known: Iterable[str]) -> str:
    """`; did you mean ...?` with the nearest name known, '' where none is near."""
    names = {name.casefold(): name for name in known}
    near = get_close_matches(typed.casefold(), names, n=1, cutoff=0.7)
    return f"; did you mean {names[near[0]]}?" if near else ""


def _names() -> list[str]:
    import pycountry

    from enduse.flows.areas import aggregates

    return [*(country.name for country in pycountry.countries), *aggregates()]


def directions(said: str) -> tuple[str, ...]:
    """The directions named: `export` and `X` are `X`. *Raises* typer.BadParameter."""
    found = [_WORDS.get(text.lower(), text.upper()) for text in listed([said])]
    wrong = [text for text in found if text not in _DIRECTIONS]
    if wrong:
        raise typer.BadParameter(f"{wrong[0]!r} is no direction; choose X, M, RX or RM")
    return tuple(dict.fromkeys(found))


def span(since: str, until: str) -> tuple[str, str]:
    """--from and --to as periods; either may be a window: 2021-03..2021-11, 2022-H1.

    *Raises* typer.BadParameter.
    """
    whole = since if _is_span(since) else ""
    return _end(since, last=False), _end(until or whole, last=True)


def _is_span(said: str) -> bool:
    return ".." in said or bool(re.search(r"[QHS]\d\s*$", said, re.IGNORECASE))


def _end(said: str, *, last: bool) -> str:
    from enduse.flows.windows import window

    if not _is_span(said):
        return period(said)
    try:
        found = window(said)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from fault
    return found.last if last else found.first


def period(said: str) -> str:
    """A period typed as 2022, 2022-03 or 202203. *Raises* typer.BadParameter."""
    text = said.strip().replace("/", "-")
    year, month = (text[:4], text[4:].lstrip("-")) if text else ("", "")
    if not text:
        return ""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise typer.BadParameter(f"{said!r} is no period like 2022-03 or 2022")
    if not month:
        return year
    if not (month.isascii() and month.isdigit() and 1 <= int(month) <= 12):
        raise typer.BadParameter(f"{said!r} is no period like 2022-03 or 2022")
    return f"{year}-{int(month):02}"


def listed(said: Iterable[str] | None) -> list[str]:
    """Values that were repeated or joined by commas, one by one, without blanks."""
    return [t for text in said or () for one in text.split(",") if (t := one.strip())]
