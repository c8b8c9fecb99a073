"""The queries of one batch as arrays, one number a query."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.model.quick import quick
from enduse.names import bounds
from enduse.names.features.in_translation import is_translated
from enduse.names.features.little_said import SAYS_SOMETHING
from enduse.names.form import NameForm, is_marked
from enduse.names.kinds import KINDS
from enduse.names.store import Array
from enduse.names.weights import LEGAL, class_weight
from enduse.text.concepts import legal_class
from enduse.text.given_names import cluster
from enduse.text.legal_words import LEGAL_WORDS

LETTERS = 26


@quick
@dataclass(frozen=True, slots=True)
class Query:
    """A name to be searched. `needed` is the name score that a match must reach.

    `by_kind` tells it for each kind of listing, where it is not the same for all.
    """

    form: NameForm
    needed: float
    by_kind: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of each query: one number a query, `needed` one a kind of listing.

    *Units*: `total` is a weight, `count` and `initials` are numbers of words; `written`
    has two texts a query; `letters` has the weight of the heaviest word that begins
    with a letter, `short` that of an initial, one number a letter; `spare` is the most
    that words without a counterpart weigh where none of them may say something; `given`
    tells whether a given name is all that is said.
    """

    forms: list[NameForm]
    needed: Array
    count: Array
    initials: Array
    translated: Array
    marked: Array
    legal: Array
    written: list[str]
    total: Array
    letters: Array
    short: Array
    spare: Array
    given: Array

    @classmethod
    def of(cls, queries: Sequence[Query]) -> "Asked":
        """The queries as arrays; their weights are filled in by `QueryWords.of`."""
        forms = [query.form for query in queries]
        needed = [q.by_kind or (q.needed,) * len(KINDS) for q in queries]
        return cls(
            forms,
            np.array(needed),
            np.array([len(form.tokens) for form in forms]),
            np.array([sum(map(is_initial, form.tokens)) for form in forms]),
            np.array([is_translated(form) for form in forms], dtype=np.bool_),
            np.array([is_marked(form) for form in forms], dtype=np.bool_),
            np.array([bool(form.legal) for form in forms], dtype=np.bool_),
            [text for form in forms for text in (form.glued, form.raw)],
            np.zeros(len(forms)),
            np.zeros((len(forms), LETTERS)),
            np.zeros((len(forms), LETTERS)),
            np.full(len(forms), np.inf),
            np.array([is_given(form) for form in forms], dtype=np.bool_),
        )

    def weigh(self, query: Array, words: Sequence[str], weight: Array) -> None:
        """Fills in what the queries and their words weigh."""
        self.total[:] = np.bincount(query, weights=weight, minlength=len(self.forms))
        said = np.array([class_weight(word) for word in words])
        bare = np.bincount(query, np.where(said > LEGAL, 0.0, weight), len(self.forms))
        told = np.bincount(query, said >= SAYS_SOMETHING, len(self.forms))
        self.spare[:] = np.where(told > 1, bare + bounds.ROUNDING, np.inf)
        first = np.array([ord(word[0]) for word in words]) - ord("a")
        length = np.array([len(word) for word in words])
        for table, wanted in ((self.letters, length > 1), (self.short, length == 1)):
            at = _where(wanted & (first >= 0))
            np.maximum.at(table, (query[at], first[at]), weight[at])

    def initials_letters(self) -> Array:
        """By query the letters of its initials, as bits."""
        bits = np.uint32(1) << np.arange(LETTERS, dtype=np.uint32)
        found: Array = (self.short > 0).astype(np.uint32) @ bits
        return found


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found


def is_initial(word: str) -> bool:
    """Whether a word is a single letter."""
    return len(word) == 1 and word.isalpha()


def is_given(form: NameForm) -> bool:
    """Whether a given name, and perhaps one initial, is all that a name says.

    Of the name of a person that has no initials it is one word in any comparison:
    `little_said.single_word`.

    *Example*

    >>> from enduse.names.form import parse
    >>> is_given(parse("M. Ahmed", "person")), is_given(parse("M. Zarin", "person"))
    (True, False)
    """
    if len(form.tokens) > 2:
        return False
    short = [token for token in form.tokens if is_initial(token)]
    named = [token for token in form.tokens if token not in short]
    if len(named) != 1 or cluster(named[0]) < 0:
        return False
    return not any(token in LEGAL_WORDS or legal_class(token) for token in short)
