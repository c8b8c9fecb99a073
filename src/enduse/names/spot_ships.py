"""Ships inside free text: whole names behind what marks a ship, or in texts of the sea.

`PORT DUES MT NORDIC NOVOROSSIYSK`, `CHARTER HIRE VELMORA 7 15 DAYS`: most ships are
called by a word or two that any text may have, so that a name counts where a mark
stands before it or, if it tells more, where the text is of freight, bunkers, voyages;
and where nothing goes on that may be part of a longer name.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from enduse.codes.port import find
from enduse.names import spot_keys
from enduse.text import ship_name
from enduse.text.common_names import share
from enduse.text.concepts import is_place, is_trade_word
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.narrative import is_said
from enduse.text.scripts import script
from enduse.text.tables import table

LONGEST = 5  # tokens of a name
_NEAR = 80  # characters that are looked at for the tons before `MT`
_LETTERS, _NUMBERED_LETTERS, _SEVERAL_LETTERS, _PORT_LETTERS = 5, 4, 7, 5
_SURE_SORTS = ("vessel", "tanker", "bulker", "trawler", "freighter", "icebreaker")
_BREAK = re.compile(r"[,;:/()\"«»“”„]|\.\s|-\s")
_YEAR = re.compile(r"(?:19|20)\d\d$|\d{5}")
_UNITS = frozenset("days day mt mts tons tonnes dwt pct usd eur th nd st".split())  # noqa: SIM905
_MARKS = frozenset("v t х к mv mt vsl vlcc board 船名 轮".split())  # noqa: SIM905


class Ship(NamedTuple):
    """Tokens `start` to `end` of a text that may be a ship's name, and its key."""

    start: int
    end: int
    key: str


class Cut(NamedTuple):
    """A text, its tokens, and where the word of each stands."""

    text: str
    tokens: Sequence[str]
    places: Sequence[tuple[int, int]]

    def word(self, at: int) -> str:
        """The word of a token as the text has it, in small letters."""
        return self.text[slice(*self.places[at])].casefold()

    def parted(self, at: int) -> bool:
        """Whether a sign stands between a token and the one before it."""
        gap = self.text[self.places[at - 1][1] : self.places[at][0]]
        return _BREAK.search(gap) is not None


def is_of_sea(word: str) -> bool:
    """Whether a word may mark a ship, or is one of a text of the sea."""
    plain = word.casefold()
    return plain in _words("sea") or plain in _words("around") or plain in _MARKS


def is_outside(token: str) -> bool:
    """Whether a token is of no ship's name, as papers write."""
    return token in _outside()


def ships(said: Cut, heads: Sequence[int]) -> Iterator[Ship]:
    """What may be a listed ship's name; of several at a place the longest first.

    `heads` are the tokens with which some listed ship's name begins.
    """
    begins = [start for start, _ in said.places]
    cased = any(map(str.islower, said.text))
    for at, sure in _starts(said, heads, begins):
        for end in range(min(at + LONGEST, len(said.tokens)), at, -1):
            name = said.tokens[at:end]
            told = _tells(name) if sure else _is_strong(name)
            if told and _ends(said, end, cased=cased):
                yield Ship(at, end, spot_keys.ship_key(name))
    for hit in _marks_behind(said.text):
        end = bisect_left(begins, hit.start())
        for at in heads[bisect_left(heads, end - LONGEST) : bisect_left(heads, end)]:
            if _tells(said.tokens[at:end]) and _begins(said, at):
                yield Ship(at, end, spot_keys.ship_key(said.tokens[at:end]))


def marked(said: Cut) -> Iterator[Ship]:
    """What may be a ship's name behind a mark of hers, the longest first."""
    begins = [start for start, _ in said.places]
    cased = any(map(str.islower, said.text))
    for at, sure in _marks(said, begins).items():
        for end in range(min(at + LONGEST, len(said.tokens)), at, -1):
            name = said.tokens[at:end]
            if sure and _tells(name) and _ends(said, end, cased=cased):
                yield Ship(at, end, spot_keys.ship_key(name))


def _starts(
    said: Cut, heads: Sequence[int], begins: Sequence[int]
) -> Iterator[tuple[int, bool]]:
    """Where a name may begin, and whether a mark stands before it that is no other."""
    of_sea, marked = _is_of_sea(said), _marks(said, begins)
    for at in heads:
        if at in marked:
            yield at, marked[at]
        elif of_sea:
            first = said.text[begins[at]]
            if not (first.islower() and first.isascii()) and _begins(said, at):
                yield at, False


def _marks(said: Cut, begins: Sequence[int]) -> dict[int, bool]:
    """The tokens that stand behind a mark, and whether it is no other thing's."""
    found: dict[int, bool] = {}
    for end, maybe in _marked_ends(said.text):
        sure = not maybe or (maybe == "mt" and _is_of_sea(said))
        found[bisect_left(begins, end)] = sure
    return found


@lru_cache(maxsize=8)  # a text's marks are asked for twice, one after another
def _marked_ends(text: str) -> tuple[tuple[int, str], ...]:
    """Where each mark of a text ends, and the mark if it may mean another thing."""
    plain = text.isascii()
    hits = _before(plain=plain).finditer(text.lower() if plain else text)
    return tuple(
        (hit.end(), (hit["maybe"] or "").casefold())
        for hit in hits
        if not (hit["maybe"] and _counted(text, hit.start()))
    )


def _marks_behind(text: str) -> Iterator[re.Match[str]]:
    """Where something stands that marks a ship behind her name."""
    plain = text.isascii()
    read = text.lower() if plain else text
    if _signs_behind(plain=plain).search(read):
        yield from _behind(plain=plain).finditer(read)


def _counted(text: str, at: int) -> bool:
    """Whether a number stands before a mark: of tons before `MT`."""
    return text[max(0, at - _NEAR) : at].rstrip()[-1:].isdigit()


def _is_of_sea(said: Cut) -> bool:
    """Whether a text has a word of the sea, or two that such a text may have."""
    words = {said.word(at) for at in range(len(said.places))}
    if not _words("sea").isdisjoint(words) or _says_sea(said.text):
        return True
    return len(_words("around").intersection(words)) > 1


def _begins(said: Cut, at: int) -> bool:
    """Whether no word of a longer name stands before a token."""
    if not at or said.parted(at):
        return True
    before = said.word(at - 1)
    return before.isdigit() or before in _outside()


def _ends(said: Cut, end: int, *, cased: bool) -> bool:
    """Whether no word of a longer name follows."""
    if end == len(said.tokens) or said.parted(end):
        return True
    word = said.text[slice(*said.places[end])]
    plain = word.casefold()
    if word[0].isdigit():
        behind = said.tokens[end + 1 : end + 2]
        count = _UNITS.union(_words("months")).issuperset(behind) and bool(behind)
        return count or not word.isdigit() or _YEAR.match(word) is not None
    if len(word) == 1 and word.isascii():  # of `B/L`, or of `VICTORIA V`
        return said.text[said.places[end][1] :][:1] in ("/", ".", "&")
    if plain in _outside() or plain in _words("months") or is_said(plain):
        return True
    if is_place(said.tokens[end]) or (cased and word == plain):
        return True
    return _is_port(said, end) or script(word[0]) != script(said.word(end - 1)[0])


def _is_port(said: Cut, at: int) -> bool:
    """Whether a port's name stands there, and nothing that may be of a ship's."""
    for end in (at + 2, at + 1):
        if end > len(said.tokens) or any(map(said.parted, range(at + 1, end))):
            continue
        if end < len(said.tokens) and not said.parted(end):
            behind = said.word(end)
            if not behind.isdigit() and behind not in _outside():
                continue
        name = said.text[said.places[at][0] : said.places[end - 1][1]]
        if len(name) >= _PORT_LETTERS and find(name):
            return True
    return False


@cache
def _outside() -> frozenset[str]:
    """Words that are of no ship's name."""
    return _words("stops") | _words("sea") | _words("around")


def _tells(tokens: Sequence[str]) -> bool:
    """Whether tokens have a word of three letters, or are several with letters."""
    words = [token for token in tokens if token.isalpha()]
    return bool(words) and (len(tokens) > 1 or len(words[0]) > 2)


def _is_strong(tokens: Sequence[str]) -> bool:
    """Whether tokens are a name in a text of the sea that has no mark beside them."""
    words = [token for token in tokens if token.isalpha()]
    if not words or words[0] in _outside():
        return False
    if len(words) == 1:
        word, least = words[0], _NUMBERED_LETTERS if len(tokens) > 1 else _LETTERS
        return len(word) >= least and not _is_common(word)
    told = [word for word in words if not (is_place(word) or is_trade_word(word))]
    return bool(told) and sum(map(len, words)) >= _SEVERAL_LETTERS


def _is_common(word: str) -> bool:
    if is_ordinary(word) or is_place(word) or is_trade_word(word):
        return True
    return cluster(word) >= 0 or share(word) > 0


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(table("ship_words")[part]["words"].split())


@lru_cache(maxsize=8)
def _says_sea(text: str) -> bool:
    plain = text.isascii()
    read = text.lower() if plain else text
    return _phrases(plain=plain).search(read) is not None


def _case(*, plain: bool) -> re.RegexFlag:
    """How a pattern in small letters is compiled, which is several times as fast for
    `plain` ASCII texts that are put in small letters first.
    """
    return re.NOFLAG if plain else re.IGNORECASE


@cache
def _phrases(*, plain: bool) -> re.Pattern[str]:
    """What only texts of the sea say."""
    said = "|".join(table("ship_words")["sea"]["phrases"].split("\n")).strip("|")
    return re.compile(rf"\b(?:{said})\b", _case(plain=plain))


@cache
def _before(*, plain: bool) -> re.Pattern[str]:
    """What marks a ship before her name; `maybe` what may mean another thing."""
    said = table("ship_words")["marks"]
    sorts = "|".join(_SURE_SORTS)
    signs = "" if plain else f"|(?:{said['eastern']})(?=[A-Z])"
    return re.compile(
        rf"(?:(?<![^\W_])(?:(?:{said['sure']}|(?:motor[\s-]+)?(?:{sorts})(?:'?s)?)"
        rf"|(?P<maybe>{said['maybe']}|{ship_name.kinds()}))(?![^\W_])"
        f"{signs})"
        r"(?:\s+(?:name|ad[ıi])(?![^\W_]))?[\s:：.\"'«“„-]*",
        _case(plain=plain),
    )


@cache
def _behind(*, plain: bool) -> re.Pattern[str]:
    said = table("ship_words")["marks"]["behind"]
    return re.compile(rf"[\s\"'»”-]*(?:{said})(?![^\W_])", _case(plain=plain))


@cache
def _signs_behind(*, plain: bool) -> re.Pattern[str]:
    """What every such mark has, sooner found."""
    said = table("ship_words")["marks"]["behind_signs"]
    return re.compile(said, _case(plain=plain))
