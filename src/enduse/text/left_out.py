"""Words of a firm's name that say nothing: they join, or any firm may have them.

*Source*: `firm_phrases.toml` beside this file.
"""

from functools import cache

from enduse.text.tables import table

UNITARY = "unitary"
_OF_STATE = frozenset((UNITARY, "fed", "state", "enterprise"))


@cache
def joining() -> frozenset[str]:
    """Words that join others: articles, prepositions, `and`."""
    return _named("words")


@cache
def joining_letters() -> frozenset[str]:
    """Single letters that do so between two words."""
    return _named("letters")


@cache
def of_form() -> frozenset[str]:
    """What is left of a legal form whose words are out of order."""
    return _named("form")


@cache
def of_stock() -> frozenset[str]:
    """Words that say nothing beside those of a stock company."""
    return _named("of_form")


@cache
def dropped(*, is_stock: bool, is_unitary: bool) -> frozenset[str]:
    """Words that say nothing, beside words of a stock company or a state enterprise."""
    words = joining() | _named("firm") | of_form()
    if is_stock:
        words |= of_stock()
    return words | _OF_STATE if is_unitary else words


def _named(name: str) -> frozenset[str]:
    return frozenset(table("firm_phrases")["joining"][name].split())
