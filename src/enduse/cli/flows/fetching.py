"""`enduse update comtrade`: statistics from UN Comtrade's API into the store."""

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from enduse import __version__
from enduse.cli import output
from enduse.cli.flows import importing, options
from enduse.library.home import home

if TYPE_CHECKING:
    import httpx

    from enduse.library.comtrade_api import Request

KEYS = ("ENDUSE_COMTRADE_KEY", "COMTRADE_API_KEY")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of Comtrade, as typed."""

    reporters: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.reporters or self.partners or self.codes or self.periods)


def fetch(
    wanted: Wanted, *, as_json: bool = False, client: "httpx.Client | None" = None
) -> None:
    """Ask UN Comtrade for what is wanted and import it.

    *Raises* SourceUnavailable; answers that came are kept for the next run.
    """
    import httpx

    from enduse.library import download
    from enduse.library.comtrade_api import CALLS_A_DAY, Comtrade
    from enduse.library.statistics_import import Importing

    asked = _requests(wanted)
    key = next((k for name in KEYS if (k := os.environ.get(name, "").strip())), "")
    if not key:
        text = "no key in COMTRADE_API_KEY: a preview of at most 500 records a call"
        output.remarks.print(text)
    folder = home() / "flows" / "comtrade"
    agent = {"User-Agent": f"enduse {__version__}"}
    with output.working() as counter:
        with client or httpx.Client(timeout=download.TIMEOUT, headers=agent) as link:
            api = Comtrade(folder, link, key, say=counter.step)
            paths = api.answers(asked)
        job = Importing(
            home() / "flows",
            f"enduse {__version__}",
            layout="comtrade-json",
            say=counter.step,
        )
        outcome = job.files(paths)
        empty = [p for p in outcome.refused if p.code == "file-empty"]
        outcome.refused = [p for p in outcome.refused if p.code != "file-empty"]
        if not outcome.refused:
            api.forget(paths)
    importing.show(outcome, as_json=as_json)
    if empty:
        text = f"{len(empty)} of {len(paths)} answers hold no record: nothing was filed"
        output.remarks.print(text)
    output.remarks.print(f"calls today: {api.calls_today()} of {CALLS_A_DAY}")
    if outcome.refused:
        raise typer.Exit(2)


def _requests(wanted: Wanted) -> "list[Request]":
    """The calls to make. *Raises* typer.BadParameter for what is missing or unknown."""
    from enduse.flows.windows import window
    from enduse.library.comtrade_api import requests

    periods: list[str] = []
    try:
        for text in options.listed(wanted.periods):
            periods += window(text).periods
        if not wanted.reporters or not periods:
            raise typer.BadParameter(
                "say whose statistics, and of when: "
                "enduse update comtrade --reporter KG --period 2023"
            )
        if len({len(period) for period in periods}) > 1:
            raise typer.BadParameter("ask for years or for months, not for both")
        return requests(
            options.areas(wanted.reporters),
            options.areas(wanted.partners) or ("WORLD",),
            [code.upper() for code in options.listed(wanted.codes)] or ["TOTAL"],
            list(dict.fromkeys(periods)),
        )
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from fault
