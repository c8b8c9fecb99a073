"""The goods themselves in a long description: what stands before its attributes.

"galvanized cable in reels used in the automotive industry" is cable; what follows the
first preposition or comma tells of it, and of much else.
"""

import re

PROSE = 7  # words of a description that has a head and more
_SHORTEST = 4  # letters of a head
_AFTER = re.compile(
    r"\s+(?:from|for|used|designed|containing|with|in|to|that|which|of a kind|intended"
    r"|including|packed|packaged|by)\b|[,;(:]|\. ",
    re.IGNORECASE,
)


def with_head(text: str) -> str:
    """A long text with its head said once more, so that it weighs more; others as is.

    *Example*:
    >>> with_head("galvanized cable in reels used by the car industry")
    'galvanized cable in reels used by the car industry galvanized cable'
    """
    cut = text[:300]
    if len(cut.split(None, PROSE)) < PROSE:
        return text
    found = _AFTER.search(cut, _SHORTEST)
    if not found:
        return text
    head = cut[: found.start()].strip()
    return f"{cut} {head}{text[300:]}" if len(head) >= _SHORTEST else text
