"""The score of a party against a listing: signed parts, and their sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from enduse.model import DateSpan, Part, PartyKind
from enduse.model.quick import quick
from enduse.names import odds
from enduse.names.features import (
    address,
    birth,
    by_family,
    gender,
    identifiers,
    kind,
    known_by,
    name,
    nearly,
    place,
    twins,
    words,
)
from enduse.names.features.identifiers import Code
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm, parse
from enduse.names.other_forms import other_forms
from enduse.names.sites import Site
from enduse.names.weights import ClassWeigher, Weigher

DEFAULT_THRESHOLD = 0.5  # as likely as not
WEAK_ALIAS = -0.12
NAMES_DISAGREE = -0.3
FACTS_ADD = birth.EQUAL + place.SHARED  # log-odds that facts give, at most
DISAGREE = -4.0  # log-odds of names from which they are told to disagree


@quick
@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared besides names, on either side."""

    kind: PartyKind = "unknown"
    countries: tuple[str, ...] = ()
    birth_dates: tuple[DateSpan, ...] = ()
    codes: tuple[Code, ...] = ()
    sites: tuple[Site, ...] = ()
    sexes: str = ""

    def says_more(self) -> bool:
        """Whether anything is known but the kind: where not, nothing else agrees."""
        return bool(
            self.countries or self.birth_dates or self.codes or self.sites or self.sexes
        )


def compare(
    a: str, b: str, *, kind: PartyKind = "unknown"
) -> tuple[float, tuple[Part, ...]]:
    """The score of one pair of names by themselves, and its parts.

    *Units*: 0..1, the probability that both mean one party, where as many pairs do as
    don't; a name alone never gives 1.
    """
    left, right = parse(a, kind), parse(b, kind)
    read = [(left, right)]
    read += [(other, right) for other in other_forms(a, kind)]
    read += [(left, other) for other in other_forms(b, kind)]
    held = (compare_forms(*both, ClassWeigher(), kind) for both in read)
    found = [total(name_parts(n, kind, model="pair")) for n in held if n is not None]
    if not found:
        return 0.0, (Part("name", 0.0, a, b, "no words"),)
    return max(found, key=lambda each: each[0])


def compare_forms(
    left: NameForm, right: NameForm, weigher: Weigher, kind: PartyKind
) -> NameComparison | None:
    """The comparison of two forms, or None where one has no words."""
    if not left.tokens or not right.tokens:
        return None
    return name.compare_names(left, right, weigher, kind)


def name_parts(
    names: NameComparison, kind: PartyKind, *, weak: bool = False, model: str = "search"
) -> list[Part]:
    """The name's parts, in log-odds. `model` is `search` or `pair`."""
    raw = raw_parts(names, kind, weak=weak, pair=model == "pair")
    return odds.weigh(raw, odds.group(kind), model)


def raw_parts(
    names: NameComparison, kind: PartyKind, *, weak: bool = False, pair: bool = False
) -> list[Part]:
    """What was measured of two names, not yet weighed. `pair`: without an index."""
    parts = [name.part(names), *words.parts(names, kind)]
    if pair:
        found = nearly.part(names, kind), twins.part(names, kind)
        parts += [part for part in found if part]
    so_far = fsum(part.weight for part in parts)
    if called := known_by.part(names, kind, so_far, pair=pair):
        parts.append(called)
    if not pair and (called := by_family.part(names, kind, so_far)):
        parts.append(called)
    if weak:
        text = names.right.text
        parts.append(
            Part("weak_alias", WEAK_ALIAS, "", text, "marked weak by the list")
        )
    return parts


def fact_parts(ours: Facts, theirs: Facts) -> list[Part]:
    """Identifiers, birth dates, places, gender and kind, in log-odds."""
    if not ours.says_more():
        only = kind.part(ours.kind, theirs.kind)
        return [only] if only else []
    born = birth.part(ours.birth_dates, theirs.birth_dates)
    both = _either(ours.kind, theirs.kind)
    country = place.part(ours.countries, theirs.countries, both)
    shared = max(0.0, country.log_odds) if country else 0.0
    left = FACTS_ADD - shared - (max(0.0, born.log_odds) if born else 0.0)
    rest = (
        born,
        country,
        address.part(ours.sites, theirs.sites, country=shared, most=left),
        gender.part(ours.sexes, theirs.sexes),
        kind.part(ours.kind, theirs.kind),
    )
    found = identifiers.parts(ours.codes, theirs.codes)
    return [*found, *(part for part in rest if part)]


def _either(ours: PartyKind, theirs: PartyKind) -> PartyKind:
    """The kind that either side states, a person's first."""
    if "person" in (ours, theirs):
        return "person"
    return theirs if ours == "unknown" else ours


def total(parts: Sequence[Part]) -> tuple[float, tuple[Part, ...]]:
    """The score, and the parts with the points each adds to it, in their order.

    An identifier that decides keeps the score at 0.95 or more; the names'
    disagreement and whatever speaks against it stay visible as parts.
    """
    kept = list(parts)
    decided = any(identifiers.decides(part) for part in kept)
    if decided:
        kept += _disagreement(kept)
    sum_ = fsum(part.log_odds for part in kept)
    if decided and sum_ < odds.DECIDED:
        said = "an equal identifier decides"
        kept.append(Part("decides", 0.0, detail=said, log_odds=odds.DECIDED - sum_))
    return odds.in_points(kept)


def _disagreement(parts: Sequence[Part]) -> list[Part]:
    if fsum(p.log_odds for p in parts if not identifiers.decides(p)) >= DISAGREE:
        return []
    shown = next((part for part in parts if part.feature == "name"), Part("name", 0.0))
    said = shown.query, shown.candidate
    text = "same number, another name"
    return [Part("names_disagree", 0.0, *said, text, NAMES_DISAGREE)]
