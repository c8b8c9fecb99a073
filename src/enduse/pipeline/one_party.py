"""One party as a person or a program says it, ready to be screened."""

from collections.abc import Iterable, Mapping
from typing import cast, get_args

from enduse.codes import SCHEMES
from enduse.codes.country import alpha2
from enduse.model import (
    DateSpan,
    Identifier,
    Origin,
    Party,
    PartyKind,
    PartyName,
)
from enduse.text.dates import parse_birth

_SAID = Origin("said", "", "")


def party(
    name: str,
    *,
    kind: str = "unknown",
    countries: Iterable[str] = (),
    born: str = "",
    ids: Mapping[str, str] | None = None,
    role: str = "party",
) -> Party:
    """The party of that name, with what else is known of it.

    `kind` is person, entity, vessel, aircraft or unknown; `ids` are numbers by their
    scheme (`lei`, `inn`, `imo`, `passport`); a country may be a code or a name.

    *Raises* ValueError for a kind, country, date or scheme there is not.

    *Example*

    >>> party("Megafon PAO", kind="entity", countries=["Russia"]).countries
    ('RU',)
    """
    numbers = {scheme.lower(): value for scheme, value in (ids or {}).items()}
    if kind not in get_args(PartyKind):
        known = ", ".join(get_args(PartyKind))
        raise ValueError(f"{kind!r} is no kind of party; known: {known}")
    if unknown := [scheme for scheme in numbers if scheme not in SCHEMES]:
        raise ValueError(f"{unknown[0]!r} is no scheme; known: {', '.join(SCHEMES)}")
    return Party(
        role=role,
        origin=_SAID,
        names=(PartyName(name),) if name.strip() else (),
        kind=cast(PartyKind, kind),
        identifiers=tuple(Identifier(s, v.strip()) for s, v in numbers.items()),
        birth_dates=(birth(born),) if born else (),
        countries=tuple(map(country, countries)),
    )


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
