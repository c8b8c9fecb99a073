"""Numbers, codes and addresses of the net in free text, as far as a list may hold them.

Most numbers of a text are an invoice's: each is tried in the index's field of bits
first, and only one that may be listed is read closer. A label before it says what it
is; without one its check digits may, or its length makes chance unlikely.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from enduse.codes import aircraft_tail, bic, email, wallet, website
from enduse.model import Identifier
from enduse.names import spot_field
from enduse.names.features.identifiers import Code
from enduse.text import field_words

_BEFORE = 48  # signs in front of a number in which its label stands
_NET = re.compile(
    r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,5}[^\W\d_]{2,24}"
    r"|(?i:\bhttps?://|\bwww\.)[^\s;,()<>\"']{4,200}"
    r"|(?<![\w.@-])(?:[A-Za-z0-9-]{1,63}\.){1,4}[a-z]{2,10}(?![\w@-])(?:/[\w-]{3,60})?"
)
# Five signs and more with a digit among them; the longest are wallets' addresses.
_RUN = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z./-]*\d)[A-Za-z0-9][A-Za-z0-9./-]{3,108}[A-Za-z0-9]"
)
_LETTERS = re.compile(r"\b(?:[A-Z]{8}(?:[A-Z]{3})?|[A-Z]{1,2}-[A-Z]{3,4}|[A-Z]{4})\b")
_SPACED = re.compile(
    r"\+?\(?\d[\d()./-]{0,16}[ (][\d ()./-]{3,20}\d|\b[A-Z]{1,3} \d{5,12}\b"
)
_PIECE = re.compile(r"[A-Za-z0-9]{5,}")
_TRAILING = re.compile(r"(?<=[A-Za-z])\d{7,15}$")
_SIGNS = str.maketrans("", "", " ()./-+")
_WALLET, _LINE, _BIC, _SIGN = 25, 10, (8, 11), 4  # signs
# A publisher's own number of a listing, and one that only its maker makes unique.
_UNSOUGHT = frozenset(("un_ref", "eu_ref", "uk_ref", "ofac_id", "aircraft_msn"))
_SELF_EVIDENT = ("lei", "iban", "isin", "uscc")
_TAIL = "aircraft_tail"
_PLAIN = frozenset(("email", "website", "wallet", "bic", _TAIL))
_MARK = "#"  # before a value's key in the field of bits: no token begins so


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states at `text[start:end]`, under each scheme it may be of."""

    start: int
    end: int
    identifiers: tuple[Identifier, ...]


def listed_keys(codes: Iterable[Code]) -> Iterator[str]:
    """The keys of a listing's codes that are looked for in texts."""
    return (f"{_MARK}{code.value}" for code in codes if code.scheme not in _UNSOUGHT)


def in_text(text: str, field: bytes) -> Iterator[Stated]:
    """Every number, code, e-mail and web address that may be a listed one.

    `field` are the bits of `spot_keys.bits`.
    """
    holds = spot_field.holds
    for place, compact, scheme in _candidates(text):
        if holds(field, f"{_MARK}{compact}"):
            start, told = _told(text, place, scheme)
            value = text[slice(*place)]
            yield Stated(start, place[1], tuple(Identifier(s, value) for s in told))


_Candidate = tuple[tuple[int, int], str, str]


def _candidates(text: str) -> Iterator[_Candidate]:
    """Where something may be a number, its compact value, and what its shape says."""
    for hit in _RUN.finditer(text):
        yield from _of_run(hit)
    for hit in _SPACED.finditer(text):
        yield from _of_digits(hit.span(), hit[0].translate(_SIGNS))
    for hit in _LETTERS.finditer(text):
        mark = hit[0].translate(_SIGNS)
        scheme = _TAIL if "-" in hit[0] else "bic"
        scheme = "call_sign" if len(hit[0]) == _SIGN else scheme
        yield hit.span(), mark[: bic.HEAD], scheme
    if "." in text:
        for hit in _NET.finditer(text):
            if "@" in hit[0]:
                yield hit.span(), email.normalise(hit[0]), "email"
            else:
                yield hit.span(), website.normalise(hit[0]), "website"


def _of_run(hit: re.Match[str]) -> Iterator[_Candidate]:
    """A run of letters and digits: whole, by its pieces, and without its letters."""
    run, place = hit[0], hit.span()
    if not run.isalnum():
        for piece in _PIECE.finditer(run):
            start, end = piece.span()
            yield from _of_signs((place[0] + start, place[0] + end), piece[0])
        run = run.translate(_SIGNS)
    yield from _of_signs(place, run)
    trailing = None if run.isdigit() else _TRAILING.search(hit[0])
    if trailing:
        yield (place[0] + trailing.start(), place[1]), trailing[0], "other"


def _of_signs(place: tuple[int, int], run: str) -> Iterator[_Candidate]:
    yield from _of_digits(place, run)
    if len(run) >= _WALLET:
        yield place, wallet.normalise(run), "wallet"
    elif len(run) in _BIC and not run.isdigit():
        yield place, run[: bic.HEAD], "bic"


def _of_digits(place: tuple[int, int], run: str) -> Iterator[_Candidate]:
    yield place, run.upper(), "other"
    if len(run) >= _LINE and run.isdigit():
        yield place, run[-_LINE:], "phone"


def _told(text: str, place: tuple[int, int], scheme: str) -> tuple[int, list[str]]:
    """Where a value begins with its label, and what that or its shape says it is."""
    from enduse.codes.checks import is_valid  # takes time to load

    value = text[slice(*place)]
    if scheme in _PLAIN:
        return place[0], [scheme]
    labels = _labels(text, place)
    if labels:
        return min(start for start, _ in labels), [said for _, said in labels]
    if scheme == "phone":
        return place[0], ["phone"] if _dialled(text, place) else []
    if scheme == "call_sign":
        return place[0], []  # four letters alone are a word
    found = [one for one in _SELF_EVIDENT if is_valid(one, value)]
    if "-" in value and aircraft_tail.is_valid(value):
        found.append(_TAIL)
    return place[0], [*found, scheme]


def _dialled(text: str, place: tuple[int, int]) -> bool:
    """Whether a number without a label is written as one dials it."""
    value = text[slice(*place)]
    abroad = value.startswith("00") or text[: place[0]].endswith("+")
    return abroad or not value.isalnum()


def _labels(text: str, place: tuple[int, int]) -> list[tuple[int, str]]:
    """Where a label stands before the number, and the scheme that it says."""
    begin = max(0, place[0] - _BEFORE)
    window = text[begin : place[1]]
    return [
        (begin + hit.start(), scheme)
        for scheme, pattern in field_words.numbers()
        for hit in pattern.finditer(window)
        if hit.end(1) == len(window)
    ]
