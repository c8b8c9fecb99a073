"""Numbers and dates of birth taken out of the field of a name."""

import re

from enduse.codes.by_check_digit import by_check_digit
from enduse.model import PartyKind
from enduse.text import field_words
from enduse.text.field_words import CUT, patterns

_BARE_NUMBER = re.compile(r"(?<![\w.\-/])/?\d{8,34}(?:[/-]\d{6,12})?(?![\w.\-])")
_SHIPS_NUMBER = re.compile(r"(?<!\w)\d{7}(?!\w)")
_EMAIL = re.compile(r"(?i)(?:\be-?mail\W{1,3})?(\S+@\S+\.\w+)")
_WEBSITE = re.compile(
    r"(?i)(?:\bweb(?:site)?\W{1,3})?((?:https?://|\bwww\.)[^\s,;()]+)"
)
_OF_THE_NET = (("email", ("@",), _EMAIL), ("website", ("://", "www."), _WEBSITE))


def without_births(text: str, kind: PartyKind, born: list[str]) -> str:
    """The text with a cut for each date of birth, which are added to `born`.

    A firm or a ship has none: `Plant B. 1990` is a name.
    """
    if kind not in ("person", "unknown"):
        return text

    def take(match: re.Match[str]) -> str:
        born.append(next(filter(None, match.groups())))
        return CUT

    return patterns()["date"].sub(take, patterns()["born"].sub(take, text))


def without_numbers(text: str, kind: PartyKind, numbers: list[tuple[str, str]]) -> str:
    """The text with a cut for each number that is none of a name's.

    They are added to `numbers` as (scheme, value): by their label, or without one by
    their check digits.
    """
    low = text.lower()
    if not text.isascii() or field_words.labels().search(low):
        text = _without_labelled(text, numbers)

    def take(match: re.Match[str]) -> str:
        value = match[0].strip("/")
        scheme = by_check_digit(value, person=kind == "person")[0]
        numbers.append((scheme, value))
        return CUT

    for scheme, signs, pattern in _OF_THE_NET:
        if any(map(low.__contains__, signs)):
            numbers += [(scheme, hit[1]) for hit in pattern.finditer(text)]
            text = pattern.sub(CUT, text)
    text = _BARE_NUMBER.sub(take, text)
    if kind == "vessel":
        numbers += [("imo", found) for found in _SHIPS_NUMBER.findall(text)]
        text = _SHIPS_NUMBER.sub(CUT, text)
    return text


def _without_labelled(text: str, numbers: list[tuple[str, str]]) -> str:
    """The text with a cut for each number behind its label."""
    for scheme, pattern in field_words.numbers():
        if pattern.search(text):
            for match in pattern.finditer(text):
                numbers.append((scheme, match[1].strip()))
            text = pattern.sub(CUT, text)
    return text
