"""Trade words and legal forms with a letter wrong, put right.

`Liited Liabilty Compay` must lose its legal form as `Limited Liability Company` does,
and `tecnology` is `technology`. Only words of seven letters or more are touched, and
never one that is itself a word.
"""

from functools import cache

from rapidfuzz.distance import OSA

from enduse.text.concepts import (
    alike_trade_words,
    canonical,
    is_english,
    is_place,
    is_trade_word,
    legal_class,
)
from enduse.text.dictionary import all_words, is_spelt_right
from enduse.text.given_names import cluster
from enduse.text.one_off import LONGEST

_SHORTEST, _LONG = 7, 9
_MORE = (
    "limited liability company incorporated corporation joint obshchestvo "
    "ogranichennoy otvetstvennostyu aktsionernoe aktsionernoye publichnoe zakrytoe "
    "petroleum technology manufacturing shipyard machinery research scientific "
    "electronics internet sirketi aktiengesellschaft "
    "otkrytoe gesellschaft sociedad anonima limitada private public unitary federal"
)


@cache
def _neighbours() -> dict[str, str]:
    """Every known word, and every known word less one letter, and its word.

    A word less one letter that is said of several is the first's by spelling.
    """
    found: dict[str, str] = {}
    names = {*all_words(), *alike_trade_words(), *_MORE.split()}
    known = [w for w in sorted(names) if w.isalpha() and len(w) >= _SHORTEST]
    for word in known:
        for near in _less_one(word):
            found.setdefault(near, word)
    return found | {word: word for word in known}


def _less_one(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def corrected(token: str) -> str:
    """The one word a token misspells by a letter, or the token itself.

    *Example*

    >>> corrected("liabilpty"), corrected("kalashnikov")
    ('liability', 'kalashnikov')
    """
    if not _SHORTEST <= len(token) <= LONGEST:
        return token
    if not token.isalpha() or not token.isascii():
        return token
    known = _neighbours()
    if known.get(token) == token:
        return token
    less = (token, *_less_one(token))
    if known.keys().isdisjoint(less):
        return token
    near = dict.fromkeys([known[one] for one in less if one in known])
    meant = [word for word in near if _is_meant(word, token)]
    one = len({canonical(word) for word in meant}) == 1
    return meant[0] if one and not _is_known(token) else token


def _is_known(token: str) -> bool:
    """Whether a token is a word or a name of its own."""
    if is_trade_word(token) or legal_class(token) or is_place(token):
        return True
    if is_english(token) or canonical(token) != token or cluster(token) >= 0:
        return True
    return is_spelt_right(token) or is_spelt_right(token.removesuffix("s"))


def _is_meant(word: str, token: str) -> bool:
    """Whether one slip parts them and enough agrees, more where they begin apart."""
    if OSA.distance(word, token, score_cutoff=1) > 1:
        return False
    swapped = word[:2] == token[1::-1]
    return word[0] == token[0] or swapped or max(len(word), len(token)) >= _LONG
