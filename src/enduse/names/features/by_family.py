"""A person called by nothing but a family name that few bear: `Shoigu`, `Mr Putin`.

Of a family whose name many bear one word says nothing of who is meant; of another it is
as likely as not, and what else is known of the party tells.
"""

from functools import lru_cache

from enduse.model import Part, PartyKind
from enduse.names.features.fathers import is_fathers
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm
from enduse.names.weights import ORDINARY, PARTICLE, class_weight, is_common
from enduse.text.common_names import sexes, share
from enduse.text.fathers_names import is_fathers_name
from enduse.text.given_names import cluster

BY_FAMILY = 0.77  # points: a little more than as likely as not
_FEWEST_LETTERS = 5
_MOST_WORDS = 4


def short_names(form: NameForm) -> tuple[str, ...]:
    """What a person of that name may be called alone, in a search, without blanks.

    None where a name's other words are not known for given names.

    *Example*

    >>> from enduse.names.form import parse
    >>> short_names(parse("Sergei Kuzhugetovich SHOIGU", "person"))
    ('shoigu',)
    >>> short_names(parse("Sergei Ivanov", "person"))
    ()
    >>> short_names(parse("BIN LADEN, Osama", "person"))
    ('laden', 'binladen')
    """
    return _family(form.tokens)


@lru_cache(maxsize=65536)
def _family(tokens: tuple[str, ...]) -> tuple[str, ...]:
    if not 2 <= len(tokens) <= _MOST_WORDS or not any(map(_is_given, tokens)):
        return ()
    rest = [token for token in tokens if not _is_known(token)]
    if len(rest) > 1:
        rest = [token for token in rest if not is_fathers(token)]
    if len(rest) != 1:
        return ()
    (name,) = rest
    if len(name) < _FEWEST_LETTERS or not (name.isascii() and name.isalpha()):
        return ()
    first = at = tokens.index(name)
    while first and class_weight(tokens[first - 1]) <= PARTICLE:
        first -= 1
    whole = ("".join(tokens[first : at + 1]),) if first < at else ()
    if not is_common(name):
        return (name, *whole)
    return whole if class_weight(name) == ORDINARY else ()  # `al Amber`


def _is_given(token: str) -> bool:
    return cluster(token) >= 0 or bool(sexes(token))


def _is_known(token: str) -> bool:
    """Whether a word of a name says who someone is in his family, or nothing."""
    if len(token) == 1 or class_weight(token) <= PARTICLE or is_fathers_name(token):
        return True
    return cluster(token) >= 0 or share(token) > 0


def is_called(names: NameComparison, kind: PartyKind) -> bool:
    """Whether the name asked for is nothing but the listed person's family name."""
    *before, last = names.left.tokens
    if kind != "person" or any(class_weight(token) > PARTICLE for token in before):
        return False
    return "".join((*before, last)) in short_names(names.right)


def part(names: NameComparison, kind: PartyKind, so_far: float) -> Part | None:
    """What makes up for the names that a lone family name lacks.

    *Units*: `so_far` is the points of all other parts.
    """
    if so_far >= BY_FAMILY or not is_called(names, kind):
        return None
    said = names.left.text, names.right.text
    detail = "a family name alone, which few bear"
    return Part("by_family", BY_FAMILY - so_far, *said, detail)
