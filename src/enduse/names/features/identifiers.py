"""Numbers and codes both sides carry: equal ones decide, differing ones count against.

"Strong" schemes are unique to one party; a valid number that both have settles who
is meant, whatever the names say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from enduse.model import Identifier, Part

# Log-odds. A number whose country or scheme was not stated may be another one that
# looks alike.
DECIDES, LIKELY, UNPLACED, SUPPORTS = 11.0, 8.0, 7.5, 1.5
DIFFERS = -4.0
_STRONG = frozenset(
    [
        "lei",
        "imo",
        "bic",
        "inn",
        "ogrn",
        "uscc",
        "iban",
        "wallet",
        "duns",
        "mmsi",
        "isin",
        "aircraft_tail",
        "un_ref",
        "eu_ref",
        "uk_ref",
        "ofac_id",
        "email",
    ]
)
# Numbers that only a country makes unique.
_NEEDS_COUNTRY = frozenset(("passport", "national_id", "tax_id", "registration"))
# Under these a number of a scheme with check digits may come as well.
_UNNAMED = frozenset(("tax_id", "registration", "national_id", "other"))
_SUPPORTING = frozenset(
    [
        "okpo",
        "tax_id",
        "registration",
        "call_sign",
        "aircraft_msn",
        "phone",
        "website",
        "account",
        "passport",
        "national_id",
    ]
)
_COMPARED = _STRONG | _SUPPORTING
_TELLING_SIGNS, _TELLING_DIGITS, _TELLING_KINDS = 7, 5, 3
# Of these a party has one, so two valid ones that differ are two parties.
_ONE_EACH = frozenset(("lei", "imo", "inn", "ogrn", "uscc"))


@dataclass(frozen=True, slots=True)
class Code:
    """A valid identifier in its compact form.

    `given_as` is the scheme its source called it, where check digits told another.
    """

    scheme: str
    value: str
    country: str = ""
    given_as: str = ""


def codes(identifiers: Iterable[Identifier]) -> tuple[Code, ...]:
    """The valid identifiers, compact, each once; a BIC by its institution."""
    from enduse.codes import bic  # most parties have none to be checked
    from enduse.codes.checks import is_valid, normalise

    found: dict[Code, None] = {}
    for identifier in identifiers:
        scheme, value = identifier.scheme, identifier.value
        if scheme in _COMPARED and is_valid(scheme, value):
            compact = bic.head(value) if scheme == "bic" else normalise(scheme, value)
            found[Code(scheme, compact, identifier.country)] = None
        if scheme in _UNNAMED:
            found |= dict.fromkeys(_recognised(identifier))
    return tuple(found)


def _recognised(identifier: Identifier) -> Iterable[Code]:
    """The number under the scheme that its check digits prove, if any."""
    from enduse.codes.by_check_digit import by_check_digit
    from enduse.codes.checks import normalise

    bare = normalise(identifier.scheme, identifier.value)
    scheme, country = by_check_digit(bare)
    if scheme in _STRONG and _is_telling(bare):
        stated = identifier.country
        certain = bool(stated) and stated == country
        yield Code(scheme, bare, country, "" if certain else identifier.scheme)


def _is_telling(value: str) -> bool:
    """Whether a number is long and varied enough to be no chance or placeholder."""
    digits = [c for c in value if c.isdigit()]
    if len(value) < _TELLING_SIGNS or len(digits) < _TELLING_DIGITS:
        return False
    steps = {ord(b) - ord(a) for a, b in pairwise(digits)}
    return len(set(digits)) >= _TELLING_KINDS and steps not in ({1}, {-1})


def keys(codes: Iterable[Code]) -> list[str]:
    """What an index files the codes under: country matters only when compared."""
    return [f"{code.scheme}:{code.value}" for code in codes]


def parts(ours: Sequence[Code], theirs: Sequence[Code]) -> list[Part]:
    """The part of the best agreeing code, and one for each contradicted scheme."""
    if not ours or not theirs:
        return []
    agreeing = [_agreement(a, b) for a in ours for b in theirs if _same(a, b)]
    best = max(agreeing, key=lambda p: (p.log_odds, p.query), default=None)
    agreed = {a.scheme for a in ours for b in theirs if _same(a, b)}
    return [*([best] if best else []), *_contradictions(ours, theirs, agreed)]


def decides(part: Part) -> bool:
    """Whether a part is an identifier that settles the match by itself."""
    return part.feature == "identifier" and part.log_odds >= DECIDES


def _same(a: Code, b: Code) -> bool:
    if (a.scheme, a.value) != (b.scheme, b.value):
        return False
    return not (a.country and b.country and a.country != b.country)


def _agreement(a: Code, b: Code) -> Part:
    said = f"equal {a.scheme}"
    placed = bool(a.country and b.country)
    given_as = a.given_as or b.given_as
    if given_as:
        said += f" (given as {given_as}, its check digits are right)"
        odds = LIKELY
    elif a.scheme in _STRONG or (a.scheme in _NEEDS_COUNTRY and placed):
        odds = DECIDES
    elif a.scheme in _NEEDS_COUNTRY and _is_telling(a.value):
        said += " (country not stated)"
        odds = UNPLACED
    else:
        odds = SUPPORTS
    return Part("identifier", 0.0, a.value, b.value, said, odds)


def _contradictions(
    ours: Sequence[Code], theirs: Sequence[Code], agreed: set[str]
) -> Iterable[Part]:
    for scheme in sorted(_ONE_EACH - agreed):
        left = sorted(code.value for code in ours if code.scheme == scheme)
        right = sorted(code.value for code in theirs if code.scheme == scheme)
        if left and right:
            said = f"both have a valid {scheme}, and they differ"
            ids = ", ".join(left), ", ".join(right)
            yield Part("identifier_conflict", 0.0, *ids, said, DIFFERS)
