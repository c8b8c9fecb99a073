"""Names of firms in scripts that have no capitals, read in the ways they may be meant.

A foreign firm's name stands among general words in the letters of a land, by its sound
(`ธนาคารสเบอร์แบงก์`, Sberbank), with an ending of that land (`სბერბანკი`), or within
one word that is cut where it should not be (`가스프롬방크`).

*Source*: the tables of those scripts.
"""

import re
from collections.abc import Callable

from enduse.text import greek, tamil, thai_foreign
from enduse.text.concepts import canonical, is_place, is_trade_word
from enduse.text.foreign_sounds import hangul_foreign
from enduse.text.han_abroad import readings_abroad
from enduse.text.hangul import hangul_reading
from enduse.text.heard import KANA, VOWELLESS
from enduse.text.indic import unsaid, with_o
from enduse.text.kana import kana_person
from enduse.text.scripts import scripts
from enduse.text.tokens import words

# Of the nominative and the genitive of Georgians, of the genitive of Armenians.
_GEORGIAN_END = re.compile(r"(?<=[ა-ჰ]{3})(?:ის|ი)(?![ა-ჰ])")
_ARMENIAN_END = re.compile(r"(?<=[ա-ֆ]{3})(?:յի|ի)(?![ա-ֆ])")
_JOINER = "\u200c"  # of Persian, within what is one word as often as between two
_BEFORE_S = re.compile(r"(?<!\w)ا(?=س[بپتکكمنفل])")
_AU = re.compile("^[أا]و")  # of a word that begins with an `o`
_BANK_ARABIC = "بنك"
_HEBREW_ARTICLE = re.compile(r"(?<![\w'\"])ה(?=[א-ת]{3})")
_KANA_ALONE = re.compile("[ァ-ヺー・ ]+")
_HINDI_OF = re.compile(r"\s(?:का|की|के|और)\s")
_MOST_WORDS = 4
_LONGEST = 120
_BANK = "bank"


def other_readings(text: str) -> tuple[str, ...]:
    """The readings of a firm's name beside the first: none for most.

    *Example*

    >>> other_readings("სბერბანკი"), other_readings("가스프롬방크")
    (('სბერბანკ',), ('gasupuromubanku__',))
    """
    found = scripts(text)
    if "Hani" in found:
        return readings_abroad(text)
    if len(text) > _LONGEST:
        return ()
    reading = next((x for script, x in _READINGS.items() if script in found), None)
    read = reading(text) if reading else ""
    return (read,) if read and read != text else ()


def _georgian(text: str) -> str:
    return _GEORGIAN_END.sub("", text.lower())


def _armenian(text: str) -> str:
    return _ARMENIAN_END.sub("", text.lower())


def _arabic(text: str) -> str:
    """As one word where it is none of general ones, and as it is said elsewhere.

    Persians put a vowel before a first s and another sound, which nobody else does;
    names of several words in Russian are written apart: `روس أوبورون إكسبورت`.
    """
    text = _BEFORE_S.sub("", text.replace(_JOINER, ""))
    said = text.split()
    several = 1 < len(said) <= _MOST_WORDS
    own = said[:-1] if said[-1:] == [_BANK_ARABIC] else said
    if not several or any(map(_is_known, own)):
        return text
    return "".join([said[0], *(_AU.sub("و", word) for word in said[1:])])


def _hebrew(text: str) -> str:
    """Without the article, which is written together."""
    return _HEBREW_ARTICLE.sub("", text)


def _kana(text: str) -> str:
    """Each word by its sound, though general words may be within it."""
    return kana_person(text) if _KANA_ALONE.fullmatch(text) else ""


def _thai(text: str) -> str:
    return _without_bank(thai_foreign.firm_reading(text))


def _tamil(text: str) -> str:
    return _without_bank(_but_known(text, tamil.of_foreigner))


def _bengali(text: str) -> str:
    return _without_bank(_but_known(text, _with_o))


def _devanagari(text: str) -> str:
    """By the sound of its words, without those for `of`."""
    return _but_known(_HINDI_OF.sub(" ", text), _as_heard)


def _as_heard(word: str) -> str:
    read = unsaid(word)
    return f"{read}{KANA}" if read.isalpha() and len(read) > 1 else read


def _greek(text: str) -> str:
    """As a foreigner's name: `Σμπέρμπανκ`, Sberbank."""
    words = text.lower().split()
    return " ".join(greek.of_foreigner(x, hushed=False, nasal="nd") for x in words)


def _is_known(word: str) -> bool:
    """Whether a word is a general one of firms or a place."""
    read = " ".join(words(word))
    return canonical(read) != read or is_trade_word(read) or is_place(read)


def _without_bank(read: str) -> str:
    """Without `bank` beside a name that ends so: Bank Sberbank."""
    found = read.split()
    said = any(
        word.rstrip(VOWELLESS).endswith(_BANK) for word in found if word != _BANK
    )
    return " ".join(word for word in found if word != _BANK) if said else read


def _but_known(text: str, spelt: Callable[[str], str]) -> str:
    """A firm's name by the sound of all words that are no general ones."""
    both = ((word, " ".join(words(word))) for word in text.split())
    return " ".join(read if _is_known(word) else spelt(word) for word, read in both)


def _with_o(word: str) -> str:
    read = with_o(word)
    return f"{read}{KANA}" if read.isalpha() and len(read) > 1 else read


def _by_sound(text: str) -> str:
    """A firm's name in Hangul, words of foreign sounds whole."""
    both = [(hangul_reading(word), hangul_foreign(word)) for word in text.split()]
    if not any(VOWELLESS in read and said for read, said in both):
        return ""
    return " ".join(said if VOWELLESS in read and said else read for read, said in both)


_READINGS: dict[str, Callable[[str], str]] = {
    "Geor": _georgian,
    "Armn": _armenian,
    "Arab": _arabic,
    "Hebr": _hebrew,
    "Kana": _kana,
    "Thai": _thai,
    "Taml": _tamil,
    "Beng": _bengali,
    "Deva": _devanagari,
    "Grek": _greek,
    "Hang": _by_sound,
}
