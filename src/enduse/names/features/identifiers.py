"""Numbers and codes both sides carry: equal ones decide, differing ones count against.

"Strong" schemes are unique to one party; a valid number that both have settles who
is meant, whatever the names say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from enduse.model import Identifier, Part, PartyKind

# Log-odds. A number whose country or scheme was not stated may be another one that
# looks alike; a contact may be an agent's, or have had another owner.
DECIDES, LIKELY, UNPLACED, SUPPORTS = 11.0, 8.0, 7.5, 1.5
_LINE = 6.2  # of a telephone, or a mailbox at a party's host
DIFFERS = -4.0
_STRONG = frozenset(
    (
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
    )
)
# Ways to reach a party, and a ship's sign, which goes on when her flag changes.
_REACHES = {"email": LIKELY, "website": UNPLACED, "phone": _LINE, "call_sign": _LINE}
# Numbers that only a country makes unique, and those that one office calls by one of
# these names, and the next by another.
_NEEDS_COUNTRY = frozenset(
    (
        "passport",
        "national_id",
        "tax_id",
        "registration",
        "okpo",
        "clearing",
        "other",
    )
)
_CALLED_SO = ("passport", "national_id", "tax_id", "registration", "other")
# What a form calls the number of any party, by what a ship's or aircraft's may be.
_OF_CRAFT: dict[PartyKind, tuple[str, tuple[str, ...]]] = {
    "vessel": ("imo", ("national_id", "other")),
    "aircraft": ("aircraft_tail", ("registration", "national_id", "other")),
}
# Under these a number of a scheme with check digits may come as well.
_UNNAMED = frozenset(("tax_id", "registration", "national_id", "other"))
# A number without a name may be one of these too.
_PERHAPS = ("okpo", "mmsi", "duns", "clearing", "isin")
_HOLDS_WALLETS = ("other", "account")  # too long to be equal by chance
_SUPPORTING = frozenset(("aircraft_msn", "account"))
_COMPARED = _STRONG | _REACHES.keys() | _NEEDS_COUNTRY | _SUPPORTING
_TELLING_SIGNS, _TELLING_DIGITS, _TELLING_KINDS = 7, 5, 3
_UNNAMED_SIGNS = 9  # digits; a letter among them makes up for one
_NO_CHANCE = 15  # digits that no two parties have, wherever they were given
# Of these a party has one, so two valid ones that differ are two parties.
_ONE_EACH = frozenset(("lei", "imo", "inn", "ogrn", "uscc"))
_SEVERAL = re.compile(r"\s*[,;]\s*|\s+/\s+|\s+(?:and|or)\s+")


@dataclass(frozen=True, slots=True)
class Code:
    """A valid identifier in its compact form.

    `given_as` is the scheme its source called it, where it may be, or its check
    digits prove that it is, one of another.
    """

    scheme: str
    value: str
    country: str = ""
    given_as: str = ""


def codes(identifiers: Iterable[Identifier]) -> tuple[Code, ...]:
    """The valid identifiers, compact, each once; a BIC by its institution."""
    from enduse.codes.checks import is_valid  # most parties have none to be checked

    found: dict[Code, None] = {}
    for identifier in _each(identifiers):
        scheme, country = identifier.scheme, identifier.country
        for value in _values(identifier) if scheme in _COMPARED else ():
            if is_valid(scheme, value):
                found[Code(scheme, compact(scheme, value), country)] = None
        if scheme in _UNNAMED:
            found |= dict.fromkeys(_recognised(identifier))
    return tuple(found)


def asked(
    identifiers: Iterable[Identifier], kind: PartyKind = "unknown"
) -> tuple[Code, ...]:
    """The codes of a party, and what else each of its numbers may be.

    What a form calls an identity number a list may call a passport: long numbers are
    held against all of these, and those without a name against more. A ship's number
    may be her IMO number, an aircraft's its mark, and a mailbox is at a party's host.
    """
    identifiers = tuple(_each(identifiers))
    found = dict.fromkeys(codes(identifiers))
    stated = {(code.scheme, code.value) for code in found}
    for identifier in identifiers:
        for code in _otherwise(identifier, kind):
            if (code.scheme, code.value) not in stated:
                found[code] = None
    return tuple(found)


def _each(identifiers: Iterable[Identifier]) -> Iterator[Identifier]:
    """Each identifier, what else it may be, and the numbers among its words."""
    from enduse.codes.otherwise import otherwise
    from enduse.text.numbers_within import numbers_within

    for identifier in identifiers:
        yield identifier
        for value, country in otherwise(identifier.scheme, identifier.value):
            stated = identifier.country or country
            yield replace(identifier, value=value, country=stated)
        if identifier.scheme in _CALLED_SO:
            for number in numbers_within(identifier.value):
                if _is_telling(number):
                    yield replace(identifier, value=number)


def _otherwise(identifier: Identifier, kind: PartyKind) -> Iterator[Code]:
    from enduse.codes.checks import is_valid, normalise

    own = identifier.scheme
    craft, called = _OF_CRAFT.get(kind, ("", ()))
    if own in called and is_valid(craft, identifier.value):
        yield Code(craft, normalise(craft, identifier.value), "", own)
    if own == "email":
        yield from _hosts(identifier)
    if own in _HOLDS_WALLETS and is_valid("wallet", identifier.value):
        yield Code("wallet", normalise("wallet", identifier.value))
    if own not in _CALLED_SO or not _is_long(normalise(own, identifier.value)):
        return
    for scheme in (*_CALLED_SO, *(_PERHAPS if own == "other" else ())):
        if scheme != own and is_valid(scheme, identifier.value):
            value = normalise(scheme, identifier.value)
            yield Code(scheme, value, identifier.country, own)


def _hosts(identifier: Identifier) -> Iterator[Code]:
    """The web addresses that the mailboxes are at, but for those of a provider."""
    from enduse.codes.checks import is_valid, normalise

    for mailbox in _values(identifier):
        host = normalise("email", mailbox).partition("@")[2]
        if host and is_valid("website", host):
            yield Code("website", normalise("website", host), "", identifier.scheme)


def _is_long(value: str) -> bool:
    """Whether a number is no other one by chance, whatever it is called."""
    signs = len(value) + any(c.isalpha() for c in value)
    return signs >= _UNNAMED_SIGNS and _is_telling(value)


def _values(identifier: Identifier) -> list[str]:
    """The value; of a contact each of several in one cell."""
    if identifier.scheme in _REACHES:
        return list(filter(None, _SEVERAL.split(identifier.value)))
    return [identifier.value]


def compact(scheme: str, value: str) -> str:
    """The value as codes hold it: in its scheme's form, a BIC by its institution."""
    from enduse.codes import bic
    from enduse.codes.checks import normalise

    return bic.head(value) if scheme == "bic" else normalise(scheme, value)


def _recognised(identifier: Identifier) -> Iterable[Code]:
    """The number under the scheme that its check digits prove, if any."""
    from enduse.codes.by_check_digit import by_check_digit
    from enduse.codes.checks import normalise

    bare = normalise(identifier.scheme, identifier.value)
    scheme, country = by_check_digit(bare)
    if scheme in _STRONG and _is_telling(bare):
        stated = identifier.country
        certain = bool(stated) and stated == country
        value = normalise(scheme, bare)
        yield Code(scheme, value, country, "" if certain else identifier.scheme)


def _is_telling(value: str) -> bool:
    """Whether a number is long and varied enough to be no chance or placeholder."""
    digits = [c for c in value if c.isdigit()]
    if len(value) < _TELLING_SIGNS or len(digits) < _TELLING_DIGITS:
        return False
    steps = {ord(b) - ord(a) for a, b in pairwise(digits)}
    return len(set(digits)) >= _TELLING_KINDS and steps not in ({1}, {-1})


def _is_no_chance(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= _NO_CHANCE


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
    placed = bool(a.country and b.country)
    given_as = a.given_as or b.given_as
    said = f"equal {a.scheme}"
    if given_as and a.scheme in _STRONG and a.scheme not in _PERHAPS:
        said += f" (given as {given_as}, its check digits are right)"
        odds = LIKELY
    elif given_as == "email":
        said, odds = "a mailbox at its host", _LINE
    elif given_as:
        named = "without a name" if given_as == "other" else f"as {given_as}"
        said += f" (given {named})"
        odds = LIKELY if placed else UNPLACED
    elif a.scheme in _STRONG or (
        a.scheme in _NEEDS_COUNTRY and (placed or _is_no_chance(a.value))
    ):
        odds = DECIDES
    elif a.scheme in _NEEDS_COUNTRY and _is_telling(a.value):
        said += " (country not stated)"
        odds = UNPLACED
    else:
        odds = _REACHES.get(a.scheme, SUPPORTS)
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
