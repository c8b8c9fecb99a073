"""Whether a description is too vague to tell a code from, and why."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from enduse.goods.classify.attributes import part_numbers
from enduse.goods.classify.folded_lines import folded_lines
from enduse.goods.classify.in_english import in_english
from enduse.goods.classify.normal import folded, words_of
from enduse.goods.classify.stems import stem
from enduse.goods.classify.tongues import tongue, tongues_of
from enduse.goods.words.lines import rows_of
from enduse.text.tables import derived

_WORD = words_of(r"[^\W\d_]")
_PACKED = re.compile(
    r"\b\d+\s*(?:pallets?|plts?|cartons?|ctns?|cases?|crates?|boxe?s?|bags?|drums?|rolls?|lots?"
    r"|pcs?|pieces?|sets?|pkgs?|packages?|units?|kgs?|tons?|mt|cbm|паллета?|паллет[ы]?|мест[ао]?"
    r"|кор|короб(?:ка|ки|ок)|ящик(?:а|ов)?|шт|компл|тонн[аы]?|палет|koli|kutu|adet|takim"
    r"|paletten?|kartons?|kolli|stuck|stk|bultos?|cajas?|palets?|unidades|uds|colis|palettes?"
    r"|colli|pallet|pezzi|pz)\b(?:\s+(?:of|de|di|von)\b)?"
    r"|\d+\s*(?:箱|件|批|托盘?|卷|套|台|个|只)"
)
_ALL = 0.9  # of the letters of a text in another tongue, so that all of it is read
_DIGIT = re.compile(r"\d")
_WIDE = re.compile("[\u3040-\u9fff]+")
_STEM = 3  # letters of a general word that its tongue's endings are cut from
_LONG = 8  # letters of a word that is known with one of them wrong
FLAT = 0.05  # no candidate as likely as this: the words point nowhere
FLAT_NUMBERED = 0.02  # the same beside a number: "INA NK 40/30" is no word to explain
ASK = "Which goods, by name, maker, model and quantity?"
REASONS = {
    "empty": "there is no letter or digit in it",
    "no-words": "there are only numbers or signs in it",
    "generic": "its words are said of goods of any kind",
    "no-goods": "it names a service or a right, no goods",
    "points-nowhere": "its words speak for no code more than for others",
}


def reason(text: str, p: Sequence[float]) -> str:
    """Why the description is too vague, a key of `REASONS`; '' where it is not.

    `p` are the probabilities of its likeliest codes.

    *Example*:
    >>> reason("spare parts", [0.2]), reason("ball bearing 6205", [0.8])
    ('generic', '')
    """
    if folded(text) in _phrases():
        return "generic"
    if not _WORD.search(text.lower()):
        return "" if any(map(str.isdigit, text)) and p and p[0] >= 0.3 else "no-words"
    if not (_names_goods(folded(text)) or part_numbers(text)):
        return "generic"
    if not p or p[0] < (FLAT_NUMBERED if _DIGIT.search(text) else FLAT):
        return "points-nowhere"
    return ""


def _names_goods(plain: str) -> bool:
    """Whether a folded text says more than general words and how goods are packed."""
    for word in _WORD.findall(plain):
        if _is_own(word):
            return True
    if _DIGIT.search(plain):
        plain = _PACKED.sub(" ", plain).strip()
    return bool(plain) and not _is_generic(plain)


@lru_cache(maxsize=100_000)
def _is_own(word: str) -> bool:
    """Whether a word is neither general nor of packing, by itself."""
    return not (
        len(word) == 1
        or word in _generic()
        or _WIDE.search(word)
        or _generic_form(word)
        or _PACKED.fullmatch(f"1 {word}")
    )


def is_generic_in_english(text: str) -> bool:
    """Whether all that a text of another tongue says is said of goods of any kind.

    *Example*:
    >>> is_generic_in_english("diverse onderdelen")
    True
    """
    said = in_english(text)
    return bool(said and said.share >= _ALL and is_generic(said.text))


def is_generic(text: str) -> bool:
    """Whether every word of a text is said of goods of any kind.

    *Example*:
    >>> is_generic("machine parts"), is_generic("machine tool parts")
    (True, False)
    """
    return _is_generic(folded(text))


def _is_generic(plain: str) -> bool:
    return _all_generic(plain) and not any(f" {t} " in f" {plain} " for t in _told())


def _all_generic(plain: str) -> bool:
    said, held = _generic(), False
    for match in _WORD.finditer(plain):
        word = match.group()
        letter = len(word) == 1
        if not (word in said or (letter and word.isascii()) or _generic_form(word)):
            return False
        held = held or not letter
    return held


@lru_cache(maxsize=100_000)
def _generic_form(word: str) -> bool:
    """Whether a word is a general one in another form, run together, or misspelt."""
    if stem(word) in _generic():
        return True
    if _WIDE.fullmatch(word):
        return _made_of_generic(word)
    if word in _known():
        return False
    if _is_inflected(word):
        return True
    if len(word) < _LONG:
        return False
    return not _slips().isdisjoint(_less_one(word))


def _is_inflected(word: str) -> bool:
    """Whether it is a general word with another ending or article of its tongue."""
    for lang in tongues_of(word):
        own = tongue(lang)
        cut = own.cut(own.words(word)[0]) if own.words(word) else ""
        if len(cut) >= _STEM and cut in _cut(lang):
            return True
    return False


def _made_of_generic(word: str) -> bool:
    """Whether signs without blanks are general words one after the other."""
    said, ends = _generic(), {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in said for start in ends):
            ends.add(end)
    return len(word) in ends


def _less_one(word: str) -> set[str]:
    """A word and what is left of it without one letter, the first kept."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


@cache
def _slips() -> frozenset[str]:
    long = (word for word in _generic() if len(word) >= _LONG)
    return frozenset[str]().union(*map(_less_one, long))


@derived
def _words() -> list[str]:
    return sorted({word for text, _ in folded_lines() for word in text.split()})


@derived
def _made_of_general() -> list[str]:
    names = {text for text, _ in folded_lines()} - _phrases().keys()
    return sorted(name for name in names if _all_generic(name))


@cache
def _known() -> frozenset[str]:
    """Every word of the names of goods: none of them is a slip of the pen."""
    return frozenset(_words())


@cache
def _told() -> tuple[str, ...]:
    """Known names of goods that are made of general words: "machine tool parts"."""
    return tuple(_made_of_general())


def question(text: str) -> str:
    """What to ask whoever wrote a vague description.

    *Unknown*: the plain question for words that the table doesn't have.

    *Example*:
    >>> question("spare parts")
    'Which parts, for which machine, with part numbers?'
    """
    return _phrases().get(folded(text), ASK)


@cache
def _phrases() -> dict[str, str]:
    """What to ask for each vague phrase, folded."""
    table = files("enduse.goods.words").joinpath("vague.tsv")
    return {folded(text): ask for text, _, ask in rows_of(table)}


@cache
def _cut(lang: str) -> frozenset[str]:
    """The general words of a tongue without endings and articles."""
    own, table = tongue(lang), files("enduse.goods.words").joinpath("generic.tsv")
    said = (own.words(word) for word, of in rows_of(table) if of == lang)
    return frozenset(own.cut(words[0]) for words in said if len(words) == 1)


@cache
def _generic() -> frozenset[str]:
    """Words said of goods of any kind, of papers and of payments, and their stems."""
    table = files("enduse.goods.words").joinpath("generic.tsv")
    words = [folded(word) for word, _ in rows_of(table)]
    return frozenset(words) | {stem(word) for word in words}
