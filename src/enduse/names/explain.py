"""A match in words: the waterfall of its parts."""

from collections.abc import Sequence

from enduse.model import Match, Part
from enduse.names.features import identifiers

_WIDTH = 30  # characters that a score of 1 is drawn with


def waterfall(parts: Sequence[Part]) -> list[str]:
    """One line a part with what it adds, as a bar and in log-odds; the sum last.

    *Example*

    >>> waterfall([Part("name", 0.9, "a", "b"), Part("country", -0.05, "FR", "RU")])[2]
    ' 0.8500  score'
    """
    lines, before = [], 0.0
    for part in parts:
        after = before + part.weight
        lines.append(_line(part, _bar(before, after)))
        before = after
    return [*lines, f"{before:7.4f}  score"]


def explain(match: Match) -> str:
    """The match's listing and its waterfall, as text of several lines."""
    head = f"{match.name} [{match.listing_id}]"
    return "\n".join([head, *waterfall(match.parts)])


def how_alike(match: Match) -> str:
    """What a party is to the listed name: `is like`, or has its number or contact."""
    numbers = [part for part in match.parts if part.feature == "identifier"]
    if any(identifiers.decides(part) for part in numbers):
        return "has an identifier of"
    named = sum(part.weight for part in match.parts if part.feature == "name")
    if any(part.weight > named for part in numbers):
        return f"has {numbers[0].candidate!r}, which is given for"
    return "is like"


def recognised(match: Match) -> str:
    """The words or the number of a text by which a listing was found in it."""
    return next((part.query for part in match.parts if part.query), "")


def _bar(start: float, end: float) -> str:
    """From where to where a part moves the score: `#` up, `-` down."""
    low, high = sorted((round(start * _WIDTH), round(end * _WIDTH)))
    sign = "#" if end >= start else "-"
    return (" " * low + sign * (high - low)).ljust(_WIDTH)


def _line(part: Part, bar: str) -> str:
    sides = f"{part.query!r} ~ {part.candidate!r}" if part.query else part.candidate
    said = "; ".join(text for text in (sides, part.detail) if text)
    odds = f" ({part.log_odds:+.2f})" if part.log_odds else ""
    return f"{part.weight:+7.4f}  |{bar}|  {part.feature}{odds}: {said}"
