"""Columns about further people of a customer: its owners, who runs it or stands for it.

The words are in `related_headers.toml` beside this file. *Example*: see `related_of`.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from enduse.text.headers import guess_columns, is_known, words
from enduse.text.tables import table

_NUMBER = re.compile(r"\d{1,3}")
_ASKS = re.compile(r"%|\?\s*$")  # a share, a yes or a no
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u1100-\u11ff]")
_NOT_HELD = frozenset(("id", "note", "role", "parent", "listed_on", "valid_to"))


class Related(NamedTuple):
    """Who of a customer's people a column is about, and what of them it holds."""

    who: str
    field: str


@lru_cache(maxsize=2048)
def related_of(heading: str) -> Related | None:
    """Whom of a customer's people a heading names and what of them, or None.

    *Example*

    >>> related_of("UBO1_DOB"), related_of("Director 2 Full Name")
    (Related(who='ubo 1', field='birth_date'), Related(who='director 2', field='name'))
    >>> related_of("Number of directors"), related_of("Shareholder 1 %")
    (None, None)
    """
    if len(heading) > 80 or _ASKS.search(heading) or is_known(heading):
        return None
    said = words(_NUMBER.sub(r" \g<0> ", heading))
    number = next((word for word in said if word.isdigit()), "")
    said = [word for word in said if not word.isdigit()]
    found = _phrase(said) or _unspaced(said)
    if not found:
        return None
    relation, rest = found
    field = _field(rest)
    return Related(f"{relation} {number}".strip(), field) if field else None


def _phrase(said: Sequence[str]) -> tuple[str, list[str]] | None:
    """The relation of the longest known phrase, and the words beside it."""
    for size in range(min(len(said), 6), 0, -1):
        for start in range(len(said) - size + 1):
            phrase = " ".join(said[start : start + size])
            rest = [*said[:start], *said[start + size :]]
            if phrase in _relations() and not (rest and phrase in _words()["whole"]):
                return _relations()[phrase], rest
    return None


def _unspaced(said: Sequence[str]) -> tuple[str, list[str]] | None:
    """The same of a heading without blanks: what stands behind the relation counts."""
    whole = "".join(said)
    if not _UNSPACED.search(whole):
        return None
    held = [p for p in _relations() if p in whole and _UNSPACED.match(p)]
    best = max((p for p in held if p not in _words()["whole"]), key=len, default="")
    if not best:
        return None
    rest = whole.partition(best)[2]
    return _relations()[best], [rest] if rest else []


def _field(rest: Sequence[str]) -> str:
    """What the words beside a relation say the column holds, or ''."""
    left = [word for word in rest if word not in _words()["name"]]
    if not left:
        return "name"
    for said in (" ".join(rest), " ".join(left)):
        field = next(iter(guess_columns([said])), "")
        if field and field not in _NOT_HELD:
            return field
    return ""


@cache
def _relations() -> Mapping[str, str]:
    return {
        " ".join(words(phrase)): relation
        for relation, phrases in table("related_headers")["relations"].items()
        for phrase in phrases
    }


@cache
def _words() -> Mapping[str, frozenset[str]]:
    """Words that say only `name`, and phrases that say a relation only alone."""
    said = table("related_headers")["words"]
    return {
        "name": frozenset(words(" ".join(said["name"]))),
        "whole": frozenset(" ".join(words(phrase)) for phrase in said["whole"]),
    }
