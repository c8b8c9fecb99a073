"""Words of capitals with signs that a scanner took for others, as they were meant.

"GPS NAVIGATI0N RECElVER": a small l among capitals is an I, a single 0, 1 or 5 between
the letters of a word an O, an I or an S. A part number has digits at its end, more than
one of them, or no vowels, and stays.
"""

import re

_TOKEN = re.compile(r"(?<![\w/#+-])[A-Z][A-Zl015]{3,}(?![\w/#+-])")
_MEANT = str.maketrans("l015", "IOIS")
_DIGIT = re.compile("[015]")
_LEAST = 6  # letters of a word with a digit in it
_VOWELS = frozenset("AEIOUY")
_FEWEST = 2  # vowels of a word


def as_meant(text: str) -> str:
    """The text with misread signs in words of capitals put right.

    *Example*:
    >>> as_meant("GPS NAVIGATI0N RECElVER"), as_meant("MAX1005 ESP0X")
    ('GPS NAVIGATION RECEIVER', 'MAX1005 ESP0X')
    """
    return _TOKEN.sub(_word, text)


def _word(found: re.Match[str]) -> str:
    word = found.group()
    if word.isalpha() and "l" not in word:
        return word
    digits = _DIGIT.findall(word)
    meant = word.translate(_MEANT)
    inside = not digits or (
        len(word) >= _LEAST and len(digits) == 1 and word[-1].isalpha()
    )
    vowels = sum(sign in _VOWELS for sign in meant)
    return meant if inside and vowels >= _FEWEST else word
