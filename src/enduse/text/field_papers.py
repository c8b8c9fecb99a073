"""What papers write around a name in words: who a party is, its account, its post.

`NOTIFY PARTY: LUCH LTD`, `LUCH LTD CURRENT ACCOUNT`, `C-10442 - Luch Ltd`, `Owner Ivan
Bek`: words by words from either end, as far as each is one of papers.
"""

import re
from collections.abc import Iterator
from functools import cache

from enduse.text.concepts import is_place, legal_class
from enduse.text.field_tail import is_form
from enduse.text.field_words import clean, paper_words, patterns, place
from enduse.text.given_names import cluster
from enduse.text.tables import table

_TOKEN = re.compile(r"[^\W_]+")
_SIDES = re.compile(r"\s+[-–—]+\s+|\s\+\s")
_LABEL = re.compile(r"[:：]\s*")
_CODE = re.compile(r"\d{4,}")
_PARTED = re.compile(r"\s*[-–—/|:;]")
_LONG_NUMBER = re.compile(r"\d{5,}|\d+[A-Z]\d+", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_IN_LABEL = 4  # words
_NOTE = 3  # words
_FEWEST = 2  # words of a name
_ALONE = 6  # letters of a name of one word


@cache
def _links(where: str) -> frozenset[str]:
    return frozenset(table("paper_words")["links"][where].split())


def without_roles(text: str, *, person: bool = False) -> str:
    """The text without the words before a name that say who it is, and numbers.

    Of what may be a `person` also without what is paid.

    *Example*

    >>> without_roles("NOTIFY PARTY: LUCH LTD"), without_roles("C-10442 - Luch Ltd")
    ('LUCH LTD', 'Luch Ltd')
    >>> without_roles("Part of Luch Ltd")
    'Part of Luch Ltd'
    """
    roles, dues = (
        paper_words("roles"),
        paper_words("dues") if person else frozenset[str](),
    )
    behind, before = _links("behind"), _links("before")
    end = taken = 0
    for token in _TOKEN.finditer(text):
        low = token[0].lower()
        said = low in roles or low in dues
        if said and cluster(low) >= 0 and not _PARTED.match(text, token.end()):
            break  # `Amir Bek`: he who orders in Turkish, and a given name
        if said or _is_code(text, token):
            end = taken = token.end()
        elif low in behind and taken:
            end = token.end()
        elif not (low in before or low in behind or low in _kinds() or len(low) == 1):
            break
    rest = text[end:].lstrip(" \t\r\n.,:;/|-–—)：'’") if taken else text
    return rest or text


def without_part_labels(text: str) -> str:
    """A person's name without the labels of its parts, where two stand in it.

    *Example*

    >>> without_part_labels("Surname: Bek Given names: Ivan")
    'Bek Ivan'
    """
    found = patterns()["part_label"]
    return clean(found.sub(" ", text)) if len(found.findall(text)) > 1 else text


def _is_code(text: str, token: re.Match[str]) -> bool:
    """Whether a number stands apart before a name: `10442 - Luch Ltd`."""
    number = _CODE.fullmatch(token[0]) is not None
    return number and _PARTED.match(text, token.end()) is not None


@cache
def _kinds() -> frozenset[str]:
    return paper_words("kinds")


def without_more_words(name: str) -> Iterator[str]:
    """A name without the words of papers behind it, from the first to the end.

    *Example*

    >>> list(without_more_words("Luch Tools Current Account")), list(
    ...     without_more_words("Luch Tools Ltd as agent"))
    (['Luch Tools'], ['Luch Tools Ltd'])
    >>> list(without_more_words("Account Luch Tools Ltd"))
    []
    """
    tokens = list(_TOKEN.finditer(name))
    behind, links, kinds = paper_words("behind"), _links("behind"), _kinds()
    first = len(tokens)
    for at in range(len(tokens) - 1, 0, -1):
        low = tokens[at][0].lower()
        if (
            low in behind
            or _LONG_NUMBER.fullmatch(low)
            or (low in kinds and first == at + 1)
        ):
            first = at
        elif not (low in links or low in kinds or _NUMBER.match(low) or is_place(low)):
            break
    while 0 < first < len(tokens) and tokens[first - 1][0].lower() in links:
        first -= 1
    if 0 < first < len(tokens) and _tells(tokens[:first]):
        yield clean(name[: tokens[first].start()])


def _tells(tokens: list[re.Match[str]]) -> bool:
    return len(tokens) >= _FEWEST


def sides(text: str) -> Iterator[str]:
    """The name on one side of a dash or a plus, and behind or before a label.

    It has a legal form, or several words beside a short note.

    *Example*

    >>> list(sides("DO NOT USE - Luch Tools Ltd")), list(sides("Part: Luch Tools"))
    (['Luch Tools Ltd'], ['Luch Tools'])
    >>> list(sides("Luch Tools, owner: Ivan Bek"))
    ['Ivan Bek', 'Luch Tools']
    >>> list(sides("Luch - Nova Growth Fund"))
    []
    """
    both = _SIDES.split(text)
    if len(both) == _FEWEST:
        lead, joined = patterns()["lead"], " + " in text
        for one, other in (both, both[::-1]):
            words = one.split()
            told = any(map(is_form, words)) and (
                len(other.split()) <= _NOTE or _has_form(other)
            )
            if (
                told
                or lead.match(one)
                or (len(words) >= _FEWEST and (joined or _is_note(other)))
            ):
                yield clean(one)
    if ":" not in text and "：" not in text:
        return
    before, *labelled = _LABEL.split(text)
    head, comma, label = before.rpartition(",")
    words = _TOKEN.findall(label)
    if not labelled or "(" in before or len(words) > _IN_LABEL:
        return
    if not any(legal_class(word.lower()) for word in words):
        yield clean(labelled[0])
        if comma:
            yield clean(head)


def _has_form(text: str) -> bool:
    return any(map(is_form, text.split()))


@cache
def _noted() -> frozenset[str]:
    """Every word of papers."""
    said = [paper_words(part) for part in ("roles", "behind", "notes", "kinds")]
    return frozenset().union(*said, _links("behind"), _links("before"))


def _is_note(text: str) -> bool:
    """Whether a text has only words of papers, places and numbers."""
    words = text.split()
    return len(words) <= _NOTE and all(map(_may_be_noted, words))


def is_of_papers(word: str) -> bool:
    """Whether a word in small letters is one of papers around a name.

    *Example*

    >>> is_of_papers("consignee"), is_of_papers("luch")
    (True, False)
    """
    return word in _noted()


def _may_be_noted(word: str) -> bool:
    if any(map(str.isdigit, word)) or place(word):
        return True
    return _noted().issuperset(_TOKEN.findall(word.lower()))
