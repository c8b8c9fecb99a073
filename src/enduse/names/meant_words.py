"""A firm's name with a letter wrong in a word that hardly tells: the name as meant.

`Parkstroy GOD`, `thf Republic`, `Eigshth Ocean`: such a word may be a name, too, so
that this is another way to read the name and never takes the place of the first.
"""

from functools import cache, lru_cache
from typing import Literal

from enduse.text import trade_slips
from enduse.text.common_names import share
from enduse.text.concepts import canonical, is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_spelt_right
from enduse.text.firm_slips import STATES
from enduse.text.given_names import cluster
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.met import Met
from enduse.text.one_off import OneOff
from enduse.text.written_words import WRITTEN

Where = Literal["first", "inside", "before", "last", "any"]
_MEANT: dict[Where, str] = {
    "first": "ooo oao zao pao jsc ojsc cjsc pjsc llc fau mup fgup fsue the first",
    "inside": "the and for named joint stock pte pty",
    "before": "pte pty pvt sdn joint stock",
    "last": (
        "ooo oao zao pao jsc ojsc cjsc pjsc llc ltd inc plc corp pte pty pvt bhd ood "
        "eood doo srl sarl sarlu gmbh fze fzc fzco llp dmcc ltda pjs"
    ),
    "any": (
        "first third fourth fifth sixth seventh eighth ninth tenth eight eleven twelve "
        "general national republic guard corps venture commercial company kompaniya "
        "joint unlimited"
    ),
}
_SHORTEST, _LONGEST = 3, 9
_LONG_WORD = 5  # letters from which a word is looked for anywhere
_AROUND = ".,;()\"'"


def meant(text: str) -> str:
    """The name with such words as they are meant; '' where none is misspelt.

    *Example*

    >>> meant("PARKSTROY-SOFIA GOD"), meant("Bank jnd Trust"), meant("Parkstroy OOD")
    ('PARKSTROY-SOFIA ood', 'Bank and Trust', '')
    """
    said = text.split()
    if len(said) < 2 or not text.isascii() or not any(map(_MAY_BE.__getitem__, said)):
        return ""
    bare = [word.strip(_AROUND).lower() for word in said]
    end = len(bare)
    while end > 1 and legal_class(bare[end - 1].replace(".", "")):
        end -= 1
    found = [
        _meant(word, _where(at, end, len(bare))) or _TRADE[word]
        for at, word in enumerate(bare)
    ]
    if not any(found):
        return ""
    both = zip(found, said, strict=True)
    return " ".join(right or word for right, word in both)


def _where(at: int, end: int, size: int) -> Where:
    """Where a word stands; `before` a legal form, which begins at `end`."""
    if not at:
        return "first"
    if at < end - 1:
        return "inside"
    return "last" if end == size else "before"


def _may_be(word: str) -> bool:
    """Whether a word, as it stands, misspells another anywhere in a name."""
    bare = word.strip(_AROUND).lower()
    if _TRADE[bare]:
        return True
    if not _SHORTEST <= len(bare) <= _LONGEST or not _every().near(bare):
        return False
    return bare.isalpha() and not _is_own(bare)


_MAY_BE = Met(_may_be)


def _of_trade(word: str) -> str:
    """A word, or words with hyphens, with trade words put right; '' for others."""
    parts = word.split("-")
    right = [trade_slips.MEANT[part] or WRITTEN[part].word for part in parts]
    return "-".join(right) if right != parts else ""


_TRADE = Met(_of_trade)


@lru_cache(maxsize=65536)
def _meant(word: str, where: Where) -> str:
    """The word that one misspells by a letter, '' for a word or name of its own."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return ""
    near = _one_off(where).near(word)
    if not near and len(word) >= _LONG_WORD:
        near = _one_off("any").near(word)
    return "" if not near or not word.isalpha() or _is_own(word) else near[0]


def _is_own(word: str) -> bool:
    """Whether a word is known as it is."""
    if legal_class(word) or word in LEGAL_WORDS or canonical(word) != word:
        return True
    if is_trade_word(word) or is_spelt_right(word) or is_place(word):
        return True
    return cluster(word) >= 0 or share(word) > 0 or word in STATES or word in _all()


@cache
def _one_off(where: Where) -> OneOff:
    return OneOff(_MEANT[where].split())


@cache
def _every() -> OneOff:
    return OneOff(dict.fromkeys(" ".join(_MEANT.values()).split()))


@cache
def _all() -> frozenset[str]:
    return frozenset(" ".join(_MEANT.values()).split())
