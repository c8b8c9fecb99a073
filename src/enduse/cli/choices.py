"""Options that several commands share, read from what a person types."""

from datetime import date
from difflib import get_close_matches
from math import isfinite
from pathlib import Path
from typing import Annotated, cast

import typer

from enduse.model import PartyKind, Severity
from enduse.pipeline.policy import OUTCOMES, SEVERITIES, proposed

AsJson = Annotated[bool, typer.Option("--json", help="One JSON object.")]
AsOf = Annotated[
    str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Decide as of this day.")
]
Page = Annotated[
    Path | None,
    typer.Option("--report", metavar="OUT.html", help="One self-contained page."),
]
FailOn = Annotated[
    str,
    typer.Option(help="Exit 1 from this outcome or severity on: stop, review, high."),
]


def number(said: float | None) -> float | None:
    """The number typed. *Raises* typer.BadParameter for `nan` and `inf`: no range
    holds either, and neither is turned away by one.
    """
    if said is not None and not isfinite(said):
        raise typer.BadParameter(f"{said} is no number to reckon with")
    return said


Threshold = Annotated[
    float,
    typer.Option(
        min=0.0, max=1.0, callback=number, help="Report matches from this score on."
    ),
]

_KINDS: dict[str, PartyKind] = {
    **dict.fromkeys(("person", "individual", "natural"), "person"),
    **dict.fromkeys(("entity", "company", "organisation", "organization"), "entity"),
    **dict.fromkeys(("bank", "legalentity", "publicbody", "legal"), "entity"),
    **dict.fromkeys(("vessel", "ship"), "vessel"),
    **dict.fromkeys(("aircraft", "airplane", "plane"), "aircraft"),
    **dict.fromkeys(("unknown", "any", ""), "unknown"),
}


def kind(text: str) -> PartyKind:
    """The kind of party a word means. *Raises* typer.BadParameter with the choices."""
    found = _KINDS.get(text.strip().lower().replace("_", "").replace(" ", ""))
    if not found:
        known = "person, entity (or company), vessel, aircraft"
        said = f"{text!r} is no kind of party; choose {known}"
        raise typer.BadParameter(said, param_hint="--kind")
    return found


def day(text: str) -> date:
    """A date typed as YYYY-MM-DD. *Raises* typer.BadParameter."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date like 2026-04-17") from None


def pairs(said: list[str], what: str) -> dict[str, str]:
    """`key=value` options as a dict. *Raises* typer.BadParameter naming `what`."""
    found: dict[str, str] = {}
    for text in said:
        key, mark, value = text.partition("=")
        if not mark or not key.strip() or not value.strip():
            raise typer.BadParameter(f"{text!r} is not of the form {what}")
        found[key.strip()] = value.strip()
    return found


def columns(said: list[str]) -> dict[str, str]:
    """`FIELD=COLUMN` options as a dict. *Raises* BadParameter for another field."""
    from enduse.text.headers import known_fields  # read once somebody maps columns

    found, known = pairs(said, "FIELD=COLUMN"), known_fields()
    for name in found:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5)
            choose = f"did you mean {' or '.join(near)}" if near else "choose one of "
            choose += "" if near else ", ".join(known)
            raise typer.BadParameter(f"{name!r} is no field of a customer; {choose}")
    return found


def alarm(text: str) -> str:
    """A level for --fail-on: an outcome or a severity. *Raises* BadParameter."""
    level = text.strip().lower()
    if level not in (*OUTCOMES, *SEVERITIES):
        known = ", ".join((*OUTCOMES[1:], *SEVERITIES))
        said = f"{text!r} is no level; choose one of {known}"
        raise typer.BadParameter(said, param_hint="--fail-on")
    return level


def come_to(level: str, severities: set[Severity]) -> bool:
    """Whether findings that severe are at or above `level`, alone or in what they
    propose.
    """
    return reached(level, proposed(severities), {*severities})


def reached(level: str, outcome: str, severities: set[str]) -> bool:
    """Whether an assessment is at or above `level` (an outcome or a severity)."""
    if level in OUTCOMES:
        order = cast(tuple[str, ...], OUTCOMES)
        return order.index(outcome) >= order.index(level)
    order = cast(tuple[str, ...], SEVERITIES)
    return any(order.index(s) >= order.index(level) for s in severities)
