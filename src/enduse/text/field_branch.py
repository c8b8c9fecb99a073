"""Whose branch, office or department a field names: a part of a firm, no other firm.

`Luch Bank, Minsk Branch`, `Luch Bank Branch Minsk`, `Luch Bank filial Povolzhskiy`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.text.concepts import is_trade_word, legal_class
from enduse.text.dictionary import is_ordinary
from enduse.text.field_words import PARTICLES, WORD, clean, patterns, place
from enduse.text.given_names import cluster

# Behind the word: where the branch is, or its number.
_WHERE = re.compile(r"(?i)\W*(?:in|of|at|de|в|во|г|à|en)\b.*")
_NUMBER = re.compile(r"(?i)\W*(?:no|nr|n|код)?\W*\d{1,6}\W*")
_MOST_WORDS = 3  # of the place, or of the branch's own name
_OFFICE = frozenset(("office", "ofis", "офис"))
_NAMED = frozenset(("filial", "филиал"))  # with a name of its own: `filial Tsentralnyy`
_OF = re.compile(
    r"(?i)(?:\w[\w'-]+\s+){1,3}"
    r"(?:branch|(?:head |sales |representative )?office)\s+of\s+"
)


def without_branch(name: str) -> Iterator[str]:
    """The firm that a branch is of, with and without the place where it is.

    *Example*

    >>> list(without_branch("Bank Luch Branch Simferopol"))
    ['Bank Luch']
    >>> list(without_branch("Luchbank, Moscow Branch No. 5"))
    ['Luchbank, Moscow', 'Luchbank']
    >>> list(without_branch("Olive Branch Foods"))
    []
    """
    first = _OF.match(name)
    if first and place(name.split()[0]):
        yield clean(name[first.end() :])
    found = patterns()["branch"].search(name)
    if found and _is_told(found[0], name[found.end() :]):
        head = clean(name[: found.start()])
    elif found is None and _is_office(name.split()):
        head = clean(name.rpartition(" ")[0])
    else:
        return
    if head and not (" " not in head and cluster(head.lower()) >= 0):
        yield head
        yield from _elsewhere(head)


def _is_told(word: str, behind: str) -> bool:
    """Whether what stands behind the word says which branch it is, or nothing."""
    words = WORD.findall(behind)
    if _NUMBER.fullmatch(behind) or _WHERE.fullmatch(behind):
        return True
    if any(map(str.isdigit, behind)) or len(words) > _MOST_WORDS:
        return False
    if all(map(place, words)):
        return True
    if len(words) > 1:
        return False
    low, named = words[0].lower(), clean(word).lower() in _NAMED
    return not (legal_class(low) if named else _is_common(low))


def _is_office(words: list[str]) -> bool:
    """Whether a name ends as `Moscow office` does."""
    return len(words) > 1 and words[-1].lower() in _OFFICE and place(words[-2])


def _elsewhere(head: str) -> Iterator[str]:
    words = head.split()
    end = len(words)
    while end > 1 and place(words[end - 1]):
        end -= 1
    left = clean(" ".join(words[:end])).lower().split()
    if end == len(words) or left[-1] in PARTICLES:
        return
    if len(left) > 1 or not _is_common(left[0]):
        yield clean(" ".join(words[:end]))


@lru_cache(maxsize=65536)
def _is_common(word: str) -> bool:
    """Whether a word tells of no firm by itself."""
    return bool(
        is_trade_word(word) or legal_class(word) or is_ordinary(word) or place(word)
    )
