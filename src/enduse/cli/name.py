"""`enduse name`: one party against all lists, explained."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse.cli import choices, indented, output
from enduse.cli.nearest import nearest, tell_nearest
from enduse.cli.party_said import doubts_of, party_of
from enduse.library.store import Library
from enduse.model import Listing, Match, Party, Severity
from enduse.model.encode import to_plain
from enduse.names.explain import explain as waterfall_of

if TYPE_CHECKING:
    from enduse.model.decision import Decision

_LEFT = 6  # columns: what is said of a match stands under its name
_Kept = tuple["Decision", str]  # a decision, and why it lapsed, if it did


def name(
    text: Annotated[str, typer.Argument(metavar="NAME", help="As it is written.")],
    kind: Annotated[
        str, typer.Option(help="person, entity (or company), vessel, aircraft.")
    ] = "unknown",
    country: Annotated[
        list[str] | None, typer.Option(help="Nationality or seat; may be repeated.")
    ] = None,
    born: Annotated[
        str, typer.Option(help="Birth date: 1961-03-02, 1961, 3.1961.")
    ] = "",
    ids: Annotated[
        list[str] | None,
        typer.Option(
            "--id", metavar="[SCHEME=]VALUE", help="lei=..., inn=..., imo=..."
        ),
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, callback=choices.number, help="Default: the method's own."
        ),
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 20,
    as_of: choices.AsOf = "",
    as_json: choices.AsJson = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show how each score comes about.")
    ] = False,
    method: Annotated[
        str, typer.Option(help="enduse, or ofac: the US search site's own score.")
    ] = "enduse",
    fail_on: choices.FailOn = "",
    any_fails: Annotated[
        bool, typer.Option("--fail-on-match", help="Exit 1 when anything matches.")
    ] = False,
) -> None:
    """Hold one party against all lists and explain every match.

    Example: enduse name "Megafon PAO" --kind company --country RU --id inn=7812014560
    """
    if not text.strip() and not ids:
        raise typer.BadParameter("give a name, or a number with --id")
    level = choices.alarm(fail_on) if fail_on else ""
    day = choices.day(as_of) if as_of else datetime.now(UTC).date()
    party = party_of(text, kind, country or [], born, ids or [])
    doubts = doubts_of(party)
    from enduse.pipeline.decided import Decided

    library = Library.open()
    matches = _matches(library, party, method, threshold, limit)
    kept = Decided(library, day)
    decided = {m.listing_id: kept.of(m.listing_id, party) for m in matches}
    near = [] if matches or method != "enduse" else nearest(library, party)
    if as_json:
        told = _plain(text, matches, library, decided)
        more = {"nearest": to_plain(near), "problems": to_plain(doubts)}
        output.print_json(told | more)
    elif explain and matches:
        _say_if_sample(library)
        _tell_waterfalls(matches, decided)
    else:
        _tell(text, matches, library, decided)
        tell_nearest(near)
    found = _severities(matches, library, decided, day)
    alarmed = level and choices.come_to(level, found)
    if alarmed or (matches and any_fails):
        raise typer.Exit(1)


def _severities(
    matches: list[Match],
    library: Library,
    decided: dict[str, _Kept | None],
    day: date,
) -> set[Severity]:
    """How much each match matters, as in an assessment."""
    from enduse.pipeline.policy import Policy, severity

    policy = Policy(0.0)
    found: set[Severity] = set()
    for match in matches:
        listing = library.listing(match.listing_id)
        measures = listing.measures if listing else ()
        ended = listing is not None and listing.has_ended(day)
        kept = decided[match.listing_id]
        if kept and kept[0].verdict == "not_same" and not kept[1]:
            found.add("info")
            continue
        found.add(severity(match, measures, policy, ended=ended))
    return found


def _matches(
    library: Library, party: Party, method: str, threshold: float | None, limit: int
) -> list[Match]:
    if method not in ("enduse", "ofac"):
        said = f"{method!r} is no method; known: enduse, ofac"
        raise typer.BadParameter(said, param_hint="--method")
    if method == "ofac":
        from enduse.names import methods, ofac

        level = methods.METHODS[method].threshold if threshold is None else threshold
        index = library.matcher.index
        return ofac.search(index, party.name, threshold=level, limit=limit)
    from enduse.names.score import DEFAULT_THRESHOLD

    level = DEFAULT_THRESHOLD if threshold is None else threshold
    return library.matcher.match(party, threshold=level, limit=limit)


def _plain(
    text: str,
    matches: list[Match],
    library: Library,
    decided: dict[str, _Kept | None],
) -> dict[str, Any]:
    return {
        "query": text,
        "matches": [
            {
                **to_plain(m),
                "listing": _summary(library.listing(m.listing_id), library),
                "decision": _plain_decision(decided[m.listing_id]),
            }
            for m in matches
        ],
        "library": library.manifest.current,
        "sample": library.is_sample,
    }


def _plain_decision(kept: _Kept | None) -> dict[str, Any] | None:
    return {**to_plain(kept[0]), "lapsed": kept[1] or None} if kept else None


def _summary(listing: Listing | None, library: Library) -> dict[str, Any] | None:
    if not listing:
        return None
    kept = ("name", "kind", "countries", "programmes", "measures", "listed_on")
    plain = {key: to_plain(getattr(listing, key)) for key in kept}
    return {**plain, "same_subject": list(library.subjects.same_as(listing.id))}


def _tell(
    text: str,
    matches: list[Match],
    library: Library,
    decided: dict[str, _Kept | None],
) -> None:
    say = output.screen.print
    _say_if_sample(library)
    if not matches:
        counts = sum(s.info.entries for s in library.snapshots.values())
        say(f"Nothing like {text!r} among {counts:,} listings.", markup=False)
        return
    from rich.table import Table

    for match, *others in _by_subject(matches, library):
        listing = library.listing(match.listing_id)
        say()
        head = f"{match.score:.2f}  {match.name}  [{match.listing_id}]"
        indented.say(head, rest=_LEFT)
        if listing:
            _tell_listing(listing, library, beside={m.listing_id for m in others})
        if kept := decided[match.listing_id]:
            _indented(_decision(*kept))
        for other in others:
            _tell_other(other, library, decided)
        table = Table(box=None, padding=(0, 2), show_header=False)
        for part in match.parts:
            compared = (
                f"{part.query} ~ {part.candidate}" if part.candidate else part.query
            )
            table.add_row(f"  {part.weight:+.3f}", part.feature, compared, part.detail)
        say(table)


def _say_if_sample(library: Library) -> None:
    if library.is_sample:
        said = "[bold]Against the embedded sample only. Fetch lists: enduse update"
        output.screen.print(f"{said}[/bold]")


def _tell_waterfalls(matches: list[Match], decided: dict[str, _Kept | None]) -> None:
    for number, match in enumerate(matches):
        if number:
            output.screen.print()
        output.screen.print(waterfall_of(match), markup=False)
        if kept := decided[match.listing_id]:
            _indented(_decision(*kept))


def _by_subject(matches: list[Match], library: Library) -> list[list[Match]]:
    """The matches with those of one subject together, the likeliest first."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        same = library.subjects.same_as(match.listing_id)
        first = next((other for other in same if other in found), match.listing_id)
        found.setdefault(first, []).append(match)
    return list(found.values())


def _tell_other(
    match: Match, library: Library, decided: dict[str, _Kept | None]
) -> None:
    """A line of a match whose subject was told by another list."""
    said = f"and {match.score:.2f}  {match.name}  [{match.listing_id}]"
    if listing := library.listing(match.listing_id):
        said += f": {_entails(listing, library)}"
    indented.say(said, first=_LEFT, rest=2 * _LEFT)
    if kept := decided[match.listing_id]:
        indented.say(_decision(*kept), first=2 * _LEFT, rest=2 * _LEFT)


def _tell_listing(listing: Listing, library: Library, *, beside: set[str]) -> None:
    """What a listing is, and which others are the same but for those told `beside`."""
    said = [listing.kind, *listing.countries, *listing.programmes]
    since = f", since {listing.listed_on}" if listing.listed_on else ""
    _indented(f"{listing.name}: {', '.join(said)}{since}")
    _indented(_entails(listing, library))
    others = [x for x in library.subjects.same_as(listing.id) if x not in beside]
    if others:
        _indented(f"also listed as: {', '.join(others)}")


def _entails(listing: Listing, library: Library) -> str:
    """The measures of a listing, and the date of its list."""
    where = library.snapshots[listing.source].info
    measures = ", ".join(m.replace("_", " ") for m in listing.measures)
    return f"{measures}; list of {where.published or 'unknown date'}"


def _decision(kept: "Decision", lapsed: str) -> str:
    verdict = "the same" if kept.verdict == "same" else "not the same"
    said = f"decided by {kept.by} on {kept.taken}: {verdict}, because {kept.reason}"
    return f"{said}; lapsed since {lapsed}" if lapsed else said


def _indented(text: str) -> None:
    indented.say(text, first=_LEFT, rest=_LEFT)
