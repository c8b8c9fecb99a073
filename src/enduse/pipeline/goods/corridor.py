"""Where goods go, as far as a subject says: barred, among partners, or neither."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

from enduse.codes.country import alpha2
from enduse.model import Fact, Good, Party, Route, Text
from enduse.pipeline.deals.alike import country_of

Corridor = Literal["barred", "partners", "third"]


@cache
def members(group: str) -> frozenset[str]:
    """ISO alpha-2 codes of a group of `corridors.toml`: `barred` or `partners`."""
    path = files("enduse.pipeline.goods").joinpath("corridors.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return frozenset(table[group]["members"])


def corridor(facts: Iterable[Fact]) -> tuple[Corridor, tuple[str, ...]]:
    """What kind of trade the facts speak of, and the countries that say so.

    `barred`: a party, place or destination lies under the export bans; `partners`:
    at least two countries are known and all are partners; `third`: anything else,
    also when nothing is known.
    """
    found = set(_countries(facts))
    barred = found & members("barred")
    if barred:
        return "barred", tuple(sorted(barred))
    if len(found) > 1 and found <= members("partners"):
        return "partners", tuple(sorted(found))
    return "third", tuple(sorted(found - members("partners")))


def _countries(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        value = fact.value
        if isinstance(value, Party):
            yield from value.countries
            yield from (a.country for a in value.addresses if a.country)
        elif isinstance(value, Route):
            yield from (code for p in value.places if (code := country_of(p)))
        elif isinstance(value, Text) and fact.role == "destination_country":
            yield from {alpha2(value.text)} - {""}


def of_origin(good: Good, facts: Iterable[Fact], country: str) -> bool:
    """Whether goods are said to come from a country, on their line or on the paper."""
    if good.origin_country:
        return good.origin_country == country
    said = (
        alpha2(fact.value.text)
        for fact in facts
        if fact.role == "origin_country" and isinstance(fact.value, Text)
    )
    return country in set(said)
