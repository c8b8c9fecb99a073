"""`enduse name`: one party against all lists, explained."""

from datetime import UTC, datetime
from typing import Annotated, Any

import typer

from enduse.cli import choices, indented, output
from enduse.library.store import Library
from enduse.model import (
    DateSpan,
    Identifier,
    Listing,
    Match,
    Origin,
    Party,
    PartyName,
    Severity,
)
from enduse.model.encode import to_plain
from enduse.names.explain import explain as waterfall_of

_NUMBERS = ("passport", "national_id", "tax_id", "registration")
_LEFT = 6  # columns: what is said of a match stands under its name
TYPED = Origin("command line", "", "")


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
        float | None, typer.Option(min=0.0, max=1.0, help="Default: the method's own.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many.")] = 20,
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
    party = party_of(text, kind, country or [], born, ids or [])
    library = Library.open()
    matches = _matches(library, party, method, threshold, limit)
    if as_json:
        output.print_json(_plain(text, matches, library))
    elif explain and matches:
        output.screen.print("\n\n".join(map(waterfall_of, matches)), markup=False)
    else:
        _tell(text, matches, library)
    alarmed = level and choices.come_to(level, _severities(matches, library))
    if alarmed or (matches and any_fails):
        raise typer.Exit(1)


def _severities(matches: list[Match], library: Library) -> set[Severity]:
    """How much each match matters, as in an assessment."""
    from enduse.pipeline.policy import Policy, severity

    policy, today = Policy(0.0), datetime.now(UTC).date()
    found: set[Severity] = set()
    for match in matches:
        listing = library.listing(match.listing_id)
        measures = listing.measures if listing else ()
        ended = listing is not None and listing.has_ended(today)
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


def party_of(
    text: str, kind: str, countries: list[str], born: str, ids: list[str]
) -> Party:
    """The party that the options describe. *Raises* typer.BadParameter."""
    span = _span(born) if born else None
    return Party(
        role="party",
        origin=TYPED,
        names=(PartyName(text),) if text.strip() else (),
        kind=choices.kind(kind),
        identifiers=tuple(_identifiers(ids)) if ids else (),
        birth_dates=(span,) if span else (),
        countries=_codes(countries) if countries else (),
    )


def _codes(countries: list[str]) -> tuple[str, ...]:
    from enduse.pipeline.one_party import country

    try:
        return tuple(map(country, countries))
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint="--country") from None


def _span(born: str) -> DateSpan:
    from enduse.pipeline.one_party import birth

    try:
        return birth(born)
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint="--born") from None


def _identifiers(said: list[str]) -> list[Identifier]:
    from enduse.codes import SCHEMES
    from enduse.codes.checks import CHECKS

    found: list[Identifier] = []
    for text in said:
        scheme, mark, value = text.partition("=")
        if not mark:
            fits = [s for s, (_, is_valid) in CHECKS.items() if is_valid(text)]
            found += [Identifier(s, text.strip()) for s in (*fits, *_NUMBERS)]
        elif scheme.strip().lower() in SCHEMES:
            found.append(Identifier(scheme.strip().lower(), value.strip()))
        else:
            known = ", ".join(SCHEMES)
            said_ = f"{scheme!r} is no scheme; known: {known}"
            raise typer.BadParameter(said_, param_hint="--id")
    return found


def _plain(text: str, matches: list[Match], library: Library) -> dict[str, Any]:
    return {
        "query": text,
        "matches": [
            {**to_plain(m), "listing": _summary(library.listing(m.listing_id), library)}
            for m in matches
        ],
        "library": library.manifest.current,
        "sample": library.is_sample,
    }


def _summary(listing: Listing | None, library: Library) -> dict[str, Any] | None:
    if not listing:
        return None
    kept = ("name", "kind", "countries", "programmes", "measures", "listed_on")
    plain = {key: to_plain(getattr(listing, key)) for key in kept}
    return {**plain, "same_subject": list(library.subjects.same_as(listing.id))}


def _tell(text: str, matches: list[Match], library: Library) -> None:
    say = output.screen.print
    if library.is_sample:
        say("[bold]Against the embedded sample only. Fetch lists: enduse update[/bold]")
    if not matches:
        counts = sum(s.info.entries for s in library.snapshots.values())
        say(f"Nothing like {text!r} among {counts:,} listings.", markup=False)
        return
    from rich.table import Table

    for match in matches:
        listing = library.listing(match.listing_id)
        say()
        head = f"{match.score:.2f}  {match.name}  [{match.listing_id}]"
        indented.say(head, rest=_LEFT)
        if listing:
            _tell_listing(listing, library)
        table = Table(box=None, padding=(0, 2), show_header=False)
        for part in match.parts:
            compared = (
                f"{part.query} ~ {part.candidate}" if part.candidate else part.query
            )
            table.add_row(f"  {part.weight:+.3f}", part.feature, compared, part.detail)
        say(table)


def _tell_listing(listing: Listing, library: Library) -> None:
    where = library.snapshots[listing.source].info
    said = [listing.kind, *listing.countries, *listing.programmes]
    since = f", since {listing.listed_on}" if listing.listed_on else ""
    _indented(f"{listing.name}: {', '.join(said)}{since}")
    entails = ", ".join(m.replace("_", " ") for m in listing.measures)
    _indented(f"{entails}; list of {where.published or 'unknown date'}")
    others = library.subjects.same_as(listing.id)
    if others:
        _indented(f"also listed as: {', '.join(others)}")


def _indented(text: str) -> None:
    indented.say(text, first=_LEFT, rest=_LEFT)
