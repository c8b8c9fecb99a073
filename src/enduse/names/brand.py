"""The one word by which a firm alone may be called: `Uralvagonzavod`."""

from enduse.names.weights import is_common
from enduse.text.dictionary import is_spelt_right

FEWEST_IN_PAIR = 3  # letters
_BRAND_LETTERS = 6
# Words beside a brand that say what kind of body it is, and not which part of a group.
_BODIES = frozenset(
    """
    scientific manufacturing research assoc enterprise concern grp holding state fed
    complex factory institute center design bureau union head public private joint
    stock natl open closed org unitary co corp
    """.split()  # noqa: SIM905
)


def brand(tokens: tuple[str, ...], spelt: tuple[str, ...]) -> tuple[str, ...]:
    """The one word of a name that is no common one, as it is read and as spelt.

    *Unknown*: none where other words say which part of a group is meant.

    *Example*

    >>> brand(("scientific", "manufacturing", "assoc", "splavit"), ())
    ('splavit',)
    """
    if len(tokens) < 2 or len([word for word in tokens if word not in _BODIES]) != 1:
        return ()
    both = zip(tokens, spelt or tokens, strict=True)
    telling = [pair for pair in both if not _says_little(pair[0])]
    if len(telling) != 1 or len(telling[0][0]) < _BRAND_LETTERS:
        return ()
    if telling[0][0] in _BODIES:
        return ()
    if any(is_spelt_right(word) for word in telling[0]):
        return ()
    return tuple(dict.fromkeys(telling[0]))


def _says_little(word: str) -> bool:
    return len(word) < FEWEST_IN_PAIR or is_common(word)
