"""What is sold, by the noun a description turns on, whatever the thing is for.

"Case for oscilloscope", "чехол для осциллографа", "示波器便携包" are cases: the words
of the oscilloscope weigh nothing against that. Where the noun stands is a matter of the
language: first (French, Spanish, Russian), before what joins it to the rest ("for",
"für"), or last (English and German compounds, Turkish, Chinese, Japanese, Korean). The
nouns are in `words/heads.tsv`, what stands around them in `words/around_heads.toml`.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from enduse.goods.classify.normal import folded
from enduse.goods.classify.vague import is_generic
from enduse.goods.words.lines import rows_of

NOT_GOODS = "none"  # of a service or a right
_CUT = re.compile(r"[,;(:\[|]|\. | [-–—/] ")
_WIDE = re.compile("[\u3040-\ud7af]")
_USED_FOR = re.compile("用|の|的|용 ")
_BESIDE = re.compile("带|配(?!件)|含|附(?!件)|付き|포함")
_TAIL = re.compile(
    r"(?:[\s\x00-\x7f]|(?<=\d)[月월][分분]?|[一二三四五六七八九十]{1,2}月份?"
    r"|尾款|首款|定金|预付款)+$"
)  # what stands behind the goods: numbers, models, the month, the part that is paid
_ROUTE = re.compile(
    r"[\s,]+(?P<place>[^\W\d_]{2,}(?:\s?[-–—]\s?|[至到→])[^\W\d_]{2,})\s*$"
)  # "Hamburg-Astana", behind what is paid for
_ADJECTIVE = re.compile(r".*(?:ыи|ии|ои|ая|яя|ое|ее|ые|ие|ых|ого)$")
_FIRST = frozenset(["fr", "es", "it", "pt", "ru", "uk", "pl", "cs", "ar", "fa", "vi"])
_LAST = frozenset(["en", "de", "nl", "tr", "az", "kk", "uz", "hi"])
_COMPOUND = frozenset(["de", "nl"])
_SHORTEST = 3  # letters before the noun of a compound
_LONGEST = 3  # words of a noun
_FAR = 2  # words before the first noun
_READ = 300  # characters
_LAST_SAID = 2  # words behind the name of goods, in scripts without blanks


class Noun(NamedTuple):
    """A noun: the codes its goods have, its language, how it counts."""

    codes: str
    lang: str
    how: str


@lru_cache(maxsize=20_000)
def codes_sold(text: str) -> str:
    """The codes that the goods may have by the noun, parted by |; '' for no known noun.

    The first is the likeliest, those that are shorter stand for all that begin so;
    `NOT_GOODS` for a service.

    *Example*:
    >>> codes_sold("case for oscilloscope")[:6], codes_sold("oscilloscope with case")
    ('420292', '903020')
    """
    route = _ROUTE.search(text[:_READ])
    if route and not any(map(str.islower, route["place"].split()[0][:1])):
        carried = codes_sold(text[: route.start()])
        if carried == NOT_GOODS:
            return carried
    cut = text[:_READ].lower()
    found = _CUT.search(cut, 3)
    head = cut[: found.start()] if found else cut
    if not head.isascii() and _WIDE.search(head):
        return _wide(head)
    plain = folded(head)
    words = plain.split()
    if _hints().isdisjoint(words) and not _is_hinted(words):
        return ""
    return _spaced(words)


def _is_hinted(words: list[str]) -> bool:
    """Whether a word ends or begins with a noun."""
    ends, begins = _ends()
    for word in words:  # noqa: SIM110  (a generator costs more than what it asks)
        if word.endswith(ends) or word.startswith(begins):
            return True
    return False


def _wide(head: str) -> str:
    """Of a text in Chinese, Japanese or Korean: the end, after what it is for."""
    beside = _BESIDE.search(head, 2)
    head = head[: beside.start()] if beside else head
    whole = folded(head)
    for place in _USED_FOR.finditer(head):
        if head[place.end() :].strip():
            whole = folded(head[place.end() :])
    said = [word for word in _wide_any() if word in whole]
    if said:
        return _wide_any()[said[0]]
    for ends in _endings(whole):
        for size in range(min(len(ends), 12), 0, -1):
            noun = _wide_nouns().get(ends[-size:])
            if noun:
                return noun.codes
    return ""


def _endings(whole: str) -> Iterator[str]:
    """A text, and what is left without how the goods look: "充电头 白色"."""
    yield whole
    left = _TAIL.sub("", whole)
    yield left
    for _ in range(_LAST_SAID):
        left, blank, _ = left.rpartition(" ")
        if not blank:
            return
        yield (left := _TAIL.sub("", left))


def _spaced(words: list[str]) -> str:
    if "icin" in words[1:-1]:
        words = words[words.index("icin") + 1 :]
    words = _without_count(words)
    if _is_act(words):
        return NOT_GOODS
    end = next(
        (n for n, w in enumerate(words) if n and w in words_around("joins")), len(words)
    )
    joined = words[end] if end < len(words) else ""
    head = words[:end]
    return _adjective(head) or _last(head, joined) or _first(words, end)


def _is_act(words: list[str]) -> bool:
    """Whether a text begins with what is done to goods: "repair of a lathe"."""
    acts, first = words_around("acts"), words[:1]
    if acts.isdisjoint(first) or len(words) < 2:
        return False
    if words[1] in ("and", "und"):
        return not acts.isdisjoint(words[2:3])
    if words[1] in words_around("acts_on"):
        return True
    german = any(noun.lang == "de" for noun in _nouns().get(first[0], ()))
    return german and words[1] not in words_around("acts_kits")


def _without_count(words: list[str]) -> list[str]:
    """The words without numbers, units and general words before the goods."""
    at = 0
    while at < len(words) and (
        words[at].isdigit()
        or words[at] in words_around("counts")
        or (words[at] in words_around("joins") and at > 0)
    ):
        at += 1
    return words[at:]


def _last(head: list[str], joined: str) -> str:
    """By the last noun of the head, where the language puts it there."""
    while head:
        for size in range(min(len(head), _LONGEST), 0, -1):
            noun = _noun(head[-size:], _LAST)
            if noun and _counts(noun, head[:-size], joined):
                return noun.codes
        if not _is_plain(head[-1]):
            return _compound(head[-1], joined, len(head))
        head = head[:-1]
    return ""


def _counts(noun: Noun, before: list[str], joined: str) -> bool:
    """Whether a noun counts: those that may be another's part, only with "for"."""
    if noun.how != "for":
        return True
    return joined in words_around("for") and all(map(_is_plain, before))


def _compound(word: str, joined: str, many: int) -> str:
    """By the end of a German or Dutch compound."""
    for at in range(_SHORTEST, len(word) - 3):
        noun = _nouns().get(word[at:])
        for own in noun or ():
            if own.lang in _COMPOUND and own.how != "begins":
                alone = own.how == "for"
                if not alone or (joined in words_around("for") and many == 1):
                    return own.codes
    return ""


def _first(words: list[str], end: int) -> str:
    """By the first noun, where the language puts it there, after adjectives."""
    joined = words[end] if end < len(words) else ""
    for at in range(min(_FAR + 1, end)):
        for size in range(min(_LONGEST, len(words) - at), 0, -1):
            said = words[at : at + size]
            noun = _noun(said, _FIRST)
            alone = at + size >= end
            alone = alone or not _noun(said, _LAST)
            if noun and alone and _counts(noun, words[:at], joined):
                return noun.codes
        if not (_is_plain(words[at]) or _ADJECTIVE.match(words[at])):
            return ""
    return ""


def _adjective(head: list[str]) -> str:
    """By a word that says so wherever it stands: "toy", "игрушечный"."""
    anywhere, firsts = _anywhere(), _anywhere_firsts()
    for at, word in enumerate(head):
        if word in firsts:
            for said in (word, " ".join(head[at : at + 2])):
                if said in anywhere:
                    return anywhere[said]
    begins = tuple(_begun())
    for word in head:
        if word.startswith(begins):
            return next(own for b, own in _begun().items() if word.startswith(b))
    return ""


def _noun(words: list[str], langs: frozenset[str]) -> Noun | None:
    found = _nouns().get(" ".join(words))
    if not found:
        return None
    return next((n for n in found if n.lang in langs and n.how != "begins"), None)


@lru_cache(maxsize=20_000)
def _is_plain(word: str) -> bool:
    """Whether a word says of what or how much, not what."""
    return (
        word in words_around("plain")
        or word in words_around("when")
        or any(map(str.isdigit, word))
        or is_generic(word)
    )


@cache
def words_around(kind: str) -> frozenset[str]:
    """The words of `words/around_heads.toml` of a kind, folded."""
    place = files("enduse.goods.words") / "around_heads.toml"
    return frozenset(tomllib.loads(place.read_text(encoding="utf-8"))[kind].split())


def _rows() -> Iterator[tuple[str, Noun]]:
    for codes, lang, word, *how in rows_of(files("enduse.goods.words") / "heads.tsv"):
        yield folded(word), Noun(codes, lang, how[0] if how else "")


@cache
def _nouns() -> dict[str, tuple[Noun, ...]]:
    found: dict[str, tuple[Noun, ...]] = {}
    for word, noun in _rows():
        plural = (f"{word}s",) if noun.lang == "en" and not noun.how else ()
        for one in (word, *plural):
            found[one] = (*found.get(one, ()), noun)
    return found


@cache
def _hints() -> frozenset[str]:
    """Every word of a noun: a text without any of them has none."""
    nouns = frozenset(word for noun in _nouns() for word in noun.split())
    return nouns | words_around("acts")


@cache
def _ends() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What words that hold a noun end or begin with."""
    ends = (word for word, n in _rows() if n.lang in _COMPOUND and " " not in word)
    return tuple(ends), tuple(_begun())


@cache
def _anywhere() -> dict[str, str]:
    return {word: n.codes for word, n in _rows() if n.how == "any"}


@cache
def _anywhere_firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in _anywhere())


@cache
def _begun() -> dict[str, str]:
    return {word: n.codes for word, n in _rows() if n.how == "begins"}


@cache
def _wide_nouns() -> dict[str, Noun]:
    return {w: n for w, n in _rows() if n.lang in ("zh", "ja", "ko")}


@cache
def _wide_any() -> dict[str, str]:
    wide = _wide_nouns().items()
    return {word: noun.codes for word, noun in wide if noun.how == "any"}
