"""One party as a person or a program says it, ready to be screened."""

from collections.abc import Iterable, Mapping
from typing import cast, get_args

from enduse.codes import SCHEMES
from enduse.codes.checks import CHECKS
from enduse.codes.country import alpha2
from enduse.messages.telegraphic import with_signs
from enduse.model import (
    DateSpan,
    Identifier,
    Origin,
    Party,
    PartyKind,
    PartyName,
    Problem,
)
from enduse.text.dates import parse_birth

_SAID = Origin("said", "", "")


def party(
    name: str,
    *,
    kind: str = "unknown",
    countries: str | Iterable[str] = (),
    born: str = "",
    ids: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    role: str = "party",
    origin: Origin = _SAID,
) -> Party:
    """The party of that name, with what else is known of it.

    `kind` is person, entity, vessel, aircraft or unknown; `ids` are numbers by their
    scheme (`lei`, `inn`, `imo`, `passport`), as pairs where there are several of one;
    a country may be a code or a name. A name in Chinese telegraphic code is read.

    *Raises* ValueError for a kind, country, date or scheme there is not.

    *Example*

    >>> party("Megafon PAO", kind="entity", countries=["Russia"]).countries
    ('RU',)
    """
    seats = (countries,) if isinstance(countries, str) else countries
    pairs = ids.items() if isinstance(ids, Mapping) else ids
    numbers = [(scheme.lower(), value.strip()) for scheme, value in pairs]
    if kind not in get_args(PartyKind):
        known = ", ".join(get_args(PartyKind))
        raise ValueError(f"{kind!r} is no kind of party; known: {known}")
    if unknown := [scheme for scheme, _ in numbers if scheme not in SCHEMES]:
        raise ValueError(f"{unknown[0]!r} is no scheme; known: {', '.join(SCHEMES)}")
    return Party(
        role=role,
        origin=origin,
        names=tuple(with_signs([PartyName(name)])) if name.strip() else (),
        kind=cast(PartyKind, kind),
        identifiers=tuple(Identifier(scheme, value) for scheme, value in numbers),
        birth_dates=(birth(born),) if born else (),
        countries=tuple(map(country, seats)),
    )


def doubts(party: Party) -> list[Problem]:
    """What is to be doubted of a party: numbers that their scheme does not allow.

    They are compared as they are: some were given out with a wrong check digit.
    """
    found = []
    for one in party.identifiers:
        if one.scheme in CHECKS and not CHECKS[one.scheme][1](one.value):
            text = (
                f"{one.scheme} {one.value!r} does not have the form or the check "
                "digits of one; it is compared as written"
            )
            found.append(Problem("id-invalid", text, party.origin, "warning"))
    return found


def country(said: str) -> str:
    """The ISO 3166 code of a country. *Raises* ValueError."""
    code = alpha2(said)
    if not code:
        raise ValueError(f"{said!r} is no country enduse knows")
    return code


def birth(said: str) -> DateSpan:
    """The days of a birth as typed. *Raises* ValueError."""
    span = parse_birth(said)
    if not span:
        raise ValueError(f"{said!r} is no date enduse can read")
    return span
