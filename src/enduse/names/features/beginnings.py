"""Firms' names that a line cut off, as they are listed: `JSC 150 AIRCRAFT REP`.

A line of SWIFT holds 35 signs, of which `1/` may take two; two lines hold 70. Whoever
reads the first of them has the beginning of a name, letter by letter.
"""

from collections.abc import Iterator

from enduse.names.form import NameForm
from enduse.names.weights import PLACE, class_weight
from enduse.text.dictionary import is_ordinary

_LINES = (33, 35, 66, 70)  # signs
_ENDS = frozenset(length - blank for length in _LINES for blank in (0, 1))
_LETTERS = 4  # of a word that tells the firm by itself
_CUT_LETTERS = 5  # of such a word that is cut
_WORDS = 3  # whole words that tell it together; a number is two
_QUOTES = str.maketrans("", "", "\"'«»“”‘’")  # which SWIFT has no signs for


def beginnings(form: NameForm) -> tuple[str, ...]:
    """What a listed firm's name is called by where a line cuts it, without blanks.

    *Example*

    >>> from enduse.names.form import parse
    >>> beginnings(parse("AO Splavit Aircraft Repair Plant Tovrexia", "entity"))
    ('aosplavitaircraftrepairplant', 'aosplavitaircraftrepairplantto')
    """
    if len(form.text) <= _LINES[0] or not form.text.isascii():
        return ()
    kept = dict.fromkeys(_cut(form))
    return tuple([raw for raw in kept if _tells(form, raw)])


def _cut(form: NameForm) -> Iterator[str]:
    if _letters(form.text) != form.raw:
        return  # read as other letters than it is written with
    for text in {form.text, form.text.translate(_QUOTES)}:
        for length in _LINES:
            if length < len(text):
                yield _letters(text[:length])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def is_beginning(asked: NameForm, listed: NameForm) -> bool:
    """Whether a name is the beginning of a listed one, as long as a line."""
    if len(asked.text) not in _ENDS or len(listed.raw) <= len(asked.raw):
        return False
    if _letters(asked.text) != asked.raw:
        return False  # one word of it, or another reading
    return listed.raw.startswith(asked.raw) and _tells(listed, asked.raw)


def _tells(listed: NameForm, raw: str) -> bool:
    """Whether so much of a listed name tells the firm."""
    both = zip(listed.tokens, listed.spelt or listed.tokens, strict=True)
    said = [pair for pair in both if pair[1] in raw or _ends_with(raw, pair[1])]
    whole = [word for word, spelt in said if len(word) > 1 and spelt in raw]
    count = len(whole) + any(map(str.isdigit, whole))
    return count >= _WORDS or any(_is_own(word) for word, _ in said)


def _ends_with(raw: str, spelt: str) -> bool:
    """Whether letters end with the beginning of a word, cut off behind it."""
    most = min(len(spelt), len(raw))
    return any(raw.endswith(spelt[:count]) for count in range(_CUT_LETTERS, most))


def _is_own(word: str) -> bool:
    """Whether a word tells a firm by itself."""
    if len(word) < _LETTERS or is_ordinary(word):
        return False
    return class_weight(word) > PLACE
