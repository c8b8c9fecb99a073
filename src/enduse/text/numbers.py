"""Numbers in names: digits, English words and ordinals as one plain number."""

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
# Without `vi`, `xi` and single letters, which are names and initials.
_ROMAN = {
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "xii": 12,
    "xiii": 13,
    "xiv": 14,
}
_ROMAN |= {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19}

_SMALL = {word: n for words in (_UNITS, _ORDINALS) for n, word in enumerate(words)}
_LARGE = {word: 20 + 10 * n for n, word in enumerate(_TENS)}
_LARGE |= {f"{word[:-1]}ieth": value for word, value in _LARGE.items()}
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
_IN_WORDS = {str(n): word for n, word in enumerate(_UNITS[:11]) if n}
WORDS = frozenset({*_SMALL, *_LARGE, *_ROMAN})


def fold_numbers(tokens: list[str]) -> list[str]:
    """The tokens with number words as digits, and ordinal endings taken off.

    *Example*

    >>> fold_numbers(["brigade", "forty", "four", "5", "th"])
    ['brigade', '44', '5']
    """
    if any(map(str.isdigit, tokens)):
        return _folded(tokens)
    return fold_words(tokens)


def joined(first: str, second: str) -> str:
    """Two words of a name as one; a number joins as the word that it is said as.

    *Example*

    >>> joined("bul", "var"), joined("sky", "1")
    ('bulvar', 'skyone')
    """
    return first + _IN_WORDS.get(second, second)


def fold_words(tokens: list[str]) -> list[str]:
    """The same of words without any digits."""
    return tokens if WORDS.isdisjoint(tokens) else _folded(tokens)


def _folded(tokens: list[str]) -> list[str]:
    folded: list[str] = []
    tens = False
    for token in tokens:
        small = _SMALL.get(token)
        if tens and small is not None and 0 < small < 10:
            folded[-1] = str(int(folded[-1]) + small)
            tens = False
            continue
        tens = token in _LARGE
        if token in _SUFFIXES and folded and folded[-1].isdigit():
            continue
        folded.append(_digits(token, small))
    return folded


def _digits(token: str, small: int | None) -> str:
    value = _LARGE.get(token, _ROMAN.get(token, small))
    if value is not None:
        return str(value)
    return (token.lstrip("0") or "0") if token.isdigit() else token
