"""A match in words: the waterfall of its parts."""

from collections.abc import Sequence

from enduse.model import Match, Part


def waterfall(parts: Sequence[Part]) -> list[str]:
    """One line a part, signed, with what it compared; the sum last.

    *Example*

    >>> waterfall([Part("name", 0.9, "a", "b"), Part("country", -0.05, "FR", "RU")])[2]
    ' 0.8500  score'
    """
    lines = [_line(part) for part in parts]
    return [*lines, f"{sum(part.weight for part in parts):7.4f}  score"]


def explain(match: Match) -> str:
    """The match's listing and its waterfall, as text of several lines."""
    head = f"{match.name} [{match.listing_id}]"
    return "\n".join([head, *waterfall(match.parts)])


def _line(part: Part) -> str:
    sides = f"{part.query!r} ~ {part.candidate!r}" if part.query else part.candidate
    said = "; ".join(text for text in (sides, part.detail) if text)
    return f"{part.weight:+7.4f}  {part.feature}: {said}"
