"""The score of a party against a listing: signed parts, and their sum."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum

from enduse.model import DateSpan, Part, PartyKind
from enduse.names.features import birth, identifiers, kind, name, place, words
from enduse.names.features.identifiers import Code
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm, parse
from enduse.names.weights import ClassWeigher, Weigher

DEFAULT_THRESHOLD = 0.81
WEAK_ALIAS = -0.12
NAMES_DISAGREE = -0.02
_DISAGREEMENT = 0.5
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared besides names, on either side."""

    kind: PartyKind = "unknown"
    countries: tuple[str, ...] = ()
    birth_dates: tuple[DateSpan, ...] = ()
    codes: tuple[Code, ...] = ()


def compare(
    a: str, b: str, *, kind: PartyKind = "unknown"
) -> tuple[float, tuple[Part, ...]]:
    """The score of one pair of names by themselves, and its parts.

    *Units*: 0..1; two names that differ at most in order, legal form and script
    give `features.name.NAME_MAX`, since a name alone never proves who is meant.
    """
    names = compare_forms(parse(a, kind), parse(b, kind), ClassWeigher(), kind)
    parts = name_parts(names, kind) if names else [Part("name", 0.0, a, b, "no words")]
    return total(parts)


def compare_forms(
    left: NameForm, right: NameForm, weigher: Weigher, kind: PartyKind
) -> NameComparison | None:
    """The comparison of two forms, or None where one has no words."""
    if not left.tokens or not right.tokens:
        return None
    return name.compare_names(left, right, weigher, kind)


def name_parts(
    names: NameComparison, kind: PartyKind, *, weak: bool = False
) -> list[Part]:
    """The name's part and every correction to it."""
    parts = [name.part(names), *words.parts(names, kind)]
    if weak:
        text = names.right.text
        parts.append(
            Part("weak_alias", WEAK_ALIAS, "", text, "marked weak by the list")
        )
    return parts


def fact_parts(ours: Facts, theirs: Facts, points: float = 0.0) -> list[Part]:
    """Identifiers, birth dates, countries and kind.

    *Units*: `points` is what the names came to; what agrees raises it towards 1.
    """
    room = max(0.0, min(1.0, 1.0 - points))
    found = identifiers.parts(ours.codes, theirs.codes, room)
    room = max(0.0, room - fsum(part.weight for part in found if part.weight > 0))
    born = birth.part(ours.birth_dates, theirs.birth_dates, room)
    if born:
        found.append(born)
        room -= max(0.0, born.weight)
    rest = (
        place.part(ours.countries, theirs.countries, room),
        kind.part(ours.kind, theirs.kind),
    )
    return [*found, *(part for part in rest if part)]


def total(parts: Sequence[Part]) -> tuple[float, tuple[Part, ...]]:
    """The score and the parts that add up to it, what a bound took off among them.

    An identifier that decides keeps the score at 0.95 or more; the names'
    disagreement and whatever speaks against it stay visible as parts.
    """
    kept = [replace(part, weight=round(part.weight, _DIGITS)) for part in parts]
    raw = fsum(part.weight for part in kept)
    low = 0.0
    if any(identifiers.decides(part) for part in kept):
        low = 0.95
        kept += _disagreement(kept)
        raw = fsum(part.weight for part in kept)
    score = min(1.0, max(low, raw))
    if score != raw:
        said = "an equal identifier decides" if raw < score and low else "kept to 0..1"
        kept.append(Part("clamp", round(score - raw, _DIGITS), detail=said))
    return round(fsum(part.weight for part in kept), _DIGITS), tuple(kept)


def _disagreement(parts: Sequence[Part]) -> list[Part]:
    named = fsum(part.weight for part in parts if part.feature == "name")
    if named >= _DISAGREEMENT:
        return []
    shown = next((part for part in parts if part.feature == "name"), Part("name", 0.0))
    said = shown.query, shown.candidate
    return [Part("names_disagree", NAMES_DISAGREE, *said, "same number, another name")]
