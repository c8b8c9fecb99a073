"""Arabic script in Latin letters: Arabic, Persian, Dari, Pashto, Urdu, Kurdish, Uyghur.

Short vowels are not written, so a word is put letter for letter and ends in `_`; what
may be heard in it is `heard`'s. Words around names (`abu`, `bin`, `al`, titles) are
spelt as lists do, and `الله` and `الدين` are part of the word before them.

*Source*: ISO 233 without its marks; the names of `arabic_names.txt`, general knowledge.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from enduse.text.letters import of_script

MARK = "_"
_SAME = str.maketrans("أإآٱىیئکہۀةۃۂؤ", "اااايييكهههههو", "ءـ")
_WORD = re.compile(r"[^\W\d_]+")
_GOD = re.compile(r"(?:\b(\w{2,}?)\s*)?الل+ه\b|\b()الل+ه(?=\w{2})")
_HOUSE = re.compile(r"\bآل\b")  # of a family: no article
_BOUND = re.compile(r"ة(?=\s*الله)")  # heard there: `Nimat Allah`
_OF_GOD = re.compile(r"\b(\w{2,}?)\s*الل+هي\b")
_TITLE = re.compile(r"\b(?:حجه|حجت)\s*(?:ال\s?)?اسلام\b|\b(?:ايه|ايت)\s*الله\b")
_FAITH = re.compile(r"(?:\s+|(?<=\w{2}))ال\s?دين\b")
_ISLAM = re.compile(r"(?:(?<!\w)|(?<=\bال)|(?<=\bوال))اسالم")
_PLAIN = {
    "ال": "al",
    "بن": "bin",
    "ابن": "ibn",
    "بنت": "bint",
    "ابو": "abu",
    "ابي": "abu",
    "ابا": "abu",
    "ام": "umm",
    "عبد": "abdul",
    "عبدال": "abdul",
    "عبدول": "abdul",
    "عبدالله": "abdullah",
    "شيخ": "shaykh",
    "سيد": "sayyid",
    "سيده": "sayyid",
    "ملا": "mullah",
    "مولوي": "mawlawi",
    "مولانا": "maulana",
    "حاجي": "haji",
    "حاج": "haji",
    "قاري": "qari",
    "دكتور": "dr",
    "دكتر": "dr",
    "سردار": "sardar",
    "ايتالله": "ayatollah",
    "حجتالاسلام": "hojjatoleslam",
    "و": "wa",
    "د": "d",
}
# Second parts of family names, written apart or not.
_ENDS = ("زاده", "پور", "نژاد", "نيا", "زي", "خيل", "نسب", "پناه")
# Words that end so and are whole: lands, and general words of firms.
_WHOLE = frozenset(
    [
        "ارمينيا",
        "رومانيا",
        "اسبانيا",
        "اسپانيا",
        "تنزانيا",
        "بريطانيا",
        "بريتانيا",
        "اوكرانيا",
        "المانيا",
        "البانيا",
        "ليتوانيا",
        "موريتانيا",
        "استونيا",
        "مكدونيا",
        "مقدونيا",
        "كينيا",
        "اندونزي",
        "مالزي",
        "سنگاپور",
        "بنغازي",
        "پيروزي",
        "كابلسازي",
    ]
)
_LEAST = 3
_ASCII_END = re.compile(r"[a-z]+$")
_BEFORE_H = re.compile(r"([زستدكغصقط])(?=ه)|(د)(?=ج)")  # `zh` there is two sounds
_PLAIN_H = re.compile("(?<![بپتٹجچدڈڑکگ])ھ")  # not breathed, as Urdu writes `bh`
_UYGHUR = re.compile(r"\bئ(?=[ىېۇۆۈوە])")  # stands before a first vowel
# Behind a name these are joined to it, as Pakistan and Bangladesh do: `Fazlur Rahman`.
_JOINED = re.compile(
    r"(?<!\w)(\w{2,})\s+ال(رحمان|رحمن|رحيم|رشيد|حق|اسلام|كريم|حسن|هدي|عارفين|عابدين)(?!\w)"
)
_NOT_JOINED = frozenset(("عبد", "ابو", "ابن", "بن", "ام", "بنت"))


def bare(text: str) -> str:
    """The text without vowel signs, each letter in one of its forms.

    *Example*

    >>> bare("مُصطفى") == "مصطفي", bare("أحمد") == "احمد"
    (True, True)
    """
    if any(unicodedata.combining(char) for char in text):
        text = "".join(c for c in text if not unicodedata.combining(c))
    if "ھ" in text or "ئ" in text:
        text = _UYGHUR.sub("ا", _PLAIN_H.sub("ه", text))
    return text.translate(_SAME).replace("\u200c", " ")


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """Known names in bare letters, each with its spellings."""
    text = (files("enduse.text") / "arabic_names.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    return {bare(word): tuple(spelt) for word, *spelt in lines}


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for word, spelt in _spellings().items():
        letters = _letters(word)
        known[letters] = (*known.get(letters, ()), *spelt)
    return known


def spellings(letters: str) -> tuple[str, ...]:
    """How a name of these letters, without its mark, is spelt; none if not known.

    *Example*

    >>> spellings("mhmd")[0], spellings("qwrty")
    ('muhammad', ())
    """
    return _by_letters().get(letters, ())


@cache
def ranks() -> dict[str, int]:
    """Spellings of known names by how common the name is, from 0."""
    found: dict[str, int] = {}
    for at, spelt in enumerate(_spellings().values()):
        for name in spelt:
            found.setdefault(name, at)
    return found


def is_known(word: str) -> bool:
    """Whether a bare word is a name of the table."""
    return word in _spellings()


def arabic_reading(run: str) -> str:
    """The text in Latin letters, each word of a name ending in `_`.

    What is written together is cut where its parts are known: `عليرضا` is two words.

    *Example*

    >>> arabic_reading("عبد القادر بن محمد"), arabic_reading("نور الدین")
    ('abdul al qadr_ bin mhmd_', 'nuruddin_')
    """
    run = _HOUSE.sub(" aal ", run)
    text = _put_right(bare(_BOUND.sub("ت", run)))
    text = _TITLE.sub(_with_title, text)
    text = _OF_GOD.sub(r"\1ullahi", _FAITH.sub("uddin", text))
    text = _GOD.sub(_with_god, text)
    read = _WORD.sub(lambda found: f" {_word(found[0])} ", text)
    return " ".join(read.split())


def joined_readings(text: str) -> tuple[str, ...]:
    """The readings with the article as Pakistan spells it, joined to a name or apart.

    *Example*

    >>> joined_readings("فضل الرحمن خلیل")
    ('fdhlur_ rhmn_ khlil_', 'fdhl_ ur rhmn_ khlil_')
    """
    plain = bare(text)
    found = _JOINED.search(plain)
    if not found or found[1] in _NOT_JOINED:
        return ()
    article = "ur" if found[2].startswith("ر") else "ul"
    before, after = plain[: found.start()], plain[found.end() :]
    first, name = _letters(found[1]), _word(found[2])
    ways = f"{first}{article}{MARK} {name}", f"{first}{MARK} {article} {name}"
    ends = arabic_reading(before), arabic_reading(after)
    return tuple(" ".join(f"{ends[0]} {way} {ends[1]}".split()) for way in ways)


def _put_right(text: str) -> str:
    """A bare text with what is copied from a PDF in its order: `االتصاالت`, `اسالم`.

    There a lam and the alef written with it change places. Two alefs never meet in a
    word, and no other word begins as `اسالم` does.
    """
    if "اا" in text:
        text = text.replace("اال", "الا")
    return _ISLAM.sub("اسلام", text) if "اسالم" in text else text


def _with_title(found: re.Match[str]) -> str:
    return " ayatollah " if found[0].startswith("اي") else " hojjatoleslam "


def _with_god(found: re.Match[str]) -> str:
    before = found[1]
    if not before:
        return " allah "
    return "عبدالله" if before == "عبد" else f"{before}ullah"


@lru_cache(maxsize=65536)
def _word(word: str) -> str:
    if word.isascii():
        return word
    if word in _PLAIN:
        return _PLAIN[word]
    if word.endswith(("ullah", "uddin", "ullahi")):
        end = _ASCII_END.search(word)
        at = end.start() if end else len(word)
        return _letters(word[:at]) + word[at:] + MARK
    if is_known(word) or word in _WHOLE:
        return _letters(word) + MARK
    if word.startswith("ال") and len(word) > _LEAST:
        return f"al {_word(word[2:])}"
    for head, tail in _cuts(word):
        return f"{_word(head)} {_word(tail)}"
    return _letters(word) + MARK


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word that is two: `عبدالقادر`, `ابوبكر`, `عليرضا`."""
    if len(word) < 2 * _LEAST:
        return
    for head in ("عبدال", "عبد", "ابوال", "ابو", "بن"):
        tail = word.removeprefix(head)
        known = tail != word and (head.endswith("ال") or is_known(tail))
        if known and len(tail) >= _LEAST - 1:
            yield head.removesuffix("ال"), tail
    for end in _ENDS:
        head = word.removesuffix(end)
        if head != word and len(head) >= _LEAST:
            yield head, end
    for at in range(_LEAST, len(word) - _LEAST + 1):
        head, tail = word[:at], word[at:].removeprefix("ال")
        if is_known(head) and is_known(tail):
            yield head, word[at:]


def _letters(word: str) -> str:
    """A bare word letter for letter; `و` and `ي` at its head are consonants."""
    for letter, consonant in (("و", "w"), ("ي", "y")):
        if word.startswith(letter) and len(word) > 1:
            word = consonant + word[1:]
    word = _BEFORE_H.sub(r"\1\2ع", word)
    return anyascii(word.translate(of_script("arabic"))).lower().replace("ii", "i")
