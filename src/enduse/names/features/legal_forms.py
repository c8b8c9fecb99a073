"""Legal forms of two firms: another one is a little against them being one.

Lists and clerks put forms into English (`LLC` for `OOO`), but hardly the form of one
country for that of another: `GmbH` is no `S.r.l.`

*Source*: the homes of forms (`text/legal_forms.toml`) are those of ISO 20275.
"""

import re
from functools import cache, lru_cache

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.tables import table

DIFFER, OTHER_HOMES, OTHER_WORLD = -0.03, -0.08, -0.03
_ANY_FIRM = "corp"  # a company of whatever form
_SLAVIC = "slavic"  # whose forms English has as LLC and JSC
_IN_ENGLISH = frozenset(("", _SLAVIC, "american"))  # forms that stand for others'


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus for two different forms, more where each is of a country of its own.

    *Unknown*: None where one is missing, or a company of whatever form.
    """
    left, right = names.left.legal, names.right.legal
    if kind == "person" or not left or not right:
        return None
    weight = _apart(names.left.text, names.right.text) if kind == "entity" else 0.0
    if not (set(left) & set(right) or _ANY_FIRM in (*left, *right)):
        weight += 0.0 if _is_unread(names) else DIFFER
    said = ", ".join(left), ", ".join(right)
    return Part("legal_form", weight, *said) if weight else None


def agree(names: NameComparison) -> bool:
    """Whether both have a form in common, or one has none or whatever form."""
    left, right = set(names.left.legal), set(names.right.legal)
    return bool(left & right) or not (left and right) or _ANY_FIRM in left | right


def is_put_abroad(names: NameComparison) -> bool:
    """Whether one has a form of a country that the other, beside another, has not.

    Who misspells a name keeps its `GmbH`; who bears one nearly like it has his own.
    """
    if not (names.left.legal and names.right.legal):
        return False
    ours, theirs = home(names.left.text), home(names.right.text)
    return (ours in _IN_ENGLISH) != (theirs in _IN_ENGLISH)


def _is_unread(names: NameComparison) -> bool:
    """Whether words of a form stand apart, so that it was not read whole."""
    found = names.alignment
    over = [names.left.tokens[i] for i in found.left_over]
    over += [names.right.tokens[j] for j in found.right_over]
    return any(token in LEGAL_WORDS for token in over)


def _apart(left: str, right: str) -> float:
    """What forms of two countries take off."""
    ours, theirs = home(left), home(right)
    if not ours or not theirs or ours == theirs:
        return 0.0
    return OTHER_WORLD if _SLAVIC in (ours, theirs) else OTHER_HOMES


@lru_cache(maxsize=65536)
def home(text: str) -> str:
    """Where a name's legal form is of, or '' where it is of many places or none.

    *Example*

    >>> home("Zenith Global S.p.A."), home("Zenith Global Ltd"), home("OOO Zenit")
    ('italian', '', 'slavic')
    """
    if found := _at_end().search(text):
        return found.lastgroup or ""
    return _SLAVIC if _slavic_form().search(text) else ""


@cache
def _at_end() -> re.Pattern[str]:
    """A form of one home at the end of a name, as the group of that home."""
    homes = table("legal_forms")["homes"].items()
    forms = "|".join(f"(?P<{home}>{form})" for home, form in homes)
    return re.compile(rf"[\s,](?:{forms})[\s.,)\"]*$", re.IGNORECASE)


@cache
def _slavic_form() -> re.Pattern[str]:
    first = table("legal_forms")["homes_first"][_SLAVIC]
    return re.compile(rf"^\W*(?:{first})\b|[\u0400-\u04ff]", re.IGNORECASE)
