"""Several names of a person that a list writes as one text, taken apart.

`Maher (a.k.a. Mahir) AL-ASSAD`, `Olga POPOVA / Ольга ПОПОВА` and `Abdul Baqi
(previously listed as)` say more than one name, or more than a name. The text stays as
it is listed; the index also gets the names it is made of.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from enduse.model import ListedName, Listing
from enduse.text.dictionary import is_ordinary

_WEAK = re.compile(r"(?i)peu fiable|unreliable|low.quality|not verified")
MOST = 8  # names taken out of one text
_BRACKETS = re.compile(r"\(([^()]*)\)?")
_ALSO = re.compile(r"(?i)^\s*(?:a\.?\s?k\.?\s?a\.?|also known as|alias|or)\b[\s.:]*")
_LABEL = re.compile(
    r"(?i)^\s*(?:in )?(?:original script|arabic|russian|cyrillic)\s*:\s*"
)
_SAID = re.compile(
    r"(?i)\d|\b(?:born|birth|listed|passport|nom de guerre|known|transl\w+|deceased"
    r"|spelling|called|maiden|former\w*|previous\w*|true identity|possibly|son of)\b"
)
_SLASH, _COMMA = re.compile(r"\s*/\s*"), re.compile(r"\s*[,;]\s*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_FEWEST = 2  # words of a whole name


def with_names_apart(listing: Listing) -> Listing:
    """The listing with each name that its texts hold beside others as one of its own.

    *Unknown*: a listing of another kind, or without such texts, as it is.
    """
    if listing.kind != "person":
        return listing
    known = {name.text for name in listing.names}
    more: list[ListedName] = []
    for name in listing.names:
        for text in apart(name.text):
            if text not in known:
                known.add(text)
                weak = name.weak or bool(_WEAK.search(name.text))
                more.append(replace(name, text=text, weak=weak))
    return replace(listing, names=(*listing.names, *more)) if more else listing


def apart(text: str) -> list[str]:
    """The names that a text holds, none where it is one name.

    *Example*

    >>> apart("Maher (a.k.a. Mahir) AL-ASSAD")
    ['Maher AL-ASSAD', 'Mahir AL-ASSAD']
    >>> apart("Sergei Petrovich ARTOV / ARTIOV")
    ['Sergei Petrovich ARTOV', 'Sergei Petrovich ARTIOV']
    >>> apart("Abdul Baqi (previously listed as)"), apart("Jan Kowalski")
    (['Abdul Baqi'], [])
    """
    if not any(sign in text for sign in "(/;"):
        return []
    found = dict.fromkeys(_tidy(one) for one in _names(text))
    kept = [one for one in found if len(_words(one)) >= _FEWEST and one != text]
    return kept[:MOST]


def _names(text: str) -> Iterator[str]:
    bracket = _BRACKETS.search(text)
    if not bracket:
        yield from _listed(text)
        return
    before, after = text[: bracket.start()], text[bracket.end() :]
    inside = bracket[1]
    bare = f"{before} {_BRACKETS.sub(' ', after)}"
    yield from _listed(bare)
    if _SAID.search(inside):
        return
    also = bool(_ALSO.match(inside))
    for one in _COMMA.split(_LABEL.sub("", _ALSO.sub("", inside))):
        if len(_words(one)) >= _FEWEST:
            if _is_name(one):
                yield one
        elif also and _words(after) and _words(before):
            yield " ".join([*_words(before)[:-1], one, _BRACKETS.sub(" ", after)])


def _is_name(text: str) -> bool:
    """Whether a text in brackets is a name rather than a remark or an office."""
    if text[:1].islower() or text.startswith("The "):
        return False
    return not any(is_ordinary(word.casefold()) for word in _words(text))


def _listed(text: str) -> Iterator[str]:
    """Names with a semicolon or a stroke between."""
    for whole in text.split(";"):
        one, *others = _SLASH.split(whole)
        if len(_words(one)) == 1 and others:  # `Alexander / Alexandr Popov`
            one = " ".join([one, *_words(others[0])[1:]])
        yield one
        for other in others:
            short = len(_words(other)) < _FEWEST
            yield " ".join([*_words(one)[:-1], other]) if short else other


def _words(text: str) -> list[str]:
    return [word for word in text.split() if _LETTERS.search(word)]


def _tidy(text: str) -> str:
    return " ".join(text.replace(")", " ").replace("(", " ").split()).strip(" ,.:–-")
