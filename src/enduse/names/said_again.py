"""What a name says twice: its short name in brackets, itself in another script."""

import re

from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.firm_slips import STATES
from enduse.text.firm_words import concepts
from enduse.text.phonetic import HEARD, VOWELLESS, heard_likeness
from enduse.text.tokens import words

# A firm's own short name, or the name again: `Aircraft Engines Works (AEWO)`.
_BRACKETS = re.compile(r"\s*\(([^()]*)\)?")
_SHORT_NAME = re.compile(r"[A-ZА-ЯІЇЄЎҒҚҢӘӨҮҰҺ][\w\d-]?[A-ZА-ЯІЇЄЎҒҚҢӘӨҮҰҺ\d-]{1,7}")
_QUOTED = re.compile(r"[\"«»“”„‘’]+")


def without_short_name(text: str) -> str:
    """The text without brackets that say its name again, or its short name."""
    if "(" not in text:
        return text
    outside = set(words(_BRACKETS.sub(" ", text)))
    if len(outside) < 2:
        return text

    def kept(found: re.Match[str]) -> str:
        inside = [w for w in _QUOTED.sub(" ", found[1]).split() if w.strip(".,- ")]
        if any(is_place(token) for token in concepts(words(found[1]))[0]):
            return found[0]
        return " " if all(_says_again(w, outside) for w in inside) else found[0]

    return _BRACKETS.sub(kept, text)


def _says_again(word: str, outside: set[str]) -> bool:
    """Whether a word in brackets is a legal form, a short name, or stands outside."""
    read = words(word)
    if all(token in outside or legal_class(token) for token in read):
        return True
    short = read[0]
    known = is_place(short) or short in STATES or is_trade_word(short)
    if len(read) > 1 or known or is_ordinary(short):
        return False
    return _SHORT_NAME.fullmatch(word.strip(".,")) is not None


def without_other_script(tokens: list[str]) -> list[str]:
    """The tokens without those that the same name says again in another script.

    As in `ربيع Rabi`, which is one word.
    """
    plain = [token for token in tokens if not token.endswith(VOWELLESS)]
    return [
        token
        for token in tokens
        if not token.endswith(VOWELLESS)
        or all(heard_likeness(token, word) < HEARD for word in plain)
    ]
