"""What a tariff's text says that it does not mean: "(excl. ball bearings)".

Whoever looks for ball bearings must not be led to a line that only shuts them out.
"""

import re

_WORDS = (
    r"excl\.|excluding|other than|except(?:ing| for)?|not including|but not"
    r"|ausg\.|ausgenommen|andere als|nicht inbegriffen"
    r"|à l'excl\.|à l'exclusion|autres que|sauf"
    r"|m\.u\.v\.|andere dan|uitgezonderd|met uitzondering van"
    r"|кроме|за исключением|отличные от"
)
_BRACKETED = re.compile(
    rf"\(\s*(?:{_WORDS})[^()]*(?:\([^()]*\)[^()]*)*\)?", re.IGNORECASE
)
_AFTER = re.compile(rf"[,\s]+\b(?:{_WORDS})\s[^,:;()]*", re.IGNORECASE)
_LEAST = 4  # letters that must be left


def without_exclusions(text: str) -> str:
    """The text without what it shuts out; the same where nothing else is said.

    *Example*:
    >>> without_exclusions("Roller bearings (excl. tapered roller bearings)")
    'Roller bearings'
    """
    left = " ".join(_AFTER.sub("", _BRACKETED.sub("", text)).split())
    return left if sum(map(str.isalpha, left)) >= _LEAST else text
