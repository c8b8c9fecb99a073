"""A line of goods as the classifier reads it: one script-folded, lower-case string."""

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 480  # of one line; what follows in a data sheet adds nothing
_NOT_WORD = re.compile(r"[\W_]+")
_PLAIN = {n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}
_WHOLE = str.maketrans(
    {"ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ı": "i", "ß": "ss"}
    | {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ʻ": "'", "ʼ": "'"}
)  # letters that no sign is taken off of, and apostrophes that are letters
_LETTERS = {
    "tr": frozenset("ışğİ"),
    "de": frozenset("äöüß"),
    "fr": frozenset("éèêçàùœ"),
}
_WORDS = {
    "de": frozenset(
        ["und", "der", "die", "das", "für", "mit", "aus", "von", "nicht", "zum", "oder"]
    ),
    "fr": frozenset(
        ["et", "de", "la", "les", "des", "pour", "avec", "en", "ou", "non", "du"]
    ),
    "nl": frozenset(["en", "van", "voor", "met", "het", "een", "niet", "of"]),
    "es": frozenset(["de", "para", "con", "los", "las", "del", "el", "por"]),
    "tr": frozenset(["ve", "için", "ile", "tezgahı", "parçaları", "makinesi", "bir"]),
    "it": frozenset(["di", "per", "con", "il", "della", "del", "e"]),
}

_ALL_WORDS = frozenset().union(*_WORDS.values())


@lru_cache(maxsize=4096)  # a description is folded by each who reads it
def folded(text: str) -> str:
    """The text in lower case, accents off, every run of other signs one blank.

    *Example*:
    >>> folded("Fräsmaschine, 5-Achs  (CNC)")
    'frasmaschine 5 achs cnc'
    >>> folded("Łożysko"), folded("toʻlov")
    ('lozysko', 'to lov')
    """
    cut = text[:MAX_CHARS]
    if cut.isascii():
        return " ".join(cut.translate(_PLAIN).split())
    kept = unicodedata.normalize("NFKD", cut)
    kept = "".join(c for c in kept if not unicodedata.combining(c))
    cut = unicodedata.normalize("NFC", kept).translate(_WHOLE)
    return _NOT_WORD.sub(" ", cut.lower()).strip()


def language_of(text: str) -> str:
    """The likeliest language, ISO 639-1; `en` where nothing speaks against it.

    *Unknown*: '' for a text without letters.
    """
    if text.isascii():
        return _by_words(text) if any(map(str.isalpha, text)) else ""
    script = _by_script([ord(c) for c in text[:MAX_CHARS] if c > "\u036f"])
    if script == "ru" and any(c in "іїєґІЇЄҐ" for c in text):
        return "uk"
    if script == "ar" and any(c in "پچژگ" for c in text):
        return "fa"
    return script or _by_letters(text) or _by_words(text)


def _by_script(points: list[int]) -> str:
    """The language of a script by its letters; '' where all are of another."""
    han = kana = hangul = cyrillic = greek = arabic = 0
    for point in points:
        han += 0x3400 <= point <= 0x9FFF
        kana += 0x3040 <= point <= 0x30FF
        hangul += 0xAC00 <= point <= 0xD7AF
        cyrillic += 0x0400 <= point <= 0x04FF
        greek += 0x0370 <= point <= 0x03FF
        arabic += 0x0600 <= point <= 0x06FF
    if kana:
        return "ja"
    if hangul:
        return "ko"
    scripts = (("zh", han), ("ru", cyrillic), ("el", greek), ("ar", arabic))
    best = max(scripts, key=lambda pair: pair[1])
    return best[0] if best[1] else ""


def _by_letters(text: str) -> str:
    held = set(text)
    return next((lang for lang, own in _LETTERS.items() if held & own), "")


def _by_words(text: str) -> str:
    words = set(text.lower().split())
    if len(words) < 4 or words.isdisjoint(_ALL_WORDS):
        return "en"
    counts = {lang: len(words & own) for lang, own in _WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] >= 2 else "en"
