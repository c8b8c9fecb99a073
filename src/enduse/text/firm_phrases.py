"""Words of a firm's name that say one thing together: `machine building`.

*Source*: `firm_phrases.toml` beside this file.
"""

from functools import cache

from enduse.text.tables import table

_SHORT_WORDS = 2  # a phrase of more is a name


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Concepts that say one thing together, two or more, and the concepts for them."""
    named: dict[str, str] = table("firm_phrases")["phrases"]
    return {tuple(said.split()): tuple(put.split()) for said, put in named.items()}


@cache
def heads() -> dict[str, int]:
    """First words of phrases, and the most words a phrase of each has."""
    longest: dict[str, int] = {}
    for said in phrases():
        longest[said[0]] = max(longest.get(said[0], 0), len(said))
    return longest


@cache
def openings() -> frozenset[tuple[str, ...]]:
    """The first two words of each phrase."""
    return frozenset(said[:2] for said in phrases())


@cache
def known_for_short() -> frozenset[str]:
    """What a long name is known for short, in one word: `casc`, `irgc`."""
    puts = (put for said, put in phrases().items() if len(said) > _SHORT_WORDS)
    return frozenset(put[0] for put in puts if len(put) == 1)
