"""Words too vague to classify that may hide goods which arms makers seek.

*Source*: `lists/dual_use_vague.toml`, our own; its card says which guidance it follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from enduse.goods.classify.normal import folded
from enduse.goods.control_list import shipped
from enduse.goods.entry import ControlEntry
from enduse.model import Cite


@dataclass(frozen=True, slots=True)
class VagueTerm:
    """A term that a text holds: the goods it may hide, what to ask, who asks for care.

    `hides` names the family with its headings; `since` the day from which it counts.
    """

    list: str
    term: str
    hides: str
    since: date | None
    grade: str
    ask: tuple[str, ...]
    cites: tuple[Cite, ...]


def vague_term(text: str, day: date) -> VagueTerm | None:
    """The longest listed term in a text that was found too vague; None for none.

    *Example*

    >>> vague_term("payment for electronic components", date(2025, 1, 1)).term
    'electronic components'
    """
    plain = f" {folded(text)} "
    terms = _terms()
    unspaced = not plain.isascii()
    for words, entry in terms.items():
        held = f" {words} " in plain or (unspaced and _han(words) and words in plain)
        if held and entry.at(day):
            return _told(entry)
    return None


def _told(entry: ControlEntry) -> VagueTerm:
    card = shipped("dual_use_vague").card
    return VagueTerm(
        list=card.id,
        term=entry.title,
        hides=entry.tier,
        since=entry.since,
        grade=entry.grade,
        ask=entry.ask,
        cites=card.law,
    )


def _han(words: str) -> bool:
    return "\u3400" <= words[:1] <= "\u9fff"


@cache
def _terms() -> Mapping[str, ControlEntry]:
    """The entries by their folded words, the longest first."""
    entries = shipped("dual_use_vague").entries
    told = {folded(entry.title): entry for entry in entries}
    return dict(sorted(told.items(), key=lambda pair: (-len(pair[0]), pair[0])))
