"""Whether the papers describe one route, and one origin."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from enduse.codes.country import alpha2, english_name
from enduse.model import Fact, Good, Place, Route, Severity, Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.alike import country_of, same_place
from enduse.pipeline.deals.compare.disagreement import Disagreement, Said, Side, said

_GRAVITY: dict[str, Severity] = {
    "port_of_loading": "medium",
    "port_of_discharge": "medium",
    "place_of_delivery": "medium",
    "final_destination": "medium",
    "place_of_receipt": "low",
    "airport_of_departure": "medium",
    "airport_of_destination": "medium",
}
_LAST = ("place of delivery", "final destination")
_ENDS = ("place_of_delivery", "final_destination")


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Every place, destination and origin that papers state differently."""
    places = list(_places(papers))
    ends = [(one, place) for one, place in places if place.role in _ENDS]
    apart = list(_ends(ends)) if len({place.role for _, place in ends}) > 1 else []
    for role, severity in _GRAVITY.items():
        found = [(one, place) for one, place in places if place.role == role]
        if not (apart and role in _ENDS and _by_country(found)):
            yield from _differing(role.replace("_", " "), severity, found)
    yield from apart
    yield from _beyond(papers, places)
    yield from _origins(papers)


def _differing(
    label: str, severity: Severity, found: Sequence[tuple[Said, Place]]
) -> Iterator[Disagreement]:
    groups: list[tuple[Said, Place]] = []
    for one, place in found:
        same = [same_place(place, other) for _, other in groups]
        if (False in same or not same) and not any(same):
            groups.append((one, place))
    if len(groups) > 1:
        why = f"The papers give different places as {label}."
        grave = "high" if label in _LAST and _abroad(groups) else severity
        yield Disagreement(label, grave, _sides(groups), why)


def _abroad(found: Sequence[tuple[Said, Place]]) -> bool:
    """Whether a place lies in a country that no other of the papers mentions."""
    for one, place in found:
        code = country_of(place)
        others = (other.paper for other, _ in found if other.paper is not one.paper)
        if code and not any(code in _countries(paper) for paper in others):
            return True
    return False


def _countries(paper: Paper) -> set[str]:
    return {country_of(place) for _, place in _places([paper])} - {""}


def _ends(found: Sequence[tuple[Said, Place]]) -> Iterator[Disagreement]:
    countries: dict[str, tuple[Said, Place]] = {}
    for one, place in found:
        if code := country_of(place):
            countries.setdefault(code, (one, place))
    if len(countries) > 1:
        named = ", ".join(english_name(code) or code for code in countries)
        why = f"The papers end the journey in different countries: {named}."
        yield Disagreement("destination", "high", _sides([*countries.values()]), why)


def _by_country(found: Sequence[tuple[Said, Place]]) -> bool:
    """Whether the places of a role differ by nothing but their countries."""
    known = all(country_of(place) for _, place in found)
    return known and not any(
        country_of(one) == country_of(other) and same_place(one, other) is False
        for (_, one), (_, other) in combinations(found, 2)
    )


def _beyond(
    papers: Sequence[Paper], places: Sequence[tuple[Said, Place]]
) -> Iterator[Disagreement]:
    """A country named as destination in words that no place of the route is in."""
    reached = {country_of(place) for _, place in places} - {""}
    for one in said(papers, "destination_country"):
        value = one.fact.value
        code = alpha2(value.text) if isinstance(value, Text) else ""
        if code and reached and code not in reached:
            why = (
                f"A paper sends the goods on to {english_name(code) or code}, which no "
                "route of the other papers reaches."
            )
            shown = (one.side(code), *_sides(places[:2]))
            yield Disagreement("onward destination", "high", shown, why)
            return


def _origins(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    stated: dict[str, Side] = {}
    of_paper: list[set[str]] = []
    for paper in papers:
        of_paper.append({code for fact in paper.facts if (code := _origin(fact))})
        for fact in paper.facts:
            if code := _origin(fact):
                one = Said(paper, fact)
                stated.setdefault(code, one.side(english_name(code) or code))
    whole = {
        _origin(one.fact) for one in said(papers, "origin_country") if _origin(one.fact)
    }
    known = [codes for codes in of_paper if codes]
    apart = any(not one & other for one, other in combinations(known, 2))
    if apart or len(whole) > 1 or (whole and set(stated) - whole):
        why = "The papers give the goods different countries of origin."
        yield Disagreement("country of origin", "medium", tuple(stated.values()), why)


def _origin(fact: Fact) -> str:
    if isinstance(fact.value, Good):
        return fact.value.origin_country
    if fact.role == "origin_country" and isinstance(fact.value, Text):
        return alpha2(fact.value.text)
    return ""


def _places(papers: Sequence[Paper]) -> Iterator[tuple[Said, Place]]:
    for paper in papers:
        for fact in paper.facts:
            if isinstance(fact.value, Route):
                for place in fact.value.places:
                    if place.name or place.unlocode:
                        yield Said(paper, fact), place


def _sides(found: Sequence[tuple[Said, Place]]) -> tuple[Side, ...]:
    return tuple(
        Side(
            one.side("").paper,
            " ".join(part for part in (place.name, place.unlocode) if part),
            one.fact.origin.at(place.locator),
        )
        for one, place in found
    )
