"""Gender as a list states it, against a party's, or what its given name tells."""

import re
from collections.abc import Collection, Iterable

from enduse.model import Part, Party
from enduse.text.common_names import sexes
from enduse.text.romanise import romanise

# Log-odds, by what the party's name tells. Of listed women six in a hundred bear a name
# of men, mostly as their family name; of listed men one bears a woman's.
OTHER_GENDER = {"m": -1.5, "f": -2.5}
_WORD = re.compile(r"[a-z]+")
_LEAST = 4  # letters: shorter ones are syllables of other names, too
# Beside these stands the name of a child or a father.
_OF_ANOTHER = frozenset(("abu", "umm", "um", "bin", "ben", "bint", "ibn", "daw", "ma"))
_LETTERS = dict.fromkeys(
    (
        *("m", "male", "man", "masculin", "masculino", "homme", "hombre", "erkek"),
        *("männlich", "mannlich", "м", "муж", "мужской", "男", "男性", "ذكر"),
    ),
    "m",
) | dict.fromkeys(
    (
        *("f", "female", "woman", "w", "weiblich", "féminin", "feminin", "femenino"),
        *("feminino", "femme", "mujer", "kadın", "kadin", "ж", "жен", "женский"),
        *("女", "女性", "أنثى"),
    ),
    "f",
)
_SAID = {"m": "a man, or a man's name", "f": "a woman, or a woman's name"}
_LISTED = {"m": "listed as male", "f": "listed as female"}


def listed(genders: Iterable[str], names: Iterable[str]) -> str:
    """`m` or `f` as a list states it of a party of these names.

    *Unknown*: empty where it states none, or both, or one that a listed name belies:
    whoever writes the name as it is listed must not be told another.
    """
    said = stated(genders)
    if not said:
        return ""
    each = (told(_WORD.findall(romanise(name, person=True))) for name in names)
    return said if all(one in ("", said) for one in each) else ""


def stated(genders: Iterable[str]) -> str:
    """`m` or `f` as somebody wrote it, in the commonest languages.

    *Unknown*: empty where it is none of those words, or both.

    *Example*

    >>> stated(["Female."]), stated(["муж"]), stated(["male", "female"])
    ('f', 'm', '')
    """
    found = {_LETTERS.get(gender.strip().lower().rstrip("."), "") for gender in genders}
    return found.pop() if len(found) == 1 else ""


def told(tokens: Collection[str]) -> str:
    """`m` or `f` where every name that is known is of men alone, or of women.

    *Unknown*: empty where no word is a given name, where they tell both, or where one
    may be a child's or a father's.

    *Example*

    >>> told(["maria", "petrova"]), told(["abu", "maryam"]), told(["petrova"])
    ('f', '', '')
    """
    if not _OF_ANOTHER.isdisjoint(tokens):
        return ""
    known = {sexes(token) for token in tokens if len(token) >= _LEAST} - {""}
    return known.pop() if known in ({"m"}, {"f"}) else ""


def of_party(party: Party, tokens: Collection[str]) -> str:
    """`m` or `f` as a person states it, else as the words of the name tell."""
    if party.kind != "person":
        return ""
    return (stated(party.genders) if party.genders else "") or told(tokens)


def part(ours: str, theirs: str) -> Part | None:
    """A minus for a man, or a man's name, on a listing of a woman, and the reverse.

    *Unknown*: None where either side tells nothing, or both tell the same.
    """
    if not ours or not theirs or ours == theirs:
        return None
    said = "another gender"
    return Part("gender", 0.0, _SAID[ours], _LISTED[theirs], said, OTHER_GENDER[ours])
