"""A name that its field cut off: `PUBLIC JOINT STOCK COMPANY PROMSVYA`.

A line of a payment holds 35 characters, and what is longer ends there. A party whom
nobody is found for is asked for again with the listed words that its last may be the
beginning of; what is found so is for a person to judge, never sure.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from enduse.model import Match, Part, Party
from enduse.names import odds, score
from enduse.names.index import NameIndex
from enduse.names.matcher import Matcher
from enduse.text.common_names import share
from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_spelt_right
from enduse.text.given_names import cluster

CUSTOMER = "customer"  # whose name a field of a payment does not cut
_LENGTHS = frozenset((33, 34, 35, 66, 67, 68, 69, 70, 103, 104, 105, 138, 139, 140))
_FEWEST, _TELLING = 4, 6  # letters of a beginning; of one that tells by itself
_MOST = 8  # words that one beginning is read as
_AT_MOST = 0.8  # what such a match comes to
_COSTS = -1.0  # log-odds, at least
_LETTERS = re.compile(r"[a-z]+")


def is_cut_off(party: Party) -> bool:
    """Whether the one name of a party, not a customer's, may end within a word."""
    if len(party.names) != 1 or party.role == CUSTOMER:
        return False
    text = party.names[0].text
    if len(text) not in _LENGTHS or not text.isascii():
        return False
    *before, last = text.lower().split() or [""]
    if len(last) < _FEWEST or not _LETTERS.fullmatch(last) or _is_whole(last):
        return False
    telling = [word for word in before if not legal_class(word.strip(".,"))]
    return len(telling) > 1 and (len(last) >= _TELLING or len(telling) > _FEWEST)


def matches(
    party: Party, matcher: Matcher, *, threshold: float, limit: int
) -> list[Match]:
    """What a party comes to with its last word written out, best first."""
    text = party.names[0].text.rstrip()
    last = text.split()[-1]
    found: dict[str, Match] = {}
    for word in _begun(last.lower(), matcher.index):
        whole = text[: -len(last)] + word
        asked = replace(party, names=(replace(party.names[0], text=whole),))
        for match in matcher.match(asked, threshold=threshold, limit=limit):
            lesser = _unsure(match, last, word)
            known = found.get(match.listing_id)
            if lesser.score >= threshold and (not known or known.score < lesser.score):
                found[match.listing_id] = lesser
    ordered = sorted(found.values(), key=lambda one: (-one.score, one.listing_id))
    return ordered[:limit]


def _is_whole(word: str) -> bool:
    """Whether a word is known as it stands, so that nothing is cut off it."""
    if is_spelt_right(word) or is_trade_word(word) or legal_class(word):
        return True
    return is_place(word) or cluster(word) >= 0 or share(word) > 0


def _begun(last: str, index: NameIndex) -> list[str]:
    """The listed words with such a beginning, those of most parties first.

    None where it is a listed word itself.
    """
    if index.known_as(last):
        return []
    words = set(_with_beginning(last, index))
    return sorted(words, key=lambda word: (-index.known_as(word), word))[:_MOST]


def _with_beginning(last: str, index: NameIndex) -> Iterator[str]:
    run, ends = index.arrays["spelling_run"], index.arrays["spelling_ends"]
    for hit in re.finditer(re.escape(last.encode()), run.data):
        at = int(ends.searchsorted(hit.start(), "right")) - 1
        if ends[at] == hit.start():
            word = index.text("spelling", at)
            if _LETTERS.fullmatch(word):
                yield word


def _unsure(match: Match, last: str, word: str) -> Match:
    """The match with what it costs that a word of it is read into the name."""
    held = fsum(part.log_odds for part in match.parts)
    costs = min(_COSTS, odds.log_odds(_AT_MOST) - held)
    said = f"the name is cut off at the end of its field: read as {word!r}"
    parts = [*match.parts, Part("cut_off", 0.0, last, word, said, costs)]
    value, kept = score.total(parts)
    queue = round(match.priority * value / match.score, 4) if match.score else 0.0
    return replace(match, score=value, priority=queue, parts=kept)
