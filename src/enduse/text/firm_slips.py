"""Words of firms' names with a letter wrong: trade words and legal forms put right."""

from functools import lru_cache

from enduse.text.common_names import share
from enduse.text.concepts import canonical, is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.misspelt import corrected
from enduse.text.one_off import OneOff

_LONG_LETTERS = 6
_NAME_LETTERS = 3
_SHORT_FORMS = OneOff((
    "llc", "ltd", "gmbh", "inc", "ltda", "jsc", "corp", "dmcc", "ooo", "ojsc", "pjsc",
    "cjsc", "fzco", "sarl", "fze", "eood", "plc", "srl", "llp", "doo", "fzc",
))  # fmt: skip
_COMMON_FORMS = OneOff(
    ("llc", "jsc", "ooo", "oao", "zao", "pao", "ojsc", "pjsc", "cjsc")
)
_LONG_LEGAL = OneOff(w for w in sorted(LEGAL_WORDS) if len(w) > _LONG_LETTERS)
STATES = frozenset(("uae", "usa", "prc", "dprk", "roc", "ksa", "drc"))


def put_right(token: str) -> str:
    """A token with a letter wrong as the trade word or legal form that it is."""
    return _legal_word(corrected(token))


def _legal_word(token: str) -> str:
    """The word of a legal form that a token misspells by one letter, or itself."""
    if len(token) < _LONG_LETTERS or token in LEGAL_WORDS:
        return token
    near = _LONG_LEGAL.near(token)
    known = is_ordinary(token) or is_trade_word(token) or canonical(token) != token
    if not near or known:
        return token
    return near[0]


def with_end_forms(tokens: list[str]) -> list[str]:
    """A first or last word one letter off a common short form put right.

    As in `Brelov Trading LLJ`. No word or name that is known is touched, and some
    name must be left beside it.
    """
    if len(tokens) < 2 or max(map(len, tokens[:-1])) < _NAME_LETTERS:
        return tokens
    first, last = tokens[0], tokens[-1]
    if (meant := _form_meant(first, _COMMON_FORMS)) != first:
        return [meant, *tokens[1:]]
    if (meant := _form_meant(last, _SHORT_FORMS)) != last:
        return [*tokens[:-1], meant]
    return tokens


@lru_cache(maxsize=65536)
def _form_meant(word: str, forms: OneOff) -> str:
    if not 3 <= len(word) <= 5 or not word.isalpha() or legal_class(word):
        return word
    near = forms.near(word)
    if not near or canonical(word) != word or is_trade_word(word) or cluster(word) >= 0:
        return word
    if is_ordinary(word) or is_place(word) or share(word) or word in STATES:
        return word
    return near[0]
