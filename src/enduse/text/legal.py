"""Legal forms of companies, taken off a name and kept as classes to compare.

*Source*: ISO 20275 (GLEIF's Entity Legal Forms list) for which forms there are;
`legal_forms.toml` has them, single words and forms of several words.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from enduse.text.concepts import legal_class, legal_words
from enduse.text.met import Met
from enduse.text.tables import derived, table
from enduse.text.tokens import words

_WHOLE = frozenset(("unlimited", "delimited", "unincorporated"))


@cache
def sequences() -> dict[tuple[str, ...], str]:
    """Forms by their tokens as they come out of a name, and the class of each."""
    return {tuple(said.split()): name for said, name in _written().items()}


@derived
def _written() -> dict[str, str]:
    """The same by their tokens with blanks between."""
    named = table("legal_forms")["sequences"].items()
    return {" ".join(words(form)): name for name, forms in named for form in forms}


@cache
def _heads() -> dict[str, tuple[int, ...]]:
    """First words of forms, and how many words a form of each has: most first."""
    sizes: dict[str, set[int]] = {}
    for sequence in sequences():
        sizes.setdefault(sequence[0], set()).add(len(sequence))
    return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}


@cache
def _starts() -> frozenset[str]:
    """Words that a legal form may start with, or be."""
    return legal_words().union(_heads())


@cache
def _ends_only() -> frozenset[str]:
    return frozenset(table("legal_forms")["ends_only"]["forms"])


@cache
def _glued() -> tuple[str, ...]:
    return tuple(table("legal_forms")["glued"]["forms"])


def may_begin(token: str) -> bool:
    """Whether a legal form may begin with a word, or be written to its end.

    *Example*

    >>> may_begin("gmbh"), may_begin("weltgmbh"), may_begin("acme")
    (True, True, False)
    """
    return token in _starts() or token.endswith(_glued())


MAY_BEGIN = Met(may_begin)


def split_legal(
    tokens: Sequence[str], *, ends: bool = True
) -> tuple[list[str], list[str]]:
    """The tokens without legal forms, and the classes of the forms taken off.

    A name is never emptied: where all of it is legal form, it stays as it is. Two
    letters (`sa`, `ag`) are taken off only with `ends`, which a caller leaves out
    where the name may be a person's.

    *Example*

    >>> split_legal(["acme", "trading", "co", "ltd"])
    (['acme', 'trading'], ['llc'])
    """
    for at, token in enumerate(tokens):
        if MAY_BEGIN[token]:
            rest, classes = _taken_off(tuple(tokens[at:]), first=not at, ends=ends)
            kept = [*tokens[:at], *rest]
            return (kept, list(classes)) if kept else (list(tokens), [])
    return list(tokens), []


@lru_cache(maxsize=16384)  # the ends of names are few
def _taken_off(
    tokens: tuple[str, ...], *, first: bool, ends: bool
) -> tuple[list[str], list[str]]:
    """`split_legal` of the words from a form on; `first` tells that none are before."""
    kept: list[str] = []
    classes: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        length, name = 0, ""
        if MAY_BEGIN[token]:
            length, name = _form_at(tokens, at, first=first and not at, ends=ends)
        if length:
            classes.append(name)
        else:
            length = 1
            word = _unglued(token, classes)
            form = legal_class(word) if word != token else ""
            if form:
                classes.append(form)
            else:
                kept.append(word)
        at += length
    return kept, sorted(set(classes))


@lru_cache(maxsize=4096)
def bare(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a text, and the same without legal forms.

    *Example*

    >>> bare("Acme Trading Co., Ltd.")
    (('acme', 'trading', 'co', 'ltd'), ('acme', 'trading'))
    """
    read = words(text)
    return tuple(read), tuple(split_legal(read)[0])


def _form_at(
    tokens: Sequence[str], at: int, *, first: bool, ends: bool
) -> tuple[int, str]:
    """Length and class of the legal form that starts at a token, or (0, '')."""
    head, rest = tokens[at], len(tokens) - at
    for length in _heads().get(head, ()):
        if length > rest:
            continue
        name = sequences().get(tuple(tokens[at : at + length]))
        if name and (length > 1 or _allowed(tokens, at, first=first, ends=ends)):
            return length, name
    name = legal_class(head)
    return (
        (1, name) if name and _allowed(tokens, at, first=first, ends=ends) else (0, "")
    )


def _allowed(tokens: Sequence[str], at: int, *, first: bool, ends: bool) -> bool:
    """Whether a one-word form may stand here: short ones only at an end."""
    word = tokens[at]
    if len(word) > 2 and word not in _ends_only():
        return True
    if len(word) <= 2 and not ends:
        return False
    return first or all(t in _ends_only() or legal_class(t) for t in tokens[at + 1 :])


def _unglued(token: str, classes: list[str]) -> str:
    if not token.endswith(_glued()):
        return token
    for form in _glued():
        if token.endswith(form) and len(token) > len(form) and token not in _WHOLE:
            classes.append(legal_class(form) or "corp")
            return token[: -len(form)]
    return token
