"""What a tariff's text says that it does not mean: "(excl. ball bearings)", "6306".

Whoever looks for ball bearings must not be led to a line that only shuts them out, nor
who asks for bearing 6306 to tents "n.e.c. in heading no. 6306".
"""

import re

_WORDS = (
    r"excl\.|excluding|other than|except(?:ing| for)?|not including|but not"
    r"|ausg\.|ausgenommen|außer|andere als|nicht inbegriffen"
    r"|à l'excl\.|à l'exclusion|autres que|sauf"
    r"|m\.u\.v\.|andere dan|uitgezonderd|met uitzondering van"
    r"|кроме|за исключением|отличные от"
)
_BRACKETED = re.compile(
    rf"\(\s*(?:{_WORDS})[^()]*(?:\([^()]*\)[^()]*)*\)?", re.IGNORECASE
)
_AFTER = re.compile(rf"[,\s]+\b(?:{_WORDS})\s[^,:;()]*", re.IGNORECASE)
_PLACE = (
    r"(?:(?:sub)?headings?|items?|(?:statistical )?reporting numbers?"
    r"|(?:Unter)?[Pp]os(?:ition(?:en)?\b|\.)|n[°º]|(?:sous-)?positions?"
    r"|(?:под|суб|подсуб)?позици\w+|onderverdeling(?:en)?|post(?:en)?)"
)
_CODE = r"\d{4}(?:[.\s-]?\d{1,2}){0,3}\b"
_NAMED = re.compile(
    rf"\b{_PLACE}(?:\s*no\.?)?\s*{_CODE}"
    rf"(?:\s*(?:,|;|-|or|and|to|oder|und|bis|ou|et|à|of|en|tot|или|и|до)+\s*{_CODE})*",
    re.IGNORECASE,
)
_LEAST = 4  # letters that must be left


def without_exclusions(text: str) -> str:
    """The text without what it shuts out; the same where nothing else is said.

    *Example*:
    >>> without_exclusions("Roller bearings (excl. tapered roller bearings)")
    'Roller bearings'
    """
    left = " ".join(_AFTER.sub("", _BRACKETED.sub("", text)).split())
    return left if sum(map(str.isalpha, left)) >= _LEAST else text


def without_places(text: str) -> str:
    """The text without the numbers of other headings it names.

    *Example*:
    >>> without_places("Camping goods, n.e.c. in heading no. 6306, of cotton")
    'Camping goods, n.e.c. in heading, of cotton'
    """
    return _NAMED.sub(lambda found: found.group().split()[0], text)
