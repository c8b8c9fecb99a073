"""A line of goods as the classifier reads it: one script-folded, lower-case string."""

import re
import unicodedata
from functools import lru_cache

MAX_CHARS = 480  # of one line; what follows in a data sheet adds nothing
_WITH_MARKS = ((0x0900, 0x0E4F), (0x0EB1, 0x0ECF), (0x1000, 0x109F), (0x1780, 0x17D4))
MARKS = "".join(
    sign
    for first, last in _WITH_MARKS
    for sign in map(chr, range(first, last))
    if unicodedata.category(sign) in ("Mn", "Mc")
    and not unicodedata.name(sign).endswith("NUKTA")
)  # vowel signs and tones of India, Sri Lanka, Siam, Burma and Cambodia: letters
_KEPT = frozenset(MARKS + "\u3099\u309a")  # of kana, one with its letter again below
_NOT_WORD = re.compile(rf"(?:[^\w{MARKS}]|_)+")
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
_SCRIPTS = (
    ("hi", 0x0900, 0x097F),
    ("bn", 0x0980, 0x09FF),
    ("ta", 0x0B80, 0x0BFF),
    ("th", 0x0E00, 0x0E7F),
)


def words_of(letter: str) -> re.Pattern[str]:
    """Runs of letters of a kind, vowel signs among them where a script has such.

    *Example*:
    >>> words_of(r"[^\\W_]").findall("पाइप, pipe")
    ['पाइप', 'pipe']
    """
    return re.compile(rf"{letter}+(?:[{MARKS}]+{letter}*)*")


@lru_cache(maxsize=4096)  # a description is folded by each who reads it
def folded(text: str) -> str:
    """The text in lower case, accents off, every run of other signs one blank.

    *Example*:
    >>> folded("Fräsmaschine, 5-Achs  (CNC)")
    'frasmaschine 5 achs cnc'
    >>> folded("Łożysko"), folded("toʻlov")
    ('lozysko', 'to lov')
    >>> folded("हिंदी: पाइप"), folded("ベアリング")
    ('हिंदी पाइप', 'ベアリング')
    """
    cut = text[:MAX_CHARS]
    if cut.isascii():
        return " ".join(cut.translate(_PLAIN).split())
    kept = unicodedata.normalize("NFKD", cut)
    kept = "".join(c for c in kept if not unicodedata.combining(c) or c in _KEPT)
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
    if best[1]:
        return best[0]
    return next((lang for lang, *ends in _SCRIPTS if _any_in(points, *ends)), "")


def _any_in(points: list[int], first: int, last: int) -> bool:
    return any(first <= point <= last for point in points)


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
