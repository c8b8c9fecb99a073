"""A firm's name in another order: the words that say one thing put together.

A legal form of several words, or a phrase (`machine building`), is read where its words
follow each other. `Building Plant Votkinsk Machine` has all of them, too: that is
another way to read such a name and never takes the place of the first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from enduse.names.form import NameForm, parse
from enduse.text.firm_phrases import phrases
from enduse.text.legal import sequences
from enduse.text.tokens import words

_MOST = 40  # words of a name that is read so
_LETTERS = 3  # of the longest word of a form or phrase
_Phrase = tuple[str, ...]


def in_order(text: str, whole: NameForm) -> tuple[NameForm, ...]:
    """The form of a name with what is said in several words put together, or none.

    *Example*

    >>> found = in_order("Anonima Sociedad Vega", parse("Anonima Sociedad Vega"))
    >>> [(form.tokens, form.legal) for form in found]
    [(('vega',), ('jsc',))]
    """
    if not text.isascii():
        return ()
    form = _with_legal_form(text, whole)
    form = _with_phrases(form or whole)
    return () if form is whole else (form,)


def _with_legal_form(text: str, whole: NameForm) -> NameForm | None:
    """The name with the longest legal form behind it of which it has all words."""
    if _form_words().isdisjoint(text.lower().replace(",", " ").split()):
        return None
    read = words(text)[:_MOST]
    found = _longest(_within(read, _forms_by_word()))
    if not found or _stands(found, read):
        return None
    left = Counter(read) - Counter(found)
    rest = [word for word in read if _taken(left, word)]
    form = parse(" ".join([*rest, *found]), "entity")
    if (form.tokens, form.legal) == (whole.tokens, whole.legal):
        return None
    return replace(form, text=text)


def _taken(left: Counter[str], word: str) -> bool:
    """Whether a word is among those left, of which it is taken."""
    left[word] -= 1
    return left[word] >= 0


def _with_phrases(form: NameForm) -> NameForm:
    """The form with each phrase of which it has all words, the longest first."""
    if _phrases_by_word().keys().isdisjoint(form.tokens):
        return form
    tokens, spelt = list(form.tokens), list(form.spelt or form.tokens)
    while found := _longest(_within(tokens, _phrases_by_word())):
        at = [tokens.index(word) for word in dict.fromkeys(found)]
        put = phrases()[found]
        said = [spelt[one] for one in at]
        first, last = said[: len(put) - 1], "".join(said[len(put) - 1 :])
        kept = [one for one in range(len(tokens)) if one not in at]
        tokens = [tokens[one] for one in kept] + [*put]
        spelt = [spelt[one] for one in kept] + [*first, last]
    if len(tokens) == len(form.tokens):
        return form
    return replace(form, tokens=tuple(tokens), spelt=tuple(spelt))


def _longest(some: Iterator[_Phrase]) -> _Phrase:
    """The one of most words, by spelling where several are; empty where none is."""
    return max(some, key=lambda one: (len(one), one), default=())


def _within(
    said: Sequence[str], by_word: Mapping[str, Sequence[_Phrase]]
) -> Iterator[_Phrase]:
    """Those of which all words are said."""
    every = frozenset(said)
    for word in every:
        if some := by_word.get(word):
            yield from filter(every.issuperset, some)


def _stands(found: _Phrase, read: Sequence[str]) -> bool:
    """Whether the words stand beside each other in that order."""
    size = len(found)
    return any(
        tuple(read[at : at + size]) == found for at in range(len(read) - size + 1)
    )


@cache
def _form_words() -> frozenset[str]:
    """The longest word of each legal form of several words."""
    return frozenset(max(form, key=len) for form in _forms())


@cache
def _forms_by_word() -> Mapping[str, Sequence[_Phrase]]:
    return _by_word(_forms())


def _forms() -> list[_Phrase]:
    return _of_words(form for form in sequences() if len(form) > 1)


@cache
def _phrases_by_word() -> Mapping[str, Sequence[_Phrase]]:
    named = phrases().items()
    return _by_word(_of_words(said for said, put in named if len(put) < len({*said})))


def _of_words(some: Iterator[_Phrase]) -> list[_Phrase]:
    """Phrases, but for those of mere letters."""
    return [phrase for phrase in some if max(map(len, phrase)) >= _LETTERS]


def _by_word(some: Sequence[_Phrase]) -> Mapping[str, Sequence[_Phrase]]:
    """Phrases by that of their words which the fewest phrases have."""
    held = Counter(word for phrase in some for word in {*phrase})
    found: dict[str, list[_Phrase]] = {}
    for phrase in some:
        found.setdefault(min(phrase, key=held.__getitem__), []).append(phrase)
    return found
