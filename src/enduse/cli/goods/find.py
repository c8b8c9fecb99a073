"""`enduse goods find`: all that is known of a code, or codes for a description."""

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from enduse.cli import choices, output
from enduse.cli.goods import reranking
from enduse.cli.goods.laws import tell_control
from enduse.goods import answer, codes, hs
from enduse.goods.answer import CodeAnswer

if TYPE_CHECKING:
    from enduse.goods.classify.rerank import Reranker


def find(
    text: Annotated[
        str,
        typer.Argument(
            metavar="CODE|TEXT", help="HS, CN, HTS, TN VED, ECCN, CAS; words."
        ),
    ],
    at: Annotated[
        str, typer.Option(metavar="DATE", help="The day to answer for; default: today.")
    ] = "",
    edition: Annotated[
        str, typer.Option(help="The edition the code is of: HS2022, HS2017, HS2012.")
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    fail_on: Annotated[
        bool,
        typer.Option(
            "--fail-on-control", help="Exit 1 when a list controls it, or likely does."
        ),
    ] = False,
    rerank_url: reranking.Url = "",
    rerank_model: reranking.Model = "",
) -> None:
    """Say what a code is, in which editions, and which control lists bear on it.

    Words instead of a code are classified; part numbers are looked up among those
    found in recovered weapons, where that list was imported.

    Examples: enduse goods find 8457.10 --json | enduse goods find 3A001 |
    enduse goods find 854140 --at 2024-03-01 | enduse goods find "bearing 32218"
    """
    if not any(map(str.isalnum, text)):
        raise typer.BadParameter("give a code, or words that name goods")
    day = choices.day(at) if at else None
    said = hs.normal_edition(edition)
    if edition and not said:
        known = ", ".join(hs.EDITIONS)
        raise typer.BadParameter(f"{edition!r} is no edition held here; choose {known}")
    if not codes.looks_like_code(text):
        reranker = reranking.opened(rerank_url, rerank_model)
        likely = _describe(text, day, as_json=as_json, reranker=reranker)
        if fail_on and likely:
            raise typer.Exit(1)
        return
    from enduse.library.home import home

    found = answer.of_code(text, home(), edition=said, at=day)
    if as_json:
        output.print_json(answer.plain(found))
    else:
        _tell(found)
    if fail_on and found.controls:
        raise typer.Exit(1)


def _describe(
    text: str, day: date | None, *, as_json: bool, reranker: "Reranker | None"
) -> bool:
    """Tell of a description; whether a list likely controls it."""
    try:
        describe: Any = import_module("enduse.cli.goods.describe")
    except ModuleNotFoundError:
        output.warn("enduse: descriptions cannot be classified by this version")
        raise typer.Exit(2) from None
    likely: bool = describe.print_text(text, as_json=as_json, at=day, reranker=reranker)
    return likely


def _tell(found: CodeAnswer) -> None:
    say = output.screen.print
    for problem in found.problems:
        style = "dim" if problem.severity == "note" else "bold yellow"
        say(problem.message, style=style, markup=False, soft_wrap=True)
    for line in found.codes:
        via = "" if line.via == "stated" else f" (was {line.came_from})"
        head = Text(f"{line.edition:7} {line.code}{via}  ", style="bold")
        say(head.append(line.title, style="not bold"))
    if found.catch_all:
        some = ", ".join(found.catch_all[:6])
        say(f"catch-all links, not followed: {some}", style="dim", markup=False)
    for control in found.controls:
        _tell_control(control)
    for unknown in found.unknown:
        say(f"{unknown['list']}: {unknown['why']}", style="yellow", markup=False)
    if found.codes and not found.controls:
        say(f"No control list held here names it on {found.day}.")
    if found.hint:
        say(found.hint, style="dim", markup=False, soft_wrap=True)


def _tell_control(control: Any) -> None:
    say = output.screen.print
    tier = f" tier {control.tier}" if control.tier[:1].isdigit() else ""
    sure = "" if control.p == 1 else f", one of several: p {control.p:.2f}"
    head = Text(f"\n{control.list}{tier}: {control.code}", style="bold")
    head.append(f"  {control.title}{sure}", style="not bold")
    say(head)
    tell_control(control)
