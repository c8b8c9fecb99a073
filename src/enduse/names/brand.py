"""The one word by which a firm alone may be called: `Uralvagonzavod`."""

import re

from enduse.names.weights import is_common
from enduse.text.concepts import is_place
from enduse.text.dictionary import is_spelt_right

FEWEST_IN_PAIR = 3  # letters
_BRAND_LETTERS, PLANT_LETTERS = 6, 4
_OF_A_GROUP = 5  # letters of a brand that stands beside such a word alone
_GROUPS = frozenset(("grp", "concern", "movement", "org"))
_MADE_UP_LETTERS = 5
# Words beside a brand that say what kind of body it is, and not which part of a group.
_BODIES = frozenset(
    """
    scientific manufacturing research assoc enterprise concern grp holding state fed
    complex factory institute center design bureau union head public private joint
    stock natl open closed org unitary co corp shipbuilding akb
    """.split()  # noqa: SIM905
)
# Trades that makers and carriers name beside a brand, and their customers leave out.
_TRADES = frozenset(
    """
    tech digital electronic microelectronics semiconductor optical instrument equipment
    intl industry machine trade comms aviation shipping maritime bank metal chemical
    mechanical electromechanical experimental shiprepair refinery auto mgmt
    """.split()  # noqa: SIM905
)
_MOST_BESIDE = 3  # such words, and places
_NOUN = re.compile(r"(?:age|ion|ment|ing|it[yi]|ics|[aeo]r)(?:e?s)?$")  # of Latin


def brand(
    tokens: tuple[str, ...], spelt: tuple[str, ...], *, letters: int = _BRAND_LETTERS
) -> tuple[str, ...]:
    """The one word of a name that is no common one, as it is read and as spelt.

    `letters` are the fewest that it has: those of a plant's short name are fewer.

    *Unknown*: none where other words say which part of a group is meant.

    *Example*

    >>> brand(("scientific", "manufacturing", "assoc", "splavit"), ())
    ('splavit',)
    >>> brand(("ovlex", "grp"), ()), brand(("ovlex", "holding"), ())
    (('ovlex',), ())
    """
    others = [word for word in tokens if word not in _GROUPS]
    if len(others) == 1 < len(tokens):
        letters = min(letters, _OF_A_GROUP)
    elif len(tokens) < 2 or len([x for x in tokens if x not in _BODIES]) != 1:
        return ()
    both = zip(tokens, spelt or tokens, strict=True)
    telling = [pair for pair in both if not _says_little(pair[0])]
    if len(telling) != 1 or len(telling[0][0]) < letters:
        return ()
    if telling[0][0] in _BODIES:
        return ()
    if any(is_spelt_right(word) for word in telling[0]):
        return ()
    return tuple(dict.fromkeys(telling[0]))


def maker(tokens: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[str, ...]:
    """The same of a name with trades or places beside a word that is none in any table.

    *Example*

    >>> maker(("hangzhou", "splavit", "digital", "tech"), ())
    ('splavit',)
    >>> maker(("splavit", "insurance"), ()), maker(("expansion", "trade"), ())
    ((), ())
    """
    both = zip(tokens, spelt or tokens, strict=True)
    telling = [pair for pair in both if not _is_beside(pair[0])]
    if len(telling) != 1 or not 0 < len(tokens) - 1 <= _MOST_BESIDE:
        return ()
    if not all(map(_is_made_up, telling[0])):
        return ()
    return tuple(dict.fromkeys(telling[0]))


def says_which(word: str) -> bool:
    """Whether a word beside a brand tells a firm of a group: no body, no maker's trade.

    *Example*

    >>> says_which("leasing"), says_which("holding"), says_which("machine")
    (True, False, False)
    """
    return not (word in _GROUPS or word in _BODIES or word in _TRADES or is_place(word))


def _is_beside(word: str) -> bool:
    return word in _TRADES or word in _BODIES or is_place(word)


def _is_made_up(word: str) -> bool:
    long = len(word) >= _MADE_UP_LETTERS and word.isalpha()
    return (
        long
        and not _NOUN.search(word)
        and not (is_common(word) or is_spelt_right(word))
    )


def _says_little(word: str) -> bool:
    return len(word) < FEWEST_IN_PAIR or is_common(word)
