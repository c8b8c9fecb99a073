"""From what a person types to a `Query`: the part that every question shares."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli import choices
from enduse.cli.flows import options

if TYPE_CHECKING:
    import polars as pl

    from enduse.flows.query import Goods, Query
    from enduse.flows.windows import Window

Without = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="CODE,...", help="Codes taken out of the goods."),
]
Rates = Annotated[
    list[str] | None,
    typer.Option(
        "--rates",
        "--rate",
        metavar="ecb|FILE|PERIOD=RATE",
        help="Rates into --currency: the ECB's yearly ones, a CSV file (period, from, "
        "to, rate, source), or 2021-07..2021-12=1.1614.",
    ),
]
Pre = Annotated[
    str, typer.Option("--pre", metavar="WINDOW", help="Before: 2021-03..2021-11.")
]
Post = Annotated[
    str, typer.Option("--post", metavar="WINDOW", help="After: 2022-03..2022-11.")
]
By = Annotated[
    str,
    typer.Option(
        "--by", help="A line for each reporter, partner, goods, goods2, goods4, goods6."
    ),
]
Top = Annotated[int, typer.Option("--top", min=0, help="At most so many lines.")]
Floor = Annotated[
    float,
    typer.Option(
        "--min-value",
        min=0.0,
        callback=choices.number,
        help="Leave out lines of less value.",
    ),
]

SCALES = {"one": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}


@dataclass(frozen=True, slots=True)
class Typed:
    """The options that say which trade a question is about, as typed."""

    reporter: options.Reporters = None
    partner: options.Partners = None
    goods: options.Goods = None
    without: Without = None
    direction: options.Directions = ""
    since: options.Since = ""
    until: options.Until = ""
    currency: options.Currency = ""
    rates: Rates = None
    source: options.Sources = None


def query(typed: Typed) -> "Query":
    """The selection that the options describe. *Raises* typer.BadParameter."""
    from enduse.flows.currency import said
    from enduse.flows.query import Query
    from enduse.flows.windows import between
    from enduse.library.home import home
    from enduse.library.statistics import Statistics
    from enduse.library.statistics_filings import filings

    currency = _currency(typed.currency)
    if typed.rates and not currency:
        raise typer.BadParameter("--rates needs --currency: what to turn values into")
    ways = options.directions(typed.direction) if typed.direction else ("",)
    if len(ways) > 1:
        raise typer.BadParameter("a question is of one direction; ask twice")
    since, until = options.span(typed.since, typed.until)
    store = Statistics.open(home())
    named = _sources(typed.source, store.sources)
    known = filings(store)
    try:
        rates = [r for one in _rate_parts(typed.rates) for r in said(one, currency)]
        return Query(
            reporters=options.areas(typed.reporter),
            partners=options.areas(typed.partner),
            goods=goods_of(typed.goods, typed.without),
            direction=ways[0],
            window=_held(between(since, until), known),
            currency=currency,
            rates=tuple(rates),
            sources=named,
            known=known,
        )
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from fault


def _currency(said: str) -> str:
    """The currency typed, in capitals. *Raises* typer.BadParameter for no currency."""
    import pycountry

    code = said.strip().upper()
    if code and pycountry.currencies.get(alpha_3=code) is None:
        raise typer.BadParameter(f"{said!r} is no currency of ISO 4217, like EUR")
    return code


def _sources(said: list[str] | None, held: tuple[str, ...]) -> tuple[str, ...]:
    """The sources typed. *Raises* typer.BadParameter for one not imported."""
    named = tuple(options.listed(said))
    for name in named:
        if name not in held:
            known = ", ".join(held) or "nothing: enduse flows import FILE..."
            text = f"nothing of source {name!r} was imported; imported: {known}"
            raise typer.BadParameter(text + options.meant(name, held))
    return named


def _held(when: "Window | None", known: "pl.DataFrame") -> "Window | None":
    """The window, ended where the data end if it was typed without an end."""
    from enduse.flows.windows import clipped, open_ended

    if when is None or not open_ended(when) or known.is_empty():
        return when
    periods = sorted(known["period"].to_list())
    return clipped(when, periods[0], periods[-1])


def window(text: str, option: str) -> "Window":
    """The window typed for an option. *Raises* typer.BadParameter."""
    from enduse.flows.windows import window as parsed

    if not text:
        raise typer.BadParameter(f"say which window: {option} 2021-03..2021-11")
    try:
        return parsed(text)
    except ValueError as fault:
        raise typer.BadParameter(f"{option}: {fault}") from fault


def goods_of(said: Iterable[str] | None, without: Iterable[str] | None) -> "Goods":
    """The goods typed: codes, the name of a control list, or a file of codes.

    `chpl` is the Common High Priority List, `chpl:1` its first tier; a code that
    begins with `-` is taken out, as by --without. *Raises* typer.BadParameter.
    """
    from enduse.flows.query import TOTAL, Goods

    out = Goods()
    minus = [_code(text) for text in options.listed(without)]
    for text in _goods_parts(said):
        if text.startswith("-"):
            minus.append(_code(text[1:]))
        elif text.upper() in (TOTAL, "ALL"):
            out = replace(out, codes=(*out.codes, TOTAL))
        elif _bare(text).isdigit():
            out = replace(out, codes=(*out.codes, _code(text)))
        else:
            found = _from_file(Path(text)) if Path(text).is_file() else _listed(text)
            name = f"{out.name}, {found.name}" if out.name else found.name
            codes = (*out.codes, *found.codes)
            out = replace(out, codes=codes, name=name, edition=found.edition)
    codes = tuple(dict.fromkeys(out.codes))
    return replace(out, codes=codes, without=tuple(dict.fromkeys(minus)))


def statistics(sources: tuple[str, ...] = ()) -> "pl.LazyFrame":
    """Every cell in the store, or of some sources; none where nothing was imported.

    *Raises* ValueError for a source that was not imported.
    """
    from enduse.library.home import home
    from enduse.library.statistics import Statistics

    return Statistics.open(home()).scan(sources or None)


def _goods_parts(said: Iterable[str] | None) -> list[str]:
    """Files by their whole path, the rest parted at commas."""
    parts: list[str] = []
    for text in said or ():
        parts += [text] if Path(text).is_file() else options.listed([text])
    return parts


def _rate_parts(said: Iterable[str] | None) -> list[str]:
    return [p for t in said or () for p in ([t] if Path(t).is_file() else t.split(","))]


def _bare(text: str) -> str:
    return text.replace(" ", "").replace(".", "")


def _code(text: str) -> str:
    code = _bare(text.strip())
    right = code.isascii() and code.isdigit() and 2 <= len(code) <= 12
    if not right or len(code) in (3, 5, 7):
        raise typer.BadParameter(
            f"{text!r} is no code of goods: 2, 4, 6, 8 or more digits"
        )
    return code


def _listed(name: str) -> "Goods":
    from enduse.flows.query import Goods
    from enduse.goods.control import ControlLists, today
    from enduse.library.home import home

    list_id, _, tier = name.partition(":")
    wanted = list_id.strip().lower().replace("-", "_")
    lists = ControlLists.open(home())
    known = {one.id.lower().replace("-", "_"): one for one in lists.lists()}
    near = [one for one in known if one.startswith(wanted)]
    wanted = near[0] if len(near) == 1 else wanted
    if wanted not in known:
        names = ", ".join(sorted(one.id for one in lists.lists()))
        text = f"{name!r} is no code, no file and no list of goods; lists: {names}"
        raise typer.BadParameter(text + options.meant(wanted, known))
    chosen = known[wanted]
    entries = [e for e in chosen.at(today()) if not tier or e.tier == tier.upper()]
    codes = tuple(sorted({e.code for e in entries if e.code.isdigit()}))
    if not codes:
        raise typer.BadParameter(f"{name!r} holds no code of the tariff in force today")
    edition = next((e.edition for e in entries if e.edition), "")
    return Goods(codes, (), f"{chosen.id}:{tier}" if tier else chosen.id, edition)


def _from_file(path: Path) -> "Goods":
    """The codes of a file: the first column of digits, by its heading or its look."""
    import csv

    from enduse.flows.query import Goods

    with path.open(encoding="utf-8-sig", newline="", errors="replace") as stream:
        rows = [row for row in csv.reader(stream) if row]
    column = _code_column(rows)
    codes = (_bare(row[column]) for row in rows if len(row) > column)
    whole = (_padded(c) for c in codes if c.isascii() and c.isdigit())
    found = tuple(dict.fromkeys(c for c in whole if 2 <= len(c) <= 12))
    if not found:
        raise typer.BadParameter(f"{path}: holds no column of codes of goods")
    return Goods(found, (), path.name, "")


def _padded(code: str) -> str:
    """A code of a file with the zero that a spreadsheet took: `1012100` lost one."""
    return f"0{code}" if len(code) in (1, 3, 5, 7) else code


def _code_column(rows: list[list[str]]) -> int:
    names = [cell.strip().lower() for cell in rows[0]] if rows else []
    known = ("code", "hs6", "hs", "cn8", "cn", "cmdcode", "product", "hs_code")
    by_name = [names.index(name) for name in known if name in names]
    width = max((len(row) for row in rows), default=0)

    def digits(column: int) -> int:
        cells = (_bare(row[column]) for row in rows if len(row) > column)
        return sum(cell.isdigit() and len(cell) <= 12 for cell in cells)

    return by_name[0] if by_name else max(range(width), key=digits, default=0)


def two_windows(pre: str, post: str, typed: Typed) -> tuple["Window", "Window"]:
    """The windows to compare: --pre and --post, or the periods --from and --to.

    *Raises* typer.BadParameter.
    """
    return window(pre or typed.since, "--pre"), window(post or typed.until, "--post")


def month(text: str, option: str) -> str:
    """A month typed for an option. *Raises* typer.BadParameter for another period."""
    found = options.period(text)
    if len(found) != 7:
        raise typer.BadParameter(f"{option} wants a month like 2022-03, not {text!r}")
    return found


def fraction(text: str) -> tuple[int, int]:
    """`3/4` as two whole numbers. *Raises* typer.BadParameter."""
    k, _, m = text.partition("/")
    if not (k.isdigit() and m.isdigit() and 1 <= int(k) <= int(m)):
        raise typer.BadParameter(f"{text!r} is not k of m, like 3/4")
    return int(k), int(m)
