"""`enduse decide` and `enduse decisions`: what people decided about pairs."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from enduse.cli import choices, output
from enduse.cli.name import party_of
from enduse.errors import InputUnreadable
from enduse.library.decisions import Decisions, decision_id
from enduse.library.home import home
from enduse.library.prints import listing_print, party_print, words_in_text
from enduse.library.store import Library
from enduse.model import Match, Party
from enduse.model.decision import Decision, Verdict
from enduse.model.encode import to_plain

app = typer.Typer(help="Decisions on pairs: list them, take one back.")


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
        listing_id = what
        if not about.name:
            raise typer.BadParameter("name the party with --party, or give --in")
    library = Library.open()
    listing = library.listing(listing_id)
    if listing is None:
        raise typer.BadParameter(f"{listing_id!r} is on no current list")
    verdict: Verdict = "same" if same else "not_same"
    prints = party_print(about), listing_print(listing)
    said = (listing_id, verdict, by.strip(), because.strip(), str(today), str(last))
    made = Decision(
        decision_id(*prints, *said),
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
    made = Decisions(home()).add(made)
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
    as_json: choices.AsJson = False,
) -> None:
    """Every decision that was not taken back, newest first.

    Example: enduse decisions list --json
    """
    found = Decisions(home()).all()
    if as_json:
        output.print_json({"decisions": [to_plain(one) for one in found]})
        return
    table = Table(box=None)
    for head in ("id", "decided", "party", "listing", "because", "by", "until"):
        table.add_column(head)
    for one in found:
        until = str(one.until or "")
        said = "same" if one.verdict == "same" else "not the same"
        table.add_row(
            one.id, said, one.party_name, one.listing_id, one.reason, one.by, until
        )
    output.screen.print(table if found else "No decision is kept.")


@app.command("withdraw")
def withdraw(
    decision: Annotated[str, typer.Argument(help="The decision's id.")],
    because: Annotated[str, typer.Option(help="Why.")],
    by: Annotated[str, typer.Option(help="Who takes it back.")],
) -> None:
    """Take a decision back from now on. What it was stays on record.

    Example: enduse decisions withdraw 1f0c --because "new passport" --by "J. Clerk"
    """
    if not Decisions(home()).withdraw(decision, by=by, reason=because):
        raise typer.BadParameter(f"no decision has the id {decision!r}")
    output.screen.print(f"{decision} no longer holds.", markup=False)


def _of_finding(path: Path, finding_id: str) -> tuple[str, Party, str]:
    """The listing, the party and the customer's reference of a finding on file.

    Of a finding inside a text the party are the words it was recognised by.
    """
    import orjson

    from enduse.model.encode import from_plain
    from enduse.names.explain import recognised

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
