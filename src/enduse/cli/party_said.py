"""The party that a command's options describe: name, kind, country, birth, numbers."""

from collections.abc import Callable, Iterator, Sequence

import typer

from enduse.cli import choices, output
from enduse.model import Origin, Party, Problem

_NUMBERS = ("passport", "national_id", "tax_id", "registration")
TYPED = Origin("command line", "", "")


def party_of(
    text: str, kind: str, countries: Sequence[str], born: str, ids: Sequence[str]
) -> Party:
    """The party that the options describe. *Raises* typer.BadParameter."""
    from enduse.pipeline.one_party import birth, country, party

    _read("--country", country, countries)
    _read("--born", birth, [born] if born else [])
    numbers = [pair for said in ids for pair in _numbers(said)]
    try:
        return party(
            text,
            kind=choices.kind(kind),
            countries=countries,
            born=born,
            ids=numbers,
            origin=TYPED,
        )
    except ValueError as fault:
        raise typer.BadParameter(str(fault), param_hint="--id") from None


def _read(option: str, reader: Callable[[str], object], texts: Sequence[str]) -> None:
    """Try what an option says. *Raises* typer.BadParameter that names the option."""
    for text in texts:
        try:
            reader(text)
        except ValueError as fault:
            raise typer.BadParameter(str(fault), param_hint=option) from None


def doubts_of(party: Party) -> list[Problem]:
    """What is to be doubted of a party as typed; said on standard error, too."""
    from enduse.pipeline.one_party import doubts

    found = doubts(party)
    for problem in found:
        output.warn(f"enduse: {problem.message} [{problem.code}]")
    return found


def _numbers(said: str) -> Iterator[tuple[str, str]]:
    """The schemes that a number may be of, with it: the one named, or all it fits."""
    from enduse.codes.checks import CHECKS

    scheme, mark, value = said.partition("=")
    if mark:
        yield scheme.strip().lower(), value
        return
    fits = [scheme for scheme, (_, is_valid) in CHECKS.items() if is_valid(said)]
    for scheme in (*fits, *_NUMBERS):
        yield scheme, said
