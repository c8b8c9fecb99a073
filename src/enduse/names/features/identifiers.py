"""Numbers and codes both sides carry: equal ones decide, differing ones count against.

"Strong" schemes are unique to one party; a valid number that both have settles who
is meant, whatever the names say.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from enduse.codes import bic
from enduse.codes.checks import is_valid, normalise
from enduse.model import Identifier, Part

DECIDES = 0.98
SUPPORTS = 0.25
DIFFERS = -0.25
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
        "passport",
        "national_id",
        "un_ref",
        "eu_ref",
        "uk_ref",
        "ofac_id",
        "account",
        "email",
    ]
)
_NEEDS_COUNTRY = frozenset(("passport", "national_id", "account", "tax_id"))
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
# Of these a party has one, so two valid ones that differ are two parties.
_ONE_EACH = frozenset(("lei", "imo", "inn", "ogrn", "uscc"))


@dataclass(frozen=True, slots=True)
class Code:
    """A valid identifier in its compact form."""

    scheme: str
    value: str
    country: str = ""


def codes(identifiers: Iterable[Identifier]) -> tuple[Code, ...]:
    """The valid identifiers, compact, each once; a BIC by its institution."""
    found: dict[Code, None] = {}
    for identifier in identifiers:
        scheme, value = identifier.scheme, identifier.value
        if scheme in _COMPARED and is_valid(scheme, value):
            compact = bic.head(value) if scheme == "bic" else normalise(scheme, value)
            found[Code(scheme, compact, identifier.country)] = None
    return tuple(found)


def keys(codes: Iterable[Code]) -> list[str]:
    """What an index files the codes under: country matters only when compared."""
    return [f"{code.scheme}:{code.value}" for code in codes]


def parts(ours: Sequence[Code], theirs: Sequence[Code]) -> list[Part]:
    """The part of the best agreeing code, and one for each contradicted scheme."""
    agreeing = [_agreement(a, b) for a in ours for b in theirs if _same(a, b)]
    best = max(agreeing, key=lambda p: (p.weight, p.query), default=None)
    agreed = {a.scheme for a in ours for b in theirs if _same(a, b)}
    return [*([best] if best else []), *_contradictions(ours, theirs, agreed)]


def decides(part: Part) -> bool:
    """Whether a part is an identifier that settles the match by itself."""
    return part.feature == "identifier" and part.weight >= DECIDES


def _same(a: Code, b: Code) -> bool:
    if (a.scheme, a.value) != (b.scheme, b.value):
        return False
    return not (a.country and b.country and a.country != b.country)


def _agreement(a: Code, b: Code) -> Part:
    unplaced = a.scheme in _NEEDS_COUNTRY and not (a.country and b.country)
    strong = a.scheme in _STRONG and not unplaced
    detail = f"equal {a.scheme}" + (" (country not stated)" if unplaced else "")
    weight = DECIDES if strong else SUPPORTS
    return Part("identifier", weight, a.value, b.value, detail)


def _contradictions(
    ours: Sequence[Code], theirs: Sequence[Code], agreed: set[str]
) -> Iterable[Part]:
    for scheme in sorted(_ONE_EACH - agreed):
        left = sorted(code.value for code in ours if code.scheme == scheme)
        right = sorted(code.value for code in theirs if code.scheme == scheme)
        if left and right:
            said = f"both have a valid {scheme}, and they differ"
            ids = ", ".join(left), ", ".join(right)
            yield Part("identifier_conflict", DIFFERS, *ids, said)
