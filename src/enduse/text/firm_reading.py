"""A firm's name as concepts: its words put right, its legal forms taken off.

Each step looks at a name only where a word has the sign of it (`firm_word`).
"""

from collections.abc import Sequence

from enduse.text.firm_bodies import spelt_out
from enduse.text.firm_slips import with_end_forms
from enduse.text.firm_word import BODY, WORDS, signs_of
from enduse.text.firm_words import Words, told
from enduse.text.legal import split_legal
from enduse.text.legal_slips import mended
from enduse.text.written_words import FORM, LETTER, OF_FORM, RIGHT, WRITTEN

_ACRONYM_LETTERS = 3
_ANY_FIRM, _FIRM_WORDS = "corp", frozenset(("co", "corp"))
_ANY_ALONE = [_ANY_FIRM]


def without_legal(
    tokens: Sequence[str], *, sure: bool, ends: bool = True
) -> tuple[list[str], list[str]]:
    """The words put right, without legal forms, and the classes of those.

    `sure` tells that the name is a firm's; with `ends`, two letters may be a form.

    *Example*

    >>> without_legal(["publac", "joint", "stock", "company", "luch"], sure=True)
    (['luch'], ['jsc'])
    """
    words, signs = [], 0
    for word, one in map(WRITTEN.__getitem__, tokens):
        words.append(word)
        signs |= one
    whole = words
    if signs & OF_FORM:
        whole = mended(whole)
    if signs & LETTER:
        whole = _acronyms(whole)
    if whole is not words:
        signs = _signs(whole)
    kept, legal = _split(whole, signs, ends=ends)
    if sure and (not legal or legal == _ANY_ALONE):
        again = with_end_forms(whole)
        if again is not whole:
            return _split(again, _signs(again), ends=True)
    return kept, legal


def as_concepts(
    words: list[str], legal: list[str], text: str
) -> tuple[Words, tuple[str, ...]]:
    """The words that tell of the firm, with their concepts; its legal forms' classes.

    `legal` has the classes of the legal forms taken off the `text`.
    """
    found = list(map(WORDS.__getitem__, words))
    classes = _classes(legal, found)
    signs = signs_of(found)
    if signs & BODY:
        found = list(map(WORDS.__getitem__, spelt_out(words, text)))
        signs = signs_of(found)
    return told(found, legal, signs), classes


def _classes(legal: list[str], words: Words) -> tuple[str, ...]:
    """The classes of a firm's legal forms; `company` is one where there is no other."""
    if len(legal) == 1:
        return (legal[0],)
    if not legal and _FIRM_WORDS.isdisjoint([one.concept for one in words]):
        return ()
    return tuple([name for name in legal if name != _ANY_FIRM]) or (_ANY_FIRM,)


def _signs(words: Sequence[str]) -> int:
    signs = 0
    for word in words:
        signs |= RIGHT[word].signs
    return signs


def _split(words: list[str], signs: int, *, ends: bool) -> tuple[list[str], list[str]]:
    return split_legal(words, ends=ends) if signs & FORM else (words, [])


def _acronyms(tokens: list[str]) -> list[str]:
    """Runs of three or more single letters joined: `i r g c` is `irgc`."""
    if len([token for token in tokens if len(token) == 1]) < _ACRONYM_LETTERS:
        return tokens
    joined: list[str] = []
    run: list[str] = []
    for token in [*tokens, ""]:
        if len(token) == 1 and token.isalpha():
            run.append(token)
            continue
        joined += ["".join(run)] if len(run) >= _ACRONYM_LETTERS else run
        joined += [token] if token else []
        run = []
    return joined
