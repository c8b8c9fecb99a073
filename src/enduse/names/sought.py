"""What a party is searched by, and what a listed name must come to for it."""

from dataclasses import dataclass, replace
from functools import cache
from math import inf

from enduse.model import Party, PartyKind
from enduse.model.quick import quick
from enduse.names import odds, score
from enduse.names.bounds import LEAST_ALIKE
from enduse.names.features import address, birth, gender, identifiers
from enduse.names.features import kind as kind_of
from enduse.names.features.in_translation import TRANSLATED_AGREEMENT, is_translated
from enduse.names.features.name import NAME_MAX
from enduse.names.features.same_words import SLIPPED_WORDS
from enduse.names.form import NameForm
from enduse.names.kinds import KINDS
from enduse.names.other_forms import forms
from enduse.names.score import Facts
from enduse.names.sites import sites
from enduse.names.stated import stated
from enduse.names.within import fields

_ROUNDING = 0.001  # scores are rounded to less


@quick
@dataclass(frozen=True, slots=True)
class Sought:
    """What of a party the search uses: equal ones are searched once.

    `fields` are its names that may say more than one.
    """

    forms: tuple[NameForm, ...]
    facts: Facts
    fields: tuple[str, ...] = ()

    @classmethod
    def of(cls, party: Party) -> "Sought":
        """What is searched for a party: its names, as they may be read, and facts.

        *Raises* ValueError for a kind there is not: every listing would be of another.
        """
        if party.kind not in KINDS:
            known = ", ".join(KINDS)
            raise ValueError(f"{party.kind!r} is no kind of party: one of {known}")
        said = stated(party)
        read = [form for text in said.names for form in forms(text, said.kind)]
        facts = Facts(
            said.kind,
            _countries(party) if party.countries or party.addresses else (),
            said.birth_dates,
            identifiers.asked(said.identifiers, party.kind) if said.identifiers else (),
            sites(party.addresses) if party.addresses else (),
            gender.of_party(party, read[0].tokens) if read else "",
        )
        found = tuple([form for form in read if form.tokens])
        return cls(found, facts, fields(party))

    def needed(self, threshold: float) -> "Needed":
        """What a listed name must come to for the threshold to be reached."""
        return _needed(self.facts.kind, _may_add(self.facts), threshold)


def _countries(party: Party) -> tuple[str, ...]:
    found = {*party.countries, *[address.country for address in party.addresses]}
    return tuple(sorted(found - {""}))


@dataclass(frozen=True, slots=True)
class Needed:
    """How alike a listed name must be, by kind of listing, and what else may add.

    *Units*: points; `log_odds` are those the name needs.
    """

    points: float
    by_kind: tuple[float, ...]
    log_odds: tuple[float, ...]
    may_add: float

    def of(self, form: NameForm) -> "Needed":
        """The same of a form: less of a firm's name that may be a translation."""
        return _of_translation(self) if is_translated(form) else self

    def most(self, kind: int, points: float) -> float:
        """The log-odds of a name, and all else, at most."""
        slope, centre = _worth()[kind]
        return slope * (points - centre)


@cache
def _worth() -> list[tuple[float, float]]:
    """By kind of listing what a point of a name is worth, and where it is nothing."""
    models = [odds.coefficients("search", odds.group(kind)) for kind in KINDS]
    return [(model["slope"], model["centre"]) for model in models]


@cache
def _of_translation(needed: Needed) -> Needed:
    """What is needed where words are made up for that translators change."""
    by_kind = for_translation(needed.by_kind)
    return replace(needed, points=min(by_kind), by_kind=by_kind)


def for_translation(by_kind: tuple[float, ...]) -> tuple[float, ...]:
    """The points needed of a name in another script: less of a firm's."""
    least = TRANSLATED_AGREEMENT * NAME_MAX
    return tuple(
        min(least, one) if kind == "entity" and one <= SLIPPED_WORDS else one
        for kind, one in zip(KINDS, by_kind, strict=True)
    )


def _may_add(facts: Facts) -> float:
    """The most log-odds that these facts may add to a name's."""
    found = birth.EQUAL if facts.birth_dates else 0.0
    found += address.may_add(facts.sites, countries=bool(facts.countries))
    return min(score.FACTS_ADD, found)


@cache
def _needed(ours: PartyKind, may_add: float, threshold: float) -> Needed:
    if threshold <= 0:
        every = (-inf,) * len(KINDS)
        return Needed(-inf, every, every, may_add)
    wanted = odds.log_odds(threshold - _ROUNDING)
    log_odds = []
    for theirs in KINDS:
        against = kind_of.part(ours, theirs)
        taken = against.log_odds if against else 0.0
        log_odds.append(wanted - may_add - taken)
    both = zip(log_odds, _worth(), strict=True)
    points = [max(LEAST_ALIKE, n / slope + centre) for n, (slope, centre) in both]
    return Needed(min(points), tuple(points), tuple(log_odds), may_add)


def least_needed(threshold: float) -> tuple[float, ...]:
    """The points a listed name must come to at least, by its kind, for any party."""
    asked = [_needed(kind, score.FACTS_ADD, threshold).by_kind for kind in KINDS]
    return tuple(min(points) for points in zip(*asked, strict=True))
