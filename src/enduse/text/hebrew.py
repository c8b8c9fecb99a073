"""Hebrew letters in Latin ones, and what is known of names written in them.

Few vowels are written, so a word is put letter for letter and ends in `____`.

*Source*: the rules of the Academy of the Hebrew Language (2006) without marks; the
names of `hebrew_names.txt`, general knowledge.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from enduse.text import arabic
from enduse.text.letters import of_script, pairs

MARK = "____"
_WORD = re.compile(r"[^\W\d_]+(?:['׳][^\W\d_]*)*")
_GOD = re.compile(r"\s*\b(?:אללה|אלה)\b")
_FAITH = re.compile(r"\s+אל[- ]?דין\b|(?<=\w{2})(?:אלדין|א-דין)\b")
# Marks an abbreviation, before its last letter: `להב"ה`, `בינ''ל`.
_SHORT = re.compile(r"(?<=[א-ת])(?:\"{1,2}|'')(?=[א-ת](?![א-ת]))")
_BEFORE_H = re.compile(r"([כקגזסצדטתש]'?)ה(?=\w)")  # `kh` there is two sounds
_STONE = re.compile(r"(?<=\w )אבן\s*$")  # is no `ibn` behind a name: Aven
_FEW = 2  # words, of which one may be anyone's
_LEAST = 3  # letters after the article of Arabic
# Arabic letter by letter, as maps and registers write Arab names in Hebrew.
_BOUND = re.compile(r"ה(?=\s+אללה)")
_MARKED = re.compile(r"[גדחטכעצרת]'")
_ARABIC_MARKED = {"ג'": "ج", "ד'": "ذ", "ח'": "خ", "ט'": "ظ", "כ'": "خ"}
_ARABIC_MARKED |= {"ע'": "غ", "צ'": "ض", "ר'": "غ", "ת'": "ث"}
_ARABIC = str.maketrans("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "ابجدهوزحطيككلممننسعففصصقرشت")
_SONS = frozenset(("אבו", "אל", "אבן", "עבד", "בן", "בת", "אבי"))
_PLAIN = {"אבו": "abu", "אל": "al", "אבן": "ibn", "עבד": "abdul"}


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    text = (files("enduse.text") / "hebrew_names.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    known: dict[str, tuple[str, ...]] = {}
    for word, *spelt in lines:
        letters = _letters(word)
        known[letters] = (*known.get(letters, ()), *spelt)
    return known


def spellings(letters: str) -> tuple[str, ...]:
    """How a name of these letters, without its mark, is spelt; none if not known.

    *Example*

    >>> spellings("yvsf")[0], spellings("qwrty")
    ('yosef', ())
    """
    return _by_letters().get(letters, ())


def hebrew_reading(run: str) -> str:
    """The text in Latin letters, each word ending in `____`.

    *Example*

    >>> hebrew_reading("משה שרון"), hebrew_reading("אבו מאזן")
    ('mshh____ shrvn____', 'abu mazn____')
    """
    text = "".join(c for c in run if not unicodedata.combining(c))
    text = text.replace("׳", "'").replace("־", " ").replace("״", '"')
    text = _SHORT.sub("", text)
    if written := _in_arabic(text):
        return arabic.arabic_reading(written)
    text = _FAITH.sub("uddin", _GOD.sub("ullah", text))
    if "אל" in text:
        text = " ".join(_WORD.sub(lambda found: _parted(found[0]), text).split())
    text = _STONE.sub("אבנ", text)
    return " ".join(_WORD.sub(lambda found: f" {_word(found[0])} ", text).split())


def _in_arabic(text: str) -> str:
    """The text in Arabic letters where it is an Arab's name put into Hebrew ones.

    Half of its words at least must be names of Arabs, more than are names of Jews.

    *Unknown*: empty for any other name.

    *Example*

    >>> _in_arabic("מצטפא צאלח") == "مصطفي صالح", _in_arabic("משה שרון")
    (True, '')
    """
    text = _BOUND.sub("ת", text)
    found = [word for word in _WORD.findall(text) if word not in _SONS]
    both = [(_letters(word) in _by_letters(), _arab(word)) for word in found]
    arabs = sum(bool(arab) and not known for known, arab in both)
    jews = sum(known and not arab for known, arab in both)
    if len(found) < _FEW or arabs <= jews or 2 * arabs < len(found):
        return ""
    return _WORD.sub(lambda word: _arab(word[0]) or _to_arabic(word[0]), text)


@lru_cache(maxsize=16384)
def _arab(word: str) -> str:
    """The Arabic letters of an Arab's name, '' of a word that is none known."""
    bare = arabic.bare(_to_arabic(word))
    ends = (bare, f"{bare[:-1]}ي" if bare.endswith("ا") else bare)
    article = [one.removeprefix("ال") for one in ends]
    return next((one for one in (*ends, *article) if arabic.is_known(one)), "")


def _to_arabic(word: str) -> str:
    marked = _MARKED.sub(lambda found: _ARABIC_MARKED[found[0]], word)
    return marked.translate(_ARABIC)


def _parted(word: str) -> str:
    """A word that no name is known of, the article of Arabic set apart."""
    rest = word.removeprefix("אל")
    if rest == word or len(rest) < _LEAST or _letters(word) in _by_letters():
        return word
    return f"אל {rest}"


@lru_cache(maxsize=16384)
def _word(word: str) -> str:
    if word.isascii():
        return word
    if word == "עבדullah":
        return "abdullah"
    if word in _PLAIN:
        return _PLAIN[word]
    for end in ("ullah", "uddin"):
        if word.endswith(end):
            return _letters(word.removesuffix(end)) + end + MARK
    read = _letters(word)
    return read + MARK if len(read) > 1 else read


def _letters(word: str) -> str:
    pattern, known = pairs()
    word = _BEFORE_H.sub(r"\1אה", word)
    word = pattern.sub(lambda found: known[found[0]], word)
    return anyascii(word.translate(of_script("hebrew"))).lower().replace("'", "")
