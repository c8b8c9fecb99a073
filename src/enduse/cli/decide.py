"""`enduse decide` and `enduse decisions`: what people decided about pairs."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from enduse.cli import choices, indented, output
from enduse.cli.party_said import doubts_of, party_of
from enduse.errors import InputUnreadable
from enduse.files.special import refuse_device
from enduse.library.decisions import Decisions, Withdrawal, decision_id
from enduse.library.home import home
from enduse.library.prints import listing_print, party_print, words_in_text
from enduse.library.store import Library
from enduse.model import Match, Party
from enduse.model.decision import Decision, Verdict
from enduse.model.encode import to_plain

_HELP = """Decisions on pairs: list them, take one back.

Example: enduse decisions list --as-of 2026-06-30
"""
app = typer.Typer(no_args_is_help=True, help=_HELP)
_Kept = tuple[Decision, Withdrawal | None]


def decide(
    what: Annotated[
        str, typer.Argument(metavar="FINDING|LISTING", help="An id of either.")
    ],
    because: Annotated[str, typer.Option(help="Why; a sentence for an auditor.")],
    by: Annotated[str, typer.Option(help="Who decides.")],
    source: Annotated[
        Path | None,
        typer.Option("--in", metavar="OUT.jsonl", help="Where the finding stands."),
    ] = None,
    party: Annotated[
        str, typer.Option(help="The party's name, when a listing is given.")
    ] = "",
    kind: Annotated[str, typer.Option(help="Of the party.")] = "unknown",
    country: Annotated[list[str] | None, typer.Option(help="Of the party.")] = None,
    born: Annotated[str, typer.Option(help="Of the party.")] = "",
    ids: Annotated[
        list[str] | None, typer.Option("--id", metavar="[SCHEME=]VALUE")
    ] = None,
    same: Annotated[
        bool, typer.Option("--same/--not-same", help="What is decided.")
    ] = False,
    until: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="The last day it holds.")
    ] = "",
    as_json: choices.AsJson = False,
) -> None:
    """Keep a decision about a party and a listing; later runs apply it.

    It lapses by itself when the listing or the party changes in what it rested on.

    Example: enduse decide 3f2a09c1d2e4b5a6 --in out.jsonl --not-same
    --because "born 20 years earlier" --by "J. Clerk" --until 2027-06-30
    """
    last = choices.day(until) if until else None
    today = datetime.now(UTC).date()
    if last and last < today:
        raise typer.BadParameter(f"--until {last} is over; nothing would hold")
    if not because.strip() or not by.strip():
        raise typer.BadParameter("--because and --by must say something")
    if source:
        listing_id, about, ref = _of_finding(source, what)
    else:
        about, ref = party_of(party, kind, country or [], born, ids or []), ""
        doubts_of(about)
        listing_id = what
        if not about.name:
            raise typer.BadParameter("name the party with --party, or give --in")
    library = Library.open()
    listing = library.listing(listing_id)
    if listing is None:
        raise typer.BadParameter(f"{listing_id!r} is on no current list")
    verdict: Verdict = "same" if same else "not_same"
    prints = party_print(about), listing_print(listing)
    made = Decision(
        "",
        verdict,
        listing_id,
        prints[1],
        prints[0],
        ref,
        about.name,
        listing.name,
        because.strip(),
        by.strip(),
        today,
        last,
    )
    made = replace(made, id=decision_id(made))
    overruled = [one for one in _pair(made, today) if one.verdict != verdict]
    made = Decisions(home()).add(made)
    for one in overruled:
        output.warn(f"enduse: this overrules {_verdict(one)}")
    if as_json:
        output.print_json(to_plain(made))
    else:
        verb = "is" if same else "is not"
        output.screen.print(
            f"Kept as {made.id}: {about.name!r} {verb} {listing.name!r} "
            f"[{listing_id}]. Later runs apply it.",
            markup=False,
        )


@app.command("list")
def list_(
    everything: Annotated[
        bool, typer.Option("--all", help="Also those taken back: by whom, and why.")
    ] = False,
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="YYYY-MM-DD", help="Those in force that day."),
    ] = "",
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 when the day of one shown is over (medium).")
    ] = "",
    as_json: choices.AsJson = False,
) -> None:
    """Every decision that was not taken back, newest first.

    A decision in force holds as long as neither its party nor its listing changed.

    Examples: enduse decisions list --json | enduse decisions list --as-of 2026-06-30 |
    enduse decisions list --fail-on medium
    """
    day = choices.day(as_of) if as_of else None
    level = choices.alarm(fail_on) if fail_on else ""
    history = Decisions(home()).history()
    if day:
        found = [(one, back) for one, back in history if _by(one, back, day)]
        found = _in_force(found, day)
    else:
        found = [(one, back) for one, back in history if everything or not back]
    if as_json:
        told = [{**to_plain(one), "withdrawn": to_plain(back)} for one, back in found]
        output.print_json({"as_of": as_of or None, "decisions": told})
    else:
        for one, back in found:
            _tell(one, back)
        if not found:
            on = f" on {day}" if day else ""
            output.screen.print(f"No decision is {'in force' if day else 'kept'}{on}.")
    today = datetime.now(UTC).date()
    over = any(one.until and one.until < today and not back for one, back in found)
    if level and over and choices.come_to(level, {"medium"}):
        raise typer.Exit(1)


def _by(one: Decision, back: Withdrawal | None, day: date) -> bool:
    """Whether a decision was taken by that day, and not taken back."""
    return one.taken <= day and not (back and back.at.date() <= day)


def _in_force(found: list[_Kept], day: date) -> list[_Kept]:
    """Of decisions, newest first, the newest on each pair, where it isn't over."""
    newest: dict[tuple[str, str], _Kept] = {}
    for one, back in found:
        newest.setdefault((one.listing_id, one.party_print), (one, back))
    kept = newest.values()
    return [(one, back) for one, back in kept if not one.until or one.until >= day]


def _pair(one: Decision, day: date) -> list[Decision]:
    """The decision in force on the pair of another one, if any."""
    history = Decisions(home()).history()
    same = [
        (other, back)
        for other, back in history
        if _by(other, back, day)
        and (other.listing_id, other.party_print) == (one.listing_id, one.party_print)
    ]
    return [other for other, _ in _in_force(same, day)]


def _verdict(one: Decision) -> str:
    said = "the same" if one.verdict == "same" else "not the same"
    return f"{one.id} by {one.by} of {one.taken} ({said})"


def _tell(one: Decision, back: Withdrawal | None) -> None:
    """A decision on a few lines: a table of sentences is too wide for a terminal."""
    verb = "is" if one.verdict == "same" else "is not"
    until = f", until {one.until}" if one.until else ""
    ref = f" ({one.party_ref})" if one.party_ref else ""
    head = Text(one.id, style="bold").append(
        f"  {one.party_name}{ref} {verb} {one.listing_name}  [{one.listing_id}]",
        style="not bold",
    )
    said = f"{one.by} on {one.taken}{until}: {one.reason}"
    if back:
        said += f"\ntaken back by {back.by} on {back.at.date()}: {back.reason}"
    indented.say(head, rest=4)
    indented.say(said, first=4, rest=4, style="dim")


@app.command("withdraw")
def withdraw(
    decision: Annotated[str, typer.Argument(help="The decision's id.")],
    because: Annotated[str, typer.Option(help="Why.")],
    by: Annotated[str, typer.Option(help="Who takes it back.")],
    as_json: choices.AsJson = False,
) -> None:
    """Take a decision back from now on. What it was stays on record.

    Example: enduse decisions withdraw 87799b70bf2c --because "new passport"
    --by "J. Clerk"
    """
    if not because.strip() or not by.strip():
        raise typer.BadParameter("--because and --by must say something")
    known = {one.id: (one, back) for one, back in Decisions(home()).history()}
    if decision not in known:
        raise typer.BadParameter(f"no decision has the id {decision!r}")
    one, back = known[decision]
    if back:
        text = f"it was taken back by {back.by} on {back.at.date()}: {back.reason}"
        raise typer.BadParameter(f"{decision} no longer holds; {text}")
    Decisions(home()).withdraw(decision, by=by.strip(), reason=because.strip())
    if as_json:
        back = next(b for d, b in Decisions(home()).history() if d.id == decision)
        output.print_json({**to_plain(one), "withdrawn": to_plain(back)})
    else:
        output.screen.print(f"{decision} no longer holds.", markup=False)
    for other in _pair(one, datetime.now(UTC).date()):
        output.warn(f"enduse: what holds on the pair now is {_verdict(other)}")


def _of_finding(path: Path, finding_id: str) -> tuple[str, Party, str]:
    """The listing, the party and the customer's reference of a finding on file.

    Of a finding inside a text the party are the words it was recognised by.
    """
    import orjson

    from enduse.model.encode import from_plain
    from enduse.names.explain import recognised

    refuse_device(path)
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if finding_id.encode() not in line:
                continue
            try:
                assessment = orjson.loads(line)
            except orjson.JSONDecodeError as fault:
                reason = f"line {number} is no JSON: {fault}"
                raise InputUnreadable(str(path), reason) from fault
            for finding in assessment.get("findings", ()):
                if finding["id"] == finding_id and finding["match"]:
                    subject, match = assessment["subject"], finding["match"]
                    if not finding["party"]:
                        words = recognised(from_plain(Match, match))
                        return match["listing_id"], words_in_text(words), ""
                    ref = subject["ref"] if subject["kind"] == "customer" else ""
                    return match["listing_id"], from_plain(Party, finding["party"]), ref
    raise typer.BadParameter(f"{path} holds no finding {finding_id!r} on a listing")
